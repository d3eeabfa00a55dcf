"""Who is best in a row: only where the published digits allow to say so.

A published number stands for the interval of its last digit (7.5 t is 7450 to 7550 kg), "up to" and "from"
for a half-open one. A value is best where its interval beats every other, whichever of its sources is
right; equal values share the mark.
"""

from __future__ import annotations

from collections.abc import Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.compare.comparison import Cell
    from catalog.model.claim import Claim
    from catalog.model.span import Span

    Reach = tuple[float, float]

_NONE: frozenset[int] = frozenset()


def agree(first: Claim, second: Claim) -> bool:
    """Whether two claims say the same: within what was written, for numbers, or the same text."""
    one, two = first.span, second.span
    if one is None or two is None:
        return first.text.casefold() == second.text.casefold()
    return one.agrees(two)


def ranked(cells: Sequence[Cell], better: str) -> tuple[frozenset[int], str | None]:
    """Which of the cells are best, or the reason why none is. ``better`` is meant in the canonical unit."""
    spans = {
        index: span
        for index, cell in enumerate(cells)
        if cell.claim is not None and (span := cell.claim.span) is not None
    }
    if len(spans) < 2:
        return _NONE, None
    if any(cell.claim is not None and cell.claim.doubt for cell in cells):
        return _NONE, "a value is in doubt"
    if any(span.bound == "about" for span in spans.values()):
        return _NONE, "a value is only approximate"
    reaches = {index: _reach_of_all(cells[index], span) for index, span in spans.items()}
    points = {index: span.low for index, span in spans.items() if span.bound == "exact" and not cells[index].others}
    if len(points) == len(spans) and len(set(points.values())) == 1:
        return _NONE, "all are equal"
    best = frozenset(
        index
        for index, own in reaches.items()
        if all(
            other == index or _beats(own, reaches[other], better) or points.get(index, 0) == points.get(other, 1)
            for other in reaches
        )
    )
    if not best:
        return _NONE, "the values overlap within what was published"
    return best, None


def _reach_of_all(cell: Cell, shown: Span) -> Reach:
    """What the shown claim and those that disagree with it leave possible: the best is best by every source."""
    others = (claim.span for claim in cell.others if claim.doubt is None)
    reaches = [shown.reach, *(span.reach for span in others if span is not None)]
    return min(one[0] for one in reaches), max(one[1] for one in reaches)


def _beats(own: Reach, other: Reach, better: str) -> bool:
    return own[0] >= other[1] if better == "higher" else own[1] <= other[0]
