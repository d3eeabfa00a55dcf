"""Price, warranty, service."""

from __future__ import annotations

from catalog.model.claim import Claims
from catalog.model.groups._group import Group, spec
from catalog.model.groups.battery import YEARS


class Ownership(Group):
    """Price and warranty"""

    price: Claims = spec("Price", "money", "List price in its own currency, market and year; never converted to another currency.", ("tax", "market", "conditions?"), "lower", schema_org="offers")
    subsidy: Claims = spec("Subsidy", "money", "Taken off the price by a state.", ("market?",))
    warranty_time: Claims = spec("Warranty, time", "time", "How long the vehicle is under warranty.", (), "higher", YEARS)
    warranty_distance: Claims = spec("Warranty, distance", "distance", "How far the vehicle is under warranty.", (), "higher")
    service_interval: Claims = spec("Service interval", "distance", "Distance between services.", (), "higher")
