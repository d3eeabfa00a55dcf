"""What a drawing says in words: its title, what is known and not known of each vehicle, verdicts and notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from catalog.drawing.subject import label
from catalog.drawing.views import centred

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.drawing.options import DrawingOptions
    from catalog.drawing.subject import Subject
    from catalog.drawing.verdict import Outcome
    from catalog.model.cited import Cited
    from catalog.wording import UnitChoice

#: What the line of a vehicle says, in this order.
_SAID = (
    "length", "width", "cab_width", "width_with_mirrors", "width_mirrors_folded", "height", "wheelbase",
    "overhang_front", "overhang_rear", "cargo_length", "cargo_width", "cargo_width_between_arches", "cargo_height",
    "load_floor_height",
)  # fmt: skip
_OUTER = ("length", "width", "height")
#: What a reader of a picture expects of every vehicle, and is told of where it is missing.
_EXPECTED = (*_OUTER, "wheelbase")


def title(subjects: Sequence[Subject]) -> str:
    """``To scale: Foton iBlue EV, 104 kWh; Ford E-Transit``."""
    return f"To scale: {'; '.join(subject.name for subject in subjects)}"


def known(subject: Subject) -> str:
    """The measures of a vehicle in one line: ``length 5995 mm, width 2200 mm``; empty where there is none."""
    said = []
    for field in _SAID:
        measure = subject[field]
        if measure is not None:
            remarks = f" ({', '.join(measure.remarks)})" if measure.remarks else ""
            disagree = " (sources disagree)" if measure.why == "sources" else ""
            said.append(f"{label(field)} {measure.text}{remarks}{disagree}")
    return ", ".join(said)


def unknown(subject: Subject) -> str:
    """What is missing, with its reason: ``not in the catalog: height, wheelbase``; empty where nothing is."""
    by_reason: dict[str, list[str]] = {}
    for field in _EXPECTED:
        if subject[field] is None:
            by_reason.setdefault(subject.why_unknown(field), []).append(label(field))
    return "; ".join(f"{reason}: {', '.join(names)}" for reason, names in by_reason.items())


def notes(subjects: Sequence[Subject], options: DrawingOptions) -> Iterator[str]:
    """What has to be known to read the picture."""
    if options.arrange == "over" and len(subjects) > 1 and {"side", "top"} & set(options.views):
        yield "The vehicles stand with their fronts, at the left, in line."
    yield (
        "To scale are the marked dimensions, from published figures alone; the shape between them, wheels and "
        "windows are schematic."
    )
    sizes = [subject[field] for subject in subjects for field in _OUTER]
    if any(measure is not None and (measure.about or not measure.exact) for measure in sizes):
        yield "Heavy outline: the smallest published size; thin outline: the largest, a bound, or an approximate size."
    letters = [subject.letter for subject in subjects if centred(subject)]
    if letters and {"side"} & set(options.views):
        yield f"Overhangs are not published: the wheelbase of {_and(letters)} is drawn in the middle."
    letters = [one.letter for one in subjects if one["wheelbase"] is not None and one["length"] is None]
    if letters and "side" in options.views:
        yield f"The wheelbase of {_and(letters)} is to scale, its place is not: the length is not known."
    if bays := [subject.letter for subject in subjects if subject["cargo_length"] is not None]:
        yield (
            f"Load bay (crossed box) of {_and(bays)}: its size is to scale, its place in the vehicle is schematic"
            + ("." if all(subject["load_floor_height"] is None for subject in subjects) else ", but for its floor.")
        )
    for subject in subjects:
        if subject["cargo_length"] is not None and subject["length"] is None:
            why = subject.why_unknown("length")
            yield f"{subject.letter}: the load bay is drawn without the vehicle, whose length is {why}."
    for body in dict.fromkeys(subject.body for subject in subjects if subject.body):
        yield f"{_and([subject.letter for subject in subjects if subject.body == body])}: {body}."
    if options.fits:
        yield "A fit is judged by published digits and bounds, without room to manoeuvre, load, slope or tolerance."


def verdict_lines(outcomes: Sequence[Outcome], letters: dict[str, str]) -> Iterator[tuple[str, list[str]]]:
    """For each test its name, and a line for each vehicle: ``A does not fit: height 3140 mm``."""
    tests = {outcome.test.text: outcome.test for outcome in outcomes}
    for text, test in tests.items():
        lines = []
        for outcome in outcomes:
            if outcome.test.text == text:
                lines.append(f"{letters[outcome.vehicle]} {outcome.verdict.value}: {outcome.sentence}")
        yield test.label, lines


def description(
    subjects: Sequence[Subject], options: DrawingOptions, outcomes: Sequence[Outcome], said: Sequence[str]
) -> str:
    """The picture in words, for who does not see it; ``said`` are its notes."""
    arranged = "over one another" if options.arrange == "over" and len(subjects) > 1 else "side by side"
    parts = [f"Outlines from the {_and(options.views)}, {arranged} on a common ground line."]
    for subject in subjects:
        own = [part for part in (known(subject), unknown(subject)) if part]
        parts.append(f"{subject.letter}, {subject.name}: {'; '.join(own)}.")
    letters = {subject.id: subject.letter for subject in subjects}
    for test, lines in verdict_lines(outcomes, letters):
        parts.append(f"{test}: {'; '.join(lines)}.")
    return " ".join([*parts, *said])


def citations(subjects: Sequence[Subject], sources: Mapping[str, Cited]) -> Iterator[str]:
    """Who published the dimensions: ``Sources of A: Open EV Data, 2025``; by its id where the source is not given."""
    letters: dict[str, list[str]] = {}
    for subject in subjects:
        keys = [source for measure in subject.measures.values() for source in measure.sources]
        if said := "; ".join(dict.fromkeys(_cited(sources.get(key), key) for key in keys)):
            letters.setdefault(said, []).append(subject.letter)
    for said, own in letters.items():
        yield f"Sources of {_and(own)}: {said}."


def _cited(source: Cited | None, key: str) -> str:
    return key if source is None else f"{source.publisher}, {source.date or 'undated'}"


def length_unit(units: UnitChoice) -> str:
    """The symbol of the unit in which a reader sees lengths."""
    from catalog.model.fields import FIELDS

    info = FIELDS["length"]
    return units.unit(info, info.spec.quantity_kind.canonical).symbol


def _and(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
