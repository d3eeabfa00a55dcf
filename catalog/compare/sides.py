"""Comparisons as JSON, many times over: what is the same in every comparison of a vehicle is made once and kept.

A vehicle's side of a row (its cell, and the cell's JSON in one unit) does not depend on what it is compared with. What
does is made each time: which rows there are, in which order, what is best, and differences. The text is that of
``json_text(document(comparison))``, to the last sign.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from catalog.compare.comparison import Cell, Row
from catalog.compare.difference import difference
from catalog.compare.document import SHAPE_VERSION, cell_document, row_document, vehicle_document
from catalog.compare.rows import best_of, cell_of, says_something, turned_round
from catalog.errors import NotComparable, NotFound
from catalog.plain import replace
from catalog.render.structured import json_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.model.claim import Claim
    from catalog.model.record import Record
    from catalog.wording import Head, UnitChoice

#: As many cells of a vehicle are kept, in whatever units, and as many beginnings of rows.
_CELLS, _ROWS = 250, 5000
_NONE: tuple[Claim, ...] = ()


class Side:
    """One vehicle as it stands in any comparison."""

    def __init__(self, record: Record, heads: Callable[[Claim], Head | None]) -> None:
        """``record`` holds its derived claims; ``heads`` gives the head of each claim's row."""
        self.record = record
        self.text = _json(vehicle_document(record))
        self.claims: dict[Head, list[Claim]] = {}
        for key in record.claims:
            for claim in record.values(key):
                head = heads(claim)
                if head is not None:
                    self.claims.setdefault(head, []).append(claim)
        self._cells: dict[tuple[Head, str | None], Written] = {}

    def cell(self, head: Head, unit: str | None) -> Written:
        """Its cell in a row of this unit."""
        key = head, unit
        found = self._cells.get(key)
        if found is None:
            if len(self._cells) >= _CELLS:
                self._cells.clear()
            found = self._cells[key] = Written(cell_of(self.record, head, self.claims.get(head, _NONE), unit), unit)
        return found


class Written:
    """A cell with its JSON: as it is, and as the best of its row."""

    __slots__ = ("best", "cell", "plain")

    def __init__(self, cell: Cell, unit: str | None) -> None:
        self.cell = cell
        self.plain = _json(cell_document(cell, unit))
        self.best = self.plain if cell.claim is None else _json(cell_document(replace(cell, best=True), unit))


class Writer:
    """Writes comparisons, and keeps how rows begin."""

    def __init__(self) -> None:
        self._rows: dict[tuple[Head, str | None, str | None], str] = {}

    def text(
        self,
        sides: Sequence[Side],
        units: UnitChoice,
        *,
        keys: Iterable[str] | None = None,
        baseline: str | None = None,
        derived: bool = True,
        only_differences: bool = False,
    ) -> str:
        """The comparison as JSON, as ``side_by_side`` makes it. Raises NotComparable, NotFound."""
        if not sides:
            raise NotComparable("nothing to compare: name at least one vehicle")
        ids = [side.record.id for side in sides]
        if baseline is not None and baseline not in ids:
            raise NotFound("compared vehicle", baseline, ids, "the baseline is one of the compared vehicles")
        known: dict[Head, int] = {}
        for side in sides:
            for head in side.claims:
                known[head] = known.get(head, 0) + 1
        many = len(sides)
        chosen = [
            head
            for head, count in known.items()
            if head.formula is None or (derived and says_something(head, count, many))
        ]
        if keys is None:
            chosen.sort(key=_order)
        else:
            places = {key: place for place, key in reversed(list(enumerate(keys)))}
            chosen = [head for head in chosen if head.field in places]
            chosen.sort(key=lambda head: (places[head.field], head.order[1:]))
        base = None if baseline is None else ids.index(baseline)
        rows = [self._row(sides, head, units, base, only_differences) for head in chosen]
        vehicles = ",\n".join([f"    {side.text}" for side in sides])
        # without a row the document has an empty list, which stands on one line
        body = ",\n".join([f"    {row}" for row in rows if row])
        written = f"[\n{body}\n  ]" if body else "[]"
        return (
            f'{{\n  "shape": {SHAPE_VERSION},\n  "vehicles": [\n{vehicles}\n  ],\n'
            f'  "baseline": {_json(baseline)},\n  "rows": {written}\n}}\n'
        )

    def _row(
        self, sides: Sequence[Side], head: Head, units: UnitChoice, base: int | None, only_differences: bool
    ) -> str:
        """A row; empty where all are the same and only differences are wanted."""
        unit, turned = units.shown(head)
        written = [side.cell(head, unit) for side in sides]
        cells = [one.cell for one in written]
        if only_differences and len({cell.text for cell in cells}) < 2:
            return ""
        best, why_not = best_of(head, unit, cells)
        if base is None or unit is None:
            texts = [one.best if place in best else one.plain for place, one in enumerate(written)]
        else:
            texts = [
                _with_difference(one, place in best, cells[base], unit, head.comparable, place == base)
                for place, one in enumerate(written)
            ]
        return f"{self._begin(head, unit, turned, why_not)}{', '.join(texts)}]}}"

    def _begin(self, head: Head, unit: str | None, turned: bool, why_not: str | None) -> str:
        key = head, unit, why_not
        found = self._rows.get(key)
        if found is None:
            if len(self._rows) >= _ROWS:
                self._rows.clear()
            better = turned_round(head.better) if turned else head.better
            found = _json(row_document(Row(head, unit, better, (), why_not))).removesuffix("]}")
            self._rows[key] = found
        return found


def _order(head: Head) -> list[Any]:
    return head.order


def _with_difference(written: Written, best: bool, base: Cell, unit: str, comparable: bool, is_base: bool) -> str:
    found = None if is_base else difference(written.cell, base, unit, comparable)
    if found is None:
        return written.best if best else written.plain
    return _json(cell_document(replace(written.cell, best=best, difference=found), unit))


def _json(document: Any) -> str:
    """A document on one line."""
    return json_text([document])[1:-2]
