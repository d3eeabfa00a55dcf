"""Checks of a map on every row: cells that cannot both be right. Told beside the row; nothing is changed for it."""

from __future__ import annotations

from functools import reduce

import pyarrow as pa
from pyarrow import compute as pc

from catalog.datasets.frame import Frame
from catalog.datasets.mapping import Check


def findings(frame: Frame) -> tuple[pa.Array, dict[str, int]]:
    """What the checks find in each row (null where nothing), and how often each finds something."""
    found: dict[int, list[str]] = {}
    counts: dict[str, int] = {}
    for check in frame.map.checks:
        if any(frame.position(name) is None for name in check.columns):
            continue
        rows = _failing(frame, check)
        if rows:
            counts[check.about] = len(rows)
        for row in rows:
            found.setdefault(row, []).append(_told(frame, check, row))
    texts: list[str | None] = [None] * frame.count
    for row, told in found.items():
        texts[row] = "; ".join(told)
    return pa.array(texts, pa.string()), counts


def _failing(frame: Frame, check: Check) -> list[int]:
    """The rows in which all cells are numbers above zero, and not what they should be to each other."""
    top = reduce(pc.multiply, [_numbers(frame, name) for name in check.factors])
    for name in check.divisors:
        top = pc.divide(top, _numbers(frame, name))
    off = pc.greater(pc.abs(pc.subtract(pc.divide(top, check.equals), 1.0)), check.within)
    mask = frame.all_of(check.when)
    if mask is not None:
        off = pc.and_(off, mask)
    rows: list[int] = pc.indices_nonzero(pc.fill_null(off, False)).to_pylist()
    return rows


def _numbers(frame: Frame, name: str) -> pa.Array:
    values: list[float | None] = []
    for text in frame.values(name):
        try:
            number = float(text or "x")
        except ValueError:
            number = 0.0
        values.append(number if 0 < number < 1e300 else None)
    return frame.column(name).spread(values, pa.float64())


def _told(frame: Frame, check: Check, row: int) -> str:
    cells = []
    for name in (*check.factors, *check.divisors):
        column = frame.column(name)
        cells.append(f"{name} {column.texts[column.indices[row].as_py()]}")
    return f"{check.about}: {', '.join(cells)}"
