"""The JSON Schema of a spec file, so that an editor completes keys, qualifiers and units.

What many fields share (the keys of a value, a qualifier's words, the spellings of a kind) stands once under ``$defs``:
written out at every field the schema would be ten times as long.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from catalog.model.claim import Status
from catalog.model.parse import CLAIM_KEYS
from catalog.model.qualifiers import QUALIFIERS
from catalog.model.spec import Spec
from catalog.units import MAX_LENGTH

JSON = dict[str, Any]
Share = Callable[[str, JSON], JSON]


def claims_schema(spec: Spec, share: Share = lambda name, schema: schema) -> JSON:
    """What a field of a spec file may hold: a text, a table, or a list of either.

    ``share`` is given each part that fields have in common, with a name, and returns what stands for it.
    """
    units = [unit.symbol for unit in spec.quantity_kind.units[:12] if unit.symbol] if spec.numeric else []
    either = [_value(spec, units, share), _table(spec, units, share)]
    return {
        "title": spec.label,
        "description": spec.what + (f" Units: {', '.join(units)}." if units else ""),
        "anyOf": [*either, {"type": "array", "items": {"anyOf": either}, "minItems": 1}],
    }


def spec_file_schema() -> JSON:
    """The JSON Schema (draft 2020-12) of a file under ``specs/vehicles``."""
    from catalog.model.fields import FIELDS, IDENTITY
    from catalog.model.vehicle import Vehicle

    shared: dict[str, JSON] = {}

    def share(name: str, schema: JSON) -> JSON:
        known = shared.setdefault(name, schema)
        assert known == schema, name
        return {"$ref": f"#/$defs/{name}"}

    properties = Vehicle.model_json_schema(schema_generator=_Quiet)["properties"]
    specs = {key: claims_schema(info.spec, share) for key, info in FIELDS.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Vehicle spec file",
        "type": "object",
        "required": ["make", "model", "vehicle_type"],
        "additionalProperties": False,
        "properties": {
            **{name: properties[name] for name in IDENTITY if name != "id"},
            "specs": {"type": "object", "properties": specs, "additionalProperties": False},
        },
        "$defs": dict(sorted(shared.items())),
    }


class _Quiet(GenerateJsonSchema):
    """No warning that an empty ``Claims`` is no JSON: fields have no default in a spec file."""

    ignored_warning_kinds = frozenset({"skipped-choice", "non-serializable-default"})  # type: ignore[assignment]


def _value(spec: Spec, units: list[str], share: Share) -> JSON:
    value: JSON = {"type": "string", "maxLength": MAX_LENGTH, "description": "The text as published."}
    if spec.vocabulary:
        value["examples"] = list(spec.vocabulary)
    elif units:
        value["examples"] = [f"1234 {unit}" for unit in units[:4]]
    return share(f"value-{_kind(spec)}", value)


def _table(spec: Spec, units: list[str], share: Share) -> JSON:
    properties = {name: share(f"key-{name}", _key(name, what)) for name, what in CLAIM_KEYS.items() if name != "value"}
    qualifiers = {name: share(f"qualifier-{name}", _qualifier(name)) for name in spec.qualifiers}
    table = {
        "type": "object",
        "properties": {"value": _value(spec, units, share), **properties, **qualifiers},
        "additionalProperties": False,
    }
    return share("-".join(["table", _kind(spec), *spec.qualifiers]), table)


def _kind(spec: Spec) -> str:
    """The name of a field's values: its kind, and for words which."""
    name = f"{spec.kind} {spec.label}" if spec.vocabulary else spec.kind
    return re.sub(r"[^a-z0-9]+", "-", name.lower())


def _key(name: str, what: str) -> JSON:
    text = {"type": "string", "minLength": 1}
    shapes: dict[str, JSON] = {
        "sources": {"type": "array", "items": text, "minItems": 1},
        "status": {"enum": [status.value for status in Status]},
        "preferred": {"type": "boolean"},
        "accept": {"type": "object", "additionalProperties": text},
        "market": _qualifier("market"),
    }
    return {**shapes.get(name, {**text, "maxLength": 2000}), "description": what}


def _qualifier(name: str) -> JSON:
    qualifier = QUALIFIERS[name]
    schema: JSON = {"type": "string", "description": qualifier.what}
    if qualifier.values:
        schema["enum"] = list(qualifier.values)
    elif qualifier.pattern:
        schema["pattern"] = f"^{qualifier.pattern}$"
        schema["examples"] = [qualifier.example]
    elif qualifier.example:
        schema["examples"] = [qualifier.example]
    return schema
