"""Write a data set where others read it: into PostgreSQL, or as a Parquet file."""

from __future__ import annotations

from catalog.errors import SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.engine.table import Table

_CHOICES = "write postgresql://user@host:5432/database, or the name of a file that ends in .parquet"


def publish(table: Table, target: str) -> None:
    """Write the table to ``target``, whole or not at all: a PostgreSQL URL, or the name of a Parquet file.

    What was published there before is replaced in one step. Raises SettingsError for a target that cannot be
    used, CatalogError for what cannot be stored there.

    >>> from catalog.model import FIELDS
    >>> from catalog.engine import build_table
    >>> publish(build_table([], FIELDS), "fleet.duckdb")
    Traceback (most recent call last):
        ...
    catalog.errors.SettingsError: fleet.duckdb: a DuckDB file is read by few versions of DuckDB; publish fleet.parquet
    """
    if target.startswith(("postgresql://", "postgres://")):
        from catalog.engine.postgres_tables import write_tables

        write_tables(table, target)
    elif "://" in target:
        raise SettingsError(f"nothing can be published to {target.partition('://')[0]}://; {_CHOICES}")
    elif target.endswith(".duckdb"):
        better = target.removesuffix(".duckdb") + ".parquet"
        raise SettingsError(f"{target}: a DuckDB file is read by few versions of DuckDB; publish {better}")
    elif not target.endswith(".parquet"):
        raise SettingsError(f"nothing can be published to {target}; {_CHOICES}")
    else:
        from catalog.engine.parquet import write_parquet

        write_parquet(table, target)
