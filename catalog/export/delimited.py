"""A table as CSV or TSV: one header row, the unit in it or in a row of its own, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from catalog.export.table import TEXT, Table
from catalog.render.guarded import guarded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.export.table import Value

_ROWS = 1000


def delimited(table: Table, delimiter: str = ",", units_row: bool = False) -> Iterator[str]:
    """The text, in pieces. With ``units_row`` the second row has the units, and the header has them not."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    names = bare_names(table) if units_row else table.names
    writer.writerow([guarded(name) for name in names])
    if units_row:
        writer.writerow([guarded(column.symbol or "") for column in table.columns])
    texts = [column.type == TEXT for column in table.columns]
    for number, row in enumerate(table.rows(), 1):
        writer.writerow([_cell(value, is_text) for value, is_text in zip(row, texts, strict=True)])
        if number % _ROWS == 0:
            yield out.getvalue()
            out.seek(0)
            out.truncate()
    yield out.getvalue()


def bare_names(table: Table) -> list[str]:
    """The names of the columns without their units, which a row of their own has."""
    return [
        column.name.replace(f" [{column.symbol}]", "", 1) if column.symbol is not None else column.name
        for column in table.columns
    ]


def _cell(value: Value, is_text: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if is_text:
        return guarded(str(value))
    return repr(value)
