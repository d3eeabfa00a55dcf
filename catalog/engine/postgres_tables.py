"""Write the wide table to PostgreSQL, in one transaction: others see the old table until the new one is whole."""

from __future__ import annotations

from catalog.engine.batches import batches
from catalog.engine.columns import Column, describe
from catalog.engine.folding import EXCEPTIONS
from catalog.engine.postgres import FORMAT, FORMAT_KEY, SCHEMA, explained, open_connection
from catalog.errors import CatalogError, SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import psycopg

    from catalog.engine.table import Table, Value

TYPES = {"text": 'text collate "C"', "real": "double precision"}
_MOST_COLUMNS = 1600  # of a table; a limit of PostgreSQL
_ABOUT_COLUMNS = "place integer primary key, name text, type text, field text, definition text, unit text"
#: Collations under which ``lower`` knows all letters, whatever the server's language; the first there is is taken.
_FOLDING = ("und-x-icu", "pg_c_utf8", "C.utf8")
#: A ``lower`` that folds as ``folding.fold`` does. Its result keeps the collation of its argument.
_LOWER = """
create or replace function lower(text) returns text language sql immutable strict parallel safe
as $$ select pg_catalog.lower(pg_catalog.translate($1, '{letters}', '{folded}') collate pg_catalog."{collation}") $$
"""


def write_tables(table: Table, url: str, about: Mapping[str, str] | None = None) -> None:
    """Write ``vehicles``, ``columns`` and ``about`` into the schema ``vehicle_catalog`` of the database at ``url``.

    The schema is made where it is missing; tables of it that were there are replaced, and who could read them can
    read the new ones. Raises SettingsError for a server that cannot be reached or does not allow it, and
    CatalogError for what cannot be stored; the old tables are then as they were.
    """
    columns = describe(table)
    if len(columns) > _MOST_COLUMNS:
        raise CatalogError(f"the table has {len(columns)} columns; PostgreSQL takes at most {_MOST_COLUMNS}")
    connection = open_connection(url)
    try:
        with explained(connection), connection.transaction():
            _run(connection, f"select pg_advisory_xact_lock(hashtext('{SCHEMA}'))")  # one publisher at a time
            _run(connection, f"create schema if not exists {SCHEMA}")
            _run(connection, f"set local search_path = {SCHEMA}, pg_catalog")
            _make_lower(connection)
            listed = ", ".join(f"{column.name} {TYPES[column.type]}" for column in columns)
            vehicles = (row for batch in batches(table) for row in batch)
            # long texts lie apart, where a query that does not ask for them does not read them
            _replace(connection, "vehicles", f"{listed}, primary key (id)", vehicles, "with (toast_tuple_target = 128)")
            _replace(connection, "columns", _ABOUT_COLUMNS, map(_described, enumerate(columns)))
            _replace(
                connection, "about", "key text primary key, body text", {**(about or {}), FORMAT_KEY: FORMAT}.items()
            )
    finally:
        connection.close()


def _run(connection: psycopg.Connection, text: str) -> list[tuple[str, ...]]:
    """Run a text made here, in which nothing stands that a user typed."""
    cursor = connection.execute(text.encode())
    return cursor.fetchall() if cursor.description else []


def _make_lower(connection: psycopg.Connection) -> None:
    """Make the function that the queries call. Raises SettingsError where no collation folds all letters."""
    known = {name for (name,) in _run(connection, "select collname from pg_collation")}
    collation = next((name for name in _FOLDING if name in known), None)
    if collation is None:
        raise SettingsError(f"the PostgreSQL server has none of the collations {', '.join(_FOLDING)}")
    letters, folded = "".join(EXCEPTIONS), "".join(EXCEPTIONS.values())
    _run(connection, _LOWER.format(letters=letters, folded=folded, collation=collation))


def _replace(
    connection: psycopg.Connection, name: str, columns: str, rows: Iterable[tuple[Value, ...]], options: str = ""
) -> None:
    """Make a table anew under another name, then drop the old one, whose readers keep their right to read."""
    _run(connection, f"create table {name}_new ({columns}) {options}")
    with connection.cursor() as cursor, cursor.copy(f"copy {name}_new from stdin".encode()) as copy:
        for row in rows:
            copy.write_row(row)
    granted = _run(
        connection,
        "select privilege_type, case when grantee = 0 then 'public' else grantee::regrole::text end"
        " from pg_class, aclexplode(relacl)"
        f" where pg_class.oid = to_regclass('{name}') and grantee <> relowner",
    )
    _run(connection, f"drop table if exists {name}")
    _run(connection, f"alter table {name}_new rename to {name}")
    for privilege, role in granted:
        _run(connection, f"grant {privilege} on {name} to {role}")
    _run(connection, f"analyze {name}")


def _described(placed: tuple[int, Column]) -> tuple[Value, ...]:
    place, column = placed
    return place, column.name, column.type, column.field, column.definition, column.unit
