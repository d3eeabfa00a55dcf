"""A comparison as a table to be exported: one row a vehicle, a column for each of its rows, each in one unit."""

from __future__ import annotations

from collections.abc import Mapping

from catalog.export.table import Table
from catalog.export.vehicles import Claimed, table_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.compare.comparison import Comparison


def comparison_table(comparison: Comparison, sources: Mapping[str, Any]) -> Table:
    """The table. What a comparison shows of values in doubt is not a number here, as in every export."""
    claimed = [
        Claimed(
            row.head,
            row.unit,
            [cell.claim if cell.claim is not None and cell.claim.doubt is None else None for cell in row.cells],
        )
        for row in comparison.rows
    ]
    known = [one for one in claimed if any(claim is not None for claim in one.claims)]
    return table_of(comparison.vehicles, known, sources)
