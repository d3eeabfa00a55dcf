"""Published values as a table: one row each, with all that it takes to cite and to compare them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from catalog.export.table import NUMBER, Column, Table
from catalog.export.vehicles import ends
from catalog.model.fields import FIELDS
from catalog.wording.header import definition_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.export.table import Value
    from catalog.model.claim import Claim
    from catalog.model.record import Record
    from catalog.wording import Head, UnitChoice

COLUMNS = (
    Column("vehicle", what="the vehicle's id in the catalog"),
    Column("make"),
    Column("model"),
    Column("version"),
    Column("group", what="the group of the field"),
    Column("field", what="the field's key"),
    Column("label", what="the field's name"),
    Column("definition", what="what makes two values the same quantity; 'not stated' where it has to be"),
    Column("low", NUMBER, "in `unit`, exactly converted; of an interval or list the lowest; none for 'up to'"),
    Column("high", NUMBER, "in `unit`, exactly converted; of an interval or list the highest; none for 'at least'"),
    Column("unit", what="the unit of low and high"),
    Column("bound", what="exact, about, up to, less than, at least, more than, interval or list"),
    Column("text", what="the value of a field without numbers"),
    Column("published", what="the value as it was printed"),
    Column("published_as", what="the label under which it was printed"),
    Column("read_as", what="what was read instead where the print is ambiguous or wrong"),
    Column("status", what="published, converted, derived, estimated, not published or not applicable"),
    Column("doubt", what="why a printed value cannot be right as it stands"),
    Column("applies_to", what="the variant that it is about, where that is not the whole configuration"),
    Column("market", what="of which market it was said"),
    Column("date", what="when it was said"),
    Column("note"),
    Column("place", NUMBER, "1 for the value of its field that is shown, 2 for the next"),
    Column("sources", what="the ids of its sources"),
    Column("citations", what="its sources in full"),
)  # fmt: skip


def claims_table(
    records: Sequence[Record],
    units: UnitChoice,
    heads: Callable[[Claim], Head | None],
    sources: Mapping[str, Any],
    keys: Sequence[str] | None = None,
) -> Table:
    """Every claim of these vehicles (of these fields alone, where they are named), the shown one of a field first."""
    wanted = [key for key in FIELDS if keys is None or key in keys]
    rows = [
        _row(record, claim, place, units, heads, sources)
        for record in records
        for key in wanted
        for place, claim in enumerate(record.claims.get(key, ()), 1)
    ]
    cited = dict.fromkeys(_cited(records, wanted))
    return Table("claims", COLUMNS, rows, [sources[key].as_dict() for key in cited if key in sources])


def _cited(records: Sequence[Record], keys: Sequence[str]) -> Iterator[str]:
    for record in records:
        for key in keys:
            for claim in record.claims.get(key, ()):
                yield from claim.sources


def _row(
    record: Record,
    claim: Claim,
    place: int,
    units: UnitChoice,
    heads: Callable[[Claim], Head | None],
    sources: Mapping[str, Any],
) -> list[Value]:
    info = FIELDS[claim.field]
    head = heads(claim)
    symbol = units.shown(head)[0] if head is not None and claim.numeric else None
    low, high, bound = ends(claim, symbol) if symbol is not None else (None, None, None)
    return [
        record.id,
        record.make,
        record.model,
        record.version or None,
        info.group,
        info.key,
        info.label,
        definition_words(info.spec, claim.definition) or None,
        low,
        high,
        symbol,
        bound,
        None if claim.numeric else claim.text or None,
        claim.printed,
        claim.published_as,
        claim.read_as,
        claim.status.value,
        _one_line(claim.doubt),
        claim.applies_to,
        claim.market,
        claim.date,
        _one_line(claim.note),
        place,
        "; ".join(claim.sources) or None,
        "; ".join(sources[key].citation for key in claim.sources if key in sources) or None,
    ]


def _one_line(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None
