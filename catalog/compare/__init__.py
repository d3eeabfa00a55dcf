"""Comparing vehicles: records and fields to rows that never mix what cannot be compared."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.compare.comparison import Cell, Comparison, Difference, Row
    from catalog.compare.derived import DERIVED
    from catalog.compare.rows import compare, side_by_side
    from catalog.compare.sheet import comparison_sheet

_HOME = {
    "Cell": "comparison",
    "Comparison": "comparison",
    "DERIVED": "derived",
    "Difference": "comparison",
    "Row": "comparison",
    "compare": "rows",
    "comparison_sheet": "sheet",
    "side_by_side": "rows",
}
__all__ = ["DERIVED", "Cell", "Comparison", "Difference", "Row", "compare", "comparison_sheet", "side_by_side"]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        from catalog.plain import module

        return getattr(module(f"catalog.compare.{_HOME[name]}"), name)
    raise AttributeError(f"module 'catalog.compare' has no attribute {name!r}")
