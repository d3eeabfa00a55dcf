"""How the kind files write their units: one call a unit, factors as exact text."""

from __future__ import annotations

from collections.abc import Callable

from catalog.units.unit import Form, Unit


def maker(dimension: str) -> Callable[..., Unit]:
    """A function that makes units of one dimension.

    ``factor`` and ``offset`` are texts such as ``"0.3048"`` or ``"1000/3600"``, see ``catalog.units.unit.fraction``.
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
        return Unit(symbol, name, factor, dimension, pint, (symbol, *spellings), form, offset, ucum, rec20)

    return make
