"""The groups of a spec sheet, one file each, in the order in which a sheet shows them.

A field is one annotated line in one of these files; columns, help, JSON Schema, the README's table and the
importers' targets are derived from it.
"""

from __future__ import annotations

from catalog.model.groups.battery import Battery
from catalog.model.groups.charging import Charging
from catalog.model.groups.chassis import Chassis
from catalog.model.groups.dimensions import Dimensions
from catalog.model.groups.load_space import LoadSpace
from catalog.model.groups.masses import Masses
from catalog.model.groups.ownership import Ownership
from catalog.model.groups.performance import Performance
from catalog.model.groups.powertrain import Powertrain
from catalog.model.groups.production import Production
from catalog.model.groups.range_and_consumption import RangeAndConsumption

GROUPS = (
    Dimensions,
    Masses,
    LoadSpace,
    Battery,
    RangeAndConsumption,
    Charging,
    Powertrain,
    Performance,
    Chassis,
    Ownership,
    Production,
)

__all__ = [
    "GROUPS",
    "Battery",
    "Charging",
    "Chassis",
    "Dimensions",
    "LoadSpace",
    "Masses",
    "Ownership",
    "Performance",
    "Powertrain",
    "Production",
    "RangeAndConsumption",
]
