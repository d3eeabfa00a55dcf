"""All that is known of one vehicle."""

from __future__ import annotations

from catalog.plain import dataclass


@dataclass(frozen=True, slots=True)
class VehicleRequest:
    """What is asked of a vehicle's sheet."""

    id: str = ""
    no_derived: bool = False
    units: str = "metric"
    unit: tuple[str, ...] = ()
