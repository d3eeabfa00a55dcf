"""A comparison as a sheet: the full form with a line for each definition, and the compact one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from catalog.compare.comparison import Cell, Comparison, Row
from catalog.compare.document import document, value_in
from catalog.model.claim import Status
from catalog.render.sheet import Line, Sheet
from catalog.wording import NBSP, grouped, with_unit
from catalog.wording.values import numbers_text

_BEST = {"higher": "▲", "lower": "▼"}
_EMPTY = {"unknown": "-", "other definition": "-", "not published": "n/p", "not applicable": "n/a"}
_LEGEND = {
    "▲": "▲ best of the row (highest)",
    "▼": "▼ best of the row (lowest)",
    "n/p": "n/p not published",
    "n/a": "n/a not applicable",
    "-": "- nothing in the catalog",
    "†": "† derived from the values above; the formula stands in the label's note",
    "?": "? in doubt: printed so, but it cannot be right as it stands",
    "*": "* not the whole configuration; see `vehicles show`",
    "(~": "(~ ...) difference uncertain: definition not stated, bounds, or equal within the digits written",
}


def comparison_sheet(comparison: Comparison, compact: bool = False) -> Sheet:
    """The table for people and the records for programs."""
    body = _compact_lines(comparison) if compact else _lines(comparison)
    lines = tuple(body)
    return Sheet(
        headers=("", *(_header(comparison, index) for index in range(len(comparison.vehicles)))),
        lines=lines,
        notes=tuple(_notes(comparison, lines)),
        align=("left", *["right"] * len(comparison.vehicles)),
        records=tuple(_records(comparison)),
        document=document(comparison),
        empty="no field is known of these vehicles",
    )


def _header(comparison: Comparison, index: int) -> str:
    record = comparison.vehicles[index]
    name = f"{record.make} {record.model}"
    base = "\n(baseline)" if record.id == comparison.baseline else ""
    return f"{name}\n{record.version}{base}" if record.version else f"{name}{base}"


def _lines(comparison: Comparison) -> Iterator[Line]:
    width = len(comparison.vehicles)
    for group, group_rows in groupby(comparison.rows, key=lambda row: row.info.group):
        yield Line((group, *[""] * width), section=True)
        for _, same in groupby(group_rows, key=lambda row: row.field):
            rows = list(same)
            if len(rows) == 1:
                yield _line(rows[0], _full_label(rows[0]), 0)
                continue
            yield Line((_marked(rows[0], rows[0].label), *[""] * width))
            for row in rows:
                yield _line(row, row.short_label or "as such", 1)


def _marked(row: Row, label: str) -> str:
    return f"{label} †" if row.formula else label


def _full_label(row: Row) -> str:
    label = f"{row.label}, {row.definition_label}" if row.definition_label else row.label
    return _marked(row, label)


def _line(row: Row, label: str, level: int) -> Line:
    return Line((label, *(cell_text(cell, row) for cell in row.cells)), level=level)


def cell_text(cell: Cell, row: Row) -> str:
    """A cell in words: value, marks, difference, and the values of sources that disagree."""
    if cell.claim is None:
        return _EMPTY[cell.reason or "unknown"]
    parts = [cell.text]
    if cell.claim.doubt:
        parts[0] += "?"
    if cell.claim.applies_to:
        parts[0] += "*"
    if cell.claim.status in (Status.DERIVED, Status.ESTIMATED) and not row.formula:
        parts.append(f"({cell.claim.status.value})")
    if cell.best and row.better:
        parts[0] += f"{NBSP}{_BEST[row.better]}"
    if cell.difference is not None:
        parts.append(_difference(cell, row))
    if cell.others:
        parts.append(_disagreement(cell, row))
    return " ".join(parts)


def _disagreement(cell: Cell, row: Row) -> str:
    """``(2 sources: 350, 317)``: every value that was published, the shown one first."""
    assert cell.claim is not None
    claims = (cell.claim, *cell.others)
    texts = [
        (numbers_text(claim.reading, row.unit) if claim.reading and row.unit else claim.text)
        + ("?" if claim.doubt else "")
        for claim in claims
    ]
    sources = {source for claim in claims for source in claim.sources}
    many = f"{len(sources)}{NBSP}sources" if len(sources) > 1 else "one source"
    return f"({many}: {', '.join(dict.fromkeys(texts))})"


def _difference(cell: Cell, row: Row) -> str:
    found = cell.difference
    assert found is not None
    assert row.unit is not None
    sign = "+" if found.absolute > 0 else "−" if found.absolute < 0 else "±"
    text = f"{sign}{with_unit(grouped(abs(found.absolute)), row.unit)}"
    if found.relative is not None:
        text += f",{NBSP}{sign}{abs(found.relative):f}{NBSP}%"
    return f"({text})" if found.certain else f"(~{NBSP}{text})"


def _compact_lines(comparison: Comparison) -> Iterator[Line]:
    """One line a field; each cell says its definition, and a mark is kept only where all share one."""
    width = len(comparison.vehicles)
    for group, group_rows in groupby(comparison.rows, key=lambda row: row.info.group):
        yield Line((group, *[""] * width), section=True)
        for _, same in groupby(group_rows, key=lambda row: row.field):
            rows = list(same)
            if len(rows) == 1:
                yield _line(rows[0], _full_label(rows[0]), 0)
                continue
            cells = []
            for index in range(width):
                found = [(row, row.cells[index]) for row in rows if row.cells[index].claim is not None]
                if not found:
                    cells.append(_EMPTY[rows[0].cells[index].reason or "unknown"])
                    continue
                preferred = comparison.vehicles[index].values(rows[0].field)[0]
                row, cell = next((entry for entry in found if entry[1].claim is preferred), found[0])
                words = row.short_label.replace(" ", NBSP)
                cells.append(f"{cell.text} {words}" + (f" (+{len(found) - 1}{NBSP}more)" if len(found) > 1 else ""))
            yield Line((_marked(rows[0], rows[0].label), *cells))


def _notes(comparison: Comparison, lines: Iterable[Line]) -> Iterator[str]:
    text = "\n".join(cell for line in lines for cell in line.cells[1:] if not line.section)
    labels = "\n".join(line.cells[0] for line in lines)
    cells = {cell for line in lines for cell in line.cells[1:]}
    for mark, meaning in _LEGEND.items():
        occurs = mark in cells if mark in ("n/p", "n/a", "-") else mark in labels if mark == "†" else mark in text
        if occurs and mark != "†":
            yield meaning
    formulas = dict.fromkeys((row.label, row.formula) for row in comparison.rows if row.formula)
    if formulas:
        yield "† derived: " + "; ".join(f"{label} = {formula}" for label, formula in formulas)
    if any(row.comparable is False for row in comparison.rows):
        yield "Rows whose definition is not stated are not ranked: their values may measure different things."


def _records(comparison: Comparison) -> Iterator[dict[str, Any]]:
    """One flat record a row: numbers in the row's unit, a bound or interval as text."""
    for row in comparison.rows:
        record: dict[str, Any] = {
            "field": row.field,
            "definition": row.definition,
            "label": row.label,
            "unit": row.unit.symbol if row.unit else None,
            "better": row.better,
            "comparable": row.comparable,
        }
        for cell in row.cells:
            record[cell.vehicle] = None if cell.claim is None else _flat(cell, row)
        yield record


def _flat(cell: Cell, row: Row) -> Any:
    assert cell.claim is not None
    value = value_in(cell.claim, row.unit)
    return f"{value[0]}..{value[1]}" if isinstance(value, list) else value
