"""The list of columns that stands beside a stored table says what the schema knows."""

from __future__ import annotations

import pytest

import catalog
from catalog.engine import Table, build_table
from catalog.engine.columns import Column, definitions, describe, from_metadata, to_metadata
from catalog.errors import CatalogError, SettingsError
from catalog.model import FIELDS
from catalog.query import Schema
from tests.conftest import SPECS
from tests.engine.engines import small_table

TABLE = build_table(catalog.open(SPECS).records.values(), FIELDS)


def test_the_list_gives_the_schema_back() -> None:
    columns = from_metadata(to_metadata(describe(TABLE)), "here")
    assert columns == describe(TABLE)
    assert [column.name for column in columns] == list(TABLE.columns)
    assert {column.name: column.type for column in columns} == TABLE.columns
    assert definitions(columns) == {key: known for key, known in TABLE.schema.definitions.items() if known}


def test_a_price_under_a_definition_has_its_currency_and_a_shown_one_none() -> None:
    schema = Schema(FIELDS, {"price": {"EUR included DE": "price__eur_included_de"}})
    table = small_table({"id": "a", "price_low": 1.0, "price__eur_included_de_low": 1.0}, schema=schema)
    units = {column.name: column.unit for column in describe(table)}
    assert (units["price_low"], units["price__eur_included_de_low"]) == (None, "EUR")


@pytest.mark.parametrize("name", ["Payload_low", "pay load", "x" * 64, "1st", 'a"b', "a'b", "straße", ""])
def test_a_name_that_some_engine_would_change_is_refused(name: str) -> None:
    with pytest.raises(CatalogError, match="cannot be stored: a column's name is at most 63"):
        describe(Table(Schema(FIELDS, {}), {"id": "text", name: "text"}, ()))


def test_a_type_that_is_not_ours_is_refused() -> None:
    with pytest.raises(CatalogError, match="its type text or real"):
        describe(Table(Schema(FIELDS, {}), {"id": "integer"}, ()))


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"version": 1}', '{"version": 1, "columns": [{"x": 1}]}', "null"]
)
def test_a_damaged_list_is_explained(text: str) -> None:
    with pytest.raises(SettingsError, match=r"^x\.parquet: the list of its columns is damaged"):
        from_metadata(text, "x.parquet")


def test_no_two_columns_of_a_stem_that_ends_like_an_end_are_mixed_up() -> None:
    columns = [Column("a__x_high_low", "real", "a", "x high"), Column("a__x_high_high", "real", "a", "x high")]
    assert definitions(columns) == {"a": {"x high": "a__x_high"}}
