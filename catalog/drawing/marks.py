"""Fit tests as they stand in a view: a ceiling, a lane's edges, a ferry's place, a pallet on the load floor."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.drawing.frame import Box
from catalog.plain import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.drawing.fit_test import FitTest
    from catalog.drawing.subject import Subject
    from catalog.drawing.views import Seen


@dataclass(frozen=True, slots=True)
class Mark:
    """A test in one view, in millimetres: a ceiling over walls or over all, walls across, edges along, or a box."""

    test: FitTest
    ceiling: float | None = None
    walls: tuple[float, ...] = ()
    edges: tuple[float, ...] = ()
    box: Box | None = None

    @property
    def endless(self) -> bool:
        """Whether it goes through all of a panel, whatever stands there."""
        return self.box is None and not self.walls

    @property
    def extent(self) -> Box:
        """What of the view it needs."""
        if self.box is not None:
            return self.box
        across = [*self.walls, 0.0]
        along = [*self.edges, self.ceiling or 0.0, 0.0]
        return Box(min(across), min(along), max(across), max(along))


def room(test: FitTest, view: str) -> Mark | None:
    """A garage, lane or ferry place in a view, around the vehicles; None where the test has nothing to show there."""
    if test.kind == "pallet":
        return None
    length, width, height = (test.side(name) for name in ("length", "width", "height"))
    if view == "side":
        return Mark(test, height, () if length is None else (0.0, length)) if length or height else None
    if view == "front":
        return Mark(test, height, () if width is None else (-width / 2, width / 2)) if width or height else None
    if length is not None and width is not None:
        return Mark(test, box=Box(0, -width / 2, length, width / 2))
    if width is not None:
        return Mark(test, edges=(-width / 2, width / 2))
    return Mark(test, walls=(0.0, length)) if length is not None else None


def load(test: FitTest, view: str, subject: Subject, seen: Seen) -> Iterator[Mark]:
    """A pallet at the rear end of a load bay, along or across; nothing where no bay is drawn."""
    bay = seen.bay
    if test.kind != "pallet" or bay is None or view == "front":
        return
    length, width = test.side("length"), test.side("width")
    assert length is not None
    assert width is not None
    long, wide = (width, length) if _across(subject, length, width) else (length, width)
    end = bay.box.right
    if view == "top":
        yield Mark(test, box=Box(end - long, -wide / 2, end, wide / 2))
    else:  # without a height a pallet is a line on the floor
        yield Mark(test, box=Box(end - long, bay.box.bottom, end, bay.box.bottom + (test.side("height") or 0.0)))


def _across(subject: Subject, length: float, width: float) -> bool:
    """Whether a pallet is drawn across: where it fits so and not along."""
    bay, wide = subject["cargo_length"], subject["cargo_width_between_arches"] or subject["cargo_width"]
    if bay is None or wide is None:
        return False
    along = bay.smallest >= length and wide.smallest >= width
    return not along and bay.smallest >= width and wide.smallest >= length
