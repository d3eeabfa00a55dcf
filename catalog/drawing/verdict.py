"""Whether a vehicle passes a fit test: from what is published alone, and not known where that does not settle it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import Enum

from catalog.drawing.margin import by
from catalog.drawing.subject import label
from catalog.model.claim import Status
from catalog.plain import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.drawing.fit_test import FitTest
    from catalog.drawing.measure import Measure
    from catalog.drawing.subject import Subject


class Verdict(Enum):
    """What can be said of a vehicle under a test."""

    FITS = "fits"
    DEPENDS = "depends"
    UNKNOWN = "not known"
    DOES_NOT = "does not fit"


_TOO_LARGE = {"height": "too high", "width": "too wide", "length": "too long"}
#: From the best to the worst: a vehicle is as good as the worst of its parts.
_ORDER = (Verdict.FITS, Verdict.DEPENDS, Verdict.UNKNOWN, Verdict.DOES_NOT)


@dataclass(frozen=True, slots=True)
class Part:
    """One side of a test: ``aspect`` is what was judged (``height``, ``width with mirrors``), ``reason`` by what;
    ``absent`` is why nothing is known of it (``not in the catalog``), where that is so."""

    aspect: str
    verdict: Verdict
    reason: str
    absent: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A vehicle under a test. ``verdict`` is the worst of its parts."""

    vehicle: str
    test: FitTest
    parts: tuple[Part, ...]

    @property
    def verdict(self) -> Verdict:
        return _worst(part.verdict for part in self.parts)

    @property
    def reason(self) -> str:
        """The reasons of the parts that decide, or of all where all fit."""
        return _joined([part for part in self.parts if part.verdict is self.verdict])

    @property
    def sentence(self) -> str:
        """The reason, and what fits beside what does not or is not known."""
        fitting = [part for part in self.parts if part.verdict is Verdict.FITS]
        told = self.verdict in (Verdict.UNKNOWN, Verdict.DEPENDS) or self.test.kind == "lane"
        if self.verdict is Verdict.FITS or not fitting or not told:
            return self.reason
        return f"{self.reason}; fits: {_joined(fitting)}"

    def to_dict(self) -> dict[str, Any]:
        """The JSON form: verdict and reason of the whole and of each part."""
        return {
            "vehicle": self.vehicle,
            "verdict": self.verdict.value,
            "reason": _spaced(self.reason),
            "parts": [
                {"aspect": part.aspect, "verdict": part.verdict.value, "reason": _spaced(part.reason)}
                for part in self.parts
            ],
        }


def _joined(parts: Sequence[Part]) -> str:
    """The reasons, one for all parts of which nothing is known for the same."""
    absent: dict[str, list[str]] = {}
    for part in parts:
        if part.absent:
            absent.setdefault(part.absent, []).append(part.aspect)
    reasons = [part.reason for part in parts if not part.absent]
    reasons += [f"{' and '.join(aspects)} {why}" for why, aspects in absent.items()]
    return "; ".join(reasons)


def judge(subject: Subject, test: FitTest) -> Outcome:
    """The vehicle under the test."""
    parts = _on_a_load_floor(subject, test) if test.kind == "pallet" else _through(subject, test)
    return Outcome(subject.id, test, tuple(parts))


def fits_document(outcomes: Sequence[Outcome]) -> list[dict[str, Any]]:
    """All outcomes as JSON, one entry a test."""
    tests = {outcome.test.text: outcome.test for outcome in outcomes}
    return [
        {
            "test": text,
            "label": _spaced(test.label),
            "sides_mm": dict(test.sides),
            "vehicles": [outcome.to_dict() for outcome in outcomes if outcome.test.text == text],
        }
        for text, test in tests.items()
    ]


def _through(subject: Subject, test: FitTest) -> Iterable[Part]:
    """The outside of a vehicle in a garage, a lane or on a ferry."""
    for side, limit in test.sides:
        if side == "width":
            yield from _wide(subject, limit)
            continue
        part = _outside(subject, side, side, limit)
        if side == "height" and subject.body and part.verdict is not Verdict.DOES_NOT:
            part = Part(side, Verdict.UNKNOWN, f"{part.reason}, {subject.body}")
        yield part


def _wide(subject: Subject, limit: float) -> Iterable[Part]:
    """The width without and with mirrors: what is too wide without them is so with them."""
    bare = _outside(subject, "width", "width without mirrors", limit)
    cab = subject["cab_width"]
    if subject["width"] is None and cab is not None and cab.reach[0] >= limit:
        bare = Part(bare.aspect, Verdict.DOES_NOT, f"{label('cab_width')} {cab.text}")
    yield bare
    mirrors = _outside(subject, "width_with_mirrors", label("width_with_mirrors"), limit)
    if mirrors.verdict is Verdict.UNKNOWN and bare.verdict is Verdict.DOES_NOT:
        mirrors = Part(mirrors.aspect, Verdict.DOES_NOT, "wider still with mirrors")
    folded = subject["width_mirrors_folded"]
    yield mirrors
    if folded is not None:
        yield _outside(subject, "width_mirrors_folded", label("width_mirrors_folded"), limit)


def _outside(subject: Subject, field: str, aspect: str, limit: float) -> Part:
    """A dimension that must not exceed the limit."""
    measure = subject[field]
    if measure is None:
        return _not_known(subject, field, aspect)
    low, high = measure.reach
    verdict = _settled(high <= limit, low >= limit, measure, lambda size: size <= limit)
    too = _TOO_LARGE[aspect.partition(" ")[0].rstrip(",")]
    return Part(aspect, verdict, _reason(aspect, measure, verdict, limit, "to spare", too))


def _inside(subject: Subject, field: str, size: float) -> Part:
    """Room that must hold the size."""
    aspect = label(field)
    measure = subject[field]
    if measure is None:
        return _not_known(subject, field, aspect)
    low, high = measure.reach
    verdict = _settled(low >= size, high <= size, measure, lambda room: room >= size)
    return Part(aspect, verdict, _reason(aspect, measure, verdict, size, "to spare", "too little"))


def _not_known(subject: Subject, field: str, aspect: str) -> Part:
    why = subject.why_unknown(field)
    return Part(aspect, Verdict.UNKNOWN, f"{aspect} {why}", why)


def _settled(fits: bool, does_not: bool, measure: Measure, passes: Callable[[float], bool]) -> Verdict:
    if fits:
        return Verdict.FITS
    if does_not:
        return Verdict.DOES_NOT
    both = measure.low is not None and measure.high is not None and passes(measure.low) != passes(measure.high)
    return Verdict.DEPENDS if both and measure.why in ("variants", "span") else Verdict.UNKNOWN


def _reason(aspect: str, measure: Measure, verdict: Verdict, limit: float, spare: str, too: str) -> str:
    text = f"{aspect} {measure.text}"
    if measure.remarks:
        text += f" ({', '.join(measure.remarks)})"
    if verdict is Verdict.DEPENDS:
        return text
    if verdict is not Verdict.UNKNOWN:
        gap = by(measure, limit)
        return f"{text}, {gap} {spare if verdict is Verdict.FITS else too}" if gap else text
    if measure.why == "sources":
        return f"sources disagree: {text}"
    if measure.low is None or measure.high is None:
        return f"only a bound is published: {text}"
    if measure.about:
        return f"too close for an approximate figure (“{measure.printed}”): {text}"
    return f"too close for the digits printed (“{measure.printed}”): {text}"


def _on_a_load_floor(subject: Subject, test: FitTest) -> Iterable[Part]:
    """A pallet, along or across; its height where one is set, and the rear door where that is published."""
    length, width, height = (test.side(side) for side in ("length", "width", "height"))
    assert length is not None
    assert width is not None
    if subject.why_unknown("cargo_length") == Status.NOT_APPLICABLE.value:
        yield Part(
            "load floor", Verdict.UNKNOWN, f"no load floor is measured of a {subject.kind or 'vehicle of this kind'}"
        )
        return
    along, across = _floor(subject, length, width), _floor(subject, width, length)
    yield from min((along, across), key=lambda parts: _ORDER.index(_worst(part.verdict for part in parts)))
    if height is not None:
        yield _inside(subject, "cargo_height", height)
        if subject["door_height"] is not None:
            yield _inside(subject, "door_height", height)
    if subject["door_width"] is not None:
        yield _inside(subject, "door_width", min(length, width))


def _floor(subject: Subject, long: float, wide: float) -> list[Part]:
    return [_inside(subject, "cargo_length", long), _floor_width(subject, wide)]


def _floor_width(subject: Subject, wide: float) -> Part:
    """A pallet stands between the wheel arches where there are any. A van or pickup whose width between them is not
    published may be too narrow there, a body above the wheels has none."""
    if subject["cargo_width_between_arches"] is not None:
        return _inside(subject, "cargo_width_between_arches", wide)
    part = _inside(subject, "cargo_width", wide)
    if part.verdict is not Verdict.DOES_NOT and subject["cargo_width"] and subject.shape in ("van", "pickup"):
        between = subject.why_unknown("cargo_width_between_arches")
        return Part(part.aspect, Verdict.UNKNOWN, f"{part.reason} at the widest, between the wheel arches {between}")
    return part


def _worst(verdicts: Iterable[Verdict]) -> Verdict:
    return max(verdicts, key=_ORDER.index)


def _spaced(text: str) -> str:
    return text.replace("\u00a0", " ")
