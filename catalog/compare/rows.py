"""Records and fields to rows: a field under each definition that occurs, best marks and differences in each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from catalog.compare.comparison import Cell, Comparison, Row
from catalog.compare.derived import DERIVED, derived_claims
from catalog.compare.ranking import agree, difference, mark_best
from catalog.errors import NotComparable, NotFound
from catalog.model.claim import Claim, Status
from catalog.model.record import Record
from catalog.model.table import FieldInfo, FieldTable
from catalog.plain import replace
from catalog.units import Unit, reverses
from catalog.wording import UnitChoice, definition_id, definition_label, is_comparable, value_text
from catalog.wording.definitions import Definition, missing_qualifiers, order

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from catalog.compare.comparison import Reason


def compare(
    records: Sequence[Record],
    fields: FieldTable,
    units: UnitChoice | None = None,
    *,
    keys: Iterable[str] | None = None,
    baseline: str | None = None,
    derived: bool = True,
) -> Comparison:
    """The records side by side, one row for each field and definition that any of them has.

    ``keys`` chooses and orders fields (all by default), ``baseline`` the id against which differences are
    taken. Raises NotComparable for no vehicle, NotFound for a baseline that is not compared.
    """
    if not records:
        raise NotComparable("nothing to compare: name at least one vehicle")
    ids = [record.id for record in records]
    if baseline is not None and baseline not in ids:
        raise NotFound("compared vehicle", baseline, ids, "the baseline is one of the compared vehicles")
    units = units or UnitChoice()
    table = dict(fields)
    if derived:
        table |= {info.key: info for info in DERIVED}
        records = [replace(record, claims={**record.claims, **derived_claims(record)}) for record in records]
    chosen = [table[key] for key in keys if key in table] if keys is not None else list(table.values())
    rows = [row for info in chosen for row in _field_rows(records, info, units, baseline)]
    return Comparison(tuple(records), tuple(rows), units, baseline)


def _field_rows(records: Sequence[Record], info: FieldInfo, units: UnitChoice, baseline: str | None) -> Iterable[Row]:
    definitions = {claim.definition for record in records for claim in record.values(info.key)}
    is_derived = info in DERIVED
    for definition in sorted(definitions, key=lambda entry: order(info.spec, entry)):
        row = _row(records, info, definition, units, baseline)
        if is_derived and len(records) > 1 and sum(cell.claim is not None for cell in row.cells) < 2:
            continue  # a figure of ours that stands alone in its row compares nothing
        yield row


def _row(
    records: Sequence[Record], info: FieldInfo, definition: Definition, units: UnitChoice, baseline: str | None
) -> Row:
    unit = _unit(records, info, definition, units)
    cells = [_cell(record, info, definition, unit) for record in records]
    comparable = is_comparable(info.spec, definition)
    better = _better(info, unit)
    why_not: str | None = None
    if not comparable:
        missing = missing_qualifiers(info.spec, definition)
        why_not = "the definition is not stated" if missing else "not measured under one procedure"
    elif better is not None and unit is not None:
        cells, why_not = mark_best(cells, unit, better)
    if baseline is not None and unit is not None:
        base = next(cell for cell in cells if cell.vehicle == baseline)
        cells = [
            cell if cell is base else replace(cell, difference=difference(cell, base, unit, comparable))
            for cell in cells
        ]
    return Row(
        info=info,
        qualifiers=definition,
        definition=definition_id(info.spec, definition),
        definition_label=definition_label(info.spec, definition),
        short_label=definition_label(info.spec, definition, short=True),
        unit=unit,
        better=better,
        comparable=comparable,
        cells=tuple(cells),
        formula=info.spec.what if info in DERIVED else None,
        why_not=why_not,
    )


def _unit(records: Sequence[Record], info: FieldInfo, definition: Definition, units: UnitChoice) -> Unit | None:
    if not info.spec.numeric:
        return None
    for record in records:
        for claim in record.values(info.key):
            if claim.definition == definition and claim.reading is not None:
                return units.unit(info, claim.reading.unit)
    return None


def _better(info: FieldInfo, unit: Unit | None) -> Literal["higher", "lower"] | None:
    if info.spec.better is None or unit is None or not reverses(info.spec.quantity_kind.canonical, unit):
        return info.spec.better
    return "lower" if info.spec.better == "higher" else "higher"


def _cell(record: Record, info: FieldInfo, definition: Definition, unit: Unit | None) -> Cell:
    claims = [claim for claim in record.values(info.key) if claim.definition == definition]
    if not claims:
        return Cell(record.id, reason=_reason(record, info))
    shown, *rest = claims
    # A claim about a variant does not contradict one about the whole configuration, nor another variant's.
    others = [claim for claim in rest if claim.applies_to == shown.applies_to and not agree(shown, claim)]
    distinct: list[Claim] = []
    for claim in others:
        if not any(agree(claim, known) for known in distinct):
            distinct.append(claim)
    return Cell(record.id, shown, value_text(shown, unit), others=tuple(distinct))


def _reason(record: Record, info: FieldInfo) -> Reason:
    if record.values(info.key):
        return "other definition"
    if info in DERIVED:
        return "unknown"  # nobody publishes what we derive, so its absence is no statement of a source
    if not info.spec.applies(record.vehicle_type, record.powertrain):
        return "not applicable"
    stated = record.stated(info.key)
    if stated is Status.NOT_APPLICABLE:
        return "not applicable"
    return "not published" if stated is Status.NOT_PUBLISHED else "unknown"
