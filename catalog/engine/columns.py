"""What each column of the wide table holds, written beside it wherever the table is stored.

A stored table must say which definitions it has columns of, or no query could name them; and whoever opens the
file with another tool must find the unit of each number. Both stand in one list of columns: in the metadata of a
Parquet file (under ``METADATA_KEY``, as JSON), and in the table ``columns`` of a database.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from catalog.errors import CatalogError, SettingsError
from catalog.plain import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.engine.table import Table

METADATA_KEY = "vehicle_catalog"
_VERSION = 1
#: Names go into SQL texts unquoted, so nothing else may stand in them.
_NAME = re.compile(r"[a-z][a-z0-9_]*")
#: PostgreSQL cuts longer names without a word, and two columns would become one.
_LONGEST = 63


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type (``text`` or ``real``), and where it comes from a field, which one.

    ``definition`` is the definition it holds values of; None where it holds the shown claim. ``unit`` is the
    symbol of its numbers' unit; None for texts, and for shown prices, each of which is in its own currency.
    """

    name: str
    type: str
    field: str | None = None
    definition: str | None = None
    unit: str | None = None


def describe(table: Table) -> tuple[Column, ...]:
    """The columns of a table, in order. Raises CatalogError for a name that a store would not take as it is."""
    from catalog.units import KINDS

    known: dict[str, Column] = {}
    for key, info in table.schema.fields.items():
        if not info.spec.numeric:
            known[key] = Column(key, "text", key)
            continue
        unit = KINDS[info.spec.kind].canonical.symbol if info.spec.kind != "money" else None
        known[f"{key}_definition"] = Column(f"{key}_definition", "text", key)
        known |= _pair(key, key, None, unit)
        for definition, stem in table.schema.definitions.get(key, {}).items():
            currency = definition.partition(" ")[0] if info.spec.kind == "money" else unit
            known |= _pair(stem, key, definition, currency)
    return tuple(known.get(name, Column(name, kind)) for name, kind in _checked(table.columns))


def _pair(stem: str, key: str, definition: str | None, unit: str | None) -> dict[str, Column]:
    names = (f"{stem}_low", f"{stem}_high")
    return {name: Column(name, "real", key, definition, unit) for name in names}


def _checked(columns: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, kind in columns.items():
        if not _NAME.fullmatch(name) or len(name) > _LONGEST or kind not in ("text", "real"):
            reason = f"a column's name is at most {_LONGEST} of the characters a-z, 0-9 and _, its type text or real"
            raise CatalogError(f"column {name!r} ({kind}) cannot be stored: {reason}")
        yield name, kind


def about_key(key: str) -> str:
    """Under which key of a Parquet file's metadata a text stands that was published beside the vehicles."""
    return f"{METADATA_KEY}_{key}"


def definitions(columns: Iterable[Column]) -> dict[str, dict[str, str]]:
    """Which definitions of which field there are, each with the stem of its columns: a Schema's ``definitions``."""
    found: dict[str, dict[str, str]] = {}
    for column in columns:
        if column.field is not None and column.definition is not None and column.name.endswith("_low"):
            found.setdefault(column.field, {})[column.definition] = column.name.removesuffix("_low")
    return found


def to_metadata(columns: Iterable[Column]) -> str:
    """The list as JSON."""
    rows = [{name: getattr(column, name) for name in Column.__match_args__} for column in columns]
    return json.dumps({"version": _VERSION, "columns": rows}, ensure_ascii=False)


def from_metadata(text: str | bytes, where: str) -> tuple[Column, ...]:
    """The list from its JSON. Raises SettingsError, which names ``where``, for what this version cannot read.

    >>> from_metadata('{"version": 1, "columns": [{"name": "id", "type": "text"}]}', "cars.parquet")[0].name
    'id'
    >>> from_metadata('{"version": 2}', "cars.parquet")
    Traceback (most recent call last):
        ...
    catalog.errors.SettingsError: cars.parquet: written by another version of this program; write it anew with this one
    """
    try:
        content = json.loads(text)
        if content["version"] == _VERSION:
            return tuple(Column(**column) for column in content["columns"])
    except (ValueError, TypeError, KeyError):
        raise SettingsError(f"{where}: the list of its columns is damaged; write it anew") from None
    raise SettingsError(f"{where}: written by another version of this program; write it anew with this one")
