"""A row of units beside the header: below it in a text file, above it in a workbook. It is joined to the names."""

from __future__ import annotations

from collections.abc import Sequence

from catalog.datasets.headers import read_header
from catalog.datasets.rows import Rows
from catalog.errors import ReadingError
from catalog.plain import replace

#: Signs besides letters of which units are made.
_SIGNS = "\"'°%€$£¥₽"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.model.spec import Spec


def joined_names(names: Sequence[str], cells: Sequence[str | None]) -> list[str] | None:
    """The names with the units of the row beside them; None where that row holds anything else.

    It does where every cell that is not empty is a unit of the field that its column's name says.

    >>> joined_names(["id", "range (WLTP)", "Payload"], ["", "km", "kg"])
    ['id', 'range [km] (WLTP)', 'Payload [kg]']
    >>> joined_names(["id", "range (WLTP)"], ["7", "317"]) is None
    True
    """
    if not any(cells):
        return None
    found = []
    for name, cell in zip(names, cells, strict=True):
        whole = name if not cell else _joined(name, cell)
        if whole is None:
            return None
        found.append(whole)
    return found


def _joined(name: str, unit: str) -> str | None:
    """One name with its unit: behind the field's key where it is one that an export wrote, else at its end."""
    if not any(sign.isalpha() or sign in _SIGNS for sign in unit):
        return None
    own = read_header(name)
    if own.exported and own.unit is not None:
        return name if unit == own.unit else None
    key, blank, rest = name.partition(" ")
    text = f"{key} [{unit}]{blank}{rest}"
    if read_header(text).exported:
        return text
    text = f"{name} [{unit}]"
    header = read_header(text)
    return text if header.unit is not None and _is_of(header.fields, header.unit) else None


def _is_of(fields: Sequence[str], unit: str) -> bool:
    from catalog.model.fields import FIELDS
    from catalog.units import find

    def takes(spec: Spec) -> bool:
        try:
            return spec.numeric and bool(find(unit, spec.kind, "US"))
        except ReadingError:
            return False

    return any(takes(FIELDS[key].spec) for key in fields)


def with_units(rows: Rows) -> Rows:
    """The rows without a first one that holds units, which the names have then; else the rows as they are."""
    if rows.count < 2:
        return rows
    cells = [column[0].as_py() for column in rows.columns]
    names = joined_names(rows.header, cells)
    if names is None:
        return rows
    told = (*rows.told, "the first row holds units")
    columns = [column.slice(1) for column in rows.columns]
    return replace(rows, header=tuple(names), columns=columns, count=rows.count - 1, lines=rows.lines[1:], told=told)
