"""Price, warranty, service."""

from __future__ import annotations

from typing import Annotated

from catalog.model.claim import Claims
from catalog.model.groups._group import NONE, Group
from catalog.model.groups.battery import YEARS
from catalog.model.spec import Spec


class Ownership(Group):
    """Price and warranty"""

    price: Annotated[Claims, Spec("Price", "money", "List price in its own currency, market and year; never converted to another currency.", ("tax", "market", "conditions?"), "lower", schema_org="offers")] = NONE
    subsidy: Annotated[Claims, Spec("Subsidy", "money", "Taken off the price by a state.", ("market?",))] = NONE
    warranty_time: Annotated[Claims, Spec("Warranty, time", "time", "How long the vehicle is under warranty.", (), "higher", YEARS)] = NONE
    warranty_distance: Annotated[Claims, Spec("Warranty, distance", "distance", "How far the vehicle is under warranty.", (), "higher")] = NONE
    service_interval: Annotated[Claims, Spec("Service interval", "distance", "Distance between services.", (), "higher")] = NONE
