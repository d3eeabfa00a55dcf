"""Vehicles as a list: what they are and a few figures, or counts by a property."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from catalog.errors import SettingsError, nearest
from catalog.model import FIELDS, FieldInfo, Record, Status, find_field
from catalog.model.span import bound_in
from catalog.render.sheet import Line, Sheet
from catalog.sheets.vehicle import identity_document, unit_of
from catalog.wording import NBSP, UnitChoice, definition_label, value_text
from catalog.wording.definitions import ASKED
from catalog.wording.values import flat_value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

#: The columns of a list besides spec fields.
IDENTITY_COLUMNS = (
    "id",
    "make",
    "model",
    "version",
    "type",
    "category",
    "powertrain",
    "body",
    "markets",
    "plants",
    "claims",
)
DEFAULT_COLUMNS = ("id", "type", "powertrain", "gross_vehicle_mass", "payload", "battery_energy", "range")
#: What fits into a list; any other qualification is a star, and `show` has the words.
_SHORT = ("procedure", "phase", "capacity", "rating")
NARROW_COLUMNS = ("id", "payload", "battery_energy", "range")
_EMPTY = {"-": "- nothing in the catalog", "n/p": "n/p not published", "n/a": "n/a not applicable"}
GROUPINGS = ("make", "type", "category", "powertrain", "body", "market", "plant")


def listing_sheet(records: Sequence[Record], units: UnitChoice, columns: Sequence[str] = DEFAULT_COLUMNS) -> Sheet:
    """One line a vehicle. A figure carries its definition, so that no column is read as one quantity.

    Raises NotFound for a column that is neither a field nor one of ``IDENTITY_COLUMNS``.
    """
    chosen: list[str | FieldInfo] = [name if name in IDENTITY_COLUMNS else find_field(FIELDS, name) for name in columns]
    headers = tuple(name.capitalize() if isinstance(name, str) else name.label for name in chosen)
    lines = tuple(Line(tuple(_cell(record, column, units) for column in chosen)) for record in records)
    asked = dict.fromkeys(
        ASKED.get(name, name)
        for column in chosen
        if not isinstance(column, str)
        for name in column.spec.required
        if any(_is_bare(record, column, name) for record in records)
    )
    return Sheet(
        headers=headers,
        lines=lines,
        notes=tuple(_notes(records, lines, tuple(asked))),
        align=tuple("right" if _is_number(column) else "left" for column in chosen),
        folds=False,
        records=tuple(_record(record, chosen, units) for record in records),
        keys=tuple(_keys(chosen)),
        document={"shape": 1, "vehicles": [_document(record, chosen, units) for record in records]},
        empty="no vehicle matches",
    )


def _is_number(column: str | FieldInfo) -> bool:
    return column == "claims" if isinstance(column, str) else column.spec.numeric


def _notes(records: Sequence[Record], lines: Sequence[Line], asked: Sequence[str]) -> Iterator[str]:
    figures = [cell.partition(" ") for line in lines for cell in line.cells]
    signs = [meaning for sign, meaning in _EMPTY.items() if any(figure == (sign, "", "") for figure in figures)]
    if signs:
        yield ", ".join(signs)
    if any(figure.rstrip("*").endswith("?") for figure, _, _ in figures):
        yield "? in doubt: `vehicles show` says why"
    if any(figure.endswith("*") for figure, _, _ in figures):
        yield "* with more to its definition (crew, load, conditions ...): `vehicles show` says what"
    if asked:
        yield f"A figure without a word does not state its definition ({', '.join(asked)})."
    if records:
        yield f"{len(records)} vehicle{'s' if len(records) != 1 else ''}"


def _identity(record: Record, name: str) -> Any:
    """An identity column as it is: None where nothing is known of it."""
    if name == "claims":
        return sum(len(claims) for claims in record.claims.values())
    value = getattr(record, "vehicle_type" if name == "type" else name)
    return list(value) or None if isinstance(value, tuple) else value or None


def _is_bare(record: Record, info: FieldInfo, qualifier: str) -> bool:
    """Whether the shown figure does not state what it would have to for a comparison."""
    values = record.values(info.key)
    return bool(values) and qualifier not in dict(values[0].definition)


def _cell(record: Record, column: str | FieldInfo, units: UnitChoice) -> str:
    if isinstance(column, str):
        value = _identity(record, column)
        return "-" if value is None else ", ".join(value) if isinstance(value, list) else str(value)
    values = record.values(column.key)
    if not values:
        return _missing(record, column)
    claim = values[0]
    text = value_text(claim, unit_of(claim, column, units)) + ("?" if claim.doubt else "")
    words = definition_label(column.spec, tuple(pair for pair in claim.definition if pair[0] in _SHORT), short=True)
    stated = words.partition(", ")[0] if any(pair[0] in _SHORT for pair in claim.definition) else ""
    special = any(pair[0] not in (*_SHORT, "currency") for pair in claim.definition)
    return " ".join(part for part in (text + ("*" if special else ""), stated.replace(" ", NBSP)) if part)


def _missing(record: Record, info: FieldInfo) -> str:
    stated = record.stated(info.key)
    if stated is Status.NOT_APPLICABLE or not info.spec.applies(record.vehicle_type, record.powertrain):
        return "n/a"
    return "n/p" if stated is Status.NOT_PUBLISHED else "-"


def _record(record: Record, columns: Sequence[str | FieldInfo], units: UnitChoice) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for column in columns:
        if isinstance(column, str):
            flat[column] = _identity(record, column)
            continue
        values = record.values(column.key)
        unit = unit_of(values[0], column, units) if values else None
        flat[column.key] = flat_value(values[0], unit) if values else None
        if column.spec.numeric:
            flat[f"{column.key}_unit"] = unit.symbol if unit else None
            reading = values[0].reading if values else None
            flat[f"{column.key}_doubt"] = values[0].doubt if values else None
            flat[f"{column.key}_bound"] = bound_in(reading, unit).value if reading and unit else None
        if column.spec.definition:
            flat[f"{column.key}_definition"] = definition_label(column.spec, values[0].definition) if values else None
    return flat


def _keys(columns: Sequence[str | FieldInfo]) -> Iterator[str]:
    """The columns of the flat records, also where there are none."""
    for column in columns:
        yield column if isinstance(column, str) else column.key
        if isinstance(column, FieldInfo) and column.spec.numeric:
            yield from (f"{column.key}_{part}" for part in ("unit", "doubt", "bound"))
        if isinstance(column, FieldInfo) and column.spec.definition:
            yield f"{column.key}_definition"


def _document(record: Record, columns: Sequence[str | FieldInfo], units: UnitChoice) -> dict[str, Any]:
    from catalog.sheets.vehicle import claim_document

    fields = {}
    for column in columns:
        if isinstance(column, FieldInfo):
            values = record.values(column.key)
            fields[column.key] = claim_document(values[0], column, units) if values else None
    return {**identity_document(record), "fields": fields}


def counts_sheet(records: Sequence[Record], by: str) -> Sheet:
    """How many vehicles there are of each make, type, category, powertrain, body, market or plant."""
    if by not in GROUPINGS:
        offer = nearest(by, GROUPINGS)
        raise SettingsError(
            f"cannot group by {by!r}; " + (f"did you mean {offer[0]}?" if offer else f"one of {', '.join(GROUPINGS)}")
        )
    counts = Counter(value for record in records for value in _group_values(record, by))
    rows = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    many = by in ("market", "plant")
    return Sheet(
        headers=(by.capitalize(), "Vehicles"),
        lines=tuple(Line((value, str(count))) for value, count in rows),
        notes=(
            f"{len(records)} vehicle{'s' if len(records) != 1 else ''}"
            + (f"; one with several {by}s is counted in each" if many else ""),
        ),
        align=("left", "right"),
        records=tuple({by: value, "vehicles": count} for value, count in rows),
        document={"shape": 1, "by": by, "counts": dict(rows), "vehicles": len(records)},
        empty="no vehicle matches",
    )


def _group_values(record: Record, by: str) -> Iterator[str]:
    value = _identity(record, {"market": "markets", "plant": "plants"}.get(by, by))
    yield from value if isinstance(value, list) else (value or "not stated",)
