"""Vehicles and their claims as tables to be exported, with the columns that a list would show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from catalog.errors import SettingsError
from catalog.export.claims import claims_table
from catalog.export.table import Table
from catalog.export.vehicles import empty_column, vehicles_table
from catalog.model.claim import Claim
from catalog.model.qualifiers import UNSTATED
from catalog.plain import dataclass
from catalog.sheets.listing import columns_of
from catalog.sheets.shown import head_of
from catalog.units import read
from catalog.wording.header import definition_of
from catalog.wording.heads import Heads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.export.table import Column
    from catalog.model.record import Record
    from catalog.model.table import FieldInfo
    from catalog.sheets.listing import Column as Asked
    from catalog.wording import Head, UnitChoice

#: Columns that a list does not have.
_OWN = ("remarks", "sources")


def vehicles(
    records: Sequence[Record], units: UnitChoice, sources: Mapping[str, Any], names: Sequence[str] = ()
) -> Table:
    """The vehicles, one row each. ``names`` are columns as ``columns_of`` takes them, and ``remarks`` and ``sources``
    (none: all that is known); one that no vehicle has a value of is empty. Raises NotFound for another."""
    if not names:
        return vehicles_table(records, units, head_of, sources)
    if "claims" in names:
        raise SettingsError("claims is a number that only a list shows; leave it out")
    columns = columns_of([name for name in names if name not in _OWN])
    places = [(place, column) for place, column in enumerate(columns) if column.info is not None]

    def place_of(head: Head) -> int | None:
        return next((place for place, column in places if _is_of(column, head.field, head.id)), None)

    def missing(heads: Sequence[Head]) -> list[Head]:
        return _missing(columns, [(head.field, head.id) for head in heads])

    return vehicles_table(
        records,
        units,
        head_of,
        sources,
        keep=lambda head: place_of(head) is not None,
        order=lambda head: (place_of(head), head.order),
        identity=_identity(columns, names),
        missing=missing,
    )


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for by names of columns: properties (None: all), fields under definitions, and the empty columns
    of those that no vehicle has a value of."""

    units: UnitChoice
    names: Sequence[str] = ()

    @property
    def identity(self) -> Sequence[str] | None:
        return _identity(self._columns, self.names) if self.names else None

    def keeps(self, key: str, definition: str | None) -> bool:
        """Whether a field under a definition (its id) is one of them."""
        return not self.names or any(_is_of(column, key, definition) for column in self._columns)

    def missing(self, found: Sequence[tuple[str, str | None]]) -> list[Column]:
        """The empty columns of what is asked for and not among these fields under definitions."""
        return [empty_column(head, self.units) for head in _missing(self._columns, found)]

    @property
    def _columns(self) -> Sequence[Asked]:
        return columns_of([name for name in self.names if name not in _OWN])


def _identity(columns: Sequence[Asked], names: Sequence[str]) -> list[str]:
    return [column.name for column in columns if column.info is None] + [name for name in names if name in _OWN]


def _is_of(column: Asked, key: str, definition: str | None) -> bool:
    """Whether a column that was asked for is of this field under the definition with this id."""
    if column.info is None or column.info.key != key:
        return False
    return column.definition is None or column.definition.casefold() == (definition or UNSTATED).casefold()


def _missing(columns: Sequence[Asked], found: Sequence[tuple[str, str | None]]) -> list[Head]:
    """The heads of the columns that none of these fields under definitions is of, each once."""
    heads: list[Head] = []
    for column in columns:
        if column.info is not None and not any(_is_of(column, *one) for one in found):
            head = _head(column.name, column.info, column.definition)
            known = [(one.field, one.definition) for one in heads]
            heads += [] if (head.field, head.definition) in known else [head]
    return heads


def _head(name: str, info: FieldInfo, words: str | None) -> Head:
    """The head of a column without values. Raises SettingsError for a definition that is not certain."""
    is_money = info.spec.kind == "money"
    pairs = definition_of(info.spec, words if is_money else words.casefold()) if words else ()
    if pairs is None:
        raise SettingsError(
            f"{name}: none of the vehicles has a value, and the definition can be read in several ways or in none"
        )
    currency = dict(pairs).get("currency")
    reading = read(f"1 {currency}", "money") if currency else None  # a head has the unit of its claim's amount
    head = Heads([info])(Claim(info.key, "", reading, definition=pairs))
    assert head is not None
    return head


def claims(
    records: Sequence[Record], units: UnitChoice, sources: Mapping[str, Any], names: Sequence[str] = ()
) -> Table:
    """Every claim of these vehicles, one row each; of the fields that are named, where any are."""
    keys = [column.info.key for column in columns_of([name for name in names if name not in _OWN]) if column.info]
    return claims_table(records, units, head_of, sources, keys if names else None)
