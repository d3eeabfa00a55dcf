"""CSV, TSV, JSON and JSON lines: other programs read back what was written."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from catalog.errors import SettingsError
from catalog.export.formats import ENDINGS, NAMES, format_of, text_of
from catalog.export.table import Table
from catalog.render.guarded import unguarded


def rows(text: str, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


def written(table: Table, name: str, **options: Any) -> str:
    return "".join(text_of(table, name, **options))


@pytest.mark.parametrize(("name", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_delimited(invented: Table, name: str, delimiter: str) -> None:
    header, *found = rows(written(invented, name), delimiter)
    assert header == invented.names
    for row, expected in zip(found, invented.rows(), strict=True):
        assert [unguarded(cell) for cell in row] == ["" if value is None else str(value) for value in expected]


def test_no_text_is_a_formula_and_a_number_stays_one(small: Table) -> None:
    header, one, other = rows(written(small, "csv"))
    assert other[header.index("model")].startswith("'=cmd")
    assert one[header.index("gearbox")] == "-5"
    for row in (one, other):
        for cell in row:
            assert not cell.startswith(("=", "+", "@", "\t", "\r", "\n")), cell


def test_units_in_a_row(small: Table) -> None:
    header, units, *found = rows(written(small, "csv", units_row=True))
    assert dict(zip(header, units, strict=True))["range (WLTP)"] == "km"
    assert dict(zip(header, units, strict=True))["model"] == ""
    assert not any("[" in name for name in header)
    assert found == rows(written(small, "csv"))[1:]


def test_json_says_what_its_columns_are(small: Table) -> None:
    document = json.loads(written(small, "json"))
    assert (document["shape"], document["table"]) == (1, "vehicles")
    assert [column["name"] for column in document["columns"]] == small.names
    own = next(column for column in document["columns"] if column["name"] == "range [km] (WLTP)")
    assert (own["field"], own["unit"], own["unit_rec20"], own["definition"]) == ("range", "km", "KMT", "WLTP")
    assert [list(row.values()) for row in document["rows"]] == [list(row) for row in small.rows()]
    assert [source["id"] for source in document["sources"]] == ["brochure"]


def test_json_lines(invented: Table) -> None:
    found = [json.loads(line) for line in written(invented, "jsonl").split("\n") if line]
    assert [tuple(record.values()) for record in found] == list(map(tuple, invented.rows()))
    assert {tuple(record) for record in found} == {tuple(invented.names)}


def test_an_empty_table() -> None:
    empty = Table("vehicles", (), ())
    assert json.loads(written(empty, "json"))["rows"] == []
    assert written(empty, "jsonl") == ""


def test_formats_by_ending() -> None:
    assert set(ENDINGS.values()) == set(NAMES)
    assert format_of("A.CSV") == "csv"
    assert format_of("-", "json") == "json"
    with pytest.raises(SettingsError, match="did you mean parquet"):
        format_of("a.csv", "parket")
    with pytest.raises(SettingsError, match="its ending says no format"):
        format_of("a.doc")
    with pytest.raises(SettingsError, match="standard output has no ending"):
        format_of("-")
