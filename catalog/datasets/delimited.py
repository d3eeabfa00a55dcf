"""CSV and TSV to columns of text: an explicit dialect, all cells as text, faults as rejects with their line."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Sequence

from catalog.datasets.csv_structure import Cleaned, clean, shape_of
from catalog.datasets.errors import FileRefused, LibraryMissing
from catalog.datasets.limits import Limits
from catalog.datasets.rows import Rows, checked_header, count_checked
from catalog.render.guarded import unguarded

TYPE_CHECKING = False
if TYPE_CHECKING:
    import pyarrow as pa

_BLOCK = 1 << 20


def read_delimited(
    file: str,
    data: bytes,
    limits: Limits,
    delimiter: str = ",",
    encoding: str = "utf-8",
    told: Sequence[str] = (),
) -> Rows:
    """The table of a text. ``file`` is its name for messages. Raises FileRefused where it is none at all."""
    if data.startswith(codecs.BOM_UTF8):
        data = data[len(codecs.BOM_UTF8) :]
    elif data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and encoding == "utf-8":
        raise FileRefused(file, "is in UTF-16, and UTF-8 was expected; save it as UTF-8")
    if encoding != "utf-8":
        data = _transcoded(file, data, encoding)
    if b"\n" not in data:
        data = data.replace(b"\r", b"\n")  # the line ends of old Macs
    header = _header(file, data, delimiter, limits)
    shape = shape_of(data, delimiter.encode(), len(header))
    if shape.regular and _is_utf8(data):
        table = _parsed(data, delimiter, header, shape.multiline, limits)
        if table is not None:
            count_checked(file, table.num_rows, len(header), limits)
            lines = _lines(data, table.num_rows, delimiter, shape.multiline)
            return Rows(header, _plain_columns(table), table.num_rows, lines, (), tuple(told))
    cleaned = clean(data, delimiter, len(header), limits)
    return _of_cleaned(file, cleaned, header, delimiter, limits, told)


def _of_cleaned(
    file: str, cleaned: Cleaned, header: tuple[str, ...], delimiter: str, limits: Limits, told: Sequence[str]
) -> Rows:
    count_checked(file, len(cleaned.lines), len(header), limits)
    table = _parsed(cleaned.data, delimiter, header, True, limits)
    if table is None or table.num_rows != len(cleaned.lines):
        raise FileRefused(file, "is read differently by two readers of CSV; save it anew in another program")
    return Rows(header, _plain_columns(table), table.num_rows, cleaned.lines, cleaned.rejected, tuple(told))


def _transcoded(file: str, data: bytes, encoding: str) -> bytes:
    try:
        return data.decode(encoding).encode("utf-8")
    except (UnicodeDecodeError, LookupError) as error:
        raise FileRefused(file, f"is not in {encoding}: {error}") from None


def _header(file: str, data: bytes, delimiter: str, limits: Limits) -> tuple[str, ...]:
    """The names in the first line that is not empty."""
    start = data[: 4 * limits.cell].lstrip(b"\r\n")
    try:
        text = start.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(start) - 4:
            line = start.count(b"\n", 0, error.start) + 1
            if line == 1:
                raise FileRefused(file, f"its header is not UTF-8 (byte {error.start}); name its encoding") from None
        text = start[: error.start].decode("utf-8")
    if not text.strip():
        raise FileRefused(file, "is empty")
    try:
        names = next(csv.reader((f"{line}\n" for line in text.split("\n")), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise FileRefused(file, f"its header cannot be read: {error}") from None
    return checked_header(file, names, limits)


def _is_utf8(data: bytes) -> bool:
    if data.isascii():
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _parsed(data: bytes, delimiter: str, header: Sequence[str], multiline: bool, limits: Limits) -> pa.Table | None:
    """The table as pyarrow reads it; None where a row is ragged or a cell too long."""
    try:
        import pyarrow as pa
        from pyarrow import csv as arrow_csv
    except ImportError:
        raise LibraryMissing("pyarrow") from None
    names = [f"c{place}" for place in range(len(header))]
    text = pa.dictionary(pa.int32(), pa.string())
    pool = pa.system_memory_pool()  # a fresh process pays for each page that Arrow's own pool takes at once
    try:
        table = arrow_csv.read_csv(
            pa.BufferReader(data),
            # names of our own: a header is data, and pyarrow would take a doubled name as it comes
            read_options=arrow_csv.ReadOptions(
                # one thread: two take twice the time of the processor and save a tenth of that of the clock
                column_names=names,
                skip_rows_after_names=1,
                block_size=_BLOCK,
                use_threads=False,
            ),
            parse_options=arrow_csv.ParseOptions(delimiter=delimiter, newlines_in_values=multiline),
            convert_options=arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(names, text), strings_can_be_null=False, check_utf8=False
            ),
            memory_pool=pool,
        )
    except pa.ArrowInvalid:
        return None
    table = table.unify_dictionaries(memory_pool=pool).combine_chunks(memory_pool=pool)
    return None if any(_longest(column) > limits.cell for column in _columns(table)) else table


def _longest(column: pa.DictionaryArray) -> int:
    """How many bytes the longest text of a column has."""
    from pyarrow import compute

    longest: int | None = compute.max(compute.binary_length(column.dictionary)).as_py()
    return longest or 0


def _columns(table: pa.Table) -> list[pa.DictionaryArray]:
    import pyarrow as pa

    if table.num_rows == 0:
        empty = pa.DictionaryArray.from_arrays(pa.array([], pa.int32()), pa.array([], pa.string()))
        return [empty] * table.num_columns
    return [column.chunk(0) for column in table.columns]


def _plain_columns(table: pa.Table) -> list[pa.DictionaryArray]:
    """The columns without the apostrophes that keep a spreadsheet from taking a text for a formula."""
    import pyarrow as pa
    from pyarrow import compute

    found = []
    for column in _columns(table):
        if not compute.any(compute.starts_with(column.dictionary, "'")).as_py():
            found.append(column)
            continue
        texts = pa.array([unguarded(text) for text in column.dictionary.to_pylist()], pa.string())
        found.append(texts.take(column.indices).dictionary_encode())  # two texts may have become one
    return found


def _lines(data: bytes, rows: int, delimiter: str, multiline: bool) -> Sequence[int]:
    """The line of each row: counted where every row has one, else found by walking the file."""
    ends = data.count(b"\n") + (not data.endswith(b"\n"))
    if not multiline and ends == rows + 1:
        return range(2, rows + 2)
    return _walked(data.decode("utf-8"), delimiter)


def _walked(text: str, delimiter: str) -> list[int]:
    reader = csv.reader(iter(text.split("\n")), delimiter=delimiter)
    lines, before = [], 0
    for cells in reader:
        if cells:
            lines.append(before + 1)
        before = reader.line_num
    return lines[1:]
