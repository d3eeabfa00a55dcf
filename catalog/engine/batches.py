"""The rows of a table in batches, each number checked on its way into a store.

SQLite stores a number that is not one as null, DuckDB and PostgreSQL sort it above all others: an answer would
depend on the engine. So none is stored anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from math import isfinite

from catalog.errors import CatalogError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.engine.table import Table, Value

SIZE = 5000


def batches(table: Table, size: int = SIZE) -> Iterator[list[tuple[Value, ...]]]:
    """The rows, ``size`` at a time. Raises CatalogError where a number is infinite or none, or a text holds U+0000."""
    rows = iter(table.rows)
    while batch := list(islice(rows, size)):
        for row in batch:
            for place, value in enumerate(row):
                if value is None:  # as most cells of a wide table
                    continue
                if isinstance(value, float):
                    if not isfinite(value):
                        raise _wrong(table, row, place, f"{value} is no number that can be compared")
                elif isinstance(value, str) and "\0" in value:
                    raise _wrong(table, row, place, "a text with the character U+0000, which databases refuse")
        yield batch


def _wrong(table: Table, row: tuple[Value, ...], place: int, reason: str) -> CatalogError:
    names = list(table.columns)
    return CatalogError(f"vehicle {row[names.index('id')]}, column {names[place]}: {reason}")
