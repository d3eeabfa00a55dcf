"""Who is best in a row, and by how much: only where the published digits allow to say so.

A published number stands for the interval of its last digit (7.5 t is 7450 to 7550 kg), "up to" and "from"
for a half-open one. A value is best where its interval beats every other, whichever of its sources is
right; equal values share the mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from catalog.compare.comparison import Cell, Difference
from catalog.model.claim import Claim
from catalog.plain import replace
from catalog.units import Bound, Reading, Unit, to_decimal
from catalog.wording import rounded
from catalog.wording.values import bound_in

_INFINITE = Fraction(10) ** 30
Reach = tuple[Fraction, Fraction]


def reach(reading: Reading, unit: Unit, bounded: bool = True) -> Reach:
    """What the published text leaves possible, lowest and highest, in ``unit``.

    Two claims with the same bound are compared by their digits alone: ``bounded=False``.
    """
    ends = [number.reach(unit) for number in reading.numbers]
    low, high = min(end[0] for end in ends), max(end[1] for end in ends)
    bound = bound_in(reading, unit)
    if bounded and bound in (Bound.UP_TO, Bound.LESS_THAN):
        return -_INFINITE, high
    if bounded and bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        return low, _INFINITE
    return low, high


def agree(first: Claim, second: Claim) -> bool:
    """Whether two claims say the same within what was written.

    4.5 t and 4495 kg do; 350 and 317 km do not, nor do "up to 350" and "up to 317"; "up to 350" and 317 do.
    """
    if first.reading is None or second.reading is None:
        return first.text.casefold() == second.text.casefold()
    if first.reading.unit.dimension != second.reading.unit.dimension:
        return False
    unit = first.reading.kind.canonical_for(first.reading.unit)
    bounded = first.reading.bound is not second.reading.bound
    one, two = (reach(reading, unit, bounded=bounded) for reading in (first.reading, second.reading))
    # Strictly: 67 and 68 kWh touch at 67.5 and are two figures.
    return one[0] < two[1] and two[0] < one[1]


def mark_best(cells: Sequence[Cell], unit: Unit, better: str) -> tuple[list[Cell], str | None]:
    """The cells with the best marked, or the reason why none is."""
    readings = {
        index: cell.claim.reading
        for index, cell in enumerate(cells)
        if cell.claim is not None and cell.claim.reading is not None
    }
    if len(readings) < 2:
        return list(cells), None
    if any(cell.claim is not None and cell.claim.doubt for cell in cells):
        return list(cells), "a value is in doubt"
    if any(reading.bound is Bound.ABOUT for reading in readings.values()):
        return list(cells), "a value is only approximate"
    reaches = {index: _reach_of_all(cells[index], unit) for index in readings}
    points = {
        index: reading.ends(unit)[0]
        for index, reading in readings.items()
        if reading.bound is Bound.EXACT and not cells[index].others
    }
    if len(points) == len(readings) and len(set(points.values())) == 1:
        return list(cells), "all are equal"
    best = {
        index
        for index, own in reaches.items()
        if all(
            other == index or _beats(own, reaches[other], better) or points.get(index, 0) == points.get(other, 1)
            for other in reaches
        )
    }
    if not best:
        return list(cells), "the values overlap within what was published"
    return [replace(cell, best=index in best) for index, cell in enumerate(cells)], None


def _reach_of_all(cell: Cell, unit: Unit) -> Reach:
    """What the shown claim and those that disagree with it leave possible: the best is best by every source."""
    claims = [claim for claim in (cell.claim, *cell.others) if claim is not None and claim.doubt is None]
    reaches = [reach(claim.reading, unit) for claim in claims if claim.reading is not None]
    return min(one[0] for one in reaches), max(one[1] for one in reaches)


def _beats(own: Reach, other: Reach, better: str) -> bool:
    return own[0] >= other[1] if better == "higher" else own[1] <= other[0]


def difference(cell: Cell, base: Cell, unit: Unit, comparable: bool) -> Difference | None:
    """``cell`` less ``base`` in ``unit``, exact and then rounded as the finer of the two; None where one is empty.

    Against an interval or a list the difference is one too, from the least to the most that it can be.
    """
    if cell.claim is None or base.claim is None or cell.claim.reading is None or base.claim.reading is None:
        return None
    own, other = cell.claim.reading, base.claim.reading
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
