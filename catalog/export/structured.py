"""A table as JSON, whole and with the meaning of its columns, or as JSON lines, one row a line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from catalog.export.table import Table

#: Raised when a key of the document changes its meaning; new keys may come at any time.
SHAPE_VERSION = 1


def json_document(table: Table) -> Iterator[str]:
    """The text in pieces: ``shape``, ``table``, ``columns``, ``sources`` and ``rows``, records by column name."""
    dumps = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
    yield f'{{\n  "shape": {SHAPE_VERSION},\n  "table": {dumps(table.name)},\n'
    for key, entries in (("columns", [column.described() for column in table.columns]), ("sources", table.sources)):
        yield f'  "{key}": [' + ",".join(f"\n    {dumps(entry)}" for entry in entries) + "\n  ],\n"
    yield '  "rows": ['
    comma = ""
    for record in _records(table):
        yield f"{comma}\n    {record}"
        comma = ","
    yield "\n  ]\n}\n"


def json_lines(table: Table) -> Iterator[str]:
    """One record a line."""
    for record in _records(table):
        yield f"{record}\n"


def _records(table: Table) -> Iterator[str]:
    dumps = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
    names = table.names
    for row in table.rows():
        yield dumps(dict(zip(names, row, strict=True)))
