"""Vehicles and claims as JSON: the documented shapes, whose keys stay."""

from __future__ import annotations

from catalog.sheets.shown import head_of, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.model.claim import Claim
    from catalog.model.record import Record
    from catalog.model.table import FieldInfo
    from catalog.wording.choice import UnitChoice


def claim_document(claim: Claim, info: FieldInfo, units: UnitChoice) -> dict[str, Any]:
    """One claim as JSON: everything that was published, and the value in the reader's unit."""
    words, unit = shown(claim, units) if claim.status.has_value else (None, None)
    return {
        "field": info.key,
        "group": info.group,
        "label": info.label,
        "value": words.value if words else None,
        "unit": unit,
        "text": words.text.replace("\u00a0", " ") if words else None,
        "published": claim.printed,
        "published_as": claim.published_as,
        "read_as": claim.read_as,
        "bound": words.bound if words else None,
        "definition": head_of(claim).id,
        "qualifiers": dict(claim.definition),
        "status": claim.status.value,
        "sources": list(claim.sources),
        "applies_to": claim.applies_to,
        "market": claim.market,
        "date": claim.date,
        "note": claim.note,
        "doubt": claim.doubt,
    }


def identity_document(record: Record) -> dict[str, Any]:
    """The identity of a vehicle as JSON."""
    return {
        "id": record.id,
        "make": record.make,
        "model": record.model,
        "version": record.version,
        "vehicle_type": record.vehicle_type,
        "category": record.category,
        "powertrain": record.powertrain,
        "body": record.body or None,
        "markets": list(record.markets),
        "plants": list(record.plants),
        "aliases": list(record.aliases),
        "note": record.note or None,
        "rest": record.rest or None,
        "data_set": record.data_set,
        "row": record.row,
    }
