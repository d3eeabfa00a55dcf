"""A comparison as JSON: the documented shape, whose keys stay."""

from __future__ import annotations

from catalog.compare.comparison import Cell, Comparison, Row
from catalog.wording.words import worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.model.record import Record

#: Raised when a key of the JSON shapes changes its meaning; new keys may come at any time.
SHAPE_VERSION = 1


def document(comparison: Comparison) -> dict[str, Any]:
    """``vehicles`` and ``rows``; each row has ``cells`` for all vehicles, empty ones with their reason."""
    return {
        "shape": SHAPE_VERSION,
        "vehicles": [vehicle_document(record) for record in comparison.vehicles],
        **_data_sets(comparison),
        "baseline": comparison.baseline,
        "rows": [row_document(row) for row in comparison.rows],
    }


def _data_sets(comparison: Comparison) -> dict[str, Any]:
    """The data sets that vehicles are of, where there are any."""
    found = {key: source.as_dict() for key, source in comparison.sources.items()}
    return {"data_sets": found} if found else {}


def vehicle_document(record: Record) -> dict[str, Any]:
    """What a compared vehicle is called, and where it is from."""
    return {
        "id": record.id,
        "make": record.make,
        "model": record.model,
        "version": record.version,
        "vehicle_type": record.vehicle_type,
        "category": record.category,
        "powertrain": record.powertrain,
        "data_set": record.data_set,
        "row": record.row,
    }


def row_document(row: Row) -> dict[str, Any]:
    """A row with its cells."""
    return {
        "field": row.field,
        "group": row.group,
        "definition": row.definition,
        "qualifiers": dict(row.head.definition),
        "label": row.full_label,
        "unit": row.unit,
        "better": row.better,
        "comparable": row.comparable,
        "why_no_best": row.why_not,
        "formula": row.formula,
        "cells": [cell_document(cell, row.unit) for cell in row.cells],
    }


def cell_document(cell: Cell, unit: str | None) -> dict[str, Any]:
    """A cell in the unit of its row."""
    claim = cell.claim
    if claim is None:
        return {
            "vehicle": cell.vehicle, "value": None, "text": None, "published": None, "status": cell.reason,
            "sources": [], "reason": cell.reason,
        }  # fmt: skip
    return {
        "vehicle": cell.vehicle,
        "value": cell.value,
        "text": cell.text.replace("\u00a0", " "),
        "published": claim.printed,
        "status": claim.status.value,
        "sources": list(claim.sources),
        "bound": cell.words.bound if cell.words else None,
        "best": cell.best,
        "difference": None
        if cell.difference is None
        else {
            "absolute": list(found) if isinstance(found := cell.difference.absolute, tuple) else found,
            "relative_percent": cell.difference.relative,
            "certain": cell.difference.certain,
        },
        "published_as": claim.published_as,
        "applies_to": claim.applies_to,
        "note": claim.note,
        "doubt": claim.doubt,
        "others": [
            {
                "value": words.value,
                "published": other.published or None,
                "status": other.status.value,
                "bound": words.bound,
                "sources": list(other.sources),
                "note": other.note,
                "doubt": other.doubt,
            }
            for other in cell.others
            for words in (worded(other, unit),)
        ],
    }
