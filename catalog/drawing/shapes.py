"""Outlines by the type of vehicle, in millimetres: what is measured touches the outline's box, the rest is schematic.

Each outline fills the box of its two dimensions exactly and has an edge on each side of it. What lies between (where a
bonnet ends, how a windscreen slopes) says no more than "a van" and is the same for every van.
"""

from __future__ import annotations

from catalog.plain import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.drawing.svg import Corner, Point

#: The lower edge of a body, as a part of its height; schematic.
_SILL = 0.12
#: Wheel diameters by shape, schematic, in millimetres, and never more than a part of the height.
_WHEEL = {"saloon": 650.0, "car": 680.0, "pickup": 760.0, "van": 690.0}
_TRUCK_WHEEL = 860.0
#: From where to where a windscreen lies, seen from above, as parts of the length; schematic.
_WINDSCREENS = {"saloon": (0.26, 0.40), "car": (0.26, 0.40), "pickup": (0.24, 0.33), "van": (0.13, 0.24)}


@dataclass(frozen=True, slots=True)
class Shape:
    """An outline: ``edge`` is the heavy line, ``details`` are hairlines, y upwards from the ground."""

    edge: Sequence[Corner]
    details: Sequence[Sequence[Point]] = ()


def sill(height: float) -> float:
    """Where the outline begins above the ground."""
    return min(_SILL * height, 420.0)


def wheel(shape: str, height: float) -> float:
    """The diameter of a wheel as it is drawn; it is not published."""
    return min(_WHEEL.get(shape, _TRUCK_WHEEL), 0.46 * height)


def side(shape: str, length: float, height: float, bay: float | None = None) -> Shape:
    """Seen from its left, the front at x = 0. ``bay`` is the length of the load bay, where it is known: it decides
    where a box body begins."""
    low = sill(height)
    l, h = length, height  # noqa: E741
    if shape in ("car", "saloon"):
        roof, tail, deck = (0.86, 0.97, 0.60) if shape == "car" else (0.70, 0.88, 0.66)
        return Shape(
            (
                (0, low, 0), (0, 0.44 * h, 120), (0.05 * l, 0.54 * h, 200), (0.26 * l, 0.63 * h, 100),
                (0.43 * l, h, 500), (roof * l, h, 500), (tail * l, deck * h, 150), (l, 0.56 * h, 120), (l, low, 0),
            ),
            (((0.31 * l, 0.66 * h), (0.445 * l, 0.93 * h), ((roof - 0.03) * l, 0.93 * h), ((tail - 0.05) * l, 0.66 * h),
              (0.31 * l, 0.66 * h)), ((0.6 * l, 0.66 * h), (0.6 * l, 0.93 * h))),
        )  # fmt: skip
    if shape == "pickup":
        return Shape(
            (
                (0, low, 0), (0, 0.52 * h, 120), (0.03 * l, 0.60 * h, 150), (0.24 * l, 0.64 * h, 100),
                (0.34 * l, h, 300), (0.60 * l, h, 250), (0.63 * l, 0.64 * h, 60), (l, 0.64 * h, 60), (l, low, 0),
            ),
            (((0.29 * l, 0.67 * h), (0.36 * l, 0.94 * h), (0.585 * l, 0.94 * h), (0.605 * l, 0.67 * h),
              (0.29 * l, 0.67 * h)),),
        )  # fmt: skip
    if shape == "van":
        return Shape(
            (
                (0, low, 0), (0, 0.42 * h, 150), (0.03 * l, 0.49 * h, 150), (0.13 * l, 0.56 * h, 150),
                (0.26 * l, h, 500), (l, h, 120), (l, low, 0),
            ),
            (((0.18 * l, 0.56 * h), (0.25 * l, 0.80 * h), (0.34 * l, 0.80 * h), (0.34 * l, 0.56 * h),
              (0.18 * l, 0.56 * h)), ((0.37 * l, low), (0.37 * l, 0.92 * h))),
        )  # fmt: skip
    return _heavy(shape, l, h, low, bay)


def _heavy(shape: str, l: float, h: float, low: float, bay: float | None) -> Shape:  # noqa: E741
    """Trucks, buses, and what the type does not tell."""
    cab = _cab(l)
    if shape == "box":
        begins = max(l - bay * 1.01, 1.04 * cab) if bay is not None and bay < 0.9 * l else 1.06 * cab
        top = 0.80 * h
        return Shape(
            (
                (0, low, 0), (0, 0.40 * h, 100), (0.05 * cab, top, 200), (cab, top, 60), (begins, top, 0),
                (begins, h, 40), (l, h, 40), (l, low, 0),
            ),
            (*_cab_window(cab, top), ((cab, low), (cab, top)), ((begins, top), (begins, 0.34 * h), (l, 0.34 * h))),
        )  # fmt: skip
    if shape == "chassis":
        frame = 0.38 * h
        return Shape(
            (
                (0, low, 0), (0, 0.5 * h, 100), (0.05 * cab, h, 200), (cab, h, 80), (cab, frame, 0), (l, frame, 0),
                (l, low, 0),
            ),
            _cab_window(cab, h),
        )  # fmt: skip
    if shape == "bus":
        return Shape(
            ((0, low, 0), (0, 0.5 * h, 100), (0.015 * l, h, 250), (l, h, 250), (l, low, 0)),
            (((0.03 * l, 0.48 * h), (0.03 * l, 0.86 * h), (0.97 * l, 0.86 * h), (0.97 * l, 0.48 * h),
              (0.03 * l, 0.48 * h)),),
        )  # fmt: skip
    edge = ((0, low, 0), (0, h, 150), (l, h, 60), (l, low, 0))
    cab_top = min(h, 2500.0)
    return Shape(edge, (*_cab_window(cab, cab_top), ((cab, low), (cab, h))) if shape == "truck" else ())


def _cab(length: float) -> float:
    """How long a cab is drawn."""
    return min(0.3 * length, 1900.0)


def _cab_window(cab: float, top: float) -> tuple[Sequence[Point], ...]:
    return (
        ((0.22 * cab, 0.58 * top), (0.27 * cab, 0.88 * top), (0.62 * cab, 0.88 * top), (0.62 * cab, 0.58 * top),
         (0.22 * cab, 0.58 * top)),
    )  # fmt: skip


def front(shape: str, width: float, height: float) -> Shape:
    """Seen from the front, the middle at x = 0."""
    low = sill(height)
    w, h = width / 2, height
    half: Sequence[Corner]
    if shape in ("car", "saloon", "pickup"):
        belt = 0.64
        half = (
            (-w, low, 0), (-w, (belt - 0.06) * h, 120), (-0.94 * w, belt * h, 80), (-0.70 * w, h, 200),
        )  # fmt: skip
        glass = ((-0.86 * w, 0.66 * h), (-0.66 * w, 0.93 * h), (0.66 * w, 0.93 * h), (0.86 * w, 0.66 * h),
                 (-0.86 * w, 0.66 * h))  # fmt: skip
    elif shape == "plain":
        return Shape(((-w, low, 0), (-w, h, 60), (w, h, 60), (w, low, 0)))
    else:
        half = ((-w, low, 0), (-w, h, 140 if shape != "box" else 40))
        bottom, top = (0.50, 0.78) if shape in ("van", "box", "truck") else (0.50, 0.86)
        glass = ((-0.84 * w, bottom * h), (-0.80 * w, top * h), (0.80 * w, top * h), (0.84 * w, bottom * h),
                 (-0.84 * w, bottom * h))  # fmt: skip
    return Shape((*half, *((-x, y, r) for x, y, r in reversed(half))), (glass,))


def top(shape: str, length: float, width: float) -> Shape:
    """Seen from above, the front at x = 0, the middle line at y = 0."""
    w = width / 2
    nose = 60.0 if shape in ("box", "chassis", "truck", "plain", "bus") else 0.14 * width * 2
    edge = ((length / 2, w, 0), (0, w, nose), (0, -w, nose), (length, -w, 70), (length, w, 70), (length / 2, w, 0))
    if shape in ("box", "chassis", "truck"):
        cab = _cab(length)
        return Shape(edge, (((cab, -w), (cab, w)),))
    if shape in _WINDSCREENS:
        near, far = (part * length for part in _WINDSCREENS[shape])
        glass = ((near, -0.86 * w), (far, -0.74 * w), (far, 0.74 * w), (near, 0.86 * w), (near, -0.86 * w))
        return Shape(edge, (glass,))
    return Shape(edge)
