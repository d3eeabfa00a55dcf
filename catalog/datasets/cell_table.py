"""Rows of cells by name to columns of text: for formats that are read record by record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from catalog.datasets.errors import FileRefused, LibraryMissing
from catalog.datasets.json_text import Number
from catalog.datasets.limits import Limits
from catalog.datasets.rows import Reject, Rows, checked_header, count_checked


def rows_of(
    file: str,
    records: Sequence[Mapping[str, str | None]],
    lines: Sequence[int],
    limits: Limits,
    rejected: Sequence[Reject] = (),
    told: Sequence[str] = (),
) -> Rows:
    """The table of these records, with a column for each name that occurs, in order of appearance."""
    try:
        import pyarrow as pa
    except ImportError:
        raise LibraryMissing("pyarrow") from None
    names = list(dict.fromkeys(name for record in records for name in record))
    count_checked(file, len(records), len(names), limits)
    header = checked_header(file, names, limits)
    columns, numbers = [], []
    for name, title in zip(names, header, strict=True):
        cells = [record.get(name) for record in records]
        if any(len(text) > limits.cell for text in cells if text is not None):
            raise FileRefused(file, f"a cell of {title!r} has more than {limits.cell:,} characters")
        if all(isinstance(text, Number) for text in cells if text is not None):
            numbers.append(title)
        columns.append(pa.array(cells, pa.string()).dictionary_encode())
    return Rows(header, columns, len(records), list(lines), tuple(rejected), tuple(told), frozenset(numbers))
