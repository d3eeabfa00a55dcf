"""Write a data set where others read it: into PostgreSQL, or as a Parquet file."""

from __future__ import annotations

from catalog.errors import SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import BinaryIO

    from catalog.engine.table import Table

_CHOICES = "write postgresql://user@host:5432/database, or the name of a file that ends in .parquet"


def is_server(target: str) -> bool:
    """Whether a text is the URL of a PostgreSQL database."""
    return target.startswith(("postgresql://", "postgres://"))


def shown_target(target: str) -> str:
    """A target as messages name it: of a URL what follows the password.

    >>> shown_target("postgresql://me:secret@host:5432/fleet?sslmode=require"), shown_target("fleet.parquet")
    ('postgresql://host:5432/fleet', 'fleet.parquet')
    """
    scheme, colon, rest = target.partition("://")
    return f"{scheme}://{rest.partition('?')[0].rpartition('@')[2]}" if colon else target


def publish(table: Table, target: str, about: Mapping[str, str] | None = None, archive: BinaryIO | None = None) -> None:
    """Write the table to ``target``, whole or not at all: a PostgreSQL URL, or the name of a Parquet file.

    What was published there before is replaced in one step. ``about`` are texts that are kept beside it, the
    ``archive`` is put into a Parquet file. Raises SettingsError for a target that cannot be used, CatalogError for
    what cannot be stored there.

    >>> from catalog.model import FIELDS
    >>> from catalog.engine import build_table
    >>> publish(build_table([], FIELDS), "fleet.duckdb")
    Traceback (most recent call last):
        ...
    catalog.errors.SettingsError: fleet.duckdb: a DuckDB file is read by few versions of DuckDB; publish fleet.parquet
    """
    checked_target(target)
    if is_server(target):
        from catalog.engine.postgres_tables import write_tables

        write_tables(table, target, about)
    else:
        from catalog.engine.parquet import write_parquet

        write_parquet(table, target, about, archive)


def checked_target(target: str) -> None:
    """Raises SettingsError for a target that nothing can be published to, with what can be written instead."""
    if is_server(target):
        return
    if "://" in target:
        raise SettingsError(f"nothing can be published to {target.partition('://')[0]}://; {_CHOICES}")
    if target.endswith(".duckdb"):
        better = target.removesuffix(".duckdb") + ".parquet"
        raise SettingsError(f"{target}: a DuckDB file is read by few versions of DuckDB; publish {better}")
    if not target.endswith(".parquet"):
        raise SettingsError(f"nothing can be published to {target}; {_CHOICES}")
