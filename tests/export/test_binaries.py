"""Parquet, XLSX and SQLite, opened by the libraries that their users open them with."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import duckdb
import openpyxl
import pandas as pd
import polars as pl
import pytest
from pyarrow import parquet as pq

from catalog.errors import CatalogError
from catalog.export.arrow import COLUMNS_KEY, SOURCES_KEY
from catalog.export.formats import write_table
from catalog.export.table import NUMBER, Column, Table
from tests.export.conftest import HOSTILE, column

RANGE = "range [km] (WLTP)"


@pytest.fixture
def parquet(small: Table, tmp_path: Path) -> str:
    path = str(tmp_path / "small.parquet")
    write_table(small, path, "parquet")
    return path


def test_parquet_has_units_and_definitions_beside_its_columns(parquet: str, small: Table) -> None:
    about = pq.read_schema(parquet).field(RANGE).metadata
    assert {key.decode(): text.decode() for key, text in about.items()} == {
        "field": "range", "label": "Range", "definition": "WLTP", "unit": "km", "unit_name": "kilometre", "unit_ucum": "km",
        "unit_rec20": "KMT", "description": "Distance on one charge.",
    }  # fmt: skip
    assert pq.read_table(parquet).to_pylist() == [dict(zip(small.names, row, strict=True)) for row in small.rows()]


def test_duckdb_reads_parquet_and_what_its_columns_are(parquet: str, small: Table) -> None:
    with duckdb.connect() as connection:
        rows = connection.execute(f"select id, \"{RANGE}\" from '{parquet}' order by id").fetchall()
        said = dict(connection.execute(f"select key, value from parquet_kv_metadata('{parquet}')").fetchall())
    assert rows == [("a", 317.0), ("b", None)]
    assert [entry["name"] for entry in json.loads(said[COLUMNS_KEY.encode()])] == small.names
    assert [entry["id"] for entry in json.loads(said[SOURCES_KEY.encode()])] == ["brochure"]


def test_polars_and_pandas_read_parquet(parquet: str, small: Table) -> None:
    assert pl.read_parquet(parquet).rows() == list(small.rows())
    assert json.loads(pl.read_parquet_metadata(parquet)[COLUMNS_KEY])[0]["name"] == "id"
    frame = pd.read_parquet(parquet)
    assert list(frame.columns) == small.names
    assert frame[RANGE].tolist()[0] == 317.0
    assert frame[RANGE].dtype == "float64"


def test_a_workbook_has_a_table_its_units_its_columns_and_its_sources(small: Table, tmp_path: Path) -> None:
    path = tmp_path / "small.xlsx"
    write_table(small, str(path), "xlsx")
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["vehicles", "columns", "sources"]
    sheet = book["vehicles"]
    assert [cell.value for cell in sheet[2]] == small.names
    units = dict(zip(small.names, (cell.value for cell in sheet[1]), strict=True))
    assert (units[RANGE], units["price [EUR] (not stated)"], units["model"], units["seats"]) == (
        "km",
        "EUR",
        None,
        None,
    )
    (made,) = sheet.tables.values()
    assert (made.displayName, made.ref) == ("vehicles", f"A2:{sheet.cell(4, len(small.names)).coordinate}")
    assert [one.name for one in made.tableColumns] == small.names
    assert [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=3)] == [
        tuple(row) for row in small.rows()
    ]
    for row in sheet.iter_rows(min_row=3):
        for cell, own in zip(row, small.columns, strict=True):
            assert cell.value is None or cell.data_type == ("n" if own.type == NUMBER else "s"), cell.coordinate
    assert sheet.freeze_panes == "B3"
    assert book["sources"]["C2"].value == "=Data"
    assert book["sources"]["C2"].data_type == "s"


def test_a_workbook_refuses_what_excel_would_cut(tmp_path: Path) -> None:
    path = str(tmp_path / "big.xlsx")
    with pytest.raises(CatalogError, match="more than a sheet holds"):
        write_table(Table("vehicles", [Column("id")], range(1_048_575)), path, "xlsx")  # type: ignore[arg-type]
    with pytest.raises(CatalogError, match="note of a: 40,000 characters"):
        write_table(Table("vehicles", [Column("id"), Column("note")], [("a", "x" * 40_000)]), path, "xlsx")


def test_sqlite(small: Table, tmp_path: Path) -> None:
    path = tmp_path / "small.sqlite"
    write_table(small, str(path), "sqlite")
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
        assert connection.execute("select * from vehicles").fetchall() == list(small.rows())
        assert connection.execute(f'select typeof("{RANGE}"), "{RANGE}" from vehicles').fetchall()[0] == ("real", 317.0)
        said = connection.execute("select unit, definition from columns where name = ?", (RANGE,)).fetchone()
        assert said == ("km", "WLTP")
        assert connection.execute("select id, title from sources").fetchall() == [("brochure", "=Data")]


def test_sqlite_with_too_many_columns(tmp_path: Path) -> None:
    wide = Table("vehicles", [Column(f"c{number}") for number in range(2001)], [])
    with pytest.raises(CatalogError, match="at most 2,000"):
        write_table(wide, str(tmp_path / "wide.sqlite"), "sqlite")


@pytest.mark.parametrize("name", ["parquet", "xlsx", "sqlite"])
def test_a_hostile_name_stays_what_it_is(small: Table, tmp_path: Path, name: str) -> None:
    path = tmp_path / f"small.{name}"
    write_table(small, str(path), name)
    if name == "parquet":
        found = list(pq.read_table(path)["model"].to_pylist())
    elif name == "xlsx":
        found = [row[2].value for row in openpyxl.load_workbook(path)["vehicles"].iter_rows(min_row=3)]
    else:
        with closing(sqlite3.connect(path)) as connection:
            found = [row[0] for row in connection.execute("select model from vehicles")]
    assert found == column(small, "model") == ["Van", HOSTILE]
