"""The JSON Schema of a spec file, so that an editor completes keys, qualifiers and units."""

from __future__ import annotations

from typing import Any

from catalog.model.claim import Status
from catalog.model.parse import CLAIM_KEYS
from catalog.model.qualifiers import QUALIFIERS
from catalog.model.spec import Spec


def claims_schema(spec: Spec) -> dict[str, Any]:
    """What a field of a spec file may hold: a text, a table, or a list of either."""
    units = [unit.symbol for unit in spec.quantity_kind.units[:12] if unit.symbol] if spec.numeric else []
    value: dict[str, Any] = {"type": "string", "maxLength": 160, "description": "The text as published."}
    if units:
        value["examples"] = [f"1234 {unit}" for unit in units[:4]]
    if spec.vocabulary:
        value["examples"] = list(spec.vocabulary)
    text = {"type": "string", "maxLength": 2000}
    properties: dict[str, Any] = {name: {**text, "description": what} for name, what in CLAIM_KEYS.items()}
    properties["value"] = value
    properties["sources"] = {"type": "array", "items": {"type": "string"}, "description": CLAIM_KEYS["sources"]}
    properties["status"] = {"enum": [status.value for status in Status], "description": CLAIM_KEYS["status"]}
    properties["preferred"] = {"type": "boolean", "description": CLAIM_KEYS["preferred"]}
    properties["accept"] = {
        "type": "object",
        "additionalProperties": {"type": "string", "minLength": 1},
        "description": CLAIM_KEYS["accept"],
    }
    for name in spec.qualifiers:
        qualifier = QUALIFIERS[name]
        own: dict[str, Any] = {"type": "string", "description": qualifier.what}
        if qualifier.values:
            own["enum"] = list(qualifier.values)
        elif qualifier.pattern:
            own["pattern"] = f"^{qualifier.pattern}$"
        properties[name] = own
    table = {"type": "object", "properties": properties, "additionalProperties": False}
    one = {"anyOf": [value, table]}
    described = spec.what + (f" Units: {', '.join(units)}." if units else "")
    return {
        "title": spec.label,
        "description": described,
        "anyOf": [value, table, {"type": "array", "items": one, "minItems": 1}],
    }


def spec_file_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a file under ``specs/vehicles``."""
    from catalog.model.vehicle import FIELDS, IDENTITY, Vehicle

    schema = Vehicle.model_json_schema()
    properties = schema["properties"]
    identity = {name: properties[name] for name in IDENTITY if name != "id"}
    specs = {key: properties[key] for key in FIELDS}
    for entry in specs.values():
        entry.pop("default", None)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Vehicle spec file",
        "type": "object",
        "required": ["make", "model", "vehicle_type"],
        "additionalProperties": False,
        "properties": {
            **identity,
            "specs": {"type": "object", "properties": specs, "additionalProperties": False},
        },
    }
