"""Plants, their output plans side by side, and what they build."""

from __future__ import annotations

from typing import Any

import pytest

from catalog.collection import Catalog
from catalog.model import Plant
from catalog.render import render
from catalog.sheets.plants import plant_document, plant_sheet, plants_sheet
from tests.sheets.conftest import headings, rows

OUTPUT_KEYS = {"what", "period", "stated", "published", "value", "bound", "status", "sources", "note"}


def plant(**output: Any) -> Plant:
    entry = {"period": "2024", **output}
    return Plant.model_validate(
        {"id": "a", "name": "A", "place": "B", "country": "DE", "sources": ["s"], "output": [entry]}
    )


def test_all_plants(fixture_catalog: Catalog) -> None:
    sheet = plants_sheet(fixture_catalog.plants, fixture_catalog.records)
    assert rows(sheet) == [
        ("empty-hall", "Empty hall", "Nowhere, DE", "0", "0"),
        ("graz", "Acme plant", "Graz, AT", "1", "3"),
    ]
    assert [record["plant"] for record in sheet.records] == ["empty-hall", "graz", "graz", "graz"]
    assert render(plants_sheet({}, {})) == "(no plants)\n"


def test_one_plant(fixture_catalog: Catalog) -> None:
    sheet = plant_sheet(fixture_catalog.plants["graz"], fixture_catalog.records, fixture_catalog.sources)
    assert sheet.title == "Acme plant, Graz"
    assert headings(sheet) == ["Plant", "Output", "Other facts", "Built here"]
    assert rows(sheet) == [
        ("Place", "Graz, AT"),
        ("Owner", "Acme Motors"),
        ("plan, 2024", "12,000 vehicles, stated 2023-11-02 [1]"),
        ("plan, 2024", "up to 15,000, stated 2024-03 [2]"),
        ("", "  – two shifts"),
        ("built, first year", "about 800, stated 2024-05 [1]"),
        ("staff", "about 450 [1]"),
        ("acme-e-van-75", "Acme E-Van, 75 kWh, 3.5 t, L2H2 (van)"),
    ]
    assert sheet.notes[0] == "Output claims for one period disagree; each stands with its source."
    assert [note[:4] for note in sheet.notes[1:]] == ["[1] ", "[2] "]


def test_a_plant_of_which_little_is_known(fixture_catalog: Catalog) -> None:
    sheet = plant_sheet(fixture_catalog.plants["empty-hall"], fixture_catalog.records, fixture_catalog.sources)
    assert headings(sheet) == ["Plant"]
    assert sheet.notes == ("A hall of which nothing but its place is known.",)


def test_the_json_of_a_plant(fixture_catalog: Catalog) -> None:
    document = plant_document(fixture_catalog.plants["graz"], fixture_catalog.records)
    assert set(document) == {
        "id", "name", "place", "country", "owner", "formerly", "note", "output", "facts", "vehicles",
    }  # fmt: skip
    assert all(set(entry) == OUTPUT_KEYS for entry in document["output"])
    assert [(entry["value"], entry["bound"]) for entry in document["output"]] == [
        (12000, "exact"),
        (15000, "up to"),
        (800, "about"),
    ]
    assert document["facts"] == [
        {"what": "staff", "published": "about 450", "sources": ["acme-press-2023"], "note": None}
    ]
    assert document["vehicles"] == ["acme-e-van-75"]


@pytest.mark.parametrize(
    ("output", "value", "flat"),
    [
        ({"value": "2000"}, 2000, 2000),
        ({"value": "2000-3000"}, [2000, 3000], "2000..3000"),
        ({"status": "not published"}, None, None),
    ],
)
def test_what_a_plant_makes(output: dict[str, Any], value: object, flat: object) -> None:
    """Also an output that was looked for and not found."""
    found = plant(**output)
    assert plant_document(found, {})["output"][0]["value"] == value
    assert plants_sheet({"a": found}, {}).records[0]["value"] == flat
    text = rows(plant_sheet(found, {}, {}))[1][1]
    assert text == f"{output.get('value', 'not published')}, stated undated [1]"
