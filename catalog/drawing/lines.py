"""Dimension lines on the picture: under a view in rows, heights at its right or on the roofs."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.drawing import svg
from catalog.drawing.frame import Box
from catalog.drawing.theme import SMALL, Theme, lines_of, text_length

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.drawing.layout import Column, Place
    from catalog.drawing.panel import Member
    from catalog.drawing.rows import Row

_ROW, _LINE = 18.0, 13.0
_HEIGHTS = 110.0  # pixels across that a height at the right takes at most
_AIR = 9.0  # pixels between a line and the words in it


def row_height(row: Row, scale: float, column: Column) -> float:
    """The pixels that a dimension line and its words take."""
    wrapped = _wrapped(row, scale, column)
    return _ROW if wrapped is None else 16.0 + _LINE * len(wrapped)


def _wrapped(row: Row, scale: float, column: Column) -> list[str] | None:
    """The words below their line where they fit neither into it nor beside it; else None."""
    end = column.origin + max(row.low, row.high) * scale + 7
    if _inside(row, scale) is not None or end + text_length(row.words, SMALL) <= column.limit:
        return None
    return lines_of(row.words, column.room, SMALL)


def _inside(row: Row, scale: float) -> str | None:
    """The words that fit into the line."""
    space = (row.low - row.start) * scale - 2 * _AIR - 10
    return next((words for words in (row.words, row.text) if text_length(words, SMALL) <= space), None)


def dimension_lines(place: Place, theme: Theme) -> Iterator[str]:
    """All rows of a panel: one below the other, in columns each vehicle's own."""
    y = place.floor
    for member, column in zip(place.panel.members, place.columns, strict=True):
        if place.panel.columns:
            y = place.floor
        for row in member.rows:
            yield _row(place, member, column, row, y, theme)
            y += row_height(row, place.scale, column)


def _row(place: Place, member: Member, column: Column, row: Row, y: float, theme: Theme) -> str:
    left, low, high = (column.origin + at * place.scale for at in (row.start, row.low, row.high))
    wrapped = _wrapped(row, place.scale, column)
    y += 9 if wrapped is None else 5
    words = _inside(row, place.scale)
    middle = (left + low) / 2
    if words is not None:
        half = text_length(words, SMALL) / 2 + _AIR - 3
        data = f"M{svg.number(left)} {svg.number(y)}H{svg.number(middle - half)}"
        data += f"M{svg.number(middle + half)} {svg.number(y)}H{svg.number(low)}"
        labels = [svg.text(middle, y + 4, words, text_anchor="middle")]
    else:
        data = f"M{svg.number(left)} {svg.number(y)}H{svg.number(low)}"
        if wrapped is not None:
            centre = column.left + column.room / 2
            labels = [
                svg.text(centre, y + 5 + _LINE * number, line, text_anchor="middle")
                for number, line in enumerate(wrapped, 1)
            ]
        else:
            labels = [svg.text(max(low, high) + 7, y + 4, row.words)]
    parts = [svg.element("path", d=data + _ends(row, (left, low), y), data_part=row.field, data_from=left, data_to=low)]
    if high > low:
        parts.append(
            svg.element(
                "path",
                d=f"M{svg.number(low)} {svg.number(y)}H{svg.number(high)}" + _ends(row, (high,), y),
                stroke_dasharray="2 2",
                data_part=f"{row.field}-max",
                data_from=left,
                data_to=high,
            )
        )
    lines = svg.group(parts, stroke=theme.ink, stroke_width=1.0, fill="none")
    return svg.group(
        [lines, *labels], font_size=SMALL, fill=theme.ink, data_row=row.field, data_vehicle=member.subject.id
    )


def _ends(row: Row, places: tuple[float, ...], y: float) -> str:
    """Ticks, or the hubs of axles."""
    shape = "m-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0" if row.axles else "v-5v10"
    return "".join(f"M{svg.number(x)} {svg.number(y)}{shape}" for x in places)


def heights(place: Place, theme: Theme) -> Iterator[str]:
    """The height of each vehicle: led to the right, pushed apart where words would touch, or on its roof."""
    if place.panel.columns:
        yield from _on_roofs(place, theme)
        return
    known = []
    for member, column in zip(place.panel.members, place.columns, strict=True):
        measure = member.subject["height"]
        if measure is not None and member.sight.box is not None:
            known.append((-measure.largest, measure.smallest, member, column))
    known.sort(key=lambda one: (one[0], one[2].subject.letter))
    taken = float("-inf")  # the lowest line of words so far
    for high, low, member, column in known:
        y, bottom = (place.ground - abs(at) * place.scale for at in (high, low))
        lines = right_lines(member)
        at = max(y, taken + _LINE)
        taken = at + _LINE * (len(lines) - 1)
        start = column.origin + _roof_end(member) * place.scale
        edge = place.right + 2
        data = f"M{svg.number(start)} {svg.number(y)}H{svg.number(edge)}L{svg.number(edge + 6)} {svg.number(at)}"
        if bottom != y:
            data += f"M{svg.number(start)} {svg.number(bottom)}H{svg.number(edge)}V{svg.number(y)}"
        yield svg.element(
            "path", d=data, stroke=theme.ink, stroke_opacity="0.55", stroke_width=0.8, fill="none", data_part="height"
        )
        for number, line in enumerate(lines):
            yield svg.text(edge + 9, at + 4 + _LINE * number, line, font_size=SMALL, fill=theme.ink)


def right_lines(member: Member) -> list[str]:
    """The height of a vehicle in the lines in which it stands at the right of a panel; none where it does not."""
    measure = member.subject["height"]
    if measure is None or member.sight.box is None:
        return []
    return lines_of(f"{member.subject.letter} {measure.text}", _HEIGHTS, SMALL)


def above_roof(member: Member, column: Column, scale: float) -> float:
    """How many pixels above the ground the height that stands on a roof ends; 0 without one."""
    lines = _roof_lines(member, column)
    if not lines:
        return 0.0
    measure = member.subject["height"]
    return (measure.largest if measure is not None else 0.0) * scale + 8 + _LINE * len(lines)


def _roof_lines(member: Member, column: Column) -> list[str]:
    measure = member.subject["height"]
    if measure is None or member.sight.box is None:
        return []
    return lines_of(f"{member.subject.letter} height {measure.text}", column.width, SMALL)


def roof_boxes(place: Place) -> list[Box]:
    """The pixels that heights take on roofs."""
    boxes = []
    for member, column in zip(place.panel.members, place.columns, strict=True):
        lines = _roof_lines(member, column) if place.panel.columns and place.panel.heights else []
        measure = member.subject["height"]
        if lines and measure is not None:
            roof = _above_lines(place, member, measure.largest, len(lines))
            half = max(text_length(line, SMALL) for line in lines) / 2
            middle = column.left + column.width / 2
            boxes.append(Box(middle - half, roof - 4 - _LINE * len(lines), middle + half, roof - 4))
    return boxes


def _above_lines(place: Place, member: Member, height: float, lines: int) -> float:
    """The roof, or the ceiling of a test above it that would go through the words on the roof."""
    roof = place.ground - height * place.scale
    ceilings = {mark.ceiling for mark in (*place.panel.marks, *member.marks) if mark.ceiling is not None}
    for ceiling in sorted(ceilings):
        y = place.ground - ceiling * place.scale
        if roof - 7 - _LINE * lines < y < roof:
            roof = y
    return roof


def _on_roofs(place: Place, theme: Theme) -> Iterator[str]:
    for member, column in zip(place.panel.members, place.columns, strict=True):
        lines = _roof_lines(member, column)
        measure = member.subject["height"]
        if not lines or measure is None:
            continue
        roof = _above_lines(place, member, measure.largest, len(lines))
        for number, line in enumerate(reversed(lines)):
            yield svg.rimmed(
                column.left + column.width / 2, roof - 7 - _LINE * number, line, text_anchor="middle", font_size=SMALL,
                fill=theme.ink, paper=theme.paper,
            )  # fmt: skip


def _roof_end(member: Member) -> float:
    """Where the roof of an outline ends, so that its height is led from there."""
    sight = member.sight
    if not sight.outlines:
        return 70.0
    outline = sight.outlines[-1]
    return max(x for x, y, _ in outline.shape.edge if y == outline.box.top)
