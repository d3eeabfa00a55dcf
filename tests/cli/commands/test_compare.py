"""``vehicles compare``, and the JSON shape that stays."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cli.conftest import Run

ALL = ("acme-e-van-75", "citroen-e-hauler-50", "tianma-d9-7-5-t", "evil-sons-script", "quiet-secret")
VEHICLE_KEYS = {"id", "make", "model", "version", "vehicle_type", "category", "powertrain", "data_set", "row"}
ROW_KEYS = {
    "field", "group", "definition", "qualifiers", "label", "unit", "better", "comparable", "why_no_best", "formula",
    "cells",
}  # fmt: skip
CELL_KEYS = {
    "vehicle", "value", "text", "published", "status", "sources", "bound", "best", "difference", "published_as",
    "applies_to", "note", "doubt", "others",
}  # fmt: skip
MISSING_KEYS = {"vehicle", "value", "text", "published", "status", "sources", "reason"}
REASONS = {"unknown", "not published", "not applicable", "other definition"}


@pytest.fixture
def document(run: Run) -> dict[str, Any]:
    ran = run("compare", *ALL, "--baseline", ALL[0], "--format", "json")
    assert ran.err == ""
    found: dict[str, Any] = json.loads(ran.out)
    return found


def test_the_shape_of_the_whole(document: dict[str, Any]) -> None:
    assert set(document) == {"shape", "vehicles", "baseline", "rows"}
    assert document["shape"] == 1
    assert document["baseline"] == ALL[0]
    assert [vehicle["id"] for vehicle in document["vehicles"]] == list(ALL)
    assert all(set(vehicle) == VEHICLE_KEYS for vehicle in document["vehicles"])


def test_the_shape_of_rows(document: dict[str, Any]) -> None:
    assert len(document["rows"]) > 40
    for row in document["rows"]:
        assert set(row) == ROW_KEYS
        assert row["better"] in ("higher", "lower", None)
        assert isinstance(row["comparable"], bool)
        assert isinstance(row["qualifiers"], dict)
        assert [cell["vehicle"] for cell in row["cells"]] == list(ALL)


def test_the_shape_of_cells_missing_ones_with_a_reason(document: dict[str, Any]) -> None:
    seen = set()
    for cell in (cell for row in document["rows"] for cell in row["cells"]):
        if cell["value"] is None:
            assert set(cell) == MISSING_KEYS
            assert cell["reason"] in REASONS
            assert cell["status"] == cell["reason"]
            assert cell["sources"] == []
            assert cell["text"] is cell["published"] is None
            seen.add(cell["reason"])
            continue
        assert set(cell) == CELL_KEYS
        assert cell["sources"], "every number can be cited"
        assert "\u00a0" not in cell["text"]
        assert isinstance(cell["value"], int | float | str) or len(cell["value"]) == 2
        if cell["difference"] is not None:
            assert set(cell["difference"]) == {"absolute", "relative_percent", "certain"}
        for other in cell["others"]:
            assert set(other) >= {"value", "published", "sources", "note"}
    assert seen == REASONS


def test_one_row(document: dict[str, Any]) -> None:
    (row,) = (row for row in document["rows"] if row["field"] == "range" and row["definition"] == "wltp")
    assert row["label"] == "Range, WLTP"
    assert row["unit"] == "km"
    assert row["better"] == "higher"
    van, citroen = row["cells"][:2]
    assert (van["value"], van["text"], van["published"], van["best"]) == (317, "317 km", "317 km", True)
    assert [other["published"] for other in van["others"]] == ["350 km"]
    assert (citroen["text"], citroen["bound"]) == ("≤ 224 km", "up to")
    assert citroen["difference"]["certain"] is False


@pytest.mark.parametrize("name", ["csv", "tsv", "jsonl"])
def test_records_have_a_column_for_each_vehicle(run: Run, name: str) -> None:
    out = run("compare", *ALL[:2], "--format", name).out
    if name == "jsonl":
        columns = list(json.loads(out.splitlines()[0]))
    else:
        columns = out.splitlines()[0].split("," if name == "csv" else "\t")
    assert columns[:6] == ["field", "definition", "label", "unit", "better", "comparable"]
    assert columns[-2:] == list(ALL[:2])


def test_fields_in_the_order_asked_for_and_groups(run: Run) -> None:
    rows = json.loads(run("compare", *ALL[:2], "--fields", " range, payload ,length", "--format", "json").out)["rows"]
    assert list(dict.fromkeys(row["field"] for row in rows)) == ["range", "payload", "length"]
    masses = json.loads(run("compare", *ALL[:2], "--fields", "Masses,derived_footprint", "--format", "json").out)[
        "rows"
    ]
    assert {row["group"] for row in masses} == {"Masses", "Derived figures"}
    assert run("compare", *ALL[:2], "--fields", "range and consumption").code == 0
    assert run("compare", *ALL[:2], "--fields", "cab_and_chassis").code == 0


def test_only_differences(run: Run) -> None:
    rows = json.loads(run("compare", *ALL[:2], "--only-differences", "--format", "json").out)["rows"]
    fields = {row["field"] for row in rows}
    assert "length" in fields
    assert "seats" not in fields
    assert (
        run("compare", *ALL[:2], "--only-differences", "--fields", "seats").out
        == "(no field is known of these vehicles)\n"
    )


def test_a_baseline_is_compared_though_not_named(run: Run) -> None:
    document = json.loads(run("compare", ALL[1], "--baseline", ALL[0], "--format", "json").out)
    assert [vehicle["id"] for vehicle in document["vehicles"]] == [ALL[0], ALL[1]]
    alone = json.loads(run("compare", "-", "--baseline", ALL[0], "--format", "json").out)
    assert [vehicle["id"] for vehicle in alone["vehicles"]] == [ALL[0]]


def test_derived_figures_can_be_left_out(run: Run) -> None:
    assert "†" in run("compare", *ALL[:2]).out
    assert "†" not in run("compare", *ALL[:2], "--no-derived").out


def test_one_vehicle_is_shown_with_a_remark(run: Run) -> None:
    ran = run("compare", ALL[0])
    assert ran.code == 0
    assert ran.err == "vehicles: one vehicle compares with nothing; name two or more\n"


def test_marks_do_not_rely_on_colour_and_are_explained(run: Run) -> None:
    out = run("compare", *ALL).out
    for mark, meaning in (
        ("▲", "best of the row (highest)"),
        ("▼", "best of the row (lowest)"),
        ("n/p", "not published"),
    ):
        assert mark in out
        assert f"{mark} {meaning}" in out


def test_schema_org(run: Run) -> None:
    document = json.loads(run("compare", *ALL[:2], "--format", "jsonld").out)
    assert [entry["item"]["identifier"] for entry in document["itemListElement"]] == list(ALL[:2])
