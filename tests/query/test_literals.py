"""A query with its values written in asks the same as one with parameters."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.errors import SettingsError
from catalog.query import compile_query
from catalog.query.dialects import ENGINES, for_engine
from catalog.query.literals import literal, select
from catalog.query.sql import Parameter
from catalog.query.tree import Condition
from catalog.query.unparse import unparse
from tests.query.samples import SCHEMA
from tests.query.strategies import queries, vehicles
from tests.query.table import Table

#: Beyond this SQLite's own reading of a number is off by more than its last rounding.
_NUMBERS = st.just(0.0) | st.floats(1e-10, 1e22) | st.floats(-1e22, -1e-10)
VALUES = st.one_of(st.none(), _NUMBERS, st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\\")))


@given(VALUES)
def test_a_literal_reads_back_as_the_value(value: Parameter | None) -> None:
    found = read(literal(value))
    assert found == value
    assert isinstance(found, type(value))


def read(text: str) -> object:
    with closing(sqlite3.connect(":memory:")) as connection:
        return connection.execute(f"select {text}").fetchone()[0]


def thresholds(source: Random) -> Iterator[float]:
    """Numbers of miles and pounds in kilometres and kilograms: where decimals are long enough to be rounded twice."""
    while True:
        number = Fraction(source.randint(1, 10**6), 10 ** source.randint(0, 3))
        yield float(number * source.choice([Fraction("1.609344"), Fraction("0.45359237"), Fraction(-1)]))


def test_no_threshold_is_read_as_the_number_beside_it() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        found = [
            (value, connection.execute(f"select {literal(value)}").fetchone()[0])
            for _, value in zip(range(20_000), thresholds(Random(1)), strict=False)
        ]
    assert [value for value, back in found if value != back] == []
    assert sum("e0" in literal(value) for value, _ in found) >= 3  # the sample holds numbers that need the longer form


def test_a_number_that_would_be_rounded_twice_is_a_quotient() -> None:
    assert literal(1327.75708032) == "(132775708032e0 / 1e8)"
    assert literal(-1327.75708032) == "(-132775708032e0 / 1e8)"
    assert literal(1327.75) == "1327.75"
    assert literal(-0.5) == "-0.5"


_TABLES: list[Table] = []


@pytest.fixture(scope="module", autouse=True)
def _close_tables() -> Iterator[None]:
    yield
    for table in _TABLES:
        table.connection.close()
    _TABLES.clear()


@settings(max_examples=200)
@given(tree=queries)
def test_a_query_with_literals_finds_what_it_finds_with_parameters(tree: Condition) -> None:
    if not _TABLES:
        _TABLES.append(Table(SCHEMA, vehicles(7, 30)))
    table, query = _TABLES[0], compile_query(unparse(tree), SCHEMA)
    if any(isinstance(value, str) and "\\" in value for value in query.parameters):
        with pytest.raises(SettingsError):
            select(["id"], query.where, query.parameters)
        return
    text = select(["id"], query.where, query.parameters)
    assert [row[0] for row in table.connection.execute(text)] == table.ids(query)


def test_a_backslash_is_refused_as_engines_read_it_differently() -> None:
    with pytest.raises(SettingsError, match="engines read a backslash differently; ask with like, and _ in its place"):
        literal("a' or 1 = 1 --\\")


@pytest.mark.parametrize("table", ["vehicles", "fleet.vehicles", '"my fleet".vehicles', "`p-1`.d.v", "p-1.d.v"])
def test_a_table_is_named_as_engines_name_it(table: str) -> None:
    assert f"from {table}\n" in select(["id"], table=table)


@pytest.mark.parametrize("table", ["", "a b", "a; drop table b", "a--b", "a.", '"a', "a\n", "vehicles -- x"])
def test_what_is_no_name_of_a_table_is_refused(table: str) -> None:
    with pytest.raises(SettingsError, match="no name of a table"):
        select(["id"], table=table)


@given(st.lists(VALUES, max_size=5))
def test_values_stand_where_the_places_were(values: list[str | float | None]) -> None:
    text = "select " + ", ".join(["?"] * len(values) or ["1"])
    if not values:
        assert for_engine(text, ()) == text
        return
    with closing(sqlite3.connect(":memory:")) as connection:
        bound = connection.execute(text, values).fetchone()
        assert connection.execute(for_engine(text, values)).fetchone() == bound  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [float("inf"), float("nan")])
def test_what_has_no_literal_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="no SQL literal"):
        literal(value)


def test_places_and_values_have_to_be_as_many() -> None:
    with pytest.raises(ValueError, match="1 places and 2 values"):
        for_engine("a = ?", [1.0, 2.0])


def test_a_statement_has_only_the_clauses_that_are_asked_for() -> None:
    assert select(["id"]) == "select id\nfrom vehicles\norder by id"
    assert select(["id"], "make = ?", ["Škoda"], "make, id", 3, "fleet").splitlines() == [
        "select id",
        "from fleet",
        "where make = 'Škoda'",
        "order by make, id",
        "limit 3",
    ]


def test_most_engines_read_the_same_text() -> None:
    query = compile_query("make like 'a%' and payload >= 1 t", SCHEMA)
    texts = {engine: for_engine(query.where, query.parameters, engine) for engine in ENGINES}
    assert texts["clickhouse"] == texts["sqlite"].replace("lower(", "lowerUTF8(")
    assert texts["datafusion"] == texts["sqlite"]
    assert {text for engine, text in texts.items() if engine != "clickhouse"} == {texts["sqlite"]}


def test_a_quote_is_written_as_the_engine_reads_it() -> None:
    found = {engine: for_engine("a = ?", ["l'Auto"], engine) for engine in ENGINES}
    assert {engine for engine, text in found.items() if text == r"a = 'l\'Auto'"} == {"spark", "bigquery"}
    assert set(found.values()) == {"a = 'l''Auto'", r"a = 'l\'Auto'"}


def test_the_order_is_written_for_the_engine_too() -> None:
    assert select(["id"], order="lower(make), id", engine="clickhouse").endswith("order by lowerUTF8(make), id")


def test_an_engine_that_is_not_known_is_refused() -> None:
    with pytest.raises(SettingsError, match="no engine 'clickhose'; did you mean clickhouse"):
        for_engine("a = ?", [1.0], "clickhose")
    with pytest.raises(SettingsError, match="no engine 'x'; one of sqlite, duckdb"):
        for_engine("a = ?", [1.0], "x")


def test_an_escaped_sign_is_escaped_as_the_engine_does() -> None:
    text, values = "lower(a) like lower(?) escape '!'", ["x!_y!!z%"]
    assert for_engine(text, values) == "lower(a) like lower('x!_y!!z%') escape '!'"
    assert for_engine(text, values, "bigquery") == r"lower(a) like lower('x\\_y!z%')"
    assert for_engine(text, values, "datafusion") == r"lower(a) like lower('x\_y!z%')"
