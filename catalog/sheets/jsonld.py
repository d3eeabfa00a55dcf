"""Vehicles as schema.org JSON-LD: a property where schema.org has the very quantity, else a PropertyValue.

Units are UN/CEFACT Rec 20 codes, else UCUM with its prefix, else text. What schema.org lacks (range with its
procedure, battery energy, charging) goes to ``additionalProperty`` with the procedure or definition as
``measurementMethod``. emissionsCO2 is a plain number of g/km there, so only that unit is written to it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from catalog.model.fields import FIELDS
from catalog.units import Bound, Unit
from catalog.wording import definition_label

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.model.cited import Cited
    from catalog.model.claim import Claim
    from catalog.model.record import Record
    from catalog.model.table import FieldInfo

    Value = dict[str, Any]

_TYPES = {"car": "Car", "bus": "BusOrCoach", "coach": "BusOrCoach"}
_ENGINE = ("engineDisplacement", "enginePower", "torque")
#: A date as schema.org has it; "spring 2023" is none.
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
#: Fields whose schema.org property means the same only under one definition.
_ONLY = {"fuelCapacity": "tank_capacity", "torque": "engine_torque"}


def vehicle_json_ld(record: Record, sources: Mapping[str, Cited]) -> Value:
    """One vehicle as a schema.org node with its context."""
    return {"@context": "https://schema.org", **_node(record, sources)}


def list_json_ld(records: Sequence[Record], sources: Mapping[str, Cited]) -> Value:
    """Several vehicles as an ItemList."""
    return {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "numberOfItems": len(records),
        "itemListElement": [
            {"@type": "ListItem", "position": place, "item": _node(record, sources)}
            for place, record in enumerate(records, 1)
        ],
    }


def render_json_ld(document: Value) -> str:
    """The document as indented JSON."""
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _node(record: Record, sources: Mapping[str, Cited]) -> Value:
    node: Value = {
        "@type": _TYPES.get(record.vehicle_type, "Vehicle"),
        "identifier": record.id,
        "name": record.name,
        "brand": {"@type": "Brand", "name": record.make},
        "model": record.model,
    }
    if record.version:
        node["vehicleConfiguration"] = record.version
    if record.body:
        node["bodyType"] = record.body
    if record.powertrain:
        node["fuelType"] = record.powertrain
    engine: Value = {}
    extra: list[Value] = []
    for key, info in FIELDS.items():
        for claim in _one_a_definition(record, key):
            target = info.spec.schema_org
            # A claim with a definition (procedure, driver) or about a variant says more than the property can hold.
            whole = not claim.definition and claim.applies_to is None
            whole = whole and (info.spec.kind != "date" or _DATE.fullmatch(claim.text) is not None)
            if target and key == _ONLY.get(target, key) and target != "offers" and whole:
                into = engine if target in _ENGINE else node
                if target not in into:
                    into[target] = _plain_value(claim, target)
                    continue
            extra.append(_property(info, claim))
    if engine:
        node["vehicleEngine"] = {"@type": "EngineSpecification", **engine}
    if extra:
        node["additionalProperty"] = extra
    cited = dict.fromkeys(
        [
            *record.sources,
            *(source for claims in record.claims.values() for claim in claims for source in claim.sources),
        ]
    )
    node["subjectOf"] = [_source(sources[key]) for key in cited if key in sources]
    return node


def _one_a_definition(record: Record, key: str) -> list[Claim]:
    """The shown claim of each definition of a field."""
    found: dict[Any, Claim] = {}
    for claim in record.values(key):
        if claim.doubt is None:
            found.setdefault(claim.definition, claim)
    return list(found.values())


def _plain_value(claim: Claim, target: str) -> Any:
    if claim.reading is None:
        return claim.text
    if target in ("vehicleSeatingCapacity", "numberOfDoors", "numberOfAxles", "emissionsCO2"):
        low, high = map(_number, claim.reading.canonical)
        return low if low == high else {"@type": "QuantitativeValue", "minValue": low, "maxValue": high}
    found = _quantity(claim)
    if target == "speed" and "value" in found:  # which is a range there, and ends at the top speed
        found = {"maxValue": found.pop("value"), **found}
    return {"@type": "QuantitativeValue", **found}


def _quantity(claim: Claim) -> Value:
    assert claim.reading is not None
    reading = claim.reading
    low, high = map(_number, reading.ends(reading.unit))
    bound = reading.bound
    if bound in (Bound.UP_TO, Bound.LESS_THAN):
        value: Value = {"maxValue": high}
    elif bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        value = {"minValue": low}
    elif low != high:
        value = {"minValue": low, "maxValue": high}
    else:
        value = {"value": low}
    return {**value, **_unit(reading.unit)}


def _number(value: Fraction | float) -> int | float:
    return int(value) if value == int(value) else float(value)


def _unit(unit: Unit) -> Value:
    if not unit.symbol:
        return {}
    if unit.dimension.startswith("money "):
        return {"unitText": unit.symbol}
    if unit.rec20:
        return {"unitCode": unit.rec20, "unitText": unit.symbol}
    return {"unitCode": f"ucum:{unit.ucum}", "unitText": unit.symbol} if unit.ucum else {"unitText": unit.symbol}


def _property(info: FieldInfo, claim: Claim) -> Value:
    value: Value = {"@type": "PropertyValue", "propertyID": info.key, "name": info.label}
    value |= {"value": claim.text} if claim.reading is None else _quantity(claim)
    words = definition_label(info.spec, claim.definition)
    if words and words != "not stated":
        value["measurementMethod"] = words
    published = f"as published: {claim.printed}" if claim.printed else claim.status.value
    value["description"] = f"{published}, for {claim.applies_to}" if claim.applies_to else published
    return value


def _source(source: Cited) -> Value:
    node: Value = {
        "@type": "CreativeWork",
        "identifier": source.id,
        "name": source.title,
        "publisher": source.publisher,
    }
    if source.date:
        node["datePublished"] = source.date
    if source.url:
        node["url"] = source.url
    return node
