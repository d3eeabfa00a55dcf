"""Cab, seats, axles, tyres."""

from __future__ import annotations

from typing import Annotated

from catalog.model.claim import Claims
from catalog.model.groups._group import NONE, Group
from catalog.model.spec import Spec


class Chassis(Group):
    """Cab and chassis"""

    seats: Annotated[Claims, Spec("Seats", "count", "Seating places, the driver's included.", codes={"eu": "S.1"}, schema_org="vehicleSeatingCapacity")] = NONE
    doors: Annotated[Claims, Spec("Doors", "count", "Number of doors.", schema_org="numberOfDoors")] = NONE
    axles: Annotated[Claims, Spec("Axles", "count", "Number of axles.", codes={"eu": "L"}, schema_org="numberOfAxles")] = NONE
    body_structure: Annotated[Claims, Spec("Body structure", "text", "How the body is built: monocoque, body on frame, frame and panels.")] = NONE
    rear_axle: Annotated[Claims, Spec("Rear axle", "text", "Make or type of the rear axle.")] = NONE
    steering: Annotated[Claims, Spec("Steering", "text", "Type of steering.")] = NONE
    brakes: Annotated[Claims, Spec("Brakes", "text", "Type of brakes.")] = NONE
    cab_supplier: Annotated[Claims, Spec("Cab supplier", "text", "Maker of the cab.")] = NONE
    tyres: Annotated[Claims, Spec("Tyres", "tyre", "Tyre size; an omitted aspect ratio means 82 %.", codes={"iso": "ISO 4000-1"})] = NONE
    frame_yield_strength: Annotated[Claims, Spec("Frame yield strength", "pressure", "Of the frame's steel.", (), "higher")] = NONE
