"""Comparing vehicles: records and fields to rows that never mix what cannot be compared."""

from __future__ import annotations

from catalog.compare.comparison import Cell, Comparison, Difference, Row
from catalog.compare.derived import DERIVED
from catalog.compare.rows import compare
from catalog.compare.sheet import comparison_sheet

__all__ = ["DERIVED", "Cell", "Comparison", "Difference", "Row", "compare", "comparison_sheet"]
