"""A comparison as a sheet: the full form with a line for each definition, and the compact one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby

from catalog.compare.comparison import Cell, Comparison, Row
from catalog.compare.document import document
from catalog.model.claim import Status
from catalog.render.sheet import Line, Sheet
from catalog.wording.printed import NBSP, grouped, with_unit
from catalog.wording.words import worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

BEST = {"higher": "▲", "lower": "▼"}
#: In CSV nothing stands for what nobody looked for, so that spreadsheets see an empty cell.
_FLAT_EMPTY = {
    "unknown": None,
    "other definition": None,
    "not published": "not published",
    "not applicable": "not applicable",
}
EMPTY = {"unknown": "-", "other definition": "-", "not published": "n/p", "not applicable": "n/a"}
_LEGEND = {
    "▲": "▲ best of the row (highest)",
    "▼": "▼ best of the row (lowest)",
    "n/p": "n/p not published",
    "n/a": "n/a not applicable",
    "-": "- nothing in the catalog",
    "?": "? in doubt; `vehicles show` says why",
    "*": "* of one variant, not the whole configuration; `vehicles show` says which",
    "(~": "(~ ...) difference uncertain: definition not stated, a bound or span, or equal within the digits written",
    "hp": "hp is mechanical horsepower (0.7457 kW), not the metric PS (0.7355 kW)",
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
        fixed=2 if comparison.baseline == comparison.vehicles[0].id and len(comparison.vehicles) > 1 else 1,
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
    for group, group_rows in groupby(comparison.rows, key=lambda row: row.group):
        yield Line((group, *[""] * width), section=True)
        for _, same in groupby(group_rows, key=lambda row: row.field):
            rows = list(same)
            if len(rows) == 1:
                yield _line(rows[0], _full_label(rows[0]), 0)
                continue
            yield Line((_marked(rows[0], rows[0].label), *[""] * width))
            for row in rows:
                yield _line(row, row.head.short_words or "no more stated", 1)


def _marked(row: Row, label: str) -> str:
    return f"{label} †" if row.formula else label


def _full_label(row: Row) -> str:
    return _marked(row, row.full_label)


def _line(row: Row, label: str, level: int) -> Line:
    return Line((label, *(cell_text(cell, row) for cell in row.cells)), level=level)


def cell_text(cell: Cell, row: Row) -> str:
    """A cell in words: value, marks, difference, and the values of sources that disagree."""
    if cell.claim is None:
        return EMPTY[cell.reason or "unknown"]
    parts = [value_text(cell) + (f"{NBSP}{mark}" if (mark := best_mark(cell, row)) else "")]
    if status := status_text(cell, row):
        parts.append(f"({status})")
    if cell.difference is not None:
        parts.append(difference_text(cell, row))
    if cell.others:
        parts.append(disagreement_text(cell, row))
    return " ".join(parts)


def value_text(cell: Cell) -> str:
    """The value with what casts doubt on it (``?``) or narrows it to a variant (``*``)."""
    assert cell.claim is not None
    return cell.text + ("?" if cell.claim.doubt else "") + ("*" if cell.claim.applies_to else "")


def best_mark(cell: Cell, row: Row) -> str:
    """``▲`` or ``▼`` for the best of a row, else nothing."""
    return BEST[row.better] if cell.best and row.better else ""


def status_text(cell: Cell, row: Row) -> str:
    """``derived`` or ``estimated``, where the row's label does not say it of all."""
    assert cell.claim is not None
    own = cell.claim.status
    return own.value if own in (Status.DERIVED, Status.ESTIMATED) and not row.formula else ""


def disagreement_text(cell: Cell, row: Row) -> str:
    """``(2 values: 350, 317)``: all that differ among those that were published, the shown one first; how many sources
    each has is not said, as those that agree are not looked at."""
    assert cell.claim is not None
    claims = (cell.claim, *cell.others)
    texts = [worded(claim, row.unit).numbers + ("?" if claim.doubt else "") for claim in claims]
    sources = {source for claim in claims for source in claim.sources}
    values = list(dict.fromkeys(texts))
    many = f"{len(values)}{NBSP}values" if len(sources) > 1 else "one source"
    return f"({many}: {', '.join(values)})"


def difference_text(cell: Cell, row: Row) -> str:
    """``(+65 km, +19 %)`` against the baseline, ``(~ ...)`` where that is uncertain."""
    found = cell.difference
    assert found is not None
    assert row.unit is not None
    if isinstance(found.absolute, tuple):
        low, high = (_signed(end) for end in found.absolute)
        text = with_unit(f"{low}{NBSP}to{NBSP}{high}", row.unit)
    elif not found.absolute and not found.relative:
        text = "same"
    elif row.unit == "%":
        text = f"{_signed(found.absolute)}{NBSP}points"  # percent of percent would be read as either
    else:
        text = with_unit(_signed(found.absolute), row.unit)
        if found.relative is not None:
            text += f",{NBSP}{_signed(found.relative)}{NBSP}%"
    return f"({text})" if found.certain else f"(~{NBSP}{text})"


def _signed(value: Decimal) -> str:
    """A number with its sign, a true minus: ``+1040``, ``−15``, ``0``."""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{grouped(abs(value))}"


def _compact_lines(comparison: Comparison) -> Iterator[Line]:
    """One line a field; each cell says its definition, and a mark is kept only where all share one."""
    width = len(comparison.vehicles)
    for group, group_rows in groupby(comparison.rows, key=lambda row: row.group):
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
                    cells.append(EMPTY[rows[0].cells[index].reason or "unknown"])
                    continue
                preferred = comparison.vehicles[index].values(rows[0].field)[0]
                row, cell = next((entry for entry in found if entry[1].claim is preferred), found[0])
                words = row.head.short_words.replace(" ", NBSP)
                cells.append(f"{cell.text} {words}" + (f" (+{len(found) - 1}{NBSP}more)" if len(found) > 1 else ""))
            yield Line((_marked(rows[0], rows[0].label), *cells))


def _notes(comparison: Comparison, lines: Iterable[Line]) -> Iterator[str]:
    text = "\n".join(cell for line in lines for cell in line.cells[1:] if not line.section)
    cells = {cell for line in lines for cell in line.cells[1:]}
    for mark, meaning in _LEGEND.items():
        if mark in cells if mark in EMPTY.values() else mark in text:
            yield meaning
    yield from remarks(comparison)


def remarks(comparison: Comparison) -> Iterator[str]:
    """What a reader has to know of the rows: formulas, and why nothing is marked best."""
    formulas = dict.fromkeys((row.label, row.formula) for row in comparison.rows if row.formula)
    if formulas:
        yield "† derived: " + "; ".join(f"{label} = {formula}" for label, formula in formulas)
    if any(row.comparable is False for row in comparison.rows):
        yield "Rows whose definition is not stated are not ranked: their values may measure different things."
    reasons: dict[str, list[str]] = {}
    for row in comparison.rows:
        if row.comparable and row.better and row.why_not and row.why_not != "all are equal":
            reasons.setdefault(row.why_not, []).append(row.full_label)
    for reason, names in reasons.items():
        yield f"No best of {'; '.join(names)}: {reason}."
    for key, source in comparison.sources.items():
        rows = [str(record.row) for record in comparison.vehicles if record.data_set == key]
        if rows:
            yield f"{key}: {source.citation}; row{'s' if len(rows) > 1 else ''} {', '.join(rows)}"


def _records(comparison: Comparison) -> Iterator[dict[str, Any]]:
    """One flat record a row: numbers in the row's unit; bounds, spans, doubts and empty cells in words."""
    for row in comparison.rows:
        record: dict[str, Any] = {
            "field": row.field,
            "definition": row.definition,
            "label": row.full_label,
            "unit": row.unit,
            "better": row.better,
            "comparable": row.comparable,
        }
        for cell in row.cells:
            record[cell.vehicle] = _flat(cell, row)
        yield record


def _flat(cell: Cell, row: Row) -> Any:
    """The number alone where that says all; else the words of the table, so that nothing is lost on the way."""
    claim = cell.claim
    if claim is None:
        return _FLAT_EMPTY[cell.reason or "unknown"]
    assert cell.words is not None
    plain = cell.words.bound == "exact"
    as_printed = claim.status is Status.PUBLISHED or row.formula is not None  # the field says that it is derived
    if plain and not claim.doubt and not claim.applies_to and as_printed:
        return cell.value
    words = [cell.words.numbers]
    words += ["in doubt"] if claim.doubt else []
    words += [f"for {claim.applies_to}"] if claim.applies_to else []
    words += [] if as_printed else [claim.status.value]
    return ", ".join(words).replace(NBSP, " ")
