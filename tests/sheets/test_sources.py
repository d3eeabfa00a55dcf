"""Sources, and what cites them."""

from __future__ import annotations

from catalog.collection import Catalog
from catalog.sheets.sources import citations, source_sheet, sources_sheet
from tests.sheets.conftest import rows

KEYS = {"id", "publisher", "title", "date", "url", "kind", "mirror", "low_trust", "note", "citation", "values"}


def test_citations_count_claims_of_vehicles_and_plants(fixture_catalog: Catalog) -> None:
    counts = citations(fixture_catalog.records, fixture_catalog.plants)
    claims = [
        claim for record in fixture_catalog.records.values() for found in record.claims.values() for claim in found
    ]
    claims += [claim for plant in fixture_catalog.plants.values() for claim in plant.claims]
    assert sum(counts.values()) == sum(len(claim.sources) for claim in claims)
    assert counts["epa-test-2024"] == 1


def test_a_source_of_the_whole_entry_counts_once(fixture_catalog: Catalog) -> None:
    from catalog.plain import replace

    record = replace(fixture_catalog.records["quiet-secret"], claims={})
    assert citations({record.id: record}, {}) == {"acme-press-2023": 1}
    sheet = source_sheet(fixture_catalog.sources["acme-press-2023"], {record.id: record}, {})
    assert rows(sheet) == [("Quiet Secret", "(the entry itself)")]
    assert sheet.document["cited_for"] == [
        {"source": "acme-press-2023", "of": "quiet-secret", "field": None, "published": None}
    ]


def test_all_sources(fixture_catalog: Catalog) -> None:
    counts = citations(fixture_catalog.records, fixture_catalog.plants)
    sheet = sources_sheet(fixture_catalog.sources, counts)
    found = {row[0]: row[1:] for row in rows(sheet)}
    assert found["trucknet-2022"] == ("Trucknet", "2022-Q2", "press, mirror", "1")
    assert found["tianma-sheet"][:3] == ("天马汽车", "undated", "manufacturer")
    assert found["evil-forum"][2] == "forum, low trust"
    assert all(set(entry) == KEYS for entry in sheet.document["sources"])
    assert sheet.notes == ("7 sources; `vehicles sources ID` shows one",)
    assert sources_sheet({"a": fixture_catalog.sources["evil-forum"]}, {}).notes[0].startswith("1 source;")
    assert sources_sheet({}, {}).notes == ()


def test_one_source_with_all_that_cites_it(fixture_catalog: Catalog) -> None:
    sheet = source_sheet(fixture_catalog.sources["acme-press-2023"], fixture_catalog.records, fixture_catalog.plants)
    assert (
        sheet.title
        == "Fleet & Freight, “Acme shows an <electric> van”, 2023-11-02, https://example.org/fleet?a=1&b=2 (press)"
    )
    found = rows(sheet)
    assert found[0] == ("Acme E-Van, 75 kWh, 3.5 t, L2H2", "")
    assert ("payload", "905 kg") in found
    assert ("Acme plant, Graz", "") in found
    assert ("output", "12,000 vehicles") in found
    assert set(sheet.document) == {*KEYS, "cited_for"}
    assert sheet.document["values"] == len(sheet.document["cited_for"]) == len(sheet.records)


def test_a_value_that_is_not_published_is_cited_too(fixture_catalog: Catalog) -> None:
    sheet = source_sheet(fixture_catalog.sources["evil-forum"], fixture_catalog.records, {})
    assert ("gross_vehicle_mass", "not published") in rows(sheet)
    assert sheet.notes == ("Anything can be written in a forum.",)
