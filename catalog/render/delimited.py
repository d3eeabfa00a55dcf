"""A sheet's records as CSV or TSV: one header row, no units in numbers, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from decimal import Decimal

from catalog.render.sheet import Sheet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

#: What a spreadsheet takes for the start of a formula (OWASP), the wide forms of Japanese settings too.
_FORMULA = ("=", "+", "-", "@", "\t", "\n", "\0", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?([eE][-+]?\d+)?")


def render_delimited(sheet: Sheet, delimiter: str = ",") -> str:
    """The records with a header row; columns are the keys in the order in which they first occur."""
    columns = list(dict.fromkeys(key for record in sheet.records for key in record)) or list(sheet.keys)
    if not columns:
        columns = [header.replace("\n", " ") for header in sheet.headers if header]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow([_safe(column) for column in columns])
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
        return _safe("; ".join(str(entry) for entry in value))
    return _safe(str(value))


def _safe(text: str) -> str:
    """A text that a spreadsheet would run as a formula gets a leading apostrophe; numbers stay.

    A carriage return, which the csv module leaves unquoted, becomes a line feed.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text) else text
