"""A panel: one view of one or several vehicles on their common ground. What stands in it; ``layout`` says where."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from catalog.drawing.frame import Box, around
from catalog.drawing.marks import Mark, load, room
from catalog.drawing.rows import Row, along
from catalog.drawing.views import Seen, seen
from catalog.plain import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.drawing.options import DrawingOptions
    from catalog.drawing.subject import Subject

FOOT = 304.8
#: Millimetres of air around what is drawn.
_CLEAR = 120.0


@dataclass(frozen=True, slots=True)
class Member:
    """A vehicle in a panel: what is seen of it, its dimension lines, and the tests that are its own (a pallet in its
    load bay, a lane about it). ``box`` is all of this in millimetres."""

    subject: Subject
    sight: Seen
    rows: tuple[Row, ...]
    marks: tuple[Mark, ...]
    box: Box | None


@dataclass(frozen=True, slots=True)
class Panel:
    """One view and who is in it: over one another, or each in a column of its own. ``marks`` are the tests for all,
    ``box`` what all take, in millimetres, with some air. ``heights`` says whether they are written at the outlines."""

    view: str
    members: tuple[Member, ...]
    marks: tuple[Mark, ...]
    box: Box
    grid: str
    columns: bool
    heights: bool


def panel(view: str, subjects: Sequence[Subject], options: DrawingOptions, grid: str) -> Panel | None:
    """The panel of a view; None where nothing is known that could be drawn in it."""
    columns = options.arrange == "beside" and len(subjects) > 1
    rooms = [mark for test in options.fits if (mark := room(test, view)) is not None]
    common = [mark for mark in rooms if not columns or mark.endless]
    own = [mark for mark in rooms if columns and not mark.endless]
    members = tuple(_member(view, subject, options, own) for subject in subjects)
    inside = around(member.box for member in members if member.box is not None)
    if inside is None:
        return None
    whole = around([inside, *(mark.extent for mark in common)])
    assert whole is not None
    bottom = whole.bottom - _CLEAR if view == "top" else 0.0
    return Panel(
        view,
        members,
        tuple(common),
        Box(whole.left - _CLEAR, bottom, whole.right + _CLEAR, whole.top + _CLEAR),
        grid,
        columns,
        options.labels and (view == "side" or (view == "front" and "side" not in options.views)),
    )


def _member(view: str, subject: Subject, options: DrawingOptions, rooms: Sequence[Mark]) -> Member:
    sight = seen(subject, view)
    rows = tuple(along(subject, view, options.views)) if options.labels else ()
    loads = chain.from_iterable(load(test, view, subject, sight) for test in options.fits)
    known = [box] if (box := sight.box) is not None else []
    known += [Box(row.start, 0, max(row.low, row.high), 0) for row in rows]
    marks = (*(rooms if sight.box is not None else ()), *loads)
    return Member(subject, sight, rows, marks, around([*known, *(mark.extent for mark in marks)]))
