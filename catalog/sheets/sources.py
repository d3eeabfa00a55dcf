"""Sources as a sheet, with how many values cite each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from catalog.render.sheet import Line, Sheet
from catalog.sheets.vehicle import cite

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.model.cited import Cited
    from catalog.model.claim import Claim
    from catalog.model.plant import Plant
    from catalog.model.plant_record import PlantRecord
    from catalog.model.record import Record


def citations(records: Mapping[str, Record], plants: Mapping[str, Plant | PlantRecord]) -> Counter[str]:
    """How many claims cite each source."""
    counts: Counter[str] = Counter()
    for record in records.values():
        cited = {source for claims in record.claims.values() for claim in claims for source in claim.sources}
        counts.update(source for claims in record.claims.values() for claim in claims for source in claim.sources)
        counts.update(source for source in record.sources if source not in cited)
    for plant in plants.values():
        counts.update(source for claim in plant.claims for source in claim.sources)
    return counts


def sources_sheet(sources: Mapping[str, Cited], counts: Mapping[str, int]) -> Sheet:
    """All sources: id, publisher, date, kind, how many values cite them."""
    return Sheet(
        headers=("Id", "Publisher", "Date", "Kind", "Values"),
        lines=tuple(
            Line((source.id, source.publisher, source.date or "undated", _kind(source), str(counts.get(source.id, 0))))
            for source in sources.values()
        ),
        notes=(f"{len(sources)} source{'s' if len(sources) != 1 else ''}; `vehicles sources ID` shows one",)
        if sources
        else (),
        align=("left", "left", "left", "left", "right"),
        records=tuple(_document(source, counts) for source in sources.values()),
        document={"shape": 1, "sources": [_document(source, counts) for source in sources.values()]},
        empty="no sources",
    )


def source_sheet(source: Cited, records: Mapping[str, Record], plants: Mapping[str, Plant | PlantRecord]) -> Sheet:
    """One source, and every value that cites it."""
    lines: list[Line] = []
    flat: list[dict[str, Any]] = []
    for record in records.values():
        cited = [
            (key, _print(claim))
            for key, claims in record.claims.items()
            for claim in claims
            if source.id in claim.sources
        ]
        if cited:
            lines.append(Line((record.name, "")))
        for key, published in cited:
            lines.append(Line((key, published), level=1))
            flat.append({"source": source.id, "of": record.id, "field": key, "published": published})
        if not cited and source.id in record.sources:
            lines.append(Line((record.name, "(the entry itself)")))
            flat.append({"source": source.id, "of": record.id, "field": None, "published": None})
    for plant in plants.values():
        cited = [(claim.field, _print(claim)) for claim in plant.claims if source.id in claim.sources]
        if cited:
            lines.append(Line((f"{plant.name}, {plant.place}", "")))
        for key, published in cited:
            lines.append(Line((key, published), level=1))
            flat.append({"source": source.id, "of": plant.id, "field": key, "published": published})
    return Sheet(
        headers=("Cited for", "As published"),
        lines=tuple(lines),
        title=cite(source.id, {source.id: source}),
        notes=(" ".join(source.note.split()),) if source.note else (),
        records=tuple(flat),
        document={**_document(source, {source.id: len(flat)}), "cited_for": flat},
        empty="no value cites it",
    )


def _print(claim: Claim) -> str:
    return claim.printed or " ".join(part for part in (claim.status.value, claim.published) if part)


def _kind(source: Cited) -> str:
    return ", ".join(
        [source.kind, *(["mirror"] if source.mirror else []), *(["low trust"] if source.low_trust else [])]
    )


def _document(source: Cited, counts: Mapping[str, int]) -> dict[str, Any]:
    return {**source.as_dict(), "citation": source.citation, "values": counts.get(source.id, 0)}
