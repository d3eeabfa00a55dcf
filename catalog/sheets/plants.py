"""Plants as a sheet: where they are, what they build, and output plans side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from catalog.render.sheet import Line, Sheet
from catalog.sheets.vehicle import cite, remark
from catalog.units import Bound

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.model.cited import Cited
    from catalog.model.claim import Claim
    from catalog.model.plant import Output, Plant
    from catalog.model.plant_record import OutputRecord, PlantRecord
    from catalog.model.record import Record


def plants_sheet(plants: Mapping[str, Plant | PlantRecord], records: Mapping[str, Record]) -> Sheet:
    """All plants in one line each."""
    return Sheet(
        headers=("Id", "Plant", "Place", "Vehicles here", "Output claims"),
        lines=tuple(
            Line(
                (
                    plant.id,
                    plant.name,
                    f"{plant.place}, {plant.country}",
                    str(len(_built(plant, records))),
                    str(len(plant.output)),
                )
            )
            for plant in plants.values()
        ),
        notes=("`vehicles plants ID` shows one",) if plants else (),
        align=("left", "left", "left", "right", "right"),
        records=tuple(_flat(plant, entry) for plant in plants.values() for entry in plant.output or (None,)),
        document={"shape": 1, "plants": [plant_document(plant, records) for plant in plants.values()]},
        empty="no plants",
    )


def plant_sheet(plant: Plant | PlantRecord, records: Mapping[str, Record], sources: Mapping[str, Cited]) -> Sheet:
    """One plant: its output claims, other facts, and what it builds."""
    footnotes: dict[str, int] = {}

    def cited(text: str, claim: Claim) -> str:
        marks = "".join(f"[{footnotes.setdefault(key, len(footnotes) + 1)}]" for key in claim.sources)
        return f"{text} {marks}"

    place = [("Place", f"{plant.place}, {plant.country}"), ("Owner", plant.owner), ("Formerly", plant.formerly)]
    lines = [Line(("Plant", ""), section=True), *(Line((label, text)) for label, text in place if text)]
    if plant.output:
        lines.append(Line(("Output", ""), section=True))
    for entry in plant.output:
        stated = f"stated {entry.stated or _date(entry, sources)}"
        label = f"{entry.what}, {entry.period}"
        lines.append(Line((label, cited(f"{_print(entry.claim)}, {stated}", entry.claim))))
        lines += _remark(entry.claim)
    if plant.facts:
        lines.append(Line(("Other facts", ""), section=True))
    for fact in plant.facts:
        lines.append(Line((fact.what, cited(_print(fact.claim), fact.claim))))
        lines += _remark(fact.claim)
    built = _built(plant, records)
    if built:
        lines.append(Line(("Built here", ""), section=True))
        lines += [Line((record.id, f"{record.name} ({record.vehicle_type})")) for record in built]
    notes = [" ".join(plant.note.split())] if plant.note else []
    if _disagree(plant.output):
        notes.append("Output claims for one period disagree; each stands with its source.")
    notes += [f"[{number}] {cite(key, sources)}" for key, number in footnotes.items()]
    return Sheet(
        headers=("", "As published, and source"),
        lines=tuple(lines),
        title=f"{plant.name}, {plant.place}",
        notes=tuple(notes),
        records=tuple(_flat(plant, entry) for entry in plant.output),
        document=plant_document(plant, records),
    )


def _remark(claim: Claim) -> list[Line]:
    return [remark(claim.note)] if claim.note else []


def _print(claim: Claim) -> str:
    return claim.published or claim.status.value


def _date(entry: Output | OutputRecord, sources: Mapping[str, Cited]) -> str:
    dates = [sources[key].date for key in entry.claim.sources if key in sources and sources[key].date]
    return dates[0] or "undated" if dates else "undated"


def _disagree(output: Sequence[Output | OutputRecord]) -> bool:
    by_period: dict[tuple[str, str], set[str]] = {}
    for entry in output:
        by_period.setdefault((entry.what, entry.period), set()).add(entry.claim.published)
    return any(len(values) > 1 for values in by_period.values())


def _built(plant: Plant | PlantRecord, records: Mapping[str, Record]) -> list[Record]:
    return [record for record in records.values() if plant.id in record.plants]


def _output_document(entry: Output | OutputRecord) -> dict[str, Any]:
    reading = entry.claim.reading
    return {
        "what": entry.what,
        "period": entry.period,
        "stated": entry.stated,
        "published": entry.claim.published or None,
        "value": _value(entry.claim),
        "bound": reading.bound.value if reading else None,
        "status": entry.claim.status.value,
        "sources": list(entry.claim.sources),
        "note": entry.claim.note,
    }


def _value(claim: Claim) -> int | list[int] | None:
    if claim.reading is None:
        return None
    low, high = claim.reading.canonical
    many = claim.reading.bound in (Bound.INTERVAL, Bound.LIST)
    return [int(low), int(high)] if many else int(low)


def _flat(plant: Plant | PlantRecord, entry: Output | OutputRecord | None) -> dict[str, Any]:
    """One output claim; a plant without any has a record of its own all the same."""
    if entry is None:
        return {"plant": plant.id}
    document = _output_document(entry)
    value = document["value"]
    return {"plant": plant.id, **document, "value": f"{value[0]}..{value[1]}" if isinstance(value, list) else value}


def plant_document(plant: Plant | PlantRecord, records: Mapping[str, Record]) -> dict[str, Any]:
    """One plant as JSON."""
    return {
        "id": plant.id,
        "name": plant.name,
        "place": plant.place,
        "country": plant.country,
        "owner": plant.owner or None,
        "formerly": plant.formerly or None,
        "note": plant.note or None,
        "output": [_output_document(entry) for entry in plant.output],
        "facts": [
            {
                "what": fact.what,
                "published": fact.claim.published,
                "sources": list(fact.claim.sources),
                "note": fact.claim.note,
            }
            for fact in plant.facts
        ],
        "vehicles": [record.id for record in _built(plant, records)],
    }
