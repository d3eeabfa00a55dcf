"""Lists and counts."""

from __future__ import annotations

import pytest

from catalog.collection import Catalog
from catalog.errors import NotFound
from catalog.sheets.columns import DEFAULT_COLUMNS, IDENTITY_COLUMNS
from catalog.sheets.listing import counts_sheet, listing_sheet
from catalog.wording import UnitChoice
from tests.sheets.conftest import Make, rows


@pytest.mark.parametrize(
    ("field", "value", "cell"),
    [
        ("range", {"value": "317 km", "procedure": "wltp"}, "317 km WLTP"),
        ("range", {"value": "317 km", "procedure": "wltp", "phase": "city"}, "317 km WLTP City"),
        ("range", {"value": "317 km", "procedure": "wltp", "load": "full payload"}, "317 km* WLTP"),
        ("range", "317 km", "317 km"),
        ("range", {"value": "317 km", "doubt": "why"}, "317 km?"),
        ("range", {"status": "not published"}, "n/p"),
        ("range", {"status": "not applicable"}, "n/a"),
        ("battery_energy", {"value": "68 kWh", "capacity": "usable"}, "68 kWh usable"),
        ("payload", {"value": "1616 kg", "crew": "deducted"}, "1616 kg*"),
        ("price", {"value": "EUR 54,900", "tax": "excluded", "market": "DE"}, "54 900 EUR*"),
        ("gearbox", "automatic", "automatic"),
    ],
)
def test_a_figure_carries_its_definition(make: Make, metric: UnitChoice, field: str, value: object, cell: str) -> None:
    assert rows(listing_sheet([make(**{field: value})], metric, [field])) == [(cell,)]


def test_an_empty_cell_says_why(make: Make, metric: UnitChoice) -> None:
    columns = ["range", "engine_power", "boot_volume"]
    assert rows(listing_sheet([make()], metric, columns)) == [("-", "n/a", "n/a")]
    assert rows(listing_sheet([make({"rest": "not published"})], metric, columns)) == [("n/p", "n/a", "n/a")]


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("id", "acme-e-van-75"), ("make", "Acme"), ("model", "E-Van"), ("version", "75 kWh, 3.5 t, L2H2"), ("type", "van"),
        ("category", "N1"), ("powertrain", "battery electric"), ("body", "panel van"), ("markets", "DE, AT"),
        ("plants", "graz"), ("claims", "30"),
    ],
)  # fmt: skip
def test_identity_columns(fixture_catalog: Catalog, metric: UnitChoice, column: str, cell: str) -> None:
    assert column in IDENTITY_COLUMNS
    assert rows(listing_sheet([fixture_catalog.records["acme-e-van-75"]], metric, [column])) == [(cell,)]


def test_what_is_not_known_of_an_identity_is_a_dash_for_people_and_nothing_for_programs(
    make: Make, metric: UnitChoice
) -> None:
    sheet = listing_sheet([make({"powertrain": None})], metric, ["powertrain", "markets", "version"])
    assert rows(sheet) == [("-", "-", "-")]
    assert sheet.records == ({"powertrain": None, "markets": None, "version": None},)


def test_marks_are_explained_where_they_occur(fixture_catalog: Catalog, make: Make, metric: UnitChoice) -> None:
    notes = listing_sheet(list(fixture_catalog.records.values()), metric).notes
    assert notes == (
        "- nothing in the catalog, n/p not published, n/a not applicable",
        "* with more to its definition (crew, load, conditions ...): `vehicles show` says what",
        "A figure without a word does not state its definition (crew).",
        "5 vehicles",
    )
    assert listing_sheet([make(length="5 m")], metric, ["length"]).notes == ("1 vehicle",)
    assert listing_sheet([make(range={"value": "9 km", "doubt": "w"})], metric, ["range"]).notes == (
        "? in doubt: `vehicles show` says why",
        "A figure without a word does not state its definition (procedure).",
        "1 vehicle",
    )
    assert listing_sheet([], metric).notes == ()


def test_the_records_of_a_list_keep_unit_bound_and_definition(fixture_catalog: Catalog, metric: UnitChoice) -> None:
    record = fixture_catalog.records["citroen-e-hauler-50"]
    (flat,) = listing_sheet([record], metric, ["id", "range", "gearbox", "plants"]).records
    assert flat == {
        "id": "citroen-e-hauler-50",
        "range": 224,
        "range_unit": "km",
        "range_doubt": None,
        "range_bound": "up to",
        "range_definition": "WLTP",
        "gearbox": None,
        "plants": None,
    }


def test_the_json_of_a_list(fixture_catalog: Catalog, metric: UnitChoice) -> None:
    document = listing_sheet(list(fixture_catalog.records.values()), metric, ["id", "range", "payload"]).document
    assert set(document) == {"shape", "vehicles"}
    assert [vehicle["id"] for vehicle in document["vehicles"]] == sorted(fixture_catalog)
    van = document["vehicles"][0]
    assert {"id", "make", "model", "version", "vehicle_type", "powertrain", "fields"} <= set(van)
    assert set(van["fields"]) == {"range", "payload"}
    assert van["fields"]["range"]["definition"] == "epa"
    assert document["vehicles"][2]["fields"]["payload"] is None


def test_numbers_stand_to_the_right(metric: UnitChoice) -> None:
    assert listing_sheet([], metric, ["id", "claims", "range", "gearbox"]).align == ("left", "right", "right", "left")
    assert len(listing_sheet([], metric).headers) == len(DEFAULT_COLUMNS)


def test_an_unknown_column_suggests_the_nearest(metric: UnitChoice) -> None:
    with pytest.raises(NotFound, match="no field 'payloda'; did you mean payload"):
        listing_sheet([], metric, ["payloda"])


def test_counts() -> None:
    sheet = counts_sheet({"Ford": 3, None: 2, "Acme": 1}, 6, "make")
    assert rows(sheet) == [("Ford", "3"), ("not stated", "2"), ("Acme", "1")]
    assert sheet.document == {
        "shape": 1, "by": "make", "counts": {"Ford": 3, "not stated": 2, "Acme": 1}, "vehicles": 6
    }  # fmt: skip
    assert sheet.records[1] == {"make": "not stated", "vehicles": 2}
    assert sheet.notes == ("6 vehicles",)
    assert counts_sheet({"Acme": 1}, 1, "data_set").headers == ("Data set", "Vehicles")


def test_a_vehicle_of_several_markets_is_counted_in_each() -> None:
    assert counts_sheet({"DE": 5, "FR": 5}, 5, "market").notes == (
        "5 vehicles; one with several markets is counted in each",
    )
    assert counts_sheet({"Acme": 1}, 1, "make").notes == ("1 vehicle",)
