"""What of a vehicle is seen from one side: its outlines, wheels and load bay in millimetres.

Nothing is placed by a dimension that is not known: without a length there is no side outline, without an overhang the
wheelbase is centred, and each such choice is told in the notes.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog.drawing import shapes
from catalog.drawing.frame import Box, around
from catalog.plain import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.drawing.measure import Measure
    from catalog.drawing.shapes import Shape
    from catalog.drawing.subject import Subject

#: How far the load bay's end is drawn from the vehicle's, and how high its floor where neither is known; schematic.
_WALL, _FLOOR = 60.0, 0.30
#: How high a mark reaches whose other dimension is not known.
STUB = 350.0


@dataclass(frozen=True, slots=True)
class Outline:
    """One outline in its box. ``part`` is ``outline`` (the smallest published, or the only one) or ``outline-max``;
    ``bound`` says that the size is a bound of the real one, or approximate."""

    part: str
    shape: Shape
    box: Box
    bound: bool = False


@dataclass(frozen=True, slots=True)
class Stub:
    """A single dimension along an axis where the other is not known: a bar with its ``ends``, more for a span."""

    axis: str
    ends: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Bay:
    """The load bay, or of it what is known: one side is None where it is not published."""

    box: Box
    largest: Box
    open_top: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """All that is seen of a vehicle in one view. ``wheels`` are centres along the ground, the second of a pair those of
    the longest wheelbase; ``mirrors`` is the width over them."""

    outlines: Sequence[Outline] = ()
    stubs: Sequence[Stub] = ()
    wheels: Sequence[tuple[float, bool]] = ()
    wheel: float = 0.0
    bay: Bay | None = None
    mirrors: Sequence[tuple[str, float]] = ()

    @property
    def box(self) -> Box | None:
        """All of it."""
        boxes = [outline.box for outline in self.outlines]
        for stub in self.stubs:
            first, far = min(stub.ends), max(stub.ends)
            boxes.append(Box(first, 0, far, STUB) if stub.axis == "x" else Box(-STUB / 2, first, STUB / 2, far))
        if self.bay is not None:
            boxes.append(self.bay.largest)
        boxes += [Box(-wide / 2, 0, wide / 2, 0) for _, wide in self.mirrors]
        return around(boxes)


def seen(subject: Subject, view: str) -> Seen:
    """What is seen of a vehicle from its ``side``, its ``front`` or the ``top``."""
    return {"side": _side, "front": _front, "top": _top}[view](subject)


def axles(subject: Subject) -> tuple[float, float, float] | None:
    """Where the front axle, the nearest and the farthest rear axle are drawn, from the front; None where the length or
    the wheelbase is not known."""
    length, base = subject["length"], subject["wheelbase"]
    if length is None or base is None:
        return None
    if (before := subject["overhang_front"]) is not None:
        front = before.smallest
    elif (behind := subject["overhang_rear"]) is not None:
        front = length.smallest - behind.smallest - base.smallest
    else:
        front = min(length.smallest - base.smallest, length.largest - base.largest) / 2
    return front, front + base.smallest, front + base.largest


def centred(subject: Subject) -> bool:
    """Whether the wheelbase is drawn in the middle for want of an overhang."""
    return axles(subject) is not None and subject["overhang_front"] is None and subject["overhang_rear"] is None


def _side(subject: Subject) -> Seen:
    length, height = subject["length"], subject["height"]
    places = axles(subject)
    bay = _side_bay(subject)
    if length is None or height is None:
        return Seen(stubs=tuple(_stubs(length, height)), bay=bay)
    outlines = tuple(
        Outline(
            part,
            shapes.side(subject.shape, long, high, _bay_length(subject)),
            Box(0, 0, long, high),
            _bound(length, height),
        )
        for part, long, high in _sizes(length, height)
    )
    wheels: list[tuple[float, bool]] = []
    if places is not None:
        front, near, far = places
        wheels = [(front, False), (near, False), *([(far, True)] if far > near else [])]
    return Seen(outlines, wheels=wheels, wheel=shapes.wheel(subject.shape, height.smallest), bay=bay)


def _front(subject: Subject) -> Seen:
    width, height = subject["width"], subject["height"]
    mirrors = tuple(
        (field, measure.largest)
        for field in ("width_with_mirrors", "width_mirrors_folded")
        if (measure := subject[field]) is not None
    )
    if width is None or height is None:
        wide = width or subject["cab_width"]
        across = [_centred("x", wide)] if wide is not None else []
        return Seen(stubs=(*across, *_stubs(None, height)), mirrors=mirrors)
    outlines = tuple(
        Outline(part, shapes.front(subject.shape, wide, high), Box(-wide / 2, 0, wide / 2, high), _bound(width, height))
        for part, wide, high in _sizes(width, height)
    )
    return Seen(outlines, wheel=shapes.wheel(subject.shape, height.smallest), mirrors=mirrors)


def _top(subject: Subject) -> Seen:
    length, width = subject["length"], subject["width"]
    bay = _top_bay(subject)
    if length is None or width is None:
        across = [_centred("y", width)] if width is not None else []
        return Seen(stubs=(*_stubs(length, None), *across), bay=bay)
    outlines = tuple(
        Outline(part, shapes.top(subject.shape, long, wide), Box(0, -wide / 2, long, wide / 2), _bound(length, width))
        for part, long, wide in _sizes(length, width)
    )
    return Seen(outlines, bay=bay)


def _sizes(one: Measure, other: Measure) -> Iterator[tuple[str, float, float]]:
    """The smallest outline, and the largest where that is another."""
    yield "outline", one.smallest, other.smallest
    if one.largest != one.smallest or other.largest != other.smallest:
        yield "outline-max", one.largest, other.largest


def _bound(*measures: Measure) -> bool:
    return any(measure.about or measure.low is None or measure.high is None for measure in measures)


def _stubs(along: Measure | None, up: Measure | None) -> Iterator[Stub]:
    if along is not None:
        yield Stub("x", tuple(dict.fromkeys((0.0, along.smallest, along.largest))))
    if up is not None:
        yield Stub("y", tuple(dict.fromkeys((0.0, up.smallest, up.largest))))


def _centred(axis: str, wide: Measure) -> Stub:
    """A width about the middle line."""
    sizes = dict.fromkeys((wide.smallest, wide.largest))
    return Stub(axis, tuple(side * size / 2 for size in sizes for side in (-1, 1)))


def _bay_length(subject: Subject) -> float | None:
    bay = subject["cargo_length"]
    return None if bay is None else bay.largest


def _bay_end(subject: Subject, long: float) -> float:
    """Where the load bay ends: just before the vehicle does; where its length is not known the bay stands alone."""
    length = subject["length"]
    return long if length is None else length.smallest - min(_WALL, max(0.0, length.smallest - long) / 2)


def _side_bay(subject: Subject) -> Bay | None:
    long, high = subject["cargo_length"], subject["cargo_height"]
    if long is None:
        return None
    end = _bay_end(subject, long.largest)
    height, floor = subject["height"], subject["load_floor_height"]
    tall = high.largest if high is not None else 0.0
    if floor is not None:
        bottom = floor.smallest
    elif height is not None:
        bottom = max(0.0, min(_FLOOR * height.smallest, height.smallest - tall - _WALL))
    else:
        bottom = 0.0
    box = Box(end - long.smallest, bottom, end, bottom + (high.smallest if high is not None else 0.0))
    return Bay(box, Box(end - long.largest, bottom, end, bottom + tall), open_top=high is None)


def _top_bay(subject: Subject) -> Bay | None:
    long, wide = subject["cargo_length"], subject["cargo_width"] or subject["cargo_width_between_arches"]
    if long is None or wide is None:
        return None
    end = _bay_end(subject, long.largest)
    return Bay(
        Box(end - long.smallest, -wide.smallest / 2, end, wide.smallest / 2),
        Box(end - long.largest, -wide.largest / 2, end, wide.largest / 2),
    )
