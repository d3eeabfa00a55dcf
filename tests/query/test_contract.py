"""SQL and a second, plain reading of the language agree on random vehicles and random queries."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from catalog.query import compile_query, order_by, parse
from catalog.query.bind import bind
from catalog.query.tree import Condition
from catalog.query.unparse import unparse
from tests.query.evaluator import Evaluator, Row
from tests.query.samples import SCHEMA, error_of
from tests.query.strategies import queries, rubble, trees, vehicles
from tests.query.table import Table, columns

_SQL_WORDS = {"and", "or", "not", "in", "like", "escape", "lower", "is", "null", "nullif"}
_SQL_WORDS |= {"case", "when", "then", "else", "end"}
_COLUMNS = set(columns(SCHEMA))


_SAMPLES: dict[int, tuple[list[Row], Table]] = {}


def sample(seed: int) -> tuple[list[Row], Table]:
    """The vehicles of a seed, and a table of them."""
    if seed not in _SAMPLES:
        _SAMPLES[seed] = vehicles(seed), Table(SCHEMA, vehicles(seed))
    return _SAMPLES[seed]


@pytest.fixture(scope="module", autouse=True)
def _close_tables() -> Iterator[None]:
    yield
    for _, table in _SAMPLES.values():
        table.connection.close()
    _SAMPLES.clear()


@settings(max_examples=600, deadline=None)
@given(st.integers(0, 99), queries)
def test_sql_says_what_the_plain_reading_says(seed: int, tree: Condition) -> None:
    rows, table = sample(seed)
    expected = [row["id"] for row in rows if Evaluator(row, SCHEMA).matches(tree)]
    assert expected == table.ids(compile_query(unparse(tree), SCHEMA))


@settings(deadline=None)
@given(queries)
def test_sql_keeps_to_the_portable_words(tree: Condition) -> None:
    where = compile_query(unparse(tree), SCHEMA).where
    assert "%" not in where
    assert "\\" not in where
    assert set(re.findall(r"[A-Za-z_]\w*", where)) <= _SQL_WORDS | _COLUMNS
    assert set(re.sub(r"\w", "", where)) <= set(" ()?,=<>+-*/'!")


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
    for error in (error_of(lambda: compile_query(text, SCHEMA)), error_of(lambda: order_by(text, SCHEMA))):
        if error is not None:
            assert text == error.text
            assert 0 <= error.position <= len(text)
            assert error.length >= 1
            assert "^" in str(error)


@settings(deadline=None)
@given(trees)
def test_any_tree_binds_or_is_a_query_error(tree: Condition) -> None:
    text = unparse(tree)
    error = error_of(lambda: bind(parse(text), SCHEMA, text))
    assert error is None or str(error)
