"""Dimension lines under a view: what lies along the ground, in millimetres and in words."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.drawing.views import axles
from catalog.plain import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.drawing.subject import Subject

_WIDTHS = {
    "width": "width",
    "cab_width": "cab width",
    "width_mirrors_folded": "mirrors folded",
    "width_with_mirrors": "with mirrors",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One dimension line, in millimetres from ``start`` to ``low`` and on to ``high``. ``axles`` marks its ends as
    axles. ``words`` say it in full, ``text`` is the figure alone."""

    field: str
    start: float
    low: float
    high: float
    words: str
    text: str
    axles: bool = False


def along(subject: Subject, view: str, views: tuple[str, ...]) -> Iterator[Row]:
    """The lines under a view; what another view of the picture shows already is not said twice."""
    if view == "side" or (view == "top" and "side" not in views):
        if subject["length"] is not None:
            yield _row(subject, "length", "length", 0.0)
        if subject["wheelbase"] is not None:
            places = axles(subject)
            yield _row(subject, "wheelbase", "wheelbase", 0.0 if places is None else places[0], axles=True)
    if view == "front":
        for field, name in _WIDTHS.items():
            if subject[field] is not None and not (field == "cab_width" and subject["width"] is not None):
                yield _row(subject, field, name, None)


def _row(subject: Subject, field: str, name: str, start: float | None, axles: bool = False) -> Row:
    """``start`` None: about the middle."""
    measure = subject[field]
    assert measure is not None
    small, large = measure.smallest, measure.largest
    if start is None:
        start = -small / 2
        large = (small + large) / 2
    words = f"{subject.letter} {name} {measure.text}"
    return Row(field, start, start + small, start + large, words, f"{subject.letter} {measure.text}", axles)
