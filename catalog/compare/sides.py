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
_CELLS, _ROWS = 300, 5000
_NONE: tuple[Claim, ...] = ()
_NOT_BEST: frozenset[int] = frozenset()


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
        self._by_reason: dict[str | None, Written] = {}
        self._missing: dict[Head, Written] = {}

    def cell(self, head: Head, unit: str | None) -> Written:
        """Its cell in a row of this unit."""
        if head not in self.claims:
            found = self._missing.get(head)
            if found is None:
                found = self._missing[head] = self._empty(head)
            return found
        key = head, unit
        found = self._cells.get(key)
        if found is None:
            if len(self._cells) >= _CELLS:
                self._cells.clear()
            found = self._cells[key] = Written(cell_of(self.record, head, self.claims[head], unit), unit)
        return found

    def _empty(self, head: Head) -> Written:
        """An empty cell, one for each reason; there are as many heads as the catalog has definitions."""
        cell = cell_of(self.record, head, _NONE, None)
        if cell.reason not in self._by_reason:
            self._by_reason[cell.reason] = Written(cell, None)
        return self._by_reason[cell.reason]


class Written:
    """A cell with its JSON: as it is, and as the best of its row."""

    __slots__ = ("best", "cell", "plain")

    def __init__(self, cell: Cell, unit: str | None) -> None:
        self.cell = cell
        self.plain = _json(cell_document(cell, unit))
        self.best = self.plain if cell.claim is None else _json(cell_document(replace(cell, best=True), unit))


class Writer:
    """Writes comparisons, and keeps how rows begin and in which order they come."""

    def __init__(self) -> None:
        self._rows: dict[tuple[Head, str | None, str | None], str] = {}
        self._places: dict[Head, int] = {}

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
        base = None if baseline is None else ids.index(baseline)
        rows = []
        for head in self._chosen(known, len(sides), keys, derived):
            unit, turned = units.shown(head)
            written = [side.cell(head, unit) for side in sides]
            if only_differences and len({one.cell.text for one in written}) < 2:
                continue
            best, why_not = _best(head, unit, written, known[head])
            if base is None or unit is None:
                texts = [one.plain for one in written]
                for place in best:
                    texts[place] = written[place].best
            else:
                texts = [
                    _with_difference(one, place in best, written[base].cell, unit, head.comparable, place == base)
                    for place, one in enumerate(written)
                ]
            rows.append(f"    {self._begin(head, unit, turned, why_not)}{', '.join(texts)}]}}")
        vehicles = ",\n".join([f"    {side.text}" for side in sides])
        body = ",\n".join(rows)
        return (
            f'{{\n  "shape": {SHAPE_VERSION},\n  "vehicles": [\n{vehicles}\n  ],\n'
            f'  "baseline": {"null" if baseline is None else _json(baseline)},\n'
            # a list without an entry stands on one line
            f'  "rows": {f"[{chr(10)}{body}{chr(10)}  ]" if rows else "[]"}\n}}\n'
        )

    def _chosen(self, known: dict[Head, int], many: int, keys: Iterable[str] | None, derived: bool) -> list[Head]:
        """The heads of the rows in their order; ``known`` says of how many vehicles each is."""
        chosen = [
            head
            for head, count in known.items()
            if head.formula is None or (derived and says_something(head, count, many))
        ]
        if keys is not None:
            places = {key: place for place, key in reversed(list(enumerate(keys)))}
            chosen = [head for head in chosen if head.field in places]
            chosen.sort(key=lambda head: (places[head.field], head.order[1:]))
            return chosen
        order = self._places
        if not all(head in order for head in chosen):
            every = sorted({**order, **known}, key=_order)
            self._places = order = {head: place for place, head in enumerate(every)}
        chosen.sort(key=order.__getitem__)
        return chosen

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


def _best(head: Head, unit: str | None, written: Sequence[Written], known: int) -> tuple[frozenset[int], str | None]:
    """As ``best_of``; one value alone is compared with nothing."""
    if known < 2 and head.comparable:
        return _NOT_BEST, None
    return best_of(head, unit, [one.cell for one in written])


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
