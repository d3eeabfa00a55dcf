"""The schema that the tests of the query language ask: the real fields, with a few definitions known of some."""

from __future__ import annotations

from catalog.errors import QueryError
from catalog.model import FIELDS
from catalog.query import Query, Schema, compile_query, order_by

SCHEMA = Schema(
    FIELDS,
    {
        "range": {"wltp": "range_wltp", "wltp city": "range_wltp_city", "epa": "range_epa", "not stated": "range_x"},
        "battery_energy": {"gross": "battery_energy_gross", "usable": "battery_energy_usable"},
        "payload": {"deducted": "payload_1", "deducted deducted": "payload_2"},
        "fuel_consumption": {"wltp": "fuel_consumption_wltp"},
        "price": {"EUR included DE": "price_1", "EUR excluded DE": "price_2", "USD excluded US": "price_3"},
    },
)


def compiled(text: str) -> Query:
    return compile_query(text, SCHEMA)


def message(text: str) -> str:
    """The message of the error that ``text`` makes."""
    try:
        found = compiled(text)
    except QueryError as error:
        assert error.text == text
        return str(error)
    raise AssertionError(f"no error: {found.where}")


def sort_message(text: str) -> str:
    try:
        found = order_by(text, SCHEMA)
    except QueryError as error:
        return str(error)
    raise AssertionError(f"no error: {found}")
