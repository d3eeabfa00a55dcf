"""A sheet's records as CSV or TSV: one header row, no units in numbers, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from decimal import Decimal

from catalog.render.guarded import guarded
from catalog.render.sheet import Sheet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def render_delimited(sheet: Sheet, delimiter: str = ",") -> str:
    """The records with a header row; columns are the keys in the order in which they first occur."""
    columns = list(dict.fromkeys(key for record in sheet.records for key in record)) or list(sheet.keys)
    if not columns:
        columns = [header.replace("\n", " ") for header in sheet.headers if header]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow([guarded(column) for column in columns])
    for record in sheet.records:
        writer.writerow([_cell(record, column) for column in columns])
    return out.getvalue()


def _cell(record: Mapping[str, Any], column: str) -> str:
    value = record.get(column)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | Decimal):
        return f"{value:f}" if isinstance(value, Decimal) else repr(value)
    if isinstance(value, list | tuple):
        return guarded("; ".join(str(entry) for entry in value))
    return guarded(str(value))
