"""Records to rows: a field under each definition that occurs, best marks and differences in each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from catalog.compare.comparison import Cell, Comparison, Row
from catalog.compare.ranking import agree, ranked
from catalog.errors import NotComparable, NotFound
from catalog.model.claim import Status
from catalog.plain import replace
from catalog.wording.words import worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from catalog.compare.comparison import Reason
    from catalog.model.claim import Claim
    from catalog.model.record import Record
    from catalog.model.table import FieldTable
    from catalog.wording import Head, UnitChoice

    Own = dict[str, list[Claim]]

_NONE: frozenset[int] = frozenset()


def compare(
    records: Sequence[Record],
    fields: FieldTable,
    units: UnitChoice | None = None,
    *,
    keys: Iterable[str] | None = None,
    baseline: str | None = None,
    derived: bool = True,
) -> Comparison:
    """The records side by side, one row for each field and definition that any of them has, with what follows
    from their figures (``derived``).

    ``keys`` chooses and orders fields (all by default), ``baseline`` the id against which differences are
    taken. Raises NotComparable for no vehicle, NotFound for a baseline that is not compared.
    """
    from catalog.compare.derived import DERIVED, with_derived
    from catalog.wording.choice import UnitChoice
    from catalog.wording.heads import Heads

    known = [with_derived(record) for record in records] if derived else records
    heads = Heads(fields.values(), DERIVED)
    return side_by_side(known, heads, units or UnitChoice(), keys=keys, baseline=baseline, derived=derived)


def side_by_side(
    records: Sequence[Record],
    heads: Callable[[Claim], Head | None],
    units: UnitChoice,
    *,
    keys: Iterable[str] | None = None,
    baseline: str | None = None,
    derived: bool = True,
) -> Comparison:
    """As ``compare``, for records that hold their derived claims, with the head of each claim's row."""
    if not records:
        raise NotComparable("nothing to compare: name at least one vehicle")
    ids = [record.id for record in records]
    if baseline is not None and baseline not in ids:
        raise NotFound("compared vehicle", baseline, ids, "the baseline is one of the compared vehicles")
    found: dict[Head, Own] = {}
    for record in records:
        for key in record.claims:
            for claim in record.values(key):
                head = heads(claim)
                if head is not None and (derived or head.formula is None):
                    found.setdefault(head, {}).setdefault(record.id, []).append(claim)
    chosen = [head for head, own in found.items() if says_something(head, len(own), len(records))]
    if keys is not None:
        places = {key: place for place, key in reversed(list(enumerate(keys)))}
        chosen = [head for head in chosen if head.field in places]
        chosen.sort(key=lambda head: (places[head.field], head.order[1:]))
    else:
        chosen.sort(key=lambda head: head.order)
    rows = tuple(_row(records, head, found[head], units, baseline) for head in chosen)
    return Comparison(tuple(records), rows, units, baseline)


def says_something(head: Head, known: int, compared: int) -> bool:
    """A figure of ours that stands alone in its row compares nothing."""
    return head.formula is None or compared == 1 or known > 1


def _row(records: Sequence[Record], head: Head, own: Own, units: UnitChoice, baseline: str | None) -> Row:
    unit, turned = units.shown(head)
    cells = [cell_of(record, head, own.get(record.id, []), unit) for record in records]
    best, why_not = best_of(head, unit, cells)
    if best:
        cells = [replace(cell, best=True) if index in best else cell for index, cell in enumerate(cells)]
    if baseline is not None and unit is not None:
        cells = _with_differences(cells, baseline, unit, head.comparable)
    return Row(head, unit, turned_round(head.better) if turned else head.better, tuple(cells), why_not)


def best_of(head: Head, unit: str | None, cells: Sequence[Cell]) -> tuple[frozenset[int], str | None]:
    """Which cells of a row are best, and the reason where none is."""
    if not head.comparable:
        return _NONE, "the definition is not stated" if head.missing else "not measured under one procedure"
    if head.better is None or unit is None:
        return _NONE, None
    return ranked(cells, head.better)


def turned_round(better: Literal["higher", "lower"] | None) -> Literal["higher", "lower"] | None:
    """The other direction."""
    return None if better is None else "lower" if better == "higher" else "higher"


def _with_differences(cells: list[Cell], baseline: str, unit: str, comparable: bool) -> list[Cell]:
    from catalog.compare.difference import difference

    base = next(cell for cell in cells if cell.vehicle == baseline)
    return [
        cell if cell is base else replace(cell, difference=difference(cell, base, unit, comparable)) for cell in cells
    ]


def cell_of(record: Record, head: Head, claims: Sequence[Claim], unit: str | None) -> Cell:
    """A vehicle's cell in a row, neither ranked nor compared yet."""
    if not claims:
        return Cell(record.id, reason=_reason(record, head))
    shown, *rest = claims
    # A claim about a variant does not contradict one about the whole configuration, nor another variant's.
    others = [claim for claim in rest if claim.applies_to == shown.applies_to and not agree(shown, claim)]
    distinct: list[Claim] = []
    for claim in others:
        if not any(agree(claim, known) for known in distinct):
            distinct.append(claim)
    return Cell(record.id, shown, worded(shown, unit), others=tuple(distinct))


def _reason(record: Record, head: Head) -> Reason:
    if record.values(head.field):
        return "other definition"
    if head.formula is not None:
        return "unknown"  # nobody publishes what we derive, so its absence is no statement of a source
    if not head.applies(record.vehicle_type, record.powertrain):
        return "not applicable"
    stated = record.stated(head.field)
    if stated is Status.NOT_APPLICABLE:
        return "not applicable"
    return "not published" if stated is Status.NOT_PUBLISHED else "unknown"
