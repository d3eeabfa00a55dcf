"""Vehicles, plants and sources as JSON texts, for a database that other programs read too.

What is at its default is left out, so that a record says what was published and no more. A number stands with its
written digits and its unit; the reading is made of these, exactly as it was.

>>> from catalog.model import FIELDS, Claim, Claims, Record
>>> from catalog.units import read
>>> claim = Claim("payload", "1.2 t", read("1.2 t", "mass"), definition=(("crew", "deducted"),), sources=("leaflet",))
>>> record = Record("foton-x", "Foton", "X", claims={"payload": Claims([claim])})
>>> print(pack_record(record))
{"id":"foton-x","make":"Foton","model":"X","claims":{"payload":[{"published":"1.2 t","reading":["mass","exact",\
[["1.2",1,"t"]]],"definition":{"crew":"deducted"},"sources":["leaflet"]}]}}
>>> unpack_record(pack_record(record)) == record
True
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from catalog.index.packing import numbers_of, reading_of
from catalog.model.cited import Cited
from catalog.model.claim import Claim, Claims, Status
from catalog.model.plant_record import FactRecord, OutputRecord, PlantRecord
from catalog.model.record import ImportedRecord, Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

#: The columns of a published table besides those of ``catalog.query.schema``: what a name is looked for in (id, make,
#: model, version and type; and aliases), without case and accents; and the vehicle's record as JSON, or in a Parquet
#: file its place in the archive.
NAME, ALIASES, RECORD, PLACE = "name_folded", "aliases_folded", "record", "record_place"
_TUPLES = ("markets", "plants", "aliases", "sources")
_IDENTITY = tuple(name for name in Record.__match_args__ if name != "claims")
_CLAIM = tuple(name for name in Claim.__match_args__ if name != "field")
_PLANT = tuple(name for name in PlantRecord.__match_args__ if name not in ("output", "facts"))
#: What stands for nothing, and is left out.
_NOTHING: tuple[Any, ...] = ("", None, (), False)


def as_json(value: Any) -> str:
    """A value as JSON text on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def pack_record(record: Record) -> str:
    """A vehicle, without what follows from its claims."""
    own = _filled(record, _IDENTITY)
    if isinstance(record, ImportedRecord):
        own |= {"data_set": record.data_set, "row": record.row}
    own["claims"] = {
        key: [_claim(claim) for claim in claims]
        for key, claims in record.claims.items()
        if not key.startswith("derived_")
    }
    return as_json(own)


def unpack_record(text: str, fields: Iterable[str] | None = None, *, names: bool = False) -> Record:
    """The vehicle of a text, with its claims of some fields alone where they are named; with ``names`` the fields of
    which something is known, and none of their claims."""
    own = json.loads(text)
    found: Mapping[str, Any] = own.pop("claims")
    wanted = found if fields is None else set(fields)
    claims = {
        key: Claims(() if names else (_unpacked(key, parts) for parts in several))
        for key, several in found.items()
        if key in wanted
    }
    own |= {name: tuple(own[name]) for name in _TUPLES if name in own}
    return (ImportedRecord if "data_set" in own else Record)(**own, claims=claims)


def pack_plants(plants: Mapping[str, PlantRecord]) -> str:
    """All plants, in order."""
    return as_json([_plant(plant) for plant in plants.values()])


def unpack_plants(text: str) -> dict[str, PlantRecord]:
    """The plants of a text by their ids."""
    found = {}
    for own in json.loads(text):
        output = tuple(
            OutputRecord(entry["period"], entry["what"], entry["stated"], _unpacked(entry["field"], entry["claim"]))
            for entry in own.pop("output")
        )
        facts = tuple(FactRecord(fact["what"], _unpacked(fact["field"], fact["claim"])) for fact in own.pop("facts"))
        parts = dict.fromkeys(_PLANT, "") | own
        found[own["id"]] = PlantRecord(**parts | {"sources": tuple(own.get("sources", ()))}, output=output, facts=facts)
    return found


def pack_sources(sources: Mapping[str, Cited]) -> str:
    """All sources, in order, each with its citation as text; of a data set with how many values cite it."""
    return as_json([_source(source) for source in sources.values()])


def unpack_sources(text: str) -> dict[str, Cited]:
    """The sources of a text by their ids."""
    return {own["about"]["id"]: PublishedSource(**own) for own in json.loads(text)}


class PublishedSource(Cited):
    """A source as it was published; that of a data set has its licence and version among its parts."""

    def __init__(self, about: Mapping[str, Any], citation: str, counted: int | None) -> None:
        self.__dict__.update(about)
        self._about = about
        self._citation = citation
        self._counted = counted

    @property
    def citation(self) -> str:
        return self._citation

    @property
    def counted(self) -> int | None:
        return self._counted

    def as_dict(self) -> dict[str, Any]:
        return dict(self._about)


def _filled(thing: object, names: Iterable[str]) -> dict[str, Any]:
    values = ((name, getattr(thing, name)) for name in names)
    return {name: value for name, value in values if value not in _NOTHING and value != {}}


def _claim(claim: Claim) -> dict[str, Any]:
    own = _filled(claim, (name for name in _CLAIM if name not in ("status", "reading", "definition")))
    packed: dict[str, Any] = {"published": own.pop("published", "")}
    if claim.reading is not None:
        packed["reading"] = numbers_of(claim.reading)
    if claim.definition:
        packed["definition"] = dict(claim.definition)
    if claim.status is not Status.PUBLISHED:
        packed["status"] = claim.status.value
    return packed | own


def _unpacked(field: str, parts: Mapping[str, Any]) -> Claim:
    own = dict(parts)
    if "reading" in own:
        own["reading"] = reading_of(*own["reading"])
    if "definition" in own:
        own["definition"] = tuple(own["definition"].items())
    if "status" in own:
        own["status"] = Status(own["status"])
    if "sources" in own:
        own["sources"] = tuple(own["sources"])
    return Claim(field, **own)


def _source(source: Cited) -> dict[str, Any]:
    return {"about": source.as_dict(), "citation": source.citation, "counted": source.counted}


def _plant(plant: PlantRecord) -> dict[str, Any]:
    output = [
        {"period": entry.period, "what": entry.what, "stated": entry.stated, "field": entry.claim.field,
         "claim": _claim(entry.claim)}
        for entry in plant.output
    ]  # fmt: skip
    facts = [{"what": fact.what, "field": fact.claim.field, "claim": _claim(fact.claim)} for fact in plant.facts]
    return {**_filled(plant, _PLANT), "output": output, "facts": facts}
