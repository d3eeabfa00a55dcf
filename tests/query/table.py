"""A small ``vehicles`` table in memory, as the contract of ``catalog.query.schema`` describes it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from fractions import Fraction

from catalog.query import IDENTITY, Schema
from tests.query.evaluator import Row


def columns(schema: Schema) -> dict[str, str]:
    """Every column of the table and its type."""
    found = {column: "text" for column, _ in IDENTITY.values()}
    for key, info in schema.fields.items():
        if not info.spec.numeric:
            found[key] = "text"
            continue
        found[f"{key}_definition"] = "text"
        for stem in (key, *schema.definitions.get(key, {}).values()):
            found |= {f"{stem}_low": "double precision", f"{stem}_high": "double precision"}
    return found


def create_table(schema: Schema) -> str:
    return f"create table vehicles ({', '.join(f'{name} {kind}' for name, kind in columns(schema).items())})"


def stored(value: Fraction | str | None) -> float | str | None:
    """A value as the index stores it: a number rounded once."""
    return float(value) if isinstance(value, Fraction) else value


def table(schema: Schema, rows: Sequence[Row]) -> sqlite3.Connection:
    """The table with ``rows``; what a row leaves out is null."""
    connection = sqlite3.connect(":memory:")
    connection.execute(create_table(schema))
    for row in rows:
        marks = ", ".join("?" * len(row))
        values = [stored(value) for value in row.values()]
        connection.execute(f"insert into vehicles ({', '.join(row)}) values ({marks})", values)
    return connection
