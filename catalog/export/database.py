"""A table as an SQLite file: the table itself, ``columns`` with what each holds, ``sources`` with what it cites."""

from __future__ import annotations

import sqlite3
from itertools import islice

from catalog.errors import CatalogError
from catalog.export.table import FLAG, NUMBER, Table, columns_table, sources_table

_TYPES = {NUMBER: "real", FLAG: "integer"}
_ROWS = 10_000
#: As many columns a table may have unless SQLite was built for more.
_COLUMNS = 2000


def write_database(table: Table, path: str) -> None:
    """Write the file. Raises CatalogError for a table with more columns than SQLite takes."""
    if len(table.columns) > _COLUMNS:
        raise CatalogError(
            f"{len(table.columns):,} columns; a table of SQLite has at most {_COLUMNS:,}: name some with --columns"
        )
    try:
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            connection.execute("pragma journal_mode = off")  # the file is put in its place when it is whole
            connection.execute("begin")
            for one in (table, columns_table(table), sources_table(table)):
                _store(connection, one)
            connection.execute("commit")
        finally:
            connection.close()
    except sqlite3.OperationalError as error:
        raise CatalogError(f"cannot write {path}: {error}") from None


def _store(connection: sqlite3.Connection, table: Table) -> None:
    columns = ", ".join(f"{quoted(column.name)} {_TYPES.get(column.type, 'text')}" for column in table.columns)
    connection.execute(f"create table {quoted(table.name)} ({columns})")
    statement = f"insert into {quoted(table.name)} values ({', '.join('?' * len(table.columns))})"
    rows = table.rows()
    while some := list(islice(rows, _ROWS)):
        connection.executemany(statement, some)


def quoted(name: str) -> str:
    """A name as SQL writes it, whatever is in it.

    >>> quoted("range [km] (WLTP)")
    '"range [km] (WLTP)"'
    """
    return '"' + name.replace('"', '""') + '"'
