"""What a list can show and count by, besides spec fields, and what it shows by itself."""

from __future__ import annotations

#: The properties of vehicles that can be columns, besides spec fields.
IDENTITY_COLUMNS = (
    "id", "make", "model", "version", "type", "category", "powertrain", "body", "markets", "plants", "claims",
    "data_set", "row",
)  # fmt: skip
DEFAULT_COLUMNS = ("id", "type", "powertrain", "gross_vehicle_mass", "payload", "battery_energy", "range")
#: Where vehicles are of data sets, whose ids do not name them.
IMPORTED_COLUMNS = ("id", "make", "model", "version", "powertrain", "battery_energy", "range")
NARROW_IMPORTED = ("id", "make", "model", "range")
NARROW_COLUMNS = ("id", "payload", "battery_energy", "range")
GROUPINGS = ("make", "type", "category", "powertrain", "body", "market", "plant", "data_set")
