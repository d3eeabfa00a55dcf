"""The one field table, and the identity that every vehicle has besides."""

from __future__ import annotations

from catalog.model.groups import GROUPS
from catalog.model.record import Record
from catalog.model.table import FieldTable, build_table

#: The one field table, in the order of a sheet.
FIELDS: FieldTable = build_table(GROUPS)
#: The identity attributes of a vehicle, in the order of a spec file.
IDENTITY: tuple[str, ...] = tuple(name for name in Record.__match_args__ if name != "claims")

__all__ = ["FIELDS", "GROUPS", "IDENTITY"]
