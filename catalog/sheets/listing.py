"""Vehicles as a list: what they are and a few figures, or counts by a property."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from catalog.model.claim import Status
from catalog.model.table import find_field
from catalog.plain import dataclass
from catalog.render.sheet import Line, Sheet
from catalog.sheets.columns import DEFAULT_COLUMNS, IDENTITY_COLUMNS
from catalog.sheets.documents import claim_document, identity_document
from catalog.sheets.origins import origins
from catalog.sheets.shown import flat, head_of, shown
from catalog.wording.printed import NBSP

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.model.cited import Cited
    from catalog.model.claim import Claim
    from catalog.model.record import Record
    from catalog.model.table import FieldInfo, FieldTable
    from catalog.wording.choice import UnitChoice

#: What fits into a list; any other qualification is a star, and `show` has the words.
_SHORT = ("procedure", "phase", "capacity", "rating")
_EMPTY = {"-": "- nothing in the catalog", "n/p": "n/p not published", "n/a": "n/a not applicable"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: a property of vehicles, a field, or a field under one definition (``range[wltp]``)."""

    name: str
    info: FieldInfo | None = None
    definition: str | None = None

    @property
    def header(self) -> str:
        if self.info is None:
            return _heading(self.name)
        if self.definition is None:
            return self.info.label
        from catalog.query.names import definition_words

        return f"{self.info.label}, {definition_words(self.info.spec, self.definition)}"

    def values(self, record: Record) -> Sequence[Claim]:
        """The claims of a vehicle that the column is about, the shown one first."""
        values = record.values(self.info.key) if self.info else ()
        if self.definition is None:
            return values
        from catalog.model.qualifiers import UNSTATED

        wanted = self.definition.casefold()
        return [claim for claim in values if (head_of(claim).id or UNSTATED).casefold() == wanted]


def columns_of(names: Sequence[str], fields: FieldTable | None = None) -> list[Column]:
    """Columns by their names. Raises NotFound for one that is neither a field nor of ``IDENTITY_COLUMNS``."""
    if fields is None:
        from catalog.model.fields import FIELDS

        fields = FIELDS
    return [_column(name, fields) for name in names]


def _column(name: str, fields: FieldTable) -> Column:
    if name in IDENTITY_COLUMNS:
        return Column(name)
    key, bracket, rest = name.partition("[")
    info = find_field(fields, key)
    if not bracket:
        return Column(info.key, info)
    definition = " ".join(rest.removesuffix("]").split())
    return Column(f"{info.key}[{definition}]", info, definition)


def listing_document(
    records: Sequence[Record], units: UnitChoice, columns: Sequence[Column], sources: Mapping[str, Cited] | None = None
) -> dict[str, Any]:
    """A list as JSON: identity, and for each column that is a field its claim; the data sets that vehicles are of."""
    document = {"shape": 1, "vehicles": [_document(record, columns, units) for record in records]}
    own = origins(records, sources or {})
    return {**document, "data_sets": {key: one.as_dict() for key, one in own.items()}} if own else document


def listing_sheet(
    records: Sequence[Record],
    units: UnitChoice,
    columns: Sequence[str] = DEFAULT_COLUMNS,
    sources: Mapping[str, Cited] | None = None,
    folds: bool = False,
    empty: str = "no vehicle matches",
) -> Sheet:
    """One line a vehicle. A figure carries its definition, so that no column is read as one quantity. The data sets
    that vehicles are of are cited below, where ``sources`` has them. Where a table is too narrow, the last columns are
    left out, or all are shown in blocks below one another (``folds``).

    Raises NotFound for a column that is neither a field nor one of ``IDENTITY_COLUMNS``.
    """
    from catalog.wording.definitions import ASKED

    chosen = columns_of(columns)
    lines = tuple(Line(tuple(_cell(record, column, units) for column in chosen)) for record in records)
    asked = [
        [ASKED.get(name, name) for name in column.info.spec.required if _is_bare_in(records, column, name)]
        if column.info is not None and column.definition is None
        else []
        for column in chosen
    ]

    def notes_of(shown: Sequence[int]) -> tuple[str, ...]:
        cells = [line.cells[place] for line in lines for place in shown]
        words = dict.fromkeys(word for place in sorted(shown) for word in asked[place])
        return tuple(_notes(records, cells, tuple(words), sources or {}))

    return Sheet(
        headers=tuple(column.header for column in chosen),
        lines=lines,
        notes=notes_of(range(len(chosen))),
        notes_of=notes_of,
        align=tuple("right" if _is_number(column) else "left" for column in chosen),
        folds=folds,
        records=tuple(_record(record, chosen, units) for record in records),
        keys=tuple(_keys(chosen)),
        document=listing_document(records, units, chosen, sources),
        empty=empty,
    )


def _is_number(column: Column) -> bool:
    return column.name == "claims" if column.info is None else column.info.spec.numeric


def _notes(
    records: Sequence[Record], cells: Sequence[str], asked: Sequence[str], sources: Mapping[str, Cited]
) -> Iterator[str]:
    figures = [cell.partition(" ") for cell in cells]
    signs = [meaning for sign, meaning in _EMPTY.items() if any(figure == (sign, "", "") for figure in figures)]
    if signs:
        yield ", ".join(signs)
    if any(figure.rstrip("*").endswith("?") for figure, _, _ in figures):
        yield "? in doubt: `vehicles show` says why"
    if any(figure.endswith("*") for figure, _, _ in figures):
        yield "* with more to its definition (crew, load, conditions ...): `vehicles show` says what"
    if asked:
        yield f"A figure without a word does not state its definition ({', '.join(asked)})."
    for key, source in origins(records, sources).items():
        yield f"{key}: {source.citation}"
    if records:
        yield f"{len(records)} vehicle{'s' if len(records) != 1 else ''}"


def _identity(record: Record, name: str) -> Any:
    """An identity column as it is: None where nothing is known of it."""
    if name == "claims":
        return sum(len(claims) for claims in record.claims.values())
    value = getattr(record, "vehicle_type" if name == "type" else name)
    return list(value) or None if isinstance(value, tuple) else value or None


def _is_bare_in(records: Sequence[Record], column: Column, qualifier: str) -> bool:
    """Whether a shown figure does not state what it would have to for a comparison."""
    shown = (column.values(record) for record in records)
    return any(bool(values) and qualifier not in dict(values[0].definition) for values in shown)


def _cell(record: Record, column: Column, units: UnitChoice) -> str:
    if column.info is None:
        value = _identity(record, column.name)
        return "-" if value is None else ", ".join(value) if isinstance(value, list) else str(value)
    values = column.values(record)
    if not values:
        return _missing(record, column.info)
    claim = values[0]
    text = shown(claim, units)[0].text + ("?" if claim.doubt else "")
    if column.definition is not None:  # the header says it
        return text
    from catalog.wording.definitions import definition_label

    short = tuple(pair for pair in claim.definition if pair[0] in _SHORT)
    stated = definition_label(column.info.spec, short, short=True).partition(", ")[0] if short else ""
    special = any(pair[0] not in (*_SHORT, "currency") for pair in claim.definition)
    return " ".join(part for part in (text + ("*" if special else ""), stated.replace(" ", NBSP)) if part)


def _missing(record: Record, info: FieldInfo) -> str:
    stated = record.stated(info.key)
    if stated is Status.NOT_APPLICABLE or not info.spec.applies(record.vehicle_type, record.powertrain):
        return "n/a"
    return "n/p" if stated is Status.NOT_PUBLISHED else "-"


def _record(record: Record, columns: Sequence[Column], units: UnitChoice) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for column in columns:
        if column.info is None:
            row[column.name] = _identity(record, column.name)
            continue
        claim = next(iter(column.values(record)), None)
        row[column.name] = None if claim is None else flat(claim, units)
        words, symbol = (None, None) if claim is None else shown(claim, units)
        if column.info.spec.numeric:
            row[f"{column.name}_unit"] = symbol
            row[f"{column.name}_doubt"] = claim.doubt if claim is not None else None
            row[f"{column.name}_bound"] = words.bound if words is not None else None
        if column.info.spec.definition:
            row[f"{column.name}_definition"] = None if claim is None else head_of(claim).words
    return row


def _keys(columns: Sequence[Column]) -> Iterator[str]:
    """The columns of the flat records, also where there are none."""
    for column in columns:
        yield column.name
        if column.info is not None and column.info.spec.numeric:
            yield from (f"{column.name}_{part}" for part in ("unit", "doubt", "bound"))
        if column.info is not None and column.info.spec.definition:
            yield f"{column.name}_definition"


def _document(record: Record, columns: Sequence[Column], units: UnitChoice) -> dict[str, Any]:
    fields = {}
    for column in columns:
        if column.info is not None:
            values = column.values(record)
            fields[column.name] = claim_document(values[0], column.info, units) if values else None
    return {**identity_document(record), "fields": fields}


def counts_sheet(counts: Mapping[str | None, int], total: int, by: str) -> Sheet:
    """How many vehicles there are of each make, type, category ...; ``total`` is how many they are together."""
    named = {value or "not stated": count for value, count in counts.items()}
    many = by in ("market", "plant")
    return Sheet(
        headers=(_heading(by), "Vehicles"),
        lines=tuple(Line((value, str(count))) for value, count in named.items()),
        notes=(
            f"{total} vehicle{'s' if total != 1 else ''}"
            + (f"; one with several {by}s is counted in each" if many else ""),
        ),
        align=("left", "right"),
        records=tuple({by: value, "vehicles": count} for value, count in named.items()),
        document={"shape": 1, "by": by, "counts": named, "vehicles": total},
        empty="no vehicle matches",
    )


def _heading(name: str) -> str:
    return name.replace("_", " ").capitalize()
