"""Cab, seats, axles, tyres."""

from __future__ import annotations

from catalog.model.claim import Claims
from catalog.model.groups._group import Group, spec


class Chassis(Group):
    """Cab and chassis"""

    seats: Claims = spec("Seats", "count", "Seating places, the driver's included.", codes={"eu": "S.1"}, schema_org="vehicleSeatingCapacity")
    doors: Claims = spec("Doors", "count", "Number of doors.", schema_org="numberOfDoors")
    axles: Claims = spec("Axles", "count", "Number of axles.", codes={"eu": "L"}, schema_org="numberOfAxles")
    body_structure: Claims = spec("Body structure", "text", "How the body is built: monocoque, body on frame, frame and panels.")
    rear_axle: Claims = spec("Rear axle", "text", "Make or type of the rear axle.")
    steering: Claims = spec("Steering", "text", "Type of steering.")
    brakes: Claims = spec("Brakes", "text", "Type of brakes.")
    cab_supplier: Claims = spec("Cab supplier", "text", "Maker of the cab.")
    tyres: Claims = spec("Tyres", "tyre", "Tyre size; an omitted aspect ratio means 82 %.", codes={"iso": "ISO 4000-1"})
    frame_yield_strength: Claims = spec("Frame yield strength", "pressure", "Of the frame's steel.", (), "higher")
