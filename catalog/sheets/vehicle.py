"""One vehicle as a sheet: every claim by group, sources as footnotes, disagreements under the shown value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from catalog.model.claim import Status
from catalog.model.fields import FIELDS
from catalog.render.sheet import Line, Sheet
from catalog.sheets.documents import claim_document, identity_document
from catalog.sheets.shown import flat, shown
from catalog.wording.definitions import definition_label
from catalog.wording.values import published_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.model.cited import Cited
    from catalog.model.claim import Claim
    from catalog.model.plant import Plant
    from catalog.model.plant_record import PlantRecord
    from catalog.model.record import Record
    from catalog.model.table import FieldInfo
    from catalog.wording.choice import UnitChoice

BULLET = "\u00a0\u00a0– "
_KIND_NOTES = (("mirror", "a copy or translation"), ("low_trust", "low trust"))


def vehicle_sheet(
    record: Record,
    units: UnitChoice,
    sources: Mapping[str, Cited],
    plants: Mapping[str, Plant | PlantRecord],
    derived: Sequence[FieldInfo] = (),
) -> Sheet:
    """All that is known of a vehicle; ``derived`` are the derived fields to show, whose claims it holds."""
    footnotes: dict[str, int] = {}
    lines = list(_identity(record, plants))
    lines += _groups(FIELDS.values(), record.claims, units, footnotes)
    if record.rest:
        lines += [Line(("All else", ""), section=True), Line(("Fields not listed", record.rest))]
    lines += _groups(derived, record.claims, units, footnotes)
    return Sheet(
        headers=("", "Value, as published where that differs, and source"),
        lines=tuple(lines),
        title=record.name,
        notes=tuple(_notes(record, footnotes, sources)),
        records=tuple(_records(record, units)),
        document=_document(record, units, sources),
    )


def _groups(
    fields: Iterable[FieldInfo],
    claims: Mapping[str, Sequence[Claim]],
    units: UnitChoice,
    footnotes: dict[str, int],
) -> Iterator[Line]:
    """The known fields under the headings of their groups."""
    known = [info for info in fields if claims.get(info.key)]
    for group, members in groupby(known, key=lambda info: info.group):
        yield Line((group, ""), section=True)
        for info in members:
            yield from _field(info, claims[info.key], units, footnotes)


def _identity(record: Record, plants: Mapping[str, Plant | PlantRecord]) -> Iterator[Line]:
    yield Line(("Identity", ""), section=True)
    built = ", ".join(f"{plants[key].name}, {plants[key].place}" if key in plants else key for key in record.plants)
    for label, value in (
        ("Id", record.id),
        ("Data set", record.data_set if record.row is not None else ""),
        (
            "Type",
            " ".join(part for part in (record.vehicle_type, f"({record.category})" if record.category else "") if part),
        ),
        ("Powertrain", record.powertrain or record.rest or "not stated"),
        ("Body", record.body),
        ("Markets", ", ".join(record.markets)),
        ("Built by", built),
    ):
        if value:
            yield Line((label, value))


def _field(info: FieldInfo, claims: Sequence[Claim], units: UnitChoice, footnotes: dict[str, int]) -> Iterator[Line]:
    """One line a claim, the field's label at the first; what a reader has to know of it stands below."""
    for index, claim in enumerate(claims):
        marks = "".join(f"[{footnotes.setdefault(source, len(footnotes) + 1)}]" for source in claim.sources)
        text = ", ".join(claim_words(claim, info, units))
        yield Line((info.label if index == 0 else "", f"{text} {marks}"))
        if claim.doubt:
            yield remark(f"in doubt: {claim.doubt}")
        if claim.note:
            yield remark(claim.note)


def remark(text: str) -> Line:
    """What a reader has to know of the line above, on one of its own."""
    return Line(("", BULLET + " ".join(text.split())))


def claim_words(claim: Claim, info: FieldInfo, units: UnitChoice) -> Iterator[str]:
    """A claim in words, part by part: value, definition, status, and the print where it differs."""
    if not claim.status.has_value:
        yield claim.status.value
        return
    value = shown(claim, units)[0].text
    yield value + ("?" if claim.doubt else "")
    definition = tuple(pair for pair in claim.definition if pair[0] != "currency")
    if words := definition_label(info.spec, definition):
        yield words
    if claim.applies_to:
        yield f"for {claim.applies_to}"
    if claim.status in (Status.DERIVED, Status.ESTIMATED, Status.CONVERTED):
        yield claim.status.value
    if claim.published and (words := published_text(claim, value)):
        yield f"published {words}"


def _notes(record: Record, footnotes: Mapping[str, int], sources: Mapping[str, Cited]) -> Iterator[str]:
    if record.note:
        yield " ".join(record.note.split())
    for key in record.sources:
        if key not in footnotes:
            footnotes = {**footnotes, key: len(footnotes) + 1}
    for key, number in footnotes.items():
        yield f"[{number}] {cite(key, sources)}" + (f", row {record.row}" if key == record.data_set else "")


def cite(key: str, sources: Mapping[str, Cited]) -> str:
    """A source as a footnote: publisher, title, date, url, and what speaks against it."""
    source = sources.get(key)
    if source is None:
        return key
    warnings = [words for attribute, words in _KIND_NOTES if getattr(source, attribute)]
    return f"{source.citation} ({', '.join([source.kind, *warnings])})"


def _all_claims(record: Record) -> Iterator[tuple[FieldInfo, Claim]]:
    for key, info in FIELDS.items():
        for claim in record.claims.get(key, ()):
            yield info, claim


def _records(record: Record, units: UnitChoice) -> Iterator[dict[str, Any]]:
    for info, claim in _all_claims(record):
        document = claim_document(claim, info, units)
        if claim.status.has_value:
            document["value"] = flat(claim, units)
        document["qualifiers"] = ", ".join(f"{name}={word}" for name, word in claim.definition) or None
        yield {"vehicle": record.id, **document}


def _document(record: Record, units: UnitChoice, sources: Mapping[str, Cited]) -> dict[str, Any]:
    claims = list(_all_claims(record))
    cited = dict.fromkeys([*record.sources, *(source for _, claim in claims for source in claim.sources)])
    return {
        "shape": 1,
        **identity_document(record),
        "claims": [claim_document(claim, info, units) for info, claim in claims],
        "sources": {key: sources[key].as_dict() for key in cited if key in sources},
    }
