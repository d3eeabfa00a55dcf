"""One vehicle: every claim, its source as a footnote, what is said of it below."""

from __future__ import annotations

import re

import pytest

from catalog.collection import Catalog
from catalog.compare import DERIVED
from catalog.compare.derived import with_derived
from catalog.model import FIELDS, Source
from catalog.sheets.documents import claim_document, identity_document
from catalog.sheets.vehicle import cite, vehicle_sheet
from catalog.wording import UnitChoice, choose
from tests.sheets.conftest import Make, headings, pairs, rows

CLAIM_KEYS = {
    "field", "group", "label", "value", "unit", "text", "published", "published_as", "read_as", "bound", "definition",
    "qualifiers", "status", "sources", "applies_to", "market", "date", "note", "doubt",
}  # fmt: skip
IDENTITY_KEYS = {
    "id", "make", "model", "version", "vehicle_type", "category", "powertrain", "body", "markets", "plants", "aliases",
    "note", "rest", "data_set", "row",
}  # fmt: skip


@pytest.mark.parametrize(
    ("field", "value", "cell"),
    [
        ("length", "5995 mm", "5995 mm [1]"),
        ("length", "6.40 m", "6400 mm, published 6.40 m [1]"),
        ("gross_vehicle_mass", {"value": "4495 kg", "published_as": "curb weight"}, "4495 kg, published as “curb weight” [1]"),
        ("gross_vehicle_mass", {"value": "4.5 t", "published_as": "weight"}, "4500 kg, published “4.5 t” as “weight” [1]"),
        ("motor_power", {"value": "154 hp", "read_as": "154 PS", "note": "n", "rating": "peak"}, "113 kW, peak, published “154 hp” [1]"),
        ("range", {"value": "up to 350 km", "procedure": "wltp"}, "≤ 350 km, WLTP, published up to 350 km [1]"),
        ("range", "350 km", "350 km, procedure not stated [1]"),
        ("range", {"value": "350 km", "applies_to": "high roof"}, "350 km, procedure not stated, for high roof [1]"),
        ("range", {"value": "350 km", "doubt": "why"}, "350 km?, procedure not stated [1]"),
        ("range", {"value": "350 km", "status": "estimated"}, "350 km, procedure not stated, estimated [1]"),
        ("range", {"status": "not published"}, "not published [1]"),
        ("charge_port", "CCS2", "CCS2 [1]"),
        ("length", {"value": "5995 mm", "sources": ["brochure", "paper"]}, "5995 mm [1][2]"),
    ],
)  # fmt: skip
def test_a_claim_in_one_line(
    make: Make, metric: UnitChoice, sources: dict[str, Source], field: str, value: object, cell: str
) -> None:
    sheet = vehicle_sheet(make(**{field: value}), metric, sources, {})
    assert (FIELDS[field].label, cell) in rows(sheet)


def test_notes_and_doubts_stand_below_on_one_line(make: Make, metric: UnitChoice, sources: dict[str, Source]) -> None:
    record = make(range={"value": "350 km", "doubt": "too far\nfor it", "note": "as\n printed"})
    found = rows(vehicle_sheet(record, metric, sources, {}))
    place = found.index(("Range", "350 km?, procedure not stated [1]"))
    assert found[place + 1 : place + 3] == [("", "  – in doubt: too far for it"), ("", "  – as printed")]


def test_every_claim_is_shown_the_label_once(make: Make, metric: UnitChoice, sources: dict[str, Source]) -> None:
    record = make(length=["5 m", {"value": "5.1 m", "source": "paper"}])
    assert [row for row in rows(vehicle_sheet(record, metric, sources, {})) if "published" in row[1]] == [
        ("Length", "5000 mm, published 5 m [1]"),
        ("", "5100 mm, published 5.1 m [2]"),
    ]


def test_groups_stand_in_the_order_of_the_field_table_and_once(fixture_catalog: Catalog, metric: UnitChoice) -> None:
    record = fixture_catalog.records["acme-e-van-75"]
    sheet = vehicle_sheet(with_derived(record), metric, fixture_catalog.sources, fixture_catalog.plants, DERIVED)
    groups = list(dict.fromkeys(info.group for info in FIELDS.values()))
    found = headings(sheet)
    assert found[0] == "Identity"
    assert found[-1] == "Derived figures"
    assert found[1:-1] == [group for group in groups if group in found]


def test_identity_names_the_plant(fixture_catalog: Catalog, metric: UnitChoice) -> None:
    record = fixture_catalog.records["acme-e-van-75"]
    found = pairs(vehicle_sheet(record, metric, fixture_catalog.sources, fixture_catalog.plants))
    assert found["Id"] == "acme-e-van-75"
    assert found["Type"] == "van (N1)"
    assert found["Markets"] == "DE, AT"
    assert found["Built by"] == "Acme plant, Graz"


def test_what_is_not_listed_is_said_before_what_is_derived(fixture_catalog: Catalog, metric: UnitChoice) -> None:
    record = fixture_catalog.records["quiet-secret"]
    sheet = vehicle_sheet(with_derived(record), metric, fixture_catalog.sources, {}, DERIVED)
    assert rows(sheet)[-1] == ("Fields not listed", "not published")
    assert ("Powertrain", "not published") in rows(sheet)


def test_every_source_is_a_footnote_also_one_that_no_value_cites(
    make: Make, metric: UnitChoice, sources: dict[str, Source]
) -> None:
    record = make(
        {"sources": ["brochure", "paper"], "note": "Seen\n once."}, length={"value": "5 m", "source": "brochure"}
    )
    notes = vehicle_sheet(record, metric, sources, {}).notes
    assert notes == ("Seen once.", "[1] Brochure, “Data”, undated (manufacturer)", "[2] Paper, “Data”, undated (press)")


def test_a_citation_says_what_speaks_against_the_source(fixture_catalog: Catalog) -> None:
    assert cite("trucknet-2022", fixture_catalog.sources).endswith("(press, a copy or translation)")
    assert cite("evil-forum", fixture_catalog.sources).endswith("(forum, low trust)")
    assert cite("gone", fixture_catalog.sources) == "gone"


def test_every_footnote_of_the_table_is_explained(fixture_catalog: Catalog, metric: UnitChoice) -> None:

    for record in fixture_catalog.records.values():
        sheet = vehicle_sheet(record, metric, fixture_catalog.sources, fixture_catalog.plants)
        cited = {mark for row in rows(sheet) for mark in re.findall(r"\[\d+\]", row[1])}
        assert cited <= {note.partition(" ")[0] for note in sheet.notes}


def test_the_json_of_a_vehicle(fixture_catalog: Catalog, metric: UnitChoice) -> None:
    record = fixture_catalog.records["acme-e-van-75"]
    document = vehicle_sheet(record, metric, fixture_catalog.sources, fixture_catalog.plants).document
    assert set(document) == {"shape", *IDENTITY_KEYS, "claims", "sources"}
    assert all(set(claim) == CLAIM_KEYS for claim in document["claims"])
    assert len(document["claims"]) == sum(map(len, record.claims.values()))
    assert set(document["sources"]) == {"acme-brochure-2024", "acme-press-2023", "epa-test-2024"}
    assert set(document["sources"]["epa-test-2024"]) == {
        "id", "publisher", "title", "date", "url", "kind", "mirror", "low_trust", "note",
    }  # fmt: skip
    assert set(identity_document(record)) == IDENTITY_KEYS


def test_the_records_of_a_vehicle_are_flat(fixture_catalog: Catalog, metric: UnitChoice) -> None:
    record = fixture_catalog.records["tianma-d9-7-5-t"]
    records = vehicle_sheet(record, metric, fixture_catalog.sources, {}).records
    assert all(set(entry) == {"vehicle", *CLAIM_KEYS} for entry in records)
    by_field = {entry["field"]: entry for entry in records}
    assert by_field["cargo_height"]["value"] == "2100..2300"
    assert by_field["engine_power"]["qualifiers"] == "net=net"
    assert by_field["range"]["value"] is None
    assert by_field["range"]["status"] == "not applicable"


def test_a_claim_as_json_is_in_the_readers_units(make: Make) -> None:
    (claim,) = make(range={"value": "up to 317 km", "procedure": "wltp"}).claims["range"]
    document = claim_document(claim, FIELDS["range"], choose(FIELDS, "us"))
    assert document["unit"] == "mi"
    assert document["text"] == "≤ 197 mi"
    assert document["value"] == pytest.approx(196.97466)
    assert document["published"] == "up to 317 km"
    assert document["bound"] == "up to"
    assert document["qualifiers"] == {"procedure": "wltp"}
