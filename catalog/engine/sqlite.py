"""Run a bound query on SQLite: the standard library's engine, in memory."""

from __future__ import annotations

import sqlite3

from catalog.engine.folding import fold
from catalog.engine.table import Table
from catalog.query import Query


def connect(table: Table) -> sqlite3.Connection:
    """A connection to an in-memory database that holds the table as ``vehicles``."""
    connection = sqlite3.connect(":memory:")
    # SQLite's own lower() knows ASCII alone, and would not find Škoda
    connection.create_function("lower", 1, fold, deterministic=True)
    columns = ", ".join(f'"{name}" {kind}' for name, kind in table.columns.items())
    connection.execute(f"create table vehicles ({columns})")
    places = ", ".join("?" * len(table.columns))
    connection.executemany(f"insert into vehicles values ({places})", table.rows)
    return connection


def select_ids(connection: sqlite3.Connection, query: Query | None = None, order: str = "") -> list[str]:
    """The ids of the vehicles that match, in the order of an ``order_by`` (by id where none is asked)."""
    where = f" where {query.where}" if query else ""
    by = order or "id"
    parameters = query.parameters if query else ()
    rows = connection.execute(f"select id from vehicles{where} order by {by}", parameters)
    return [row[0] for row in rows]
