"""A small ``vehicles`` table in memory, as the contract of ``catalog.query.schema`` describes it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from fractions import Fraction

from catalog.query import IDENTITY, Query, Schema
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


class Table:
    """The table with some rows; what a row leaves out is null."""

    def __init__(self, schema: Schema, rows: Sequence[Row]) -> None:
        self.connection = sqlite3.connect(":memory:", check_same_thread=False)
        self.connection.execute(create_table(schema))
        for row in rows:
            marks = ", ".join("?" * len(row))
            values = [stored(value) for value in row.values()]
            self.connection.execute(f"insert into vehicles ({', '.join(row)}) values ({marks})", values)

    def ids(self, query: Query, order: str = "id") -> list[str]:
        """The ids of the rows that match, in order."""
        text = f"select id from vehicles where {query.where} order by {order}"
        return [row[0] for row in self.connection.execute(text, query.parameters)]
