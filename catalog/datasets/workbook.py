"""The first sheet of an XLSX workbook to columns of text."""

from __future__ import annotations

import datetime
import io
import zipfile

from catalog.datasets.cell_table import rows_of
from catalog.datasets.errors import FileRefused, LibraryMissing
from catalog.datasets.json_text import Number
from catalog.datasets.limits import Limits, size_text
from catalog.datasets.rows import Rows, checked_header, count_checked
from catalog.datasets.units_row import joined_names


def read_workbook(file: str, data: bytes, limits: Limits, sheet: str | None = None) -> Rows:
    """A sheet (the first where none is named), its first row the header. Raises FileRefused."""
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError:
        raise LibraryMissing("python-calamine") from None
    _check_size(file, data, limits)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        name = sheet if sheet is not None else next(iter(book.sheet_names), None)
        if name is None or name not in book.sheet_names:
            raise FileRefused(file, f"has no sheet {name!r}; it has {', '.join(book.sheet_names) or 'none'}")
        found = book.get_sheet_by_name(name)
        height, width = found.height, found.width
        count_checked(file, height, width, limits)
        values = found.to_python(skip_empty_area=False)
    except CalamineError as error:
        raise FileRefused(file, f"is no workbook that can be read: {error}") from None
    rows = [[_text(value) for value in row] for row in values]
    start = next((place for place, row in enumerate(rows) if any(row)), len(rows))
    if start == len(rows):
        raise FileRefused(file, f"its sheet {name!r} is empty")
    above, below = rows[start], rows[start + 1] if start + 1 < len(rows) else []
    if below and (names := joined_names([text or "" for text in below], above)) is not None:
        start, titles = start + 1, names  # a row of units above the header, as an export has it
    else:
        titles = [text or "" for text in above]
    header = checked_header(file, titles, limits)
    records, lines = [], []
    for number, row in enumerate(rows[start + 1 :], start + 2):
        if any(text is not None for text in row):
            records.append(dict(zip(header, row, strict=False)))
            lines.append(number)
    told = [f"sheet {name!r}" + (f", of {len(book.sheet_names)}" if len(book.sheet_names) > 1 else "")]
    empty: dict[str, str | None] = dict.fromkeys(header)
    return rows_of(file, [empty | record for record in records] or [empty], lines or [0], limits, (), told)


def _check_size(file: str, data: bytes, limits: Limits) -> None:
    """A workbook is a zip archive: what it says it unpacks to is looked at before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except zipfile.BadZipFile:
        raise FileRefused(file, "is no XLSX workbook") from None
    size = sum(member.file_size for member in members)
    if size > limits.unpacked or len(members) > limits.members:
        raise FileRefused(file, f"unpacks to {size_text(size)}; at most {size_text(limits.unpacked)} are imported")


def _text(value: object) -> str | None:
    """A cell as a text: a whole number without decimals, a date as ISO 8601 has it."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return Number(int(value) if value.is_integer() and abs(value) < 1e15 else repr(value))
    if isinstance(value, int):
        return Number(value)
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value)
