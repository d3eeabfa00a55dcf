"""The field table in words."""

from __future__ import annotations

import pytest

from catalog.collection import Catalog
from catalog.compare import DERIVED
from catalog.model import FIELDS, FieldInfo
from catalog.sheets.fields import field_document, field_sheet, fields_sheet, unit_symbol
from tests.sheets.conftest import headings, rows

KEYS = {
    "key", "label", "group", "what", "kind", "unit", "units", "must_state", "may_state", "better", "powertrains",
    "vehicle_types", "words", "codes", "schema_org",
}  # fmt: skip
EVERY = [*FIELDS.values(), *DERIVED]


def test_every_field_is_listed_under_its_group() -> None:
    sheet = fields_sheet(EVERY)
    assert [row[0] for row in rows(sheet)] == [info.key for info in EVERY]
    assert headings(sheet) == list(dict.fromkeys(info.group for info in EVERY))
    assert [entry["key"] for entry in sheet.document["fields"]] == [info.key for info in EVERY]


def test_coverage_counts_the_vehicles_that_the_field_applies_to(fixture_catalog: Catalog) -> None:
    sheet = fields_sheet(list(FIELDS.values()), fixture_catalog.records)
    found = {row[0]: row[1:] for row in rows(sheet)}
    assert found["length"] == ("5", "5", "100%")
    assert found["range"] == ("2", "3", "67%")  # the pickup's powertrain is not known: it may have a range
    assert found["boot_volume"] == ("0", "1", "0%")
    assert found["hydrogen_capacity"] == ("0", "1", "0%")
    known = {entry["key"]: entry["known"] for entry in sheet.document["fields"]}
    assert known["length"] == 5


def test_coverage_of_nothing(fixture_catalog: Catalog) -> None:
    del fixture_catalog
    assert {row[3] for row in rows(fields_sheet(list(FIELDS.values()), {}))} == {"-"}


@pytest.mark.parametrize("info", EVERY, ids=lambda info: str(info.key))
def test_every_field_is_explained(info: FieldInfo) -> None:
    sheet = field_sheet(info)
    found = rows(sheet)
    assert ("Meaning", info.spec.what) in found
    assert all(text for _, text in found)
    assert set(sheet.document) == KEYS
    assert sheet.document == field_document(info)
    for name in info.spec.required:
        assert any(label == "must state" and text.startswith(f"{name}: ") for label, text in found)


@pytest.mark.parametrize(
    ("key", "symbol"),
    [
        ("length", "mm"),
        ("gearbox", "text"),
        ("price", "currency"),
        ("seats", "number"),
        ("battery_chemistry", "words"),
        ("tyres", "tyre"),
    ],
)
def test_the_unit_of_a_field_or_what_it_holds_instead(key: str, symbol: str) -> None:
    assert unit_symbol(FIELDS[key]) == symbol


def test_records_are_flat() -> None:
    (record,) = field_sheet(FIELDS["range"]).records
    assert record["unit_us"] == "mi"
    assert record["must_state"] == ["procedure"]
    assert "units" not in record
