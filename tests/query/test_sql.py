"""What each query of ``cases/valid.txt`` becomes: SQL, parameters and a sentence."""

from __future__ import annotations

from ast import literal_eval

import pytest

from catalog.query import Query
from tests.query.samples import SCHEMA, cases, compiled
from tests.query.strategies import vehicles
from tests.query.table import Table


@pytest.mark.parametrize(("text", "where", "parameters", "english"), cases("valid"), ids=lambda part: part[:40])
def test_a_query_becomes_sql_and_english(text: str, where: str, parameters: str, english: str) -> None:
    expected = (where, literal_eval(parameters), f"Vehicles where {english}.")
    query = compiled(text)
    assert expected == (query.where, query.parameters, query.english)
    assert where.count("?") == len(query.parameters)


def test_every_query_runs() -> None:
    table = Table(SCHEMA, vehicles(1))
    for text, *_ in cases("valid"):
        table.ids(compiled(text))
    table.connection.close()


@pytest.mark.parametrize(
    "text",
    [
        "seats in (1" + ", 1" * 198 + ")",
        "not plant not in (" + ", ".join(f"a{number}_" for number in range(199)) + ")",
        "payload" + " + 1 t - kerb_mass" * 24 + " > 1 t",
        "(payload" + " - kerb_mass" * 24 + ") / (payload" + " - kerb_mass" * 24 + ") > 1",
        "seats > 1" + " or not seats > 1 and seats > 1" * 49,
    ],
)
def test_the_largest_queries_run(text: str) -> None:
    table = Table(SCHEMA, vehicles(1))
    assert isinstance(table.ids(compiled(text)), list)
    table.connection.close()


def test_what_a_query_says_of_itself() -> None:
    text = (
        "range > 150 km and (range[WLTP] > 100 mi or payload/gross_vehicle_mass > 40 %) and make = Ford and drive = 4x2"
    )
    query = compiled(text)
    assert isinstance(query, Query)
    assert text == query.text
    fields = (("range", None), ("range", "wltp"), ("payload", None), ("gross_vehicle_mass", None), ("drive", None))
    assert fields == query.fields
    assert query.bare == ("range", "payload")


def test_a_price_has_definitions_though_its_field_asks_for_none() -> None:
    assert compiled("development_cost > 5 EUR").bare == ()
    assert compiled("price > 5 EUR").bare == ("price",)
