"""Every engine gives the answers of a second, plain reading of the language, and sorts as Python does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.engine.folding import fold
from catalog.query import compile_query, order_by
from catalog.query.tree import Among, Comparison, Condition, Like, Name, Not, Text
from catalog.query.unparse import unparse
from tests.engine.engines import ENGINES, Ask, opened
from tests.engine.sample import BEYOND, rows, table
from tests.query import evaluator
from tests.query.evaluator import Evaluator, Row
from tests.query.samples import SCHEMA
from tests.query.strategies import queries

ROWS = rows()
_PATTERNS = ["_zmir", "i%", "I%", "%Σ", "%σ", "%ς", "%SS%", "%ß%", "zo_", "ä_", "a_b", "%!_%", "\\%", "%\\", "!"]
_texts = st.sampled_from(BEYOND).map(Text)
_beyond: st.SearchStrategy[Condition] = (
    st.builds(Comparison, st.sampled_from(["=", "!="]), st.just(Name("make")), _texts)
    | st.builds(Among, st.just(Name("model")), st.lists(_texts, min_size=1, max_size=3).map(tuple), st.booleans())
    | st.builds(Like, st.sampled_from([Name("make"), Name("model")]), st.sampled_from(_PATTERNS), st.booleans())
)
_KEYS = [
    "id", "make", "model", "market", "charge_port", "start_of_production", "payload", "payload[deducted]", "range",
    "range[wltp]", "fuel_consumption", "seats", "price", "price[EUR included DE]", "version",
]  # fmt: skip
_orders = st.lists(st.sampled_from(_KEYS), min_size=1, max_size=4, unique=True).flatmap(
    lambda keys: st.tuples(*(st.tuples(st.just(key), st.sampled_from(["", "-"])) for key in keys))
)


@pytest.fixture(scope="module", params=ENGINES)
def ask(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, postgres_url: Callable[[], str]
) -> Iterator[Ask]:
    with opened(request.param, table(ROWS), tmp_path_factory.mktemp("engine"), postgres_url) as found:
        yield found


@pytest.fixture(scope="module", autouse=True)
def _fold_all_letters() -> Iterator[None]:
    """The plain reading folds ASCII alone, as SQLite does of itself; the engines fold every letter."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(evaluator, "lower", fold)
        yield


@settings(max_examples=150)
@given(tree=queries | _beyond | _beyond.map(Not))
def test_an_engine_says_what_the_plain_reading_says(ask: Ask, tree: Condition) -> None:
    expected = [row["id"] for row in ROWS if Evaluator(row, SCHEMA).matches(tree)]
    assert ask(compile_query(unparse(tree), SCHEMA), "") == expected


@settings(max_examples=60)
@given(keys=_orders)
def test_an_engine_sorts_as_python_does(ask: Ask, keys: tuple[tuple[str, str], ...]) -> None:
    sort = ",".join(sign + key for key, sign in keys)
    found = sorted(ROWS, key=lambda row: str(row["id"]))
    for key, sign in reversed(keys):  # Python's sort is stable: the last key first
        found = _sorted(found, key, sign == "-")
    assert ask(None, order_by(sort, SCHEMA)[0]) == [row["id"] for row in found]


def _sorted(found: list[Row], key: str, descending: bool) -> list[Row]:
    name, _, definition = key.partition("[")
    stem = SCHEMA.definitions[name][definition.rstrip("]")] if definition else {"market": "markets"}.get(name, name)
    numeric = name in SCHEMA.fields and SCHEMA.fields[name].spec.numeric
    columns = [f"{stem}_low", f"{stem}_high"] if numeric else [stem]
    known = [row for row in found if row.get(columns[0]) is not None]
    unknown = [row for row in found if row.get(columns[0]) is None]
    known.sort(key=lambda row: [_comparable(row[column], name) for column in columns], reverse=descending)
    if key == "price":
        known.sort(key=lambda row: str(row["price_definition"]))
    return known + unknown


def _comparable(value: Fraction | str | None, name: str) -> Any:
    return fold(value) if isinstance(value, str) and name != "id" else value
