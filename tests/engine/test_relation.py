"""Vehicles in an engine leave it in whole columns, which say the same as those that are made record by record."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from pyarrow import parquet as pq

import catalog
from catalog.collection import Catalog
from catalog.engine import build_table
from catalog.engine.duckdb import Database, open_parquet
from catalog.engine.parquet import write_parquet
from catalog.engine.relation import Asked, Relation
from catalog.errors import CatalogError
from catalog.export.formats import write_table
from catalog.export.table import Table
from catalog.model import FIELDS, Record, Vehicle
from catalog.model.dates import sort_key
from catalog.sheets.tables import Wanted, vehicles
from catalog.wording import choose

Open = Callable[..., Relation]


@pytest.fixture
def opened(tmp_path: Path) -> Open:
    """``opened(records, system)``: the same vehicles, in DuckDB over a Parquet file."""

    def make(
        records: list[Record], system: str = "metric", asked: Asked | None = None, names: tuple[str, ...] = ()
    ) -> Relation:
        path = tmp_path / "stored.parquet"
        write_parquet(build_table(records, FIELDS), path)

        def again(writes: str) -> Database:
            return open_parquet(path, writes=writes, seconds=None)

        units = choose(FIELDS, system)
        return Relation(open_parquet(path), again, asked or Asked(), units, (), Wanted(units, names))

    return make


def made(vehicle_id: str, **specs: object) -> Record:
    data = {"id": vehicle_id, "make": "Acme", "model": "Van", "vehicle_type": "van", "sources": ["a"], "specs": specs}
    return Vehicle.model_validate(data).record()


def cells(table: Table) -> dict[tuple[str, str], object]:
    """The values by vehicle and column that are there in both doors: bounds are told by records alone."""
    found: dict[tuple[str, str], object] = {}
    for row in table.rows():
        for name, value in zip(table.names, row, strict=True):
            if value is not None and not name.endswith(" bound") and name not in ("remarks", "sources", "data_set"):
                found[str(row[0]), name] = value
    return found


@pytest.mark.parametrize("system", ["metric", "us", "uk"])
def test_both_doors_agree_on_the_shipped_catalog(opened: Open, system: str) -> None:
    records = list(catalog.open().records.values())
    by_record, by_column = cells(vehicles(records, choose(FIELDS, system), {})), cells(opened(records, system))
    # the id of a payload's definition ("in payload") leaves open whether it is of the crew or of the body
    open_ids = {
        key for key in {*by_record, *by_column} if key[1].startswith("payload [") and "not stated)" not in key[1]
    }
    open_ids |= {key for key in by_record if "crew not stated" in key[1]}
    assert {name for _, name in open_ids & set(by_column)} <= {
        f"payload [{unit}] ({words}){part}" for unit in ("kg", "lb") for words in ("deducted", "in payload")
        for part in ("", " low", " high")
    } | {f"payload [{unit}] (crew still to deduct, body still to deduct)" for unit in ("kg", "lb")}  # fmt: skip
    assert set(by_record) - open_ids == set(by_column) - open_ids
    for key in set(by_record) - open_ids:
        value = by_record[key]
        if key[1] in FIELDS and FIELDS[key[1]].spec.kind == "date":
            value = sort_key(str(value))  # a stored date is one that sorts
        found = by_column[key]
        assert found == (value if isinstance(value, str) else pytest.approx(value, rel=1e-14)), key


def test_what_is_asked_for(opened: Open, fixture_catalog: Catalog) -> None:
    records = list(fixture_catalog.records.values())
    asked = Asked("gross_vehicle_mass_low >= ?", (3000.0,), "gross_vehicle_mass_low desc, id", 2, 1)
    found = opened(records, "metric", asked, ("id", "gross_vehicle_mass"))
    masses = {record.id: claims[0].reading for record in records if (claims := record.values("gross_vehicle_mass"))}
    expected = sorted((-reading.canonical[0], key) for key, reading in masses.items() if reading is not None)
    assert found.names == ["id", "gross_vehicle_mass [kg]"]
    ids = [key for mass, key in expected if mass <= -3000][1:3]
    assert [row[0] for row in found.rows()] == ids
    assert found.count == len(ids) > 0


def test_limits_and_zeros(opened: Open) -> None:
    found = opened(
        [
            made("a", range="up to 350 km", co2_emissions="0 g/km"),
            made("b", range="over 400 km"),
            made("c", range="7 km"),
        ],
        "us",
    )
    assert cells(found) == {
        **{(key, "id"): key for key in "abc"}, **{(key, "make"): "Acme" for key in "abc"}, **{(key, "model"): "Van" for key in "abc"},
        **{(key, "type"): "van" for key in "abc"},
        ("a", "range [mi] (not stated) high"): 217.479917283067, ("b", "range [mi] (not stated) low"): 248.548476894934,
        ("c", "range [mi] (not stated) low"): 4.34959834566134, ("c", "range [mi] (not stated) high"): 4.34959834566134,
        ("a", "co2_emissions [g/mi] (not stated)"): 0.0,
    }  # fmt: skip


def test_a_number_that_was_published_in_the_unit_has_its_digits_again(opened: Open) -> None:
    records = [made(f"v{miles}", range=f"{miles} mi") for miles in range(100, 500)]
    found = opened(records, "us", None, ("range",))
    assert [row[0] for row in found.rows()] == [float(miles) for miles in range(100, 500)]


def test_parquet_has_the_metadata_that_every_export_has(opened: Open, fixture_catalog: Catalog, tmp_path: Path) -> None:
    found = opened(list(fixture_catalog.records.values()))
    path = str(tmp_path / "out.parquet")
    write_table(found, path, "parquet")
    schema = pq.read_schema(path)
    name = next(column.name for column in found.columns if column.symbol == "kg")
    assert schema.field(name).metadata[b"unit_rec20"] == b"KGM"
    said = json.loads(pq.ParquetFile(path).metadata.metadata[b"vehicle_catalog_columns"])
    assert [entry["name"] for entry in said] == found.names == schema.names
    assert [tuple(row.values()) for row in pq.read_table(path).to_pylist()] == list(found.rows())


@pytest.mark.parametrize(("ending", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_texts_are_guarded_as_those_of_records_are(opened: Open, tmp_path: Path, ending: str, delimiter: str) -> None:
    texts = ["=1+1", "-5", "'=x", "+a", "@b", "'s", "a\tb", 'quo"te', "a, b"]
    records = [made(f"v{place}", gearbox=text) for place, text in enumerate(texts)]
    paths = [tmp_path / f"{name}.{ending}" for name in ("columns", "records")]
    write_table(opened(records, "metric", None, ("id", "gearbox")), str(paths[0]), ending)
    write_table(vehicles(records, choose(FIELDS), {}, ("id", "gearbox")), str(paths[1]), ending)
    one, other = (
        list(csv.reader(StringIO(path.read_bytes().decode(), newline=""), delimiter=delimiter)) for path in paths
    )
    assert one == other


def test_json_lines_and_the_formats_that_go_row_by_row(opened: Open, fixture_catalog: Catalog, tmp_path: Path) -> None:
    found = opened(list(fixture_catalog.records.values()))
    for ending in ("jsonl", "json", "xlsx", "sqlite"):
        write_table(found, str(tmp_path / f"out.{ending}"), ending)
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert lines == json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["rows"]


def test_only_the_named_file_can_be_written(opened: Open, tmp_path: Path) -> None:
    found = opened([made("a", length="6 m")])
    database = found._opened(str(tmp_path / "out.csv"))
    with pytest.raises(CatalogError):
        database.rows(f"copy (select 1) to '{tmp_path / 'other.csv'}' (format csv)")
    database.close()
    assert not (tmp_path / "other.csv").exists()


def test_a_column_that_was_asked_for_is_there_without_values(opened: Open, tmp_path: Path) -> None:
    records = [made("a", range="350 km"), made("b", range={"value": "400 km", "procedure": "wltp"})]
    names = (
        "id",
        "range[WLTP]",
        "range[nedc]",
        "range",
        "payload",
        "gearbox",
        "price",
        "price[USD]",
        "axle_ratio",
        "sources",
    )
    by_column, by_record = opened(records, "us", None, names), vehicles(records, choose(FIELDS, "us"), {}, names)
    assert by_record.names == [
        "id", "range [mi] (WLTP)", "range [mi] (NEDC)", "range [mi] (not stated)", "payload [lb] (not stated)", "gearbox",
        "price", "price [USD] (not stated)", "axle_ratio", "sources",
    ]  # fmt: skip
    assert sorted(by_column.names) == sorted(by_record.names)
    for table in (by_column, by_record):
        found = [dict(zip(table.names, row, strict=True)) for row in table.rows()]
        assert found[0]["range [mi] (WLTP)"] is None
        assert found[1]["range [mi] (WLTP)"] == pytest.approx(248.548476894934)
        assert {row[name] for row in found for name in by_record.names[2:-1] if name != "range [mi] (not stated)"} == {
            None
        }
        for ending in ("csv", "parquet", "jsonl"):
            write_table(table, str(tmp_path / f"out.{ending}"), ending)
    for name in ("payload[deducted]", "length[wltp]", "gearbox[x]"):
        with pytest.raises(CatalogError, match="can be read in several ways or in none"):
            vehicles(records, choose(FIELDS), {}, (name,))
