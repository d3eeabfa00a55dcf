"""How the kind files write their units: one call a unit, factors as exact text."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from catalog.units.unit import Form, Unit


def maker(dimension: str) -> Callable[..., Unit]:
    """A function that makes units of one dimension.

    ``factor`` is text such as ``"0.3048"`` or ``"1000/3600"``, kept as an exact fraction.
    """

    def make(
        symbol: str,
        name: str,
        factor: str,
        pint: str,
        *spellings: str,
        form: Form = Form.LINEAR,
        offset: str = "0",
        ucum: str | None = None,
        rec20: str | None = None,
    ) -> Unit:
        return Unit(
            symbol=symbol,
            name=name,
            factor=fraction(factor),
            dimension=dimension,
            pint=pint,
            spellings=(symbol, *spellings),
            form=form,
            offset=fraction(offset),
            ucum=ucum,
            rec20=rec20,
        )

    return make


def fraction(text: str) -> Fraction:
    """The product and quotient of decimal texts, exactly.

    >>> fraction("0.45359237*9.80665")
    Fraction(8896443230521, 2000000000000)
    """
    numerator, _, denominator = text.partition("/")
    value = Fraction(1)
    for part in numerator.split("*"):
        value *= Fraction(part)
    for part in denominator.split("*") if denominator else ():
        value /= Fraction(part)
    return value
