"""Panels to places: one scale for the whole picture, as large as its width allows; who stands beside another stands on
the same ground."""

from __future__ import annotations

from collections.abc import Sequence

from catalog.drawing.frame import Box, around
from catalog.drawing.lines import above_roof, right_lines, row_height
from catalog.drawing.theme import SIZE, SMALL, text_length
from catalog.plain import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.drawing.panel import Panel

#: Pixels a millimetre at most: larger says no more.
LARGEST = 0.11
#: Below this vehicles beside each other go to another row.
SMALLEST = 0.024
GAP = 14.0
_COLUMN_GAP = 10.0
_NARROWEST_COLUMN = 96.0
_TITLE, _GRID_LABELS, _TAGS, _BELOW = 20.0, 18.0, 18.0, 12.0


@dataclass(frozen=True, slots=True)
class Column:
    """Where a member stands: its origin, and the pixels across that are its own; words may go on to ``limit``."""

    left: float
    width: float
    origin: float
    limit: float

    @property
    def room(self) -> float:
        """The pixels that words below its lines may take."""
        return max(self.width, self.limit - self.left)


@dataclass(frozen=True, slots=True)
class Place:
    """A panel on the picture, in pixels: from ``left`` to ``right`` its grid, ``top`` its upper edge with the title,
    ``ground`` the ground or middle line, ``floor`` where dimension lines begin, ``bottom`` its end. A column for each
    member."""

    panel: Panel
    scale: float
    left: float
    right: float
    top: float
    ground: float
    floor: float
    bottom: float
    columns: tuple[Column, ...]


def over(rows: Sequence[Sequence[Panel]], x: float, y: float, width: float) -> tuple[float, list[Place]]:
    """The scale and the places of panels that hold all vehicles; ``rows`` are panels beside each other."""
    scale = LARGEST
    for row in rows:
        around = sum(_left(panel) + _right(panel) for panel in row) + GAP * (len(row) - 1)
        scale = min(scale, max(width - around, 40.0) / sum(panel.box.width for panel in row), *_tall(row, width))
    places: list[Place] = []
    for row in rows:
        grounds = [_above(panel, scale, ()) + panel.box.top * scale for panel in row]
        at, placed = x, []
        for panel in row:
            left = at + _left(panel)
            right = left + panel.box.width * scale
            limit = x + width if panel is row[-1] else right + _right(panel) + GAP
            column = Column(left, right - left, left - panel.box.left * scale, limit)
            placed.append(_place(panel, scale, left, right, y, y + max(grounds), (column,) * len(panel.members)))
            at = right + _right(panel) + GAP
        places += placed
        y = max(place.bottom for place in placed)
    return scale, places


def beside(views: Sequence[Panel], x: float, y: float, width: float) -> tuple[float, list[Place]]:
    """The scale and the places of panels in which each vehicle has a column, the same in every view; in several rows
    where one would make them too small."""
    count = max(len(panel.members) for panel in views)
    wide = [
        max((box.width for panel in views if (box := panel.members[index].box) is not None), default=0.0)
        for index in range(count)
    ]
    room = width - max(_left(panel) for panel in views)
    for abreast in range(count, 0, -1):
        chunks = [range(start, min(start + abreast, count)) for start in range(0, count, abreast)]
        scale = min(_column_scale([wide[index] for index in chunk], room) for chunk in chunks)
        if scale >= SMALLEST:
            break
    scale = min(scale, LARGEST, *_tall(views, width))
    places = []
    for chunk in chunks:
        pixels = [max(wide[index] * scale, _NARROWEST_COLUMN) for index in chunk]
        for panel in views:
            left = x + max(_left(one) for one in views)
            at, columns = left, []
            for index, own in zip(chunk, pixels, strict=True):
                box = panel.members[index].box
                start = at + (own - box.width * scale) / 2 - box.left * scale if box is not None else at
                columns.append(Column(at, own, start, at + own))
                at += own + _COLUMN_GAP
            part = _part(panel, chunk)
            if part is not None:
                ground = y + _above(part, scale, columns) + part.box.top * scale
                places.append(_place(part, scale, left, at - _COLUMN_GAP, y, ground, tuple(columns)))
                y = places[-1].bottom
    return scale, places


def _tall(panels: Sequence[Panel], width: float) -> list[float]:
    """The scales at which panels are no higher than the picture is wide."""
    return [width / panel.box.height for panel in panels]


def _part(panel: Panel, chunk: range) -> Panel | None:
    """The panel with some of its members; None where nothing is known of them."""
    members = tuple(panel.members[index] for index in chunk)
    known = around(member.box for member in members if member.box is not None)
    if known is None:
        return None
    whole = around([known, *(mark.extent for mark in panel.marks)])
    assert whole is not None
    air = panel.box.top - max(box.top for box in _boxes(panel))
    bottom = whole.bottom - air if panel.view == "top" else 0.0
    return replace(panel, members=members, box=Box(panel.box.left, bottom, panel.box.right, whole.top + air))


def _boxes(panel: Panel) -> list[Box]:
    return [member.box for member in panel.members if member.box is not None] + [mark.extent for mark in panel.marks]


def _column_scale(wide: Sequence[float], room: float) -> float:
    """The largest scale at which columns of these millimetres fit, none narrower than its words need."""
    room -= _COLUMN_GAP * (len(wide) - 1)
    narrow: set[int] = set()
    while True:
        rest = [size for index, size in enumerate(wide) if index not in narrow]
        left = room - _NARROWEST_COLUMN * len(narrow)
        if not sum(rest):  # all are as narrow as may be, and stay so up to this scale
            fits = left >= _NARROWEST_COLUMN * len(rest)
            return min((_NARROWEST_COLUMN / size for size in wide if size), default=LARGEST) if fits else 0.0
        if left <= 0:
            return 0.0
        scale = left / sum(rest)
        more = {index for index, size in enumerate(wide) if index not in narrow and size * scale < _NARROWEST_COLUMN}
        if not more:
            return scale
        narrow |= more


def _place(
    panel: Panel, scale: float, left: float, right: float, top: float, ground: float, columns: tuple[Column, ...]
) -> Place:
    floor = ground - panel.box.bottom * scale + (_GRID_LABELS if panel.grid != "none" else 8.0)
    taken = [
        sum(row_height(row, scale, column) for row in member.rows)
        for member, column in zip(panel.members, columns, strict=True)
    ]
    below = max(taken, default=0.0) if panel.columns else sum(taken)
    return Place(panel, scale, left, right, top, ground, floor, floor + below + _BELOW, columns)


def _left(panel: Panel) -> float:
    """The pixels that the labels of the grid take."""
    return 26.0 if panel.grid != "none" else 6.0


def _right(panel: Panel) -> float:
    """The pixels that heights take at the right."""
    words = [text_length(line, SMALL) for member in panel.members for line in right_lines(member)]
    return max(words) + 16 if panel.heights and words and not panel.columns else 6.0


def _above(panel: Panel, scale: float, columns: Sequence[Column]) -> float:
    """The pixels above what is drawn: the title, tags of tests, and heights on the roofs of columns."""
    tags = _TAGS if any(mark.test.kind != "pallet" for mark in panel.marks) or panel.columns else 6.0
    if not (panel.heights and panel.columns):
        return _TITLE + tags
    highest = panel.box.top * scale
    needed = [
        above_roof(member, column, scale) - highest for member, column in zip(panel.members, columns, strict=True)
    ]
    return _TITLE + max(0.0, *needed) + (SIZE if tags == _TAGS else 0.0)
