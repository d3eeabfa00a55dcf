"""A row is a field under one definition, and every vehicle has a cell in it."""

from __future__ import annotations

import pytest

from catalog.compare import Comparison, compare
from catalog.errors import NotComparable, NotFound
from catalog.model import FIELDS, Record
from catalog.wording import choose
from tests.compare.conftest import Make


def texts(comparison: Comparison, key: str, definition: str | None = None) -> list[str]:
    return [cell.text.replace("\u00a0", " ") for cell in comparison.row(key, definition).cells]


def test_two_procedures_are_two_rows_and_never_share_a_best_mark(make: Make) -> None:
    wltp = make("a", range={"value": "317 km", "procedure": "wltp"})
    cltc = make("b", range={"value": "410 km", "procedure": "cltc"})
    comparison = compare([wltp, cltc], FIELDS)
    assert [row.definition for row in comparison.rows if row.field == "range"] == ["wltp", "cltc"]
    assert not any(cell.best for row in comparison.rows for cell in row.cells)


def test_a_phase_is_a_row_of_its_own(make: Make) -> None:
    van = make(
        "a", range=[{"value": "317 km", "procedure": "wltp"}, {"value": "400 km", "procedure": "wltp", "phase": "city"}]
    )
    comparison = compare([van], FIELDS, derived=False)
    assert [row.head.words for row in comparison.rows] == ["WLTP", "WLTP City"]


@pytest.mark.parametrize(
    ("specs", "powertrain", "rest", "reason"),
    [
        ({}, "battery electric", "", "unknown"),
        ({}, "battery electric", "not published", "not published"),
        ({"battery_energy": {"status": "not published"}}, "battery electric", "", "not published"),
        ({"battery_energy": {"status": "not applicable"}}, "battery electric", "", "not applicable"),
        ({}, "diesel", "", "not applicable"),
        ({"battery_energy": {"value": "80 kWh", "capacity": "gross"}}, "battery electric", "", "other definition"),
    ],
)
def test_an_empty_cell_says_why(make: Make, specs: dict[str, object], powertrain: str, rest: str, reason: str) -> None:
    full = make("full", battery_energy={"value": "68 kWh", "capacity": "usable"})
    other = make("other", powertrain=powertrain, rest=rest, **specs)
    cell = compare([full, other], FIELDS).row("battery_energy", "usable").cells[1]
    assert (cell.claim, cell.reason) == (None, reason)


def test_values_of_any_unit_stand_in_the_readers_unit_with_published_precision(make: Make) -> None:
    records = [make("a", length="5995 mm"), make("b", length="19 ft 8 in"), make("c", length="6.0 m")]
    assert texts(compare(records, FIELDS), "length") == ["5995 mm", "5990 mm", "6000 mm"]
    assert texts(compare(records, FIELDS, choose(FIELDS, "us")), "length") == ["236.0 in", "236 in", "240 in"]


def test_a_unit_of_one_field_or_of_a_kind_overrides_the_system(make: Make) -> None:
    record = make("a", length="5995 mm", width="2200 mm", range="410 km")
    comparison = compare([record], FIELDS, choose(FIELDS, "metric", ["width=in", "range=mi"]))
    assert texts(comparison, "length") + texts(comparison, "width") + texts(comparison, "range") == [
        "5995 mm",
        "86.6 in",
        "255 mi",
    ]


def test_disagreeing_sources_are_told_and_agreeing_ones_are_not(make: Make) -> None:
    van = make(
        "a",
        range=[
            {"value": "350 km", "procedure": "wltp", "source": "one"},
            {"value": "317 km", "procedure": "wltp", "source": "two"},
            {"value": "217 mi", "procedure": "wltp", "source": "three"},
        ],
    )
    cell = compare([van], FIELDS).row("range", "wltp").cells[0]
    assert [claim.published for claim in cell.others] == ["317 km"]


def test_a_claim_about_a_variant_does_not_contradict_the_whole(make: Make) -> None:
    van = make("a", wheelbase=["3504 mm", {"value": "3954 mm", "applies_to": "L3"}])
    assert compare([van], FIELDS).row("wheelbase").cells[0].others == ()


def test_currencies_are_rows_of_their_own_and_are_not_converted(make: Make) -> None:
    euro = make("a", price={"value": "EUR 45,000", "tax": "excluded", "market": "DE"})
    dollar = make("b", price={"value": "USD 45,000", "tax": "excluded", "market": "DE"})
    comparison = compare([euro, dollar], FIELDS, choose(FIELDS, "us"))
    rows = [row for row in comparison.rows if row.field == "price"]
    assert [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in rows] == [
        ["45 000 EUR", ""],
        ["", "45 000 USD"],
    ]
    assert not any(cell.best for row in rows for cell in row.cells)


def test_chosen_fields_come_in_the_order_asked(make: Make) -> None:
    record = make("a", length="5 m", payload="1 t", width="2 m")
    assert [row.field for row in compare([record], FIELDS, keys=["width", "length"]).rows] == ["width", "length"]


def test_nothing_to_compare_and_a_baseline_not_compared_are_errors(make: Make) -> None:
    with pytest.raises(NotComparable, match="nothing to compare"):
        compare([], FIELDS)
    with pytest.raises(NotFound, match="baseline"):
        compare([make("a")], FIELDS, baseline="b")


def test_a_comparison_shows_itself(make: Make) -> None:
    comparison = compare([make("a", length="5995 mm"), make("b", length="6.5 m")], FIELDS)
    assert "5995 mm" in str(comparison)
    assert comparison._repr_html_().startswith("<table")
    with pytest.raises(NotFound, match="no row 'payload'"):
        comparison.row("payload")


def test_the_document_has_the_documented_keys(make: Make) -> None:
    full = make("a", range={"value": "2.5-3 km", "procedure": "wltp"})
    document = compare([full, make("b")], FIELDS).to_dict()
    (row,) = (row for row in document["rows"] if row["field"] == "range")
    assert {"field", "definition", "label", "unit", "better", "comparable", "cells"} <= row.keys()
    present, missing = row["cells"]
    for cell in (present, missing):
        assert {"vehicle", "value", "text", "published", "status", "sources"} <= cell.keys()
    assert present["value"] == [2.5, 3]
    assert (missing["value"], missing["reason"], missing["status"]) == (None, "unknown", "unknown")


def test_every_vehicle_has_a_cell_in_every_row(make: Make) -> None:
    records: list[Record] = [make("a", length="5 m", gearbox="5-speed manual"), make("b", width="2 m"), make("c")]
    for row in compare(records, FIELDS).rows:
        assert [cell.vehicle for cell in row.cells] == ["a", "b", "c"]


def test_a_row_has_its_unit_also_where_the_first_vehicle_says_that_nothing_is_published(make: Make) -> None:
    silent = make("a", length={"status": "not published"})
    said = make("b", length="5995 mm")
    row = compare([silent, said], FIELDS, choose(FIELDS, "us")).row("length")
    assert (row.unit, [cell.text.replace("\u00a0", " ") for cell in row.cells]) == ("in", ["", "236.0 in"])
    assert row.cells[0].reason == "not published"
