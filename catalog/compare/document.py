"""A comparison as JSON: the documented shape, whose keys stay."""

from __future__ import annotations

from typing import Any

from catalog.compare.comparison import Cell, Comparison, Row
from catalog.model.claim import Claim
from catalog.units import Bound, Unit
from catalog.wording.values import bound_in

#: Raised when a key of the JSON shapes changes its meaning; new keys may come at any time.
SHAPE_VERSION = 1


def document(comparison: Comparison) -> dict[str, Any]:
    """``vehicles`` and ``rows``; each row has ``cells`` for all vehicles, empty ones with their reason."""
    return {
        "shape": SHAPE_VERSION,
        "vehicles": [
            {
                "id": record.id,
                "make": record.make,
                "model": record.model,
                "version": record.version,
                "vehicle_type": record.vehicle_type,
                "category": record.category,
                "powertrain": record.powertrain,
            }
            for record in comparison.vehicles
        ],
        "baseline": comparison.baseline,
        "rows": [_row(row) for row in comparison.rows],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "field": row.field,
        "group": row.info.group,
        "definition": row.definition,
        "qualifiers": dict(row.qualifiers),
        "label": f"{row.label}, {row.definition_label}" if row.definition_label else row.label,
        "unit": row.unit.symbol if row.unit else None,
        "better": row.better,
        "comparable": row.comparable,
        "why_no_best": row.why_not,
        "formula": row.formula,
        "cells": [_cell(cell, row.unit) for cell in row.cells],
    }


def _cell(cell: Cell, unit: Unit | None) -> dict[str, Any]:
    claim = cell.claim
    if claim is None:
        return {
            "vehicle": cell.vehicle, "value": None, "text": None, "published": None, "status": cell.reason,
            "sources": [], "reason": cell.reason,
        }  # fmt: skip
    return {
        "vehicle": cell.vehicle,
        "value": value_in(claim, unit),
        "text": cell.text.replace("\u00a0", " "),
        "published": claim.published or None,
        "status": claim.status.value,
        "sources": list(claim.sources),
        "bound": bound_in(claim.reading, unit).value if claim.reading and unit else None,
        "best": cell.best,
        "difference": None
        if cell.difference is None
        else {
            "absolute": cell.difference.absolute,
            "relative_percent": cell.difference.relative,
            "certain": cell.difference.certain,
        },
        "published_as": claim.published_as,
        "applies_to": claim.applies_to,
        "note": claim.note,
        "doubt": claim.doubt,
        "others": [
            {
                "value": value_in(other, unit),
                "published": other.published,
                "sources": list(other.sources),
                "note": other.note,
            }
            for other in cell.others
        ],
    }


def value_in(claim: Claim, unit: Unit | None) -> Any:
    """The exactly converted number, ``[low, high]`` for an interval or list, or the text of a field without numbers."""
    if claim.reading is None or unit is None:
        return claim.text
    low, high = claim.reading.ends(unit)
    if claim.reading.bound in (Bound.INTERVAL, Bound.LIST):
        return [_plain(low), _plain(high)]
    return _plain(low)


def _plain(value: Any) -> int | float:
    return int(value) if value == int(value) else float(value)
