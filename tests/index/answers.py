"""Everything that an index answers, as plain values that ``==`` compares."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from catalog.index.index import Index
from catalog.index.keeping import index_of, open_index
from catalog.model.claim import Claim
from catalog.model.plant import Plant
from catalog.model.plant_record import PlantRecord
from catalog.model.record import Record
from catalog.reading import load
from catalog.units import SYSTEMS
from catalog.wording.heads import Head
from catalog.wording.words import words_in

#: The parts of a claim; the last four follow from the others, and are kept beside them by an index.
FOLLOWING = ("reading", "span", "printed", "numeric")


def said(index: Index) -> dict[str, Any]:
    """All records with all their claims, sources, plants, faults and the table that queries run on."""
    records = index.records(index.ids(), derived=True)
    return {
        "records": [record_parts(record) for record in records],
        "names": [record_parts(record) for record in index.names().values()],
        "sources": {key: source.as_dict() for key, source in index.sources.items()},
        "plants": {key: plant_parts(plant) for key, plant in index.plants.items()},
        "faults": index.faults,
        "table": index.rows("select * from vehicles order by id"),
        "definitions": index.schema.definitions,
    }


def truth(*folders: Path) -> dict[str, Any]:
    """The same, of an index made anew in memory."""
    return said(index_of(load(folders)))


def answer(*folders: Path) -> dict[str, Any]:
    """What the index of these folders says, as a command finds it."""
    index = open_index([str(folder) for folder in folders])
    found = said(index)
    index.close()
    return found


def record_parts(record: Record) -> dict[str, Any]:
    """A record's parts by name, its claims by field."""
    own: dict[str, Any] = {name: getattr(record, name) for name in Record.__match_args__ if name != "claims"}
    return {**own, "claims": {key: [claim_parts(claim) for claim in claims] for key, claims in record.claims.items()}}


def claim_parts(claim: Claim) -> dict[str, Any]:
    """A claim's parts by name; of its reading every number with its unit."""
    parts = {name: getattr(claim, name) for name in (*Claim.__match_args__, *FOLLOWING)}
    reading = claim.reading
    if reading is not None:
        numbers = [
            (str(number.value), number.decimals, number.unit.symbol, number.unit.dimension)
            for number in reading.numbers
        ]
        parts["reading"] = reading.kind.name, reading.bound, numbers
    return {**parts, "accepted": dict(claim.accepted)}


def worded(claim: Claim, head: Head) -> dict[str, Any]:
    """A claim in the words of every unit system, as they are kept or, where none are, made."""
    if claim.reading is None:
        return {}
    found = {}
    for system in SYSTEMS:
        symbol = head.units[system][0]
        made = words_in(claim, symbol)
        kept = claim.kept_words(symbol)
        found[system] = list(kept) if kept is not None else [made.text, made.numbers, made.value, made.bound]
    return found


def head_parts(head: Head | None) -> dict[str, Any] | None:
    """A head's parts by name, lists where JSON has them."""
    if head is None:
        return None
    parts: dict[str, Any] = {name: getattr(head, name) for name in Head.__match_args__}
    units = {system: tuple(pair) for system, pair in head.units.items()}
    types = {name: None if parts[name] is None else list(parts[name]) for name in ("types", "powertrains")}
    return {**parts, **types, "units": units, "order": json.loads(json.dumps(head.order))}


def plant_parts(plant: Plant | PlantRecord) -> dict[str, Any]:
    """A plant's parts by name, its outputs and facts with their claims."""
    own = ("id", "name", "place", "country", "owner", "formerly", "sources", "note")
    return {
        **{name: getattr(plant, name) for name in own},
        "output": [(entry.period, entry.what, entry.stated, claim_parts(entry.claim)) for entry in plant.output],
        "facts": [(fact.what, claim_parts(fact.claim)) for fact in plant.facts],
    }
