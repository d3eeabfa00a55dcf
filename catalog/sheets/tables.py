"""Vehicles and their claims as tables to be exported, with the columns that a list would show."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from catalog.errors import SettingsError
from catalog.export.claims import claims_table
from catalog.export.table import Table
from catalog.export.vehicles import vehicles_table
from catalog.model.qualifiers import UNSTATED
from catalog.sheets.listing import columns_of
from catalog.sheets.shown import head_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.model.record import Record
    from catalog.wording import Head, UnitChoice

#: Columns that a list does not have.
_OWN = ("remarks", "sources")


def vehicles(
    records: Sequence[Record], units: UnitChoice, sources: Mapping[str, Any], names: Sequence[str] = ()
) -> Table:
    """The vehicles, one row each. ``names`` are columns as ``columns_of`` takes them, and ``remarks`` and ``sources``
    (none: all that is known). Raises NotFound for another."""
    if not names:
        return vehicles_table(records, units, head_of, sources)
    if "claims" in names:
        raise SettingsError("claims is a number that only a list shows; leave it out")
    columns = columns_of([name for name in names if name not in _OWN])
    places: dict[str, list[tuple[int, str | None]]] = {}
    for place, column in enumerate(columns):
        if column.info is not None:
            places.setdefault(column.info.key, []).append((place, column.definition))

    def place_of(head: Head) -> int | None:
        own = head.id or UNSTATED
        return next((place for place, definition in places.get(head.field, ()) if definition in (None, own)), None)

    identity = [column.name for column in columns if column.info is None] + [name for name in names if name in _OWN]
    return vehicles_table(
        records,
        units,
        head_of,
        sources,
        keep=lambda head: place_of(head) is not None,
        order=lambda head: (place_of(head), head.order),
        identity=identity,
    )


def wanted(names: Sequence[str]) -> tuple[Sequence[str] | None, Callable[[str, str | None], bool]]:
    """The properties among these names (None: all), and whether a field under a definition (its id) is one of them."""
    if not names:
        return None, lambda key, definition: True
    columns = columns_of([name for name in names if name not in _OWN])
    fields = {(column.info.key, column.definition) for column in columns if column.info is not None}

    def keep(key: str, definition: str | None) -> bool:
        return (key, None) in fields or (key, definition) in fields

    return [column.name for column in columns if column.info is None], keep


def claims(
    records: Sequence[Record], units: UnitChoice, sources: Mapping[str, Any], names: Sequence[str] = ()
) -> Table:
    """Every claim of these vehicles, one row each; of the fields that are named, where any are."""
    keys = [column.info.key for column in columns_of([name for name in names if name not in _OWN]) if column.info]
    return claims_table(records, units, head_of, sources, keys if names else None)
