"""Write the wide table to a Parquet file, with the unit and the definition of each column in its metadata."""

from __future__ import annotations

import os
from collections.abc import Mapping

from catalog.engine.columns import METADATA_KEY, about_key, describe, to_metadata
from catalog.engine.duckdb import bare_connection, copy_to, explained, load, named
from catalog.export.replacing import replacement

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

    from catalog.engine.table import Table


def write_parquet(
    table: Table,
    path: str | os.PathLike[str],
    about: Mapping[str, str] | None = None,
    archive: BinaryIO | None = None,
    *,
    memory: str = "4GB",
) -> None:
    """Write the table as ``path``, in the order of the ids, by way of DuckDB; ``about`` goes to its metadata.
    The ``archive`` is written into the file after the table's rows were read, which may write it.

    The file is written whole under another name in the same folder and takes the place of an old one in one
    step, so that a reader finds the one or the other, and so does who looks after a crash. Raises SettingsError
    where DuckDB is missing or the name cannot be used, CatalogError for what cannot be stored or written.
    """
    file = named(path)
    metadata = {METADATA_KEY: to_metadata(describe(table))}
    metadata |= {about_key(key): text for key, text in (about or {}).items()}
    connection = bare_connection(memory)
    try:
        with explained((), memory):
            load(connection, table)
        with replacement(file) as partial:
            copy_to(connection, partial, metadata, archive=archive)
    finally:
        connection.close()
