"""What a comparison is: vehicles, rows, cells. Plain data; how it is made stands in the other files."""

from __future__ import annotations

from collections.abc import Mapping

from catalog.errors import Ambiguous, NotFound, nearest
from catalog.plain import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from decimal import Decimal
    from typing import Any, Literal

    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from catalog.export.table import Table
    from catalog.model.claim import Claim
    from catalog.model.record import Record
    from catalog.wording import Head, UnitChoice, Words

    #: Why a cell is empty.
    Reason = Literal["unknown", "not published", "not applicable", "other definition"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell against the baseline's cell, in the row's unit.

    ``absolute`` is a number, or lowest and highest where one of the two is an interval or list (``relative`` is
    None then). ``certain`` is False where the definition is not stated, a bound or an interval is involved, or
    both are equal within what was written.
    """

    absolute: Decimal | tuple[Decimal, Decimal]
    relative: Decimal | None
    certain: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """One vehicle's value in one row. ``claim`` is the shown claim, ``words`` are its words in the row's unit, and
    ``others`` those that disagree with it."""

    vehicle: str
    claim: Claim | None = None
    words: Words | None = None
    reason: Reason | None = None
    others: tuple[Claim, ...] = ()
    best: bool = False
    difference: Difference | None = None

    @property
    def text(self) -> str:
        """The value as the table shows it, without its marks."""
        return self.words.text if self.words is not None else ""

    @property
    def value(self) -> Any:
        """The exactly converted number, ``[low, high]`` for an interval or list, or a text; None where empty."""
        return self.words.value if self.words is not None else None


@dataclass(frozen=True, slots=True)
class Row:
    """One field under one definition. ``unit`` is the symbol of the row's unit, ``better`` the direction in it:
    miles per gallon turn the direction of litres per 100 km round. ``why_not`` says why nothing is marked best."""

    head: Head
    unit: str | None
    better: Literal["higher", "lower"] | None
    cells: tuple[Cell, ...]
    why_not: str | None = None

    @property
    def field(self) -> str:
        return self.head.field

    @property
    def group(self) -> str:
        return self.head.group

    @property
    def label(self) -> str:
        return self.head.label

    @property
    def full_label(self) -> str:
        """The label with its definition: ``Range, WLTP``."""
        return f"{self.head.label}, {self.head.words}" if self.head.words else self.head.label

    @property
    def definition(self) -> str | None:
        """The definition as programs name it: ``wltp city``."""
        return self.head.id

    @property
    def comparable(self) -> bool:
        return self.head.comparable

    @property
    def formula(self) -> str | None:
        return self.head.formula

    @property
    def differs(self) -> bool:
        """Whether the vehicles' texts differ, an empty cell counting as different."""
        return len({cell.text for cell in self.cells}) > 1


@dataclass(frozen=True, slots=True, repr=False)
class Comparison:
    """Vehicles side by side, one row for each field and definition.

    ``str()`` is the table for a terminal of 80 columns; in a notebook it shows itself as HTML.
    """

    vehicles: tuple[Record, ...]
    rows: tuple[Row, ...]
    units: UnitChoice
    baseline: str | None = None
    sources: Mapping[str, Any] = field(default_factory=dict, repr=False)

    def row(self, key: str, definition: str | None = None) -> Row:
        """The row of a field (and definition, as in JSON).

        Raises NotFound where there is none, Ambiguous where a field has several and none is named.
        """
        own = [row for row in self.rows if row.field == key]
        found = [row for row in own if definition in (None, row.definition)]
        if len(found) == 1:
            return found[0]
        names = [row.definition or "" for row in own]
        if found:
            raise Ambiguous("definition", key, names)
        known = names if own else list(dict.fromkeys(row.field for row in self.rows))
        raise NotFound(
            "row", key if definition is None else f"{key}[{definition}]", nearest(definition or key, known) or known[:5]
        )

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON form."""
        from catalog.compare.document import document

        return document(self)

    def to_table(self) -> Table:
        """The table that an export writes: one row a vehicle, a column for each row of the comparison."""
        from catalog.compare.table import comparison_table

        return comparison_table(self, self.sources)

    def to_arrow(self) -> pa.Table:
        """An Arrow table, one row a vehicle; the metadata of each field have its unit, definition and meaning."""
        from catalog.export.arrow import arrow_table

        return arrow_table(self.to_table())

    def to_pandas(self, pint: bool | None = None) -> pd.DataFrame:
        """A pandas frame, one row a vehicle; numbers with a unit are of pint-pandas' type (``pint``: None where it is
        installed), and ``attrs["columns"]`` says what each column holds."""
        from catalog.export.frames import to_pandas

        return to_pandas(self.to_table(), pint)

    def to_polars(self) -> pl.DataFrame:
        """A polars frame, one row a vehicle, whose columns have their units in their names."""
        from catalog.export.frames import to_polars

        return to_polars(self.to_table())

    def to_text(self, width: int = 80, compact: bool = False) -> str:
        """The table as plain text."""
        from catalog.compare.sheet import comparison_sheet
        from catalog.render import render

        return render(comparison_sheet(self, compact), width=width)

    def _repr_html_(self) -> str:
        from catalog.compare.sheet import comparison_sheet
        from catalog.render import render

        return render(comparison_sheet(self), "html")

    def __repr__(self) -> str:
        return f"<Comparison of {', '.join(record.id for record in self.vehicles)}: {len(self.rows)} rows>"

    def __str__(self) -> str:
        return self.to_text()
