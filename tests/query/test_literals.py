"""A query with its values written in asks the same as one with parameters."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.query.literals import literal, select, with_literals

VALUES = st.one_of(
    st.none(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
)


@given(VALUES)
def test_a_literal_reads_back_as_the_value(value: str | float | None) -> None:
    found = sqlite3.connect(":memory:").execute(f"select {literal(value)}").fetchone()[0]
    assert found == value
    assert isinstance(found, type(value))


@given(st.lists(VALUES, max_size=5))
def test_values_stand_where_the_places_were(values: list[str | float | None]) -> None:
    text = "select " + ", ".join(["?"] * len(values) or ["1"])
    if not values:
        assert with_literals(text, ()) == text
        return
    connection = sqlite3.connect(":memory:")
    bound = connection.execute(text, values).fetchone()
    assert connection.execute(with_literals(text, values)).fetchone() == bound  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [float("inf"), float("nan")])
def test_what_has_no_literal_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="no SQL literal"):
        literal(value)


def test_places_and_values_have_to_be_as_many() -> None:
    with pytest.raises(ValueError, match="1 places and 2 values"):
        with_literals("a = ?", [1.0, 2.0])


def test_a_statement_has_only_the_clauses_that_are_asked_for() -> None:
    assert select(["id"]) == "select id\nfrom vehicles\norder by id"
    assert select(["id"], "make = ?", ["Škoda"], "make, id", 3, "fleet").splitlines() == [
        "select id",
        "from fleet",
        "where make = 'Škoda'",
        "order by make, id",
        "limit 3",
    ]
