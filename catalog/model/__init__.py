"""What the catalog knows: claims, the vehicle and its field table, plants and sources."""

from __future__ import annotations

from catalog.model.claim import Claim, Claims, Status
from catalog.model.plant import Plant
from catalog.model.record import Record
from catalog.model.source import Source
from catalog.model.spec import Spec
from catalog.model.table import FieldInfo, FieldTable, find_field
from catalog.model.vehicle import FIELDS, GROUPS, IDENTITY, Vehicle

__all__ = [
    "FIELDS",
    "GROUPS",
    "IDENTITY",
    "Claim",
    "Claims",
    "FieldInfo",
    "FieldTable",
    "Plant",
    "Record",
    "Source",
    "Spec",
    "Status",
    "Vehicle",
    "find_field",
]
