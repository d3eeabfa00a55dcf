"""CSV and TSV: the csv module reads back what was written, and no spreadsheet runs it."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.render import Sheet, render
from catalog.render.delimited import render_delimited

FORMULAS = ("=", "+", "-", "@", "\t", "\n", "\0", "＝", "＋", "－", "＠")


def sheet(*records: dict[str, Any]) -> Sheet:
    return Sheet(("A",), (), records=records)


def read(text: str, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (5995, "5995"),
        (-5, "-5"),
        (202.777344, "202.777344"),
        (-0.5, "-0.5"),
        (Decimal("11000"), "11000"),
        (Decimal("1.1E+4"), "11000"),
        (["DE", "AT"], "DE; AT"),
        (["=1", "b"], "'=1; b"),
        ("", ""),
        ("317 km", "317 km"),
        ("-5", "-5"),
        ("+5.5", "+5.5"),
        ("-1e5", "-1e5"),
        ("-5 km", "'-5 km"),
        ("-inf", "'-inf"),
        ("-1_000", "'-1_000"),
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("@SUM(1+1)*cmd", "'@SUM(1+1)*cmd"),
        ("＝1+1", "'＝1+1"),
        ("\t=1", "'\t=1"),
        ("a=1", "a=1"),
        ("\r=1", "'\n=1"),
        ("a\r\nb\rc", "a\nb\nc"),
    ],
)
def test_cells(value: Any, cell: str) -> None:
    assert read(render_delimited(sheet({"a": value, "b": "x"}))) == [["a", "b"], [cell, "x"]]


def test_columns_are_the_keys_in_order_of_occurrence() -> None:
    records = sheet({"id": "a", "range": 1}, {"id": "b", "payload": 2})
    assert read(render_delimited(records)) == [["id", "range", "payload"], ["a", "1", ""], ["b", "", "2"]]


def test_a_hostile_column_name_is_made_safe_too() -> None:
    assert read(render_delimited(sheet({"=1+1": 1}))) == [["'=1+1"], ["1"]]


def test_without_records_the_headers_are_the_columns() -> None:
    assert render(Sheet(("", "Two\nlines"), ()), "csv") == "Two lines\n"


def test_tsv_has_tabs() -> None:
    assert render(sheet({"a": "x,y", "b": "z\tz"}), "tsv") == 'a\tb\nx,y\t"z\tz"\n'


texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=5), st.sampled_from([",", "\t"]))
def test_what_was_written_is_read_back(rows: list[tuple[str, str]], delimiter: str) -> None:
    text = render_delimited(sheet(*({"a": first, "b": second} for first, second in rows)), delimiter)
    back = read(text, delimiter)
    assert back[0] == ["a", "b"]
    assert len(back) == len(rows) + 1
    for cells, row in zip(back[1:], rows, strict=True):
        for cell, written in zip(cells, row, strict=True):
            value = written.replace("\r\n", "\n").replace("\r", "\n")
            assert cell in (value, f"'{value}")
            assert not cell.startswith(FORMULAS) or float(cell) == float(value)


@given(
    st.one_of(
        st.integers(),
        st.floats(allow_nan=False, allow_infinity=False),
        st.decimals(allow_nan=False, allow_infinity=False, places=3),
    )
)
def test_a_number_stays_a_number(value: float | Decimal) -> None:
    ((_, _), (cell, _)) = read(render_delimited(sheet({"a": value, "b": ""})))
    assert type(value)(cell) == value
