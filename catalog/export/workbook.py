"""A table as an XLSX workbook: a real table with the units in a row above it, what its columns mean, its sources.

Numbers are numbers and texts are texts: no text is taken for a formula, an address or a number. The row of units
stands above the table and not in it, so that the table's columns hold nothing but values and can be sorted.
"""

from __future__ import annotations

from collections.abc import Sequence

from catalog.errors import CatalogError
from catalog.export.missing import library_missing
from catalog.export.table import NUMBER, Table, columns_table, sources_table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

#: What a sheet can hold. Excel opens nothing beyond, and tells nothing of what it leaves out.
ROWS, COLUMNS, CHARACTERS = 1_048_576, 16_384, 32_767
_ABOVE = 2  # the row of units and the header
_WIDEST, _NARROWEST = 48, 9
_LOOKED_AT = 200  # rows that a column's width is made for


def write_workbook(table: Table, path: str) -> None:
    """Write the workbook. Raises SettingsError where xlsxwriter is not installed, CatalogError for a table that no
    sheet holds."""
    try:
        import xlsxwriter
    except ImportError:
        raise library_missing("XLSX", "xlsxwriter") from None
    if table.count + _ABOVE > ROWS or len(table.columns) > COLUMNS:
        size = f"{table.count:,} rows of {len(table.columns):,} columns"
        raise CatalogError(
            f"{size} are more than a sheet holds ({ROWS - _ABOVE:,} rows, {COLUMNS:,} columns); export Parquet or CSV"
        )
    options = {
        "constant_memory": False,
        "strings_to_numbers": False,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "nan_inf_to_errors": False,
    }
    with xlsxwriter.Workbook(path, options) as book:
        book.set_properties({"title": table.title or table.name, "comments": "vehicle-catalog"})
        formats = {
            "units": book.add_format({"italic": True, "font_color": "#595959", "align": "left"}),
            "header": book.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
            "number": book.add_format({"num_format": "General"}),
        }
        _sheet(book, table, formats, units=True)
        _sheet(book, columns_table(table), formats)
        if table.sources:
            _sheet(book, sources_table(table), formats)


def _sheet(book: Any, table: Table, formats: dict[str, Any], units: bool = False) -> None:
    sheet = book.add_worksheet(table.name)
    top = 1 if units else 0
    if units:
        for place, column in enumerate(table.columns):
            if column.symbol is not None:
                sheet.write_string(0, place, column.symbol, formats["units"])
    widths = [min(len(name), 18) for name in table.names]
    count = 0
    for count, row in enumerate(table.rows(), 1):
        for place, value in enumerate(row):
            _write(sheet, top + count, place, value, table, row)
        if count <= _LOOKED_AT:
            widths = [max(width, len(str(value or ""))) for width, value in zip(widths, row, strict=True)]
    sheet.add_table(
        top,
        0,
        top + max(count, 1),  # a table has one row at least, which may be empty
        len(table.columns) - 1,
        {
            "name": table.name,
            "style": "Table Style Light 1",
            "columns": [{"header": name, "header_format": formats["header"]} for name in table.names],
        },
    )
    for place, width in enumerate(widths):
        sheet.set_column(place, place, min(max(width + 2, _NARROWEST), _WIDEST))
    sheet.freeze_panes(top + 1, 1)


def _write(sheet: Any, row: int, place: int, value: Any, table: Table, whole: Sequence[Any]) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, place, value)
    elif table.columns[place].type == NUMBER:
        sheet.write_number(row, place, value)
    elif len(text := str(value)) > CHARACTERS:
        raise CatalogError(
            f"{table.columns[place].name} of {whole[0]}: {len(text):,} characters, and a cell of a workbook holds "
            f"{CHARACTERS:,}; export Parquet or CSV"
        )
    else:
        sheet.write_string(row, place, text)
