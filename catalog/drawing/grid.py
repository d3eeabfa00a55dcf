"""The grid of a panel, its labels, and its ground."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.drawing import svg
from catalog.drawing.panel import FOOT
from catalog.drawing.theme import SMALL, Theme

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.drawing.layout import Place

#: Pixels between lines that can be told apart, and between numbers that do not touch.
_LINES, _NUMBERS = 12.0, 24.0


def grid(place: Place, theme: Theme) -> Iterator[str]:
    """Lines a metre or a foot apart (five where they would lie too close), numbered from where the vehicles begin, and
    the ground; from above the middle line."""
    panel = place.panel
    if panel.grid != "none":
        unit = 1000.0 if panel.grid == "m" else FOOT
        yield svg.group([_lines(place, unit)], stroke=theme.ink, stroke_opacity="0.15", stroke_width=1.0, fill="none")
        yield svg.group(_numbers(place, unit), font_size=SMALL, fill=theme.ink, fill_opacity="0.75")
    if panel.view == "top":
        yield svg.line(
            place.left, place.ground, place.right, place.ground, stroke=theme.ink, stroke_opacity="0.45",
            stroke_dasharray="14 3 2 3", data_part="middle",
        )  # fmt: skip
    else:
        yield svg.line(
            place.left, place.ground, place.right, place.ground, stroke=theme.ink, stroke_width=1.6, data_part="ground"
        )


def _step(unit: float, scale: float, pixels: float) -> float:
    """The unit, or as many of it as take so many pixels: 5, 10, 50 ..."""
    count, factor = 1, 5
    while unit * count * scale < pixels:
        count, factor = count * factor, 7 - factor
    return unit * count


def _origin(place: Place) -> float:
    """Where along the panel zero is: at the fronts or in the middle; in columns at the left."""
    return place.left if place.panel.columns else place.columns[0].origin


def _steps(low: float, high: float, step: float) -> list[int]:
    """The numbers of the lines from ``low`` to ``high``."""
    return list(range(int(-(-low // step)), int(high // step) + 1))


def _lines(place: Place, unit: float) -> str:
    step, scale, origin, box = _step(unit, place.scale, _LINES), place.scale, _origin(place), place.panel.box
    top, bottom = place.ground - box.top * scale, place.ground - box.bottom * scale
    data = "".join(
        f"M{svg.number(origin + number * step * scale)} {svg.number(top)}V{svg.number(bottom)}"
        for number in _steps((place.left - origin) / scale, (place.right - origin) / scale, step)
    )
    data += "".join(
        f"M{svg.number(place.left)} {svg.number(place.ground - number * step * scale)}H{svg.number(place.right)}"
        for number in _steps(box.bottom, box.top, step)
    )
    return svg.element("path", d=data, data_part="grid", data_step=step)


def _numbers(place: Place, unit: float) -> Iterator[str]:
    step, scale, origin, box = _step(unit, place.scale, _NUMBERS), place.scale, _origin(place), place.panel.box
    each = round(step / unit)
    y = place.ground - box.bottom * scale + 13
    for number in _steps((place.left - origin) / scale, (place.right - origin) / scale, step):
        yield svg.text(origin + number * step * scale, y, f"{number * each}".replace("-", "−"), text_anchor="middle")
    for number in _steps(box.bottom, box.top, step):
        if number:
            yield svg.text(
                place.left - 4, place.ground - number * step * scale + 4, f"{number * each}".replace("-", "−"),
                text_anchor="end",
            )  # fmt: skip
    yield svg.text(place.left - 8, y, place.panel.grid, text_anchor="end")
