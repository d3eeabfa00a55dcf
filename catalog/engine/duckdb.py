"""Run a bound query on DuckDB, over Parquet files or a table in memory: for tens of millions of vehicles.

What DuckDB would do by itself and must not do here is switched off before the first query:

- its progress bar goes to standard output, into the answer, when a query takes two seconds; it is off on the
  connection and on every cursor, which does not take the setting over from it;
- any query may read and write files, load extensions and change settings; after opening, nothing but the named
  files can be read, and the configuration is locked;
- a connection used by two threads at once fails; every query has a cursor of its own, from a fixed number;
- a query may take all memory and spill to a folder beside the user's files; it has a limit, and no such folder.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from queue import SimpleQueue

from catalog.engine.batches import batches
from catalog.engine.columns import METADATA_KEY, Column, about_key, definitions, describe, from_metadata
from catalog.engine.seal import add_seal
from catalog.errors import CatalogError, SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, BinaryIO

    import duckdb

    from catalog.engine.table import Table
    from catalog.query import Query

INSTALL = "DuckDB is not installed; pip install 'vehicle-catalog[duckdb]'"
TYPES = {"text": "varchar", "real": "double"}  # DuckDB's own real has four bytes
_CURSORS = 8  # queries at the same time; a further one waits for its turn
_SIZE = re.compile(r"[0-9]+(\.[0-9]+)? ?([KMGT]i?B)", re.IGNORECASE)
#: DuckDB takes such names for patterns: ``a[1].parquet`` would read ``a1.parquet``.
_PATTERN = re.compile(r"[*?\[]")


class Database:
    """The table ``vehicles``, ready for queries from any thread. ``definitions`` completes a ``Schema``."""

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        columns: Sequence[Column],
        files: Sequence[str] = (),
        memory: str = "",
        seconds: float | None = None,
    ) -> None:
        self.files = tuple(files)
        self.definitions: Mapping[str, Mapping[str, str]] = definitions(columns)
        self.columns: Mapping[str, Column] = {column.name: column for column in columns}
        self.memory = memory
        self.seconds = seconds
        self._connection = connection
        self._cursors = [connection.cursor() for _ in range(_CURSORS)]
        self._free: SimpleQueue[duckdb.DuckDBPyConnection] = SimpleQueue()
        for cursor in self._cursors:
            cursor.execute("set enable_progress_bar = false")
            self._free.put(cursor)
        connection.execute("set lock_configuration = true")

    @contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor that no other thread uses, until the end of the block."""
        cursor = self._free.get()
        try:
            yield cursor
        finally:
            self._free.put(cursor)

    def rows(self, text: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """What a query in the words of ``catalog.query.sql`` finds, its parameters marked with ``?``."""
        with self.cursor() as cursor, explained(self.files, self.memory, self.seconds):
            return _answer(cursor, text, parameters, self.seconds)

    def about(self, key: str) -> str | None:
        """A text that was published beside the vehicles of the first file; None where there is none of this name."""
        if not self.files:
            return None
        rows = self.rows("select value from parquet_kv_metadata(?) where key = ?", (self.files[0], about_key(key)))
        return bytes(rows[0][0]).decode() if rows else None

    def close(self) -> None:
        for connection in (*self._cursors, self._connection):
            connection.close()


def connect(table: Table, *, memory: str = "1GB", threads: int | None = None, seconds: float | None = 30.0) -> Database:
    """An in-memory database that holds the table. The settings are those of ``open_parquet``."""
    connection = bare_connection(memory, threads)
    load(connection, table)
    connection.execute("set enable_external_access = false")
    return Database(connection, describe(table), (), memory, seconds)


def open_parquet(
    *paths: str | os.PathLike[str],
    memory: str = "1GB",
    threads: int | None = None,
    seconds: float | None = 30.0,
    beside: Table | None = None,
    writes: str | None = None,
) -> Database:
    """The vehicles of Parquet files that ``write_parquet`` wrote; what only some of them have is null in the others.
    Those of a table ``beside`` them are among them. The file ``writes`` may be written, and no other.

    ``memory`` is the most that all queries together may take (``500MB``, ``4GB``), ``threads`` how many DuckDB
    uses (one for each processor where none is said), ``seconds`` how long one query may take.

    Raises SettingsError for a file that cannot be read, or was not written by this program, and for a setting
    that cannot be used.
    """
    files = [named(path) for path in paths]
    for file in files:
        if not os.path.isfile(file):
            raise SettingsError(f"{file}: there is no such file")
    connection = bare_connection(memory, threads)
    with explained(files):
        columns = _columns(connection, files, describe(beside) if beside is not None else ())
        listed = ", ".join(quoted(file) for file in files)
        allowed = listed if writes is None else f"{listed}, {quoted(named(writes))}"
        connection.execute(f"set allowed_paths = [{allowed}]")
        by_name = ", union_by_name = true" if len(files) > 1 else ""
        text = f"select * from read_parquet([{listed}]{by_name})"
        if beside is not None:
            load(connection, beside, "beside")
            text += " union all by name select * from beside"
        connection.execute(f"create view vehicles as {_with_absent(connection, text, columns)}")
        connection.execute("set enable_external_access = false")
    return Database(connection, columns, files, memory, seconds)


def select_ids(
    database: Database, query: Query | None = None, order: str = "", *, limit: int | None = None
) -> list[str]:
    """The ids of the vehicles that match, in the order of an ``order_by`` (by id where none is asked).

    Raises CatalogError where the time or the memory is not enough, and where the files are no longer what was
    opened.
    """
    where = f" where {query.where}" if query else ""
    text = f"select id from vehicles{where} order by {order or 'id'}{'' if limit is None else ' limit ?'}"
    parameters = (*(query.parameters if query else ()), *(() if limit is None else (limit,)))
    return [row[0] for row in database.rows(text, parameters)]


def ready() -> None:
    """Import DuckDB, which takes longer than most queries. Raises SettingsError where it is not installed."""
    try:
        import duckdb  # noqa: F401
    except ImportError:
        raise SettingsError(INSTALL) from None


def bare_connection(memory: str = "4GB", threads: int | None = None) -> duckdb.DuckDBPyConnection:
    """An empty in-memory database that installs nothing, prints nothing and writes no temporary files."""
    ready()
    import duckdb

    if not _SIZE.fullmatch(memory):
        raise SettingsError(f"memory: {memory!r} is not a size; write 500MB or 4GB")
    if threads is not None and threads < 1:
        raise SettingsError(f"threads: {threads} is not a number of threads; write 1 or more")
    config: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": memory,
        "temp_directory": "",
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "allow_community_extensions": False,
        "allow_persistent_secrets": False,
        # the rows of a page would be looked for anew with all their columns; to carry the two along takes less
        "late_materialization_max_rows": 0,
    }
    connection = duckdb.connect(":memory:", config=config | ({"threads": threads} if threads else {}))
    connection.execute("set enable_progress_bar = false")
    return connection


def load(connection: duckdb.DuckDBPyConnection, table: Table, name: str = "vehicles") -> None:
    """Make a table of this name in a database. Raises CatalogError for what cannot be stored."""
    names, types = list(table.columns), [TYPES[column.type] for column in describe(table)]
    listed = ", ".join(f"{name} {kind}" for name, kind in zip(names, types, strict=True))
    connection.execute(f"create table {name} ({listed})")
    for batch in batches(table):
        columns = zip(names, types, zip(*batch, strict=True), strict=True)
        held = [column for column in columns if column[2].count(None) < len(column[2])]
        into = ", ".join(column for column, _, _ in held)
        lists = ", ".join(f"unnest(?::{kind}[])" for _, kind, _ in held)
        connection.execute(f"insert into {name} ({into}) select {lists}", [list(values) for _, _, values in held])


def copy_to(
    connection: duckdb.DuckDBPyConnection,
    path: str,
    metadata: Mapping[str, str],
    order: str = " order by id",
    archive: BinaryIO | None = None,
) -> None:
    """Write the table ``vehicles`` as a Parquet file with its archive and seal (``catalog.engine.seal``).

    Raises CatalogError where it cannot be written.
    """
    import duckdb

    about = ", ".join(f"{key}: {quoted(value)}" for key, value in metadata.items())
    options = f"format parquet, compression zstd, use_tmp_file false, kv_metadata {{{about}}}"
    try:
        connection.execute(f"copy (select * from vehicles{order}) to {quoted(path)} ({options})")
    except duckdb.Error as error:
        raise CatalogError(f"cannot write {path}: {_first_line(error)}") from None
    add_seal(path, connection, archive)


def named(path: str | os.PathLike[str]) -> str:
    """The full path of a file. Raises SettingsError for a name that DuckDB would take for a pattern."""
    file = os.path.abspath(path)
    if _PATTERN.search(file):
        raise SettingsError(f"{file}: a name with *, ? or [ stands for several files; rename it")
    return file


def quoted(text: str) -> str:
    """A text as SQL."""
    return "'" + text.replace("'", "''") + "'"


def _with_absent(connection: duckdb.DuckDBPyConnection, text: str, columns: Sequence[Column]) -> str:
    """A query with the columns that a file describes and does not store, as nothing is known in any of its rows."""
    stored = {row[0] for row in connection.execute(f"describe {text}").fetchall()}
    absent = [f"null::{TYPES[column.type]} as {column.name}" for column in columns if column.name not in stored]
    return f"select {', '.join(['*', *absent])} from ({text})" if absent else text


def _columns(
    connection: duckdb.DuckDBPyConnection, files: Sequence[str], beside: Sequence[Column] = ()
) -> tuple[Column, ...]:
    """The columns of all files, and those beside them. Raises SettingsError where two of them call different things by
    one name."""
    found = {column.name: column for column in beside}
    for file in files:
        text = f"select value from parquet_kv_metadata({quoted(file)}) where key = {quoted(METADATA_KEY)}"
        rows = connection.execute(text).fetchall()
        if not rows:
            raise SettingsError(
                f"{file}: not written by this program, or damaged: it does not say what its columns are"
            )
        for column in from_metadata(rows[0][0], file):
            if found.setdefault(column.name, column) != column:
                raise SettingsError(f"{file}: its column {column.name} means something else in the other files")
    return tuple(found.values())


def _answer(
    cursor: duckdb.DuckDBPyConnection, text: str, parameters: Sequence[str | float], seconds: float | None
) -> list[tuple[Any, ...]]:
    """What a query finds. It runs in a thread of its own, so that this one can stop it: when its time is over, and
    at Ctrl-C, which Python does not hear while DuckDB is at work."""
    from threading import Thread

    found: list[list[tuple[Any, ...]]] = []
    failed: list[BaseException] = []

    def ask() -> None:
        try:
            found.append(cursor.execute(text, parameters).fetchall())
        except BaseException as error:
            failed.append(error)

    thread = Thread(target=ask, daemon=True)
    thread.start()
    try:
        thread.join(seconds)
    finally:
        while thread.is_alive():  # an interruption before the query has begun is not heard
            cursor.interrupt()
            thread.join(0.05)
    if failed:
        raise failed[0]
    return found[0]


@contextmanager
def explained(files: Sequence[str], memory: str = "", seconds: float | None = None) -> Iterator[None]:
    """DuckDB's errors as those of this package."""
    import duckdb

    try:
        yield
    except duckdb.InterruptException:
        raise CatalogError(f"the query took longer than {seconds} s and was stopped") from None
    except duckdb.OutOfMemoryException:
        raise CatalogError(f"this needs more than the {memory} of memory that it may take") from None
    except (duckdb.BinderException, duckdb.CatalogException) as error:
        reason = "has no such column, or is no longer what was opened; write it anew with this version, and reopen it"
        raise CatalogError(f"{_shown(files)} {reason} ({_first_line(error)})") from None
    except duckdb.Error as error:
        gone = [file for file in files if not os.path.exists(file)]
        reason = f"{gone[0]}: the file is gone" if gone else f"cannot read {_shown(files)}: {_first_line(error)}"
        raise SettingsError(reason) from None


def _shown(files: Sequence[str]) -> str:
    return ", ".join(files) or "the table"


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
