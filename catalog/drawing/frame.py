"""Where things stand: boxes in millimetres, and the frame that puts them on the picture."""

from __future__ import annotations

from collections.abc import Iterable

from catalog.plain import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.drawing.svg import Corner, Point


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in millimetres, y upwards."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom


def around(boxes: Iterable[Box]) -> Box | None:
    """The box around all; None for none."""
    known = list(boxes)
    if not known:
        return None
    return Box(
        min(box.left for box in known),
        min(box.bottom for box in known),
        max(box.right for box in known),
        max(box.top for box in known),
    )


@dataclass(frozen=True, slots=True)
class Frame:
    """Millimetres to pixels: ``x`` and ``y`` of the origin on the picture, ``scale`` in pixels a millimetre."""

    origin_x: float
    origin_y: float
    scale: float

    def x(self, value: float) -> float:
        return self.origin_x + value * self.scale

    def y(self, value: float) -> float:
        return self.origin_y - value * self.scale

    def points(self, points: Iterable[Point]) -> list[Point]:
        return [(self.x(x), self.y(y)) for x, y in points]

    def corners(self, corners: Sequence[Corner]) -> list[Corner]:
        return [(self.x(x), self.y(y), radius * self.scale) for x, y, radius in corners]
