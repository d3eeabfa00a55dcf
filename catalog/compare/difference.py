"""By how much a cell differs from the baseline's: exact, and then rounded as the finer of the two."""

from __future__ import annotations

from catalog.compare.comparison import Cell, Difference
from catalog.compare.ranking import agree
from catalog.units import Bound, Reading, Unit, to_decimal
from catalog.wording import rounded


def difference(cell: Cell, base: Cell, symbol: str, comparable: bool) -> Difference | None:
    """``cell`` less ``base`` in the unit with this symbol; None where one is empty.

    Against an interval or a list the difference is one too, from the least to the most that it can be.
    """
    if cell.claim is None or base.claim is None or cell.claim.reading is None or base.claim.reading is None:
        return None
    own, other = cell.claim.reading, base.claim.reading
    unit = own.kind.unit(symbol)
    (low, high), (base_low, base_high) = own.ends(unit), other.ends(unit)
    decimals = max(_decimals(reading, unit) for reading in (own, other))
    if low != high or base_low != base_high:
        ends = to_decimal(low - base_high, decimals), to_decimal(high - base_low, decimals)
        return Difference(ends, None, False)
    share = (low / base_low - 1) * 100 if base_low else None
    relative = None if share is None else to_decimal(share, 0 if abs(share) >= 10 else 1)
    sure = own.bound is Bound.EXACT and other.bound is Bound.EXACT and not (cell.claim.doubt or base.claim.doubt)
    apart = not agree(cell.claim, base.claim) or low == base_low
    return Difference(to_decimal(low - base_low, decimals), relative, comparable and sure and apart)


def _decimals(reading: Reading, unit: Unit) -> int:
    return max(-int(rounded(number, unit).as_tuple().exponent) for number in reading.numbers)
