"""A table to be written: its columns with their meaning, its rows, and the sources of its values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from catalog.plain import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.units import Unit

    Value = str | float | bool | None

#: What a column can hold. Numbers are floating point in formats that have types.
TEXT, NUMBER, FLAG = "text", "number", "flag"


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One column. ``name`` says by itself what it holds (``range [km] (WLTP) low``); the rest is the same in parts.

    ``type`` is text, number or flag; ``field`` the key of the field it is of, ``definition`` the definition in words,
    ``part`` which part of a published value it holds (low, high, bound; None: all), ``what`` one sentence.
    """

    name: str
    type: str = TEXT
    what: str = ""
    field: str | None = None
    label: str | None = None
    definition: str | None = None
    part: str | None = None
    unit: Unit | None = None

    @property
    def symbol(self) -> str | None:
        """The symbol of its unit; None for texts, and for numbers without one."""
        return self.unit.symbol or None if self.unit is not None else None

    def described(self) -> dict[str, str]:
        """All that is known of it, as texts by name; what is not known is left out."""
        unit = self.unit
        parts = {
            "name": self.name,
            "type": self.type,
            "field": self.field,
            "label": self.label,
            "definition": self.definition,
            "part": self.part,
            "unit": self.symbol,
            "unit_name": unit.name if unit is not None and unit.symbol else None,
            "unit_ucum": unit.ucum if unit is not None else None,
            "unit_rec20": unit.rec20 if unit is not None else None,
            "description": self.what,
        }
        return {name: text for name, text in parts.items() if text}


#: What ``Column.described`` may say, in order.
DESCRIBED = (
    "name", "type", "field", "label", "definition", "part", "unit", "unit_name", "unit_ucum", "unit_rec20",
    "description",
)  # fmt: skip


class Table:
    """Columns and rows. ``name`` is what one row is (``vehicles``, ``claims``), ``sources`` what the values cite."""

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Value]],
        sources: Sequence[Mapping[str, Any]] = (),
        title: str = "",
    ) -> None:
        self.name = name
        self.columns = tuple(columns)
        self.sources = tuple(sources)
        self.title = title
        self._rows = rows

    def rows(self) -> Iterator[Sequence[Value]]:
        """The rows, one after the other."""
        return iter(self._rows)

    def copy_to(self, path: str, name: str, units_row: bool = False) -> bool:
        """Write the table in a format, where it lies in an engine that can; whether that was done."""
        del path, name, units_row
        return False

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    @property
    def names(self) -> list[str]:
        """The names of the columns."""
        return [column.name for column in self.columns]


#: The columns of a table of sources.
SOURCE_COLUMNS = (
    Column("id", what="what values cite"),
    Column("publisher"),
    Column("title"),
    Column("date", what="as published; empty where undated"),
    Column("url"),
    Column("kind", what="regulator, manufacturer, data set, press, encyclopedia, dealer or forum"),
    Column("mirror", FLAG, "a copy or translation"),
    Column("low_trust", FLAG),
    Column("note"),
)


def sources_table(table: Table) -> Table:
    """The sources of a table as one of their own."""
    rows = [[source.get(column.name) for column in SOURCE_COLUMNS] for source in table.sources]
    return Table("sources", SOURCE_COLUMNS, rows)


def columns_table(table: Table) -> Table:
    """What the columns of a table hold, as a table of its own."""
    rows = [[column.described().get(name) for name in DESCRIBED] for column in table.columns]
    return Table("columns", [Column(name) for name in DESCRIBED], rows)
