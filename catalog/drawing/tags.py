"""Fit tests on the picture: heavy lines, each with the number of its test, and with its name where there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from catalog.drawing import svg
from catalog.drawing.frame import Box, Frame
from catalog.drawing.lines import roof_boxes
from catalog.drawing.theme import SMALL, Theme, text_length
from catalog.plain import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.drawing.fit_test import FitTest
    from catalog.drawing.layout import Place
    from catalog.drawing.marks import Mark
    from catalog.drawing.svg import Point

SIZE = 14.0  # of a tag, in pixels


@dataclass(frozen=True, slots=True)
class _Spots:
    """The pixels that tags and names have taken."""

    taken: list[Box]

    def free(self, box: Box) -> bool:
        return not any(
            box.left < other.right and other.left < box.right and box.bottom < other.top and other.bottom < box.top
            for other in self.taken
        )

    def take(self, candidates: Sequence[Box]) -> Box:
        """The first candidate that is free, else the last."""
        found = next((box for box in candidates if self.free(box)), candidates[-1])
        self.taken.append(found)
        return found


def tests(place: Place, theme: Theme, fits: Sequence[FitTest]) -> Iterator[str]:
    """All tests of a panel: those for all vehicles, and those of each; their lines first, then their names."""
    spots = _Spots(roof_boxes(place))
    numbers = {test.text: number for number, test in enumerate(fits, 1)}
    first = place.columns[0]
    named: set[str] = set()
    marks = [(mark, first) for mark in place.panel.marks]
    for member, column in zip(place.panel.members, place.columns, strict=True):
        marks += [(mark, column) for mark in member.marks]
    corners = []
    for mark, column in marks:
        data, corner = _lines(place, mark, Frame(column.origin, place.ground, place.scale))
        line = svg.element("path", d=data, stroke=theme.test, stroke_width=2.4, fill="none", data_part="test")
        yield svg.group([line], data_test=mark.test.text)
        corners.append(corner)
    for (mark, _), (x, y) in zip(marks, corners, strict=True):
        yield from _name(place, mark, x, y, theme, numbers, spots, named)


def _lines(place: Place, mark: Mark, frame: Frame) -> tuple[str, Point]:
    """The path data of a test, and where its name may begin."""
    box, lines, corner = place.panel.box, [], (0.0, 0.0)
    top, bottom = place.ground - box.top * place.scale, place.ground - box.bottom * place.scale
    if mark.box is not None:
        own = mark.box
        corners = [(own.left, own.bottom), (own.right, own.bottom), (own.right, own.top), (own.left, own.top)]
        lines.append(svg.polyline(frame.points(corners), closed=True))
        corner = (frame.x(own.left), frame.y(own.top))
    else:
        walls = [frame.x(wall) for wall in mark.walls]
        lines += [svg.polyline([(x, bottom), (x, top)]) for x in walls]
        edges = [frame.y(edge) for edge in mark.edges]
        lines += [svg.polyline([(place.left, y), (place.right, y)]) for y in edges]
        if mark.ceiling is not None:
            left, right = (walls[0], walls[-1]) if walls else (place.left, place.right)
            lines.append(svg.polyline([(left, frame.y(mark.ceiling)), (right, frame.y(mark.ceiling))]))
            corner = (left, frame.y(mark.ceiling))
        elif walls:
            corner = (walls[-1] - SIZE, top)
        else:
            corner = (place.left, min(edges))
    return "".join(lines), corner


def _name(
    place: Place, mark: Mark, x: float, y: float, theme: Theme, numbers: dict[str, int], spots: _Spots, named: set[str]
) -> Iterator[str]:
    """The number of a test above its line, and its name once in a panel, where it stands on nothing else."""
    last = place.columns[-1].limit - SIZE  # no tag beyond the picture's edge
    starts = [min(x + step * (SIZE + 3), last) for step in range(8)]
    tag = spots.take([Box(at, y - SIZE - 1, at + SIZE, y - 1) for at in starts])
    yield tag_of(numbers[mark.test.text], tag.left, tag.bottom, theme)
    words = mark.test.label
    room = Box(tag.right + 3, tag.bottom, tag.right + 3 + 1.1 * text_length(words, SMALL), tag.top)
    if mark.test.text not in named and room.right <= place.right and spots.free(room):
        spots.taken.append(room)
        named.add(mark.test.text)
        yield svg.rimmed(
            room.left, room.top - 3, words, font_size=SMALL, font_weight="bold", fill=theme.test, paper=theme.paper
        )


def tag_of(number: int, x: float, y: float, theme: Theme) -> str:
    """The number of a test on a square of its colour; ``x`` and ``y`` are its upper left corner."""
    square = svg.element("rect", x=x, y=y, width=SIZE, height=SIZE, rx=2.0, fill=theme.test)
    return square + svg.text(
        x + SIZE / 2, y + SIZE - 3.5, f"{number}", text_anchor="middle", font_size=SMALL, font_weight="bold",
        fill=theme.paper,
    )  # fmt: skip
