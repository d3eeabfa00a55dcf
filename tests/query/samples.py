"""The schema that the tests of the query language ask: the real fields, with a few definitions known of some."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

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


def error_of(action: Callable[[], object]) -> QueryError | None:
    """The QueryError of an action; None where it makes none. Any other exception is a fault of the package."""
    try:
        action()
    except QueryError as error:
        return error
    return None


def message(text: str) -> str:
    """The message of the error that ``text`` makes."""
    return str(error_of(lambda: compile_query(text, SCHEMA)))


def sort_message(text: str) -> str:
    """The message of the error that the sort keys ``text`` make."""
    return str(error_of(lambda: order_by(text, SCHEMA)))


def cases(name: str) -> list[list[str]]:
    """The cases of a file in ``cases``: blocks of lines between empty ones; a line with # is a heading."""
    text = (Path(__file__).parent / "cases" / f"{name}.txt").read_text(encoding="utf-8")
    blocks = [block.splitlines() for block in text.strip("\n").split("\n\n")]
    return [block for block in blocks if not block[0].startswith("#")]
