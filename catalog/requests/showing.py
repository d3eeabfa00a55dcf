"""All that is known of one vehicle."""

from __future__ import annotations

from catalog.plain import dataclass
from catalog.requests.parameter import Parameter, View
from catalog.requests.units import UNIT_PARAMETERS


@dataclass(frozen=True, slots=True)
class VehicleRequest:
    """What is asked of a vehicle's sheet."""

    id: str = ""
    no_derived: bool = False
    units: str = "metric"
    unit: tuple[str, ...] = ()


VEHICLE = View(
    "show",
    VehicleRequest,
    (
        Parameter("id", "id", "text", None, "a vehicle: an id, a prefix, or words of its name", "foton-iblue-ev"),
        Parameter("no_derived", "no_derived", "flag", "--no-derived", "leave out figures computed from others"),
        *UNIT_PARAMETERS,
    ),
)
