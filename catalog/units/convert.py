"""Exact conversion between units of one kind, rounded once at the end.

Factors are exact fractions, so ``150 mi`` and ``241.4016 km`` are the same number and a comparison at a
boundary is right. Reciprocal units (mpg against L/100 km) are converted by 1/x and never through a global
context. ``fractions`` is imported by the first conversion: whoever only imports the package needs none.
"""

from __future__ import annotations

import math

from catalog.errors import NotConvertible
from catalog.units.unit import Form, Unit, integers, reverses

TYPE_CHECKING = False
if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

    Number = int | Decimal | Fraction

__all__ = ["convert", "from_base", "ratio", "reverses", "to_base"]


def to_base(value: Number, unit: Unit) -> Fraction:
    """``value`` in the base unit of the unit's dimension, exactly (a slope in degrees: to double precision)."""
    from fractions import Fraction

    exact = Fraction(value)
    if unit.form is Form.LINEAR:
        base = exact * unit.factor
        return base + unit.offset if unit.offset else base
    if unit.form is Form.RECIPROCAL:
        if exact == 0:
            raise NotConvertible(f"0 {unit}", "its reciprocal", "the reciprocal of zero is infinite")
        return unit.factor / exact
    if not abs(exact) < 90:
        raise NotConvertible(f"{value} {unit}", "%", "a slope is below 90 degrees")
    return unit.factor * Fraction(math.tan(math.radians(exact)))


def from_base(value: Fraction, unit: Unit) -> Fraction:
    """The number of ``unit`` in ``value`` base units."""
    if unit.form is Form.LINEAR:
        return (value - unit.offset if unit.offset else value) / unit.factor
    if unit.form is Form.RECIPROCAL:
        if value == 0:
            raise NotConvertible("0", unit.symbol, "the reciprocal of zero is infinite")
        return unit.factor / value
    from fractions import Fraction

    return Fraction(math.degrees(math.atan(value / unit.factor)))


def convert(value: Number, source: Unit, target: Unit) -> Fraction:
    """``value`` of ``source`` in ``target``. Raises NotConvertible where they measure different things.

    >>> from catalog.units import KINDS
    >>> mile, kilometre = KINDS["distance"].unit("mi"), KINDS["distance"].unit("km")
    >>> convert(150, mile, kilometre)
    Fraction(150876, 625)
    """
    if source.dimension != target.dimension:
        raise NotConvertible(source.symbol, target.symbol, f"{source.dimension} is not {target.dimension}")
    if source is target:
        from fractions import Fraction

        return Fraction(value)
    return from_base(to_base(value, source), target)


def ratio(source: Unit, target: Unit) -> tuple[int, int, int, int]:
    """The integers a, b, c, d with which x of ``source`` is exactly (a·x + b) / (c·x + d) of ``target``.

    So whoever converts many numbers does it in integers. Raises NotConvertible for a slope in degrees, which no
    integers convert, and where the units measure different things.

    >>> from catalog.units import KINDS
    >>> ratio(KINDS["distance"].unit("mi"), KINDS["distance"].unit("km"))
    (25146, 0, 0, 15625)
    """
    if source.dimension != target.dimension:
        raise NotConvertible(source.symbol, target.symbol, f"{source.dimension} is not {target.dimension}")
    if Form.TANGENT in (source.form, target.form):
        raise NotConvertible(source.symbol, target.symbol, "a tangent is no ratio of integers")
    a, b, c, d = _matrix(source)
    e, f, g, h = _matrix(target)
    # one after the inverse of the other, whose scale does not count
    whole = (h * a - f * c, h * b - f * d, e * c - g * a, e * d - g * b)
    shared = math.gcd(*whole) if (whole[2] or whole[3]) > 0 else -math.gcd(*whole)
    first, second, third, fourth = (part // shared for part in whole)
    return first, second, third, fourth


def _matrix(unit: Unit) -> tuple[int, int, int, int]:
    """The integers with which a number x of the unit is (a·x + b) / (c·x + d) of its base unit."""
    numerator, denominator = integers(unit.size)
    if unit.form is Form.RECIPROCAL:
        return 0, numerator, denominator, 0
    over, under = integers(unit.start)
    return numerator * under, over * denominator, 0, denominator * under
