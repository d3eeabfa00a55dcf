"""Page after page gives every vehicle once, in the order of the whole list."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.errors import SettingsError
from catalog.query import compile_query
from catalog.query.paging import rows_after
from catalog.query.sorting import Ordering, ordering
from catalog.query.sql import Parameter, Sql
from tests.query.evaluator import Row
from tests.query.samples import SCHEMA
from tests.query.table import Table

Start = Mapping[str, Parameter | None]
EVERYTHING = "id is known"
KEYS = ["payload", "payload[deducted]", "price", "make", "market", "start_of_production", "fuel consumption", "id"]

_number = st.none() | st.tuples(*[st.sampled_from([Fraction(n) for n in (0, 1, 2)])] * 2).map(sorted)
_text = st.none() | st.sampled_from(["Ford", "ford", "FORD", "Iveco", "a'b", "?"])
_row = st.fixed_dictionaries(
    {
        **dict.fromkeys(("payload", "payload_1", "price", "fuel_consumption"), _number),
        **dict.fromkeys(("make", "start_of_production"), _text),
        "markets": st.none() | st.sampled_from([",DE,", ",DE,AT,"]),
        "currency": st.sampled_from(["EUR included DE", "USD excluded US"]),
    }
)
_sort = st.lists(
    st.tuples(st.sampled_from(["", "-"]), st.sampled_from(KEYS)), min_size=1, max_size=4, unique_by=lambda key: key[1]
)


def stored(place: int, drawn: Mapping[str, object]) -> Row:
    """A drawn vehicle as the table has it: ids in another order than the rows, a currency where there is a price."""
    row: dict[str, Fraction | str | None] = {"id": f"{place * 7 % 20:02}"}
    for name, value in drawn.items():
        if isinstance(value, list):
            row[f"{name}_low"], row[f"{name}_high"] = value
        elif name == "currency":
            row["price_definition"] = str(value) if drawn["price"] is not None else None
        elif value is not None:
            row[name] = str(value)
    return row


def page(connection: sqlite3.Connection, order: Ordering, after: Sql | None, size: int) -> list[Start]:
    """The rows that come first, each with the columns of the order and its id."""
    query = compile_query(EVERYTHING, SCHEMA)
    where, parameters = query.where, query.parameters
    if after is not None:
        where, parameters = f"({where}) and ({after.text})", (*parameters, *after.parameters)
    names = ["id", *order.columns]
    text = f"select {', '.join(names)} from vehicles where {where} order by {order.text} limit {size}"
    return [dict(zip(names, row, strict=True)) for row in connection.execute(text, parameters)]


def walked(connection: sqlite3.Connection, order: Ordering, size: int) -> list[object]:
    found: list[object] = []
    after = None
    while rows := page(connection, order, after, size):
        found += [row["id"] for row in rows]
        after = rows_after(order, rows[-1])
    return found


@given(st.lists(_row, max_size=20), _sort, st.integers(1, 5))
def test_all_pages_are_the_whole_list(
    drawn: Sequence[Mapping[str, object]], sort: list[tuple[str, str]], size: int
) -> None:
    table = Table(SCHEMA, [stored(place, one) for place, one in enumerate(drawn)])
    order = ordering(",".join(sign + key for sign, key in sort), SCHEMA)
    whole = table.ids(compile_query(EVERYTHING, SCHEMA), order.text)
    assert len(whole) == len(drawn)
    assert walked(table.connection, order, size) == whole
    table.connection.close()


@pytest.mark.parametrize(
    ("sort", "row", "text", "parameters"),
    [
        ("id", {"id": "b"}, "id > ?", ("b",)),
        ("-id", {"id": "b"}, "id < ?", ("b",)),
        (
            "-payload",
            {"payload_low": 1.0, "payload_high": 2.0, "id": "b"},
            "payload_low is null or payload_low < ? or (payload_low = ? and payload_high < ?) "
            "or (payload_low = ? and payload_high = ? and id > ?)",
            (1.0, 1.0, 2.0, 1.0, 2.0, "b"),
        ),
        ("payload", {"payload_low": None, "payload_high": None, "id": "b"}, "payload_low is null and id > ?", ("b",)),
    ],
)  # fmt: skip
def test_the_condition(sort: str, row: Start, text: str, parameters: tuple[Parameter, ...]) -> None:
    found = rows_after(ordering(sort, SCHEMA), row)
    assert (text, parameters) == (found.text, found.parameters)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"payload_low": 1.0, "id": "b"}, "payload_high is missing"),
        ({"payload_low": 1.0, "payload_high": 1.0}, "id is missing"),
        ({"payload_low": 1.0, "payload_high": 1.0, "id": None}, "id is not known"),
        ({"payload_low": 1.0, "payload_high": None, "id": "b"}, "payload_high is not known, but payload_low is"),
        ({"payload_low": "1", "payload_high": 1.0, "id": "b"}, "'1' is no value of payload_low"),
        ({"payload_low": float("nan"), "payload_high": 1.0, "id": "b"}, "nan is no value of payload_low"),
        ({"payload_low": True, "payload_high": 1.0, "id": "b"}, "True is no value of payload_low"),
        ({"payload_low": 1.0, "payload_high": 1.0, "id": 5.0}, "5.0 is no value of id"),
    ],
)
def test_a_start_that_no_row_has_is_refused(row: Start, reason: str) -> None:
    with pytest.raises(SettingsError, match=reason):
        rows_after(ordering("payload", SCHEMA), row)


def test_twenty_keys_make_a_condition_that_runs() -> None:
    order = ordering(",".join(list(SCHEMA.fields)[:20]), SCHEMA)
    table = Table(SCHEMA, [])
    start: Start = {term.column: 1.0 if term.numeric else "x" for level in order.levels for term in level.terms}
    assert page(table.connection, order, rows_after(order, start), 1) == []
    table.connection.close()
