"""SQL and a second, plain reading of the language agree on random vehicles and random queries."""

from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from catalog.errors import QueryError
from catalog.query import bind, compile_query, order_by, parse, unparse
from catalog.query.tree import Condition
from tests.query.evaluator import Evaluator, Row
from tests.query.samples import SCHEMA
from tests.query.strategies import queries, rows, rubble, trees
from tests.query.table import columns, table

_SQL_WORDS = set(
    ["and", "or", "not", "in", "like", "escape", "lower", "case", "when", "then", "else", "end", "is", "null", "nullif"]
)
_COLUMNS = set(columns(SCHEMA))


@settings(max_examples=600, deadline=None)
@given(st.lists(rows(), min_size=1, max_size=5), queries)
def test_sql_says_what_the_plain_reading_says(vehicles: list[Row], tree: Condition) -> None:
    numbered = [{**row, "id": str(place)} for place, row in enumerate(vehicles)]
    query = compile_query(unparse(tree), SCHEMA)
    connection = table(SCHEMA, numbered)
    found = connection.execute(f"select id from vehicles where {query.where} order by id", query.parameters)
    expected = [row["id"] for row in numbered if Evaluator(row, SCHEMA).matches(tree)]
    assert expected == [row[0] for row in found]
    connection.close()


@settings(deadline=None)
@given(queries)
def test_sql_keeps_to_the_portable_words(tree: Condition) -> None:
    where = compile_query(unparse(tree), SCHEMA).where
    assert "%" not in where
    assert "\\" not in where
    words = set(re.findall(r"[A-Za-z_]\w*", where))
    assert words <= _SQL_WORDS | _COLUMNS
    assert set(re.findall(r"[^\w\s]+", where)) <= set(
        [
            "(",
            ")",
            "?",
            "(?),",
            "(?)",
            "?",
            ",",
            "=",
            "<>",
            "<",
            "<=",
            ">",
            ">=",
            "+",
            "-",
            "*",
            "/",
            "'!'",
            "'!')",
            "?))",
            "))",
            "((",
            ",",
            "?",
            "),",
            "?,",
        ]
    ) | {piece for piece in re.findall(r"[^\w\s]+", where) if set(piece) <= set("()?,=<>+-*/'!")}


@settings(deadline=None)
@given(trees)
def test_a_printed_tree_parses_to_itself(tree: Condition) -> None:
    assert parse(unparse(tree)) == tree


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60) | rubble)
@example("(" * 60)
@example("not " * 100)
@example("payload > 1 kg and " * 90)
@example("a" * 2001)
@example("payload + " * 150 + "1 kg > 1 kg")
@example("make in (" + "a," * 400 + "a)")
@example("payload * 99999999999999999999 " + "* 99999999999999999999 " * 20 + "> 1 kg")
def test_any_text_compiles_or_is_a_query_error(text: str) -> None:
    for compile_text in (compile_query, order_by):
        try:
            compile_text(text, SCHEMA)
        except QueryError as error:
            assert text == error.text
            assert 0 <= error.position <= len(text)
            assert error.length >= 1
            assert "^" in str(error)


@given(trees)
def test_any_tree_binds_or_is_a_query_error(tree: Condition) -> None:
    text = unparse(tree)
    try:
        bind(parse(text), SCHEMA, text)
    except QueryError as error:
        assert str(error)
