"""Run a bound query on PostgreSQL: the vehicles lie on a server that a team already has.

The tables stand in a schema of their own, ``vehicle_catalog``, so that nothing else in the database is touched
and nothing else is found. What PostgreSQL would answer otherwise than the other engines is settled there:

- texts have the collation ``C``, so they are sorted by their characters and not by the language of the server;
- ``lower`` under that collation knows ASCII alone, and under the server's own follows its language (in Turkish
  ``I`` becomes ``ı``); the schema has a ``lower`` of its own, which stands before PostgreSQL's in the search path;
- a sum beyond the largest number is an error, not infinity; so the open end of an interval is stored smaller.

Each query is a transaction of its own that can only read; its settings end with it, so a connection pool between
here and the server passes none of them on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import Lock

from catalog.engine.columns import Column, definitions
from catalog.errors import CatalogError, QueryError, SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    import psycopg

    from catalog.query import Query

INSTALL = "the PostgreSQL driver is not installed; pip install 'vehicle-catalog[postgres]'"
SCHEMA = "vehicle_catalog"
#: In the table ``about``: raised when the tables change their meaning.
FORMAT_KEY, FORMAT = "format", "1"
_EXAMPLE = "postgresql://user@host:5432/database"
_CONNECT_SECONDS = 10


class Database:
    """A server's table ``vehicles``, ready for queries from any thread, one at a time.

    A connection that broke is made anew. ``definitions`` completes a ``Schema``.
    """

    def __init__(self, url: str, seconds: float | None = 30.0) -> None:
        self.seconds = seconds
        self._url = url
        self._lock = Lock()
        self._connection = open_connection(url)
        self.where = _where(self._connection)
        try:
            self._check_format()
            rows = self.rows("select name, type, field, definition, unit from columns order by place")
        except CatalogError:
            self.close()
            raise
        self.definitions: Mapping[str, Mapping[str, str]] = definitions(Column(*row) for row in rows)

    def _check_format(self) -> None:
        found = self.about(FORMAT_KEY)
        if found != FORMAT:
            raise SettingsError(
                f"the vehicles in {self.where} were published by another version of this program; publish them anew"
            )

    def about(self, key: str) -> str | None:
        """A text that was published beside the vehicles; None where there is none of this name."""
        rows = self.rows("select body from about where key = ?", (key,))
        return str(rows[0][0]) if rows else None

    def rows(self, text: str, parameters: Sequence[str | float] = ()) -> list[tuple[Any, ...]]:
        """What a query in the words of ``catalog.query.sql`` finds, its parameters marked with ``?``."""
        marked = placeholders(text).encode()
        with self._lock:
            try:
                return self._ask(marked, parameters)
            except _BrokenError:  # the server was restarted, or closed what lay idle
                self._connection = open_connection(self._url)
                return self._ask(marked, parameters)

    def _ask(self, text: bytes, parameters: Sequence[str | float]) -> list[tuple[Any, ...]]:
        milliseconds = str(round((self.seconds or 0) * 1000))
        settings = "select set_config('search_path', %s, true), set_config('statement_timeout', %s, true)"
        with explained(self._connection, self.seconds), self._connection.transaction():
            self._connection.execute("set transaction read only")
            self._connection.execute(settings, (f"{SCHEMA}, pg_catalog", milliseconds))
            return self._connection.execute(text, parameters).fetchall()

    def close(self) -> None:
        self._connection.close()

    def __del__(self) -> None:
        if hasattr(self, "_connection"):  # which psycopg would complain of, where nobody closed it
            self.close()


class _BrokenError(CatalogError):
    """The connection is no longer there."""


class _OutOfRangeError(CatalogError):
    """A number beyond the largest, which other engines call infinite, or nearer to zero than the smallest."""


def connect(url: str, *, seconds: float | None = 30.0) -> Database:
    """The vehicles that ``publish`` wrote to the database at ``url``. A query may take ``seconds``.

    Raises SettingsError where the driver is missing, the server cannot be reached, or holds no vehicles. No
    message holds the password.
    """
    return Database(url, seconds)


def select_ids(
    database: Database, query: Query | None = None, order: str = "", *, limit: int | None = None
) -> list[str]:
    """The ids of the vehicles that match, in the order of an ``order_by`` (by id where none is asked).

    Raises CatalogError where the time is not enough, the connection breaks or the table is no longer what this
    version asks for, and QueryError for numbers that leave PostgreSQL's range.
    """
    where = f" where {query.where}" if query else ""
    text = f"select id from vehicles{where} order by {order or 'id'}{'' if limit is None else ' limit ?'}"
    parameters = (*(query.parameters if query else ()), *(() if limit is None else (limit,)))
    try:
        return [row[0] for row in database.rows(text, parameters)]
    except _OutOfRangeError as error:
        asked = query.text if query else ""
        raise QueryError(asked, 0, len(asked), str(error)) from None


def placeholders(text: str) -> str:
    """A query's text with psycopg's placeholders. It holds no text in quotes but the sign of ``escape``.

    >>> placeholders("lower(make) like lower(?) escape '!' and payload_low >= ?")
    "lower(make) like lower(%s) escape '!' and payload_low >= %s"
    """
    bare = text.replace("escape '!'", "")
    assert not set(bare) & set("'\"%$\\"), text
    return text.replace("?", "%s")


def open_connection(url: str) -> psycopg.Connection:
    """A connection, its transactions made explicitly. Raises SettingsError, without the password."""
    try:
        import psycopg
        from psycopg.conninfo import conninfo_to_dict
    except ImportError:
        raise SettingsError(INSTALL) from None
    user = url.partition("://")[2].partition("?")[0].rpartition("@")[0]  # and the password
    if not url.startswith(("postgresql://", "postgres://")) or set(user) & set("@/"):
        raise SettingsError(
            f"not the URL of a PostgreSQL database; write {_EXAMPLE}, in a password %40 for @, %2F for /"
        )
    try:
        parts = conninfo_to_dict(url)
        if not set(str(parts.get("port", ""))) <= set("0123456789,"):
            raise psycopg.ProgrammingError
    except psycopg.ProgrammingError:
        raise SettingsError(f"the URL of the PostgreSQL database cannot be read; write {_EXAMPLE}") from None
    target = f"{parts.get('host', 'localhost')}:{parts.get('port', 5432)}/{parts.get('dbname', '')}"
    options: dict[str, Any] = {"connect_timeout": _CONNECT_SECONDS, "application_name": "vehicle-catalog", **parts}
    options |= {"client_encoding": "UTF8", "autocommit": True}  # each transaction is begun in so many words
    try:
        connection = psycopg.connect(**options)
    except psycopg.Error as error:
        reason = " ".join(str(error).split())
        secrets = {str(value) for name, value in parts.items() if "password" in name}
        if any(secret in reason for secret in secrets):
            reason = "the server refuses the connection"
        raise SettingsError(f"cannot connect to PostgreSQL at {target}: {reason}") from None
    if connection.info.parameter_status("server_encoding") != "UTF8":
        connection.close()
        raise SettingsError(f"the database at {target} does not hold all letters; it needs the encoding UTF8")
    return connection


@contextmanager
def explained(connection: psycopg.Connection, seconds: float | None = None) -> Iterator[None]:
    """PostgreSQL's errors as those of this package."""
    import psycopg
    from psycopg import errors

    try:
        yield
    except errors.NumericValueOutOfRange:
        reason = "the numbers of the query are too large or too small for PostgreSQL to calculate with"
        raise _OutOfRangeError(reason) from None
    except errors.QueryCanceled:
        raise CatalogError(f"the query took longer than {seconds} s and was stopped") from None
    except (errors.UndefinedTable, errors.InvalidSchemaName):
        where = _where(connection)
        raise SettingsError(f"no vehicles were published to {where}; `vehicles publish URL` does that") from None
    except errors.UndefinedColumn as error:
        reason = f"the table was published by another version; publish it anew ({_first_line(error)})"
        raise CatalogError(reason) from None
    except errors.InsufficientPrivilege as error:
        raise SettingsError(f"PostgreSQL does not allow it: {_first_line(error)}") from None
    except psycopg.Error as error:
        kind = _BrokenError if connection.closed else CatalogError
        raise kind(f"PostgreSQL: {_first_line(error)}") from None


def _where(connection: psycopg.Connection) -> str:
    return f"{connection.info.host}:{connection.info.port}/{connection.info.dbname}"


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
