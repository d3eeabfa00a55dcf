"""What a comparison is: vehicles, rows, cells. Plain data; how it is made stands in the other files."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from catalog.errors import Ambiguous, NotFound, nearest
from catalog.model.claim import Claim
from catalog.model.record import Record
from catalog.model.table import FieldInfo
from catalog.plain import dataclass, field
from catalog.units import Unit
from catalog.wording import UnitChoice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal

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
    """One vehicle's value in one row. ``claim`` is the shown claim, ``others`` those that disagree with it."""

    vehicle: str
    claim: Claim | None = None
    text: str = ""
    reason: Reason | None = None
    others: tuple[Claim, ...] = ()
    best: bool = False
    difference: Difference | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One field under one definition. ``better`` is the direction in the row's unit: miles per gallon turn
    the direction of litres per 100 km round. ``why_not`` says why nothing is marked best."""

    info: FieldInfo
    qualifiers: tuple[tuple[str, str], ...]
    definition: str | None
    definition_label: str
    short_label: str
    unit: Unit | None
    better: Literal["higher", "lower"] | None
    comparable: bool
    cells: tuple[Cell, ...]
    formula: str | None = None
    why_not: str | None = None

    @property
    def field(self) -> str:
        return self.info.key

    @property
    def label(self) -> str:
        return self.info.label

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
