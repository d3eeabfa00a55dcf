"""By how much a vehicle fits or does not, with no more digits than were published."""

from __future__ import annotations

from decimal import Decimal
from math import floor, isfinite, log10

from catalog.units import KINDS, convert, to_decimal
from catalog.wording.printed import grouped, with_unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.drawing.measure import Measure

#: The finest decimals that anybody measures a vehicle to.
_DECIMALS = {"mm": 0, "cm": 1, "dm": 2, "m": 3, "in": 1, "ft": 2, "yd": 2}


def in_unit(millimetres: float, symbol: str, step: float = 0.0) -> str:
    """A size in the unit with this symbol, to a ``step`` in millimetres or as finely as lengths are given; empty
    where that leaves nothing of it.

    >>> in_unit(1040, "mm").replace("\\u00a0", " "), in_unit(2000, "in").replace("\\u00a0", " ")
    ('1040 mm', '78.7 in')
    """
    unit = KINDS["length"].unit(symbol)
    decimals = _DECIMALS.get(symbol, 2)
    factor = float(convert(Decimal(1), KINDS["length"].unit("mm"), unit))
    if step:
        decimals = min(decimals, floor(0.5 - log10(step * factor)))  # the power of ten nearest to the step
    value = convert(Decimal(repr(millimetres)), KINDS["length"].unit("mm"), unit)
    rounded = to_decimal(value, decimals)
    return with_unit(grouped(rounded), symbol) if rounded else ""


def by(measure: Measure, limit: float) -> str:
    """The distance of a measure from a limit on one side of it: ``1040 mm``, ``at least 0.5 m``; empty where the digits
    published do not tell."""
    below = measure.largest <= limit
    gap = limit - measure.largest if below else measure.smallest - limit
    halves = [measure.reach[1] - measure.largest, measure.smallest - measure.reach[0]]
    step = 2 * max((half for half in halves if isfinite(half)), default=0.0)
    words = in_unit(gap, measure.unit, step) if gap >= step else ""
    if measure.about and words:
        return f"about {words}"
    return words if measure.exact or not words else f"at least {words}"
