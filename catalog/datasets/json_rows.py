"""JSON lines, and JSON files that are one list of records, to columns of text."""

from __future__ import annotations

from collections.abc import Iterable

from catalog.datasets.cell_table import rows_of
from catalog.datasets.errors import FileRefused
from catalog.datasets.json_text import BadJson, flat, parse
from catalog.datasets.limits import Limits
from catalog.datasets.rows import Reject, Rows


def read_json_lines(file: str, data: bytes, limits: Limits) -> Rows:
    """One record a line. A line that is no record is a reject."""
    lines = ((number, line) for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1))
    return _read(file, ((number, line) for number, line in lines if line.strip()), limits)


def read_json(file: str, data: bytes, limits: Limits) -> Rows:
    """A list of records, or the ``rows`` of an export. Raises FileRefused for anything else."""
    try:
        records = parse(data.removeprefix(b"\xef\xbb\xbf"), limits.nesting)
    except BadJson as error:
        raise FileRefused(file, f"line {error.line}: {error.reason}" if error.line else error.reason) from None
    if isinstance(records, dict) and isinstance(records.get("columns"), list):
        records = records.get("rows")
    if not isinstance(records, list):
        raise FileRefused(file, "is not a list of records; JSON lines have one record a line")
    return _read(file, enumerate(records, 1), limits)


def _read(file: str, found: Iterable[tuple[int, object]], limits: Limits) -> Rows:
    rows: list[dict[str, str | None]] = []
    lines: list[int] = []
    rejected: list[Reject] = []
    for number, raw in found:
        try:
            record = parse(raw, limits.nesting) if isinstance(raw, bytes) else raw
        except BadJson as error:
            rejected.append(Reject(number, None, error.reason, _excerpt(raw)))
            continue
        if not isinstance(record, dict):
            rejected.append(Reject(number, None, "is not a record ({...})", _excerpt(raw)))
            continue
        rows.append(flat(record, {}, {}))
        lines.append(number)
    return rows_of(file, rows, lines, limits, rejected)


def _excerpt(raw: object) -> str:
    return (raw[:200].decode("utf-8", "backslashreplace") if isinstance(raw, bytes) else str(raw)[:200]).strip()
