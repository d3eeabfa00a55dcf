"""The engines that must give the same answers, each holding one table."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

from catalog.engine import sqlite
from catalog.engine.table import IDENTITY, Table, Value
from catalog.model import FIELDS
from catalog.plain import replace
from catalog.query import Query, Schema, compile_query, order_by

ENGINES = ("sqlite", "duckdb", "parquet", "postgres")
#: The ids that match a query, in an order (of id where none is said).
Ask = Callable[[Query | None, str], list[str]]


def needed(what: str, present: bool) -> None:
    """Skips the test where something is not there, or fails it where CI says that it has to be."""
    if present:
        return
    if os.environ.get("REQUIRE_ENGINES"):
        pytest.fail(f"REQUIRE_ENGINES is set and {what}")
    pytest.skip(what)


def need_duckdb() -> None:
    needed("DuckDB is not installed", find_spec("duckdb") is not None)


@contextmanager
def opened(engine: str, table: Table, folder: Path, url: Callable[[], str]) -> Iterator[Ask]:
    """``engine`` with a table in it. ``folder`` takes a Parquet file, ``url`` gives a database."""
    if engine == "sqlite":
        with closing(sqlite.connect(table)) as connection:
            yield lambda query, order: sqlite.select_ids(connection, query, order)
    elif engine == "postgres":
        target = url()
        from catalog.engine import postgres
        from catalog.engine.publish import publish

        publish(table, target)
        with closing(postgres.connect(target)) as server:
            yield lambda query, order: postgres.select_ids(server, query, order)
    else:
        need_duckdb()
        from catalog.engine import duckdb
        from catalog.engine.parquet import write_parquet

        if engine == "parquet":
            write_parquet(table, folder / "vehicles.parquet")
        with closing(
            duckdb.open_parquet(folder / "vehicles.parquet") if engine == "parquet" else duckdb.connect(table)
        ) as held:
            yield lambda query, order: duckdb.select_ids(held, query, order)


def raw(where: str, *parameters: str | float) -> Query:
    """A query with SQL that no user can write."""
    return replace(compile_query("id is known", Schema(FIELDS, {})), text=where, where=where, parameters=parameters)


def small_table(*rows: Mapping[str, Value], schema: Schema | None = None) -> Table:
    """A table of the identity columns and those that the rows have, in which the rest is null."""
    types = {name: "real" if name.endswith(("_low", "_high")) else "text" for row in rows for name in row}
    columns = dict.fromkeys(IDENTITY, "text") | types
    return Table(schema or Schema(FIELDS, {}), columns, [tuple(row.get(name) for name in columns) for row in rows])


def asked(ask: Ask, query: str, sort: str = "", schema: Schema | None = None) -> list[str]:
    """The ids that match a query as a user types it (all, where it is empty)."""
    known = schema or Schema(FIELDS, {})
    return ask(compile_query(query, known) if query else None, order_by(sort, known)[0] if sort else "")
