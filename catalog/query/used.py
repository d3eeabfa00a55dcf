"""Which columns a bound query asks."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.query.bound import All, Any, Bound, Compare, Formula, Measure, NumberColumn, Operand, Several, TextColumn


def columns(bound: Bound) -> Iterator[NumberColumn | TextColumn]:
    """The columns in the order in which they are asked about, each as often as it is."""
    match bound:
        case All(parts) | Any(parts):
            for part in parts:
                yield from columns(part)
        case Several(_, parts):
            for part in parts:
                yield from columns(part)
        case Compare(_, left, right):
            yield from _operand(left)
            yield from _operand(right)
        case _:
            yield bound.column


def _operand(operand: Operand) -> Iterator[NumberColumn]:
    if isinstance(operand, Measure):
        yield operand.column
    elif isinstance(operand, Formula):
        yield from _operand(operand.left)
        yield from _operand(operand.right)
