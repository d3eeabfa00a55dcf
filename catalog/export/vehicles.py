"""Vehicles as a table: one row each, and for each field under each definition a column of numbers in one unit.

Where all that was published under a head is one number a vehicle, it has one column. Where some of it is an interval
or a limit it has two, ``low`` and ``high``: "up to 350 km" has no low end, "over 440 km" no high one. Where a number
is only approximate, one of several, or strictly below or above, a third column (``bound``) has the word for it.
A value in doubt is not a number here; ``remarks`` says so, and which values were derived or are of one variant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from catalog.export.table import NUMBER, Column, Table
from catalog.model.claim import Status
from catalog.model.fields import FIELDS
from catalog.model.record import SPECS
from catalog.plain import dataclass
from catalog.wording.header import ColumnName, column_name, definition_words
from catalog.wording.words import worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.export.table import Value
    from catalog.model.claim import Claim
    from catalog.model.record import Record
    from catalog.model.spec import Spec
    from catalog.units import Unit
    from catalog.wording import Head, UnitChoice

    Heads = Callable[[Claim], Head | None]

_BELOW = ("up to", "less than")
_ABOVE = ("at least", "more than")
#: Bounds that two numbers do not tell.
_TOLD = frozenset({"about", "less than", "more than", "list"})
IDENTITY = (
    Column("id", what="the vehicle's id in the catalog"),
    Column("make"),
    Column("model"),
    Column("version"),
    Column("type", what="truck, van, pickup, car, bus, coach or tractor"),
    Column("category", what="UNECE vehicle category: M1 ... N3"),
    Column("powertrain"),
    Column("body"),
    Column("markets", what="where it is sold (ISO 3166 alpha-2, or EU)"),
    Column("plants", what="where it is built"),
)
DATA_SET = Column("data_set", what="the data set that the row is from; specs are the catalog's own")
REMARKS = Column("remarks", what="values that are derived, of one variant, or left out because they are in doubt")
SOURCES = Column("sources", what="the ids of the sources that the row's values cite")


@dataclass(frozen=True, slots=True, eq=False)
class Claimed:
    """One head with its unit (None: a text), and for each vehicle the claim that stands under it."""

    head: Head
    symbol: str | None
    claims: Sequence[Claim | None]


def vehicles_table(
    records: Sequence[Record],
    units: UnitChoice,
    heads: Heads,
    sources: Mapping[str, Any],
    keep: Callable[[Head], bool] = lambda head: True,
    order: Callable[[Head], Any] | None = None,
    identity: Sequence[str] | None = None,
    missing: Callable[[Sequence[Head]], Sequence[Head]] = lambda heads: (),
) -> Table:
    """The vehicles in this order. ``keep`` and ``order`` choose and sort the heads of columns, ``identity`` the
    properties that come first (all of them where it is None). ``missing`` is asked for the heads of columns that are
    to be there besides these, and are empty."""
    # an index and a data set have heads of their own for one definition
    known: dict[tuple[str, object], Head] = {}
    found: dict[Head, dict[int, Claim]] = {}
    for place, record in enumerate(records):
        for key in record.claims:
            for claim in record.values(key):
                head = heads(claim) if claim.doubt is None else None
                if head is not None and keep(head):
                    head = known.setdefault((head.field, head.definition), head)
                    found.setdefault(head, {}).setdefault(place, claim)
    found |= {head: {} for head in missing(list(found))}
    ordered = sorted(found, key=order or (lambda head: head.order))
    columns = [
        Claimed(head, _symbol(head, units), [found[head].get(place) for place in range(len(records))])
        for head in ordered
    ]
    return table_of(records, columns, sources, identity)


def table_of(
    records: Sequence[Record],
    claimed: Sequence[Claimed],
    sources: Mapping[str, Any],
    identity: Sequence[str] | None = None,
) -> Table:
    """The table of vehicles with these columns. ``sources`` are the catalog's, by id."""
    several = identity is None and any(record.data_set != SPECS for record in records)
    chosen = [
        column
        for column in (*IDENTITY, DATA_SET)
        if (column.name in identity if identity is not None else several or column is not DATA_SET)
    ]
    columns: list[Column] = list(chosen)
    values: list[Sequence[Value]] = [[_property(record, column.name) for record in records] for column in chosen]
    for one in claimed:
        for column, own in _columns(one):
            columns.append(column)
            values.append(own)
    cited = [_cited(one.claims[place] for one in claimed) for place in range(len(records))]
    if identity is None or REMARKS.name in identity:
        columns.append(REMARKS)
        values.append(["; ".join(_remarks(record, claimed, place)) or None for place, record in enumerate(records)])
    if identity is None or SOURCES.name in identity:
        columns.append(SOURCES)
        values.append(["; ".join(keys) or None for keys in cited])
    known = [sources[key].as_dict() for key in dict.fromkeys(key for keys in cited for key in keys) if key in sources]
    return Table("vehicles", columns, list(zip(*values, strict=True)), known)


def empty_column(head: Head, units: UnitChoice) -> Column:
    """The column of a head under which no vehicle has a value."""
    return next(column for column, _ in _columns(Claimed(head, _symbol(head, units), ())))


def _symbol(head: Head, units: UnitChoice) -> str | None:
    return units.shown(head)[0] if head.units else None  # an amount of money that is not known has no currency


def _property(record: Record, name: str) -> str | None:
    value = getattr(record, "vehicle_type" if name == "type" else name)
    return (", ".join(value) if isinstance(value, tuple) else value) or None


def _columns(one: Claimed) -> Iterator[tuple[Column, Sequence[Value]]]:
    head = one.head
    spec = FIELDS[head.field].spec if head.field in FIELDS else None
    if one.symbol is None:
        texts = [None if claim is None else claim.text for claim in one.claims]
        yield Column(head.field, what=_what(head, spec), field=head.field, label=head.label), texts
        return
    triples = [None if claim is None else ends(claim, one.symbol) for claim in one.claims]
    known = [triple for triple in triples if triple is not None]
    pair = any(low != high for low, high, _ in known)
    unit = unit_of(head, one.symbol)
    for place, part in enumerate(("low", "high")[: 2 if pair else 1]):
        own = [None if triple is None else triple[place] for triple in triples]
        yield number_column(head, spec, unit, part if pair else None), own
    if any(bound in _TOLD for _, _, bound in known):
        yield (
            number_column(head, spec, unit, "bound"),
            [None if triple is None else triple[2] for triple in triples],
        )


def ends(claim: Claim, symbol: str) -> tuple[float | None, float | None, str]:
    """What a claim says at least and at most, in the unit with this symbol (None: nothing), and its bound."""
    words = worded(claim, symbol)
    low, high = words.value if isinstance(words.value, list) else (words.value, words.value)
    bound = words.bound or "exact"
    return (None if bound in _BELOW else low), (None if bound in _ABOVE else high), bound


def number_column(head: Head, spec: Spec | None, unit: Unit, part: str | None) -> Column:
    """A column of a field's numbers (of their bounds' words, where ``part`` is that)."""
    return Column(
        _name(head, spec, unit.symbol, part),
        "text" if part == "bound" else NUMBER,
        _what(head, spec),
        head.field,
        head.label,
        definition_words(spec, head.definition) or None if spec is not None else head.words or None,
        part,
        unit,
    )


def unit_of(head: Head, symbol: str) -> Unit:
    """The unit of a head's kind with this symbol."""
    from catalog.units import KINDS

    assert head.kind is not None
    return KINDS[head.kind].unit(symbol)


def _name(head: Head, spec: Spec | None, symbol: str, part: str | None) -> str:
    if spec is not None:
        return column_name(spec, ColumnName(head.field, symbol or None, head.definition, part))  # type: ignore[arg-type]
    unit = f" [{symbol}]" if symbol else ""  # a derived figure, which no importer takes for a published one
    return f"{head.field}{unit}{f' ({head.words})' if head.words else ''}{f' {part}' if part else ''}"


def _what(head: Head, spec: Spec | None) -> str:
    return f"derived: {head.formula}" if head.formula else spec.what if spec is not None else ""


def _cited(claims: Iterator[Claim | None]) -> list[str]:
    return list(dict.fromkeys(source for claim in claims if claim is not None for source in claim.sources))


def _remarks(record: Record, claimed: Sequence[Claimed], place: int) -> Iterator[str]:
    keys = dict.fromkeys(one.head.field for one in claimed)
    for one in claimed:
        claim = one.claims[place]
        if claim is None or one.head.formula is not None:
            continue
        words = [] if claim.status in (Status.PUBLISHED, Status.CONVERTED) else [claim.status.value]
        words += [f"for {claim.applies_to}"] if claim.applies_to else []
        if words:
            definition = f" ({one.head.words})" if one.head.words else ""
            yield f"{one.head.field}{definition}: {', '.join(words)}"
    for key in keys:
        for claim in record.values(key):
            if claim.doubt is not None:
                yield f"{key}: {claim.published} left out, in doubt: {' '.join(claim.doubt.split())}"
