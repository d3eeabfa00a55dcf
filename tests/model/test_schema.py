"""The JSON Schema that editors complete and check by."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from catalog.model import FIELDS, IDENTITY
from catalog.model.parse import CLAIM_KEYS
from catalog.model.schema import spec_file_schema
from catalog.reading import shipped

SCHEMA = spec_file_schema()
VALIDATOR = Draft202012Validator(SCHEMA)
FILES = sorted((shipped() / "vehicles").glob("*/*.toml"))
DATA: dict[str, Any] = {"make": "Acme", "model": "Van", "vehicle_type": "van", "sources": ["brochure"]}


def errors(data: dict[str, Any]) -> list[str]:
    return [error.json_path for error in VALIDATOR.iter_errors(data)]


def test_the_schema_is_valid_and_is_json() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


def test_every_field_and_every_part_of_the_identity_is_in_it() -> None:
    assert list(SCHEMA["properties"]) == [*(name for name in IDENTITY if name != "id"), "specs"]
    specs = SCHEMA["properties"]["specs"]["properties"]
    assert list(specs) == list(FIELDS)
    for key, entry in specs.items():
        assert entry["title"] == FIELDS[key].label
        assert entry["description"].startswith(FIELDS[key].spec.what)


def test_what_fields_share_is_written_once() -> None:
    """Written out at each field, the keys of a value took nine tenths of 857 kB."""
    assert len(json.dumps(SCHEMA)) < 120_000
    used = json.dumps(SCHEMA).count
    for name in SCHEMA["$defs"]:
        assert used(f'"#/$defs/{name}"') >= 1, name
    texts = [json.dumps(part, sort_keys=True) for part in SCHEMA["$defs"].values() if part.get("type") == "object"]
    assert len(set(texts)) == len(texts)


def test_a_value_may_have_the_keys_that_a_claim_has() -> None:
    for name, table in SCHEMA["$defs"].items():
        if name.startswith("table-"):
            assert set(CLAIM_KEYS) <= set(table["properties"])
            assert table["additionalProperties"] is False


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_shipped_file_is_valid(path: Path) -> None:
    assert errors(tomllib.loads(path.read_text(encoding="utf-8"))) == []


def test_there_are_shipped_files() -> None:
    assert len(FILES) > 100


@pytest.mark.parametrize(
    "specs",
    [
        {},
        {"length": "5 m"},
        {"length": {"value": "5 m", "note": "x", "accept": {"a": "b"}, "preferred": True}},
        {"length": ["5 m", {"value": "5 m", "sources": ["a", "b"]}]},
        {"range": {"value": "300 km", "procedure": "wltp", "conditions": "cold"}},
        {"payload": {"status": "not published"}},
        {"price": {"value": "EUR 5", "market": "DE", "tax": "included"}},
        {"dc_charge_time": {"value": "30 min", "soc": "10-80 %", "charger": "150 kW"}},
    ],
    ids=str,
)
def test_what_loads_is_valid(specs: dict[str, Any]) -> None:
    assert errors({**DATA, "specs": specs}) == []


@pytest.mark.parametrize(
    ("more", "at"),
    [
        ({"makes": "Acme"}, "$"),
        ({"make": 5}, "$.make"),
        ({"make": ""}, "$.make"),
        ({"vehicle_type": "lorry"}, "$.vehicle_type"),
        ({"markets": ["Germany"]}, "$.markets[0]"),
        ({"sources": "brochure"}, "$.sources"),
        ({"id": "acme-van"}, "$"),
        ({"length": "5 m"}, "$"),
        ({"specs": []}, "$.specs"),
        ({"specs": {"lenght": "5 m"}}, "$.specs"),
        ({"specs": {"length": 5995}}, "$.specs.length"),
        ({"specs": {"length": {"value": 5995}}}, "$.specs.length"),
        ({"specs": {"length": {"value": "5 m", "colour": "red"}}}, "$.specs.length"),
        ({"specs": {"length": {"value": "5 m", "procedure": "wltp"}}}, "$.specs.length"),
        ({"specs": {"length": {"value": "5 m", "status": "guess"}}}, "$.specs.length"),
        ({"specs": {"length": {"value": "5 m", "preferred": "yes"}}}, "$.specs.length"),
        ({"specs": {"length": []}}, "$.specs.length"),
        ({"specs": {"length": [["5 m"]]}}, "$.specs.length"),
        ({"specs": {"length": "5" * 161}}, "$.specs.length"),
        ({"specs": {"range": {"value": "300 km", "procedure": "wtlp"}}}, "$.specs.range"),
        ({"specs": {"dc_charge_time": {"value": "30 min", "soc": "10 to 80"}}}, "$.specs.dc_charge_time"),
        ({"specs": {"price": {"value": "EUR 5", "market": "Germany"}}}, "$.specs.price"),
    ],
    ids=str,
)
def test_what_does_not_load_is_not_valid(more: dict[str, Any], at: str) -> None:
    assert errors({**DATA, **more}) == [at]


@pytest.mark.parametrize("key", ["make", "model", "vehicle_type"])
def test_what_is_missing_is_told(key: str) -> None:
    assert errors({name: value for name, value in DATA.items() if name != key}) == ["$"]
