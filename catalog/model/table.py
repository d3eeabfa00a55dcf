"""The field table: every spec field once, derived from the groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from catalog.errors import NotFound, nearest
from catalog.model.spec import Spec
from catalog.plain import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.model.groups._group import Group


@dataclass(frozen=True, slots=True)
class FieldInfo:
    """One row of the field table: a key, its group, and its definition."""

    key: str
    group: str
    spec: Spec

    @property
    def label(self) -> str:
        return self.spec.label


FieldTable = Mapping[str, FieldInfo]


def build_table(groups: Iterable[type[Group]]) -> FieldTable:
    """The table of these groups. Raises TypeError where two groups define one key."""
    from catalog.model.groups._group import Unknown

    table: dict[str, FieldInfo] = {}
    for group in groups:
        label = (group.__doc__ or group.__name__).strip()
        for key, nothing in vars(group).items():
            if not isinstance(nothing, Unknown):
                continue
            if key in table:
                raise TypeError(f"{key} is defined in {table[key].group} and in {label}")
            table[key] = FieldInfo(key, label, nothing.spec)
    return MappingProxyType(table)


#: What people call fields besides their keys and labels.
SYNONYMS = {
    "gvm": "gross_vehicle_mass",
    "gvw": "gross_vehicle_mass",
    "gvwr": "gross_vehicle_mass",
    "ptac": "gross_vehicle_mass",
    "gross mass": "gross_vehicle_mass",
    "gross weight": "gross_vehicle_mass",
    "gross vehicle weight": "gross_vehicle_mass",
    "gcm": "gross_combination_mass",
    "gcw": "gross_combination_mass",
    "gcwr": "gross_combination_mass",
    "curb weight": "kerb_mass",
    "curb mass": "kerb_mass",
    "kerb weight": "kerb_mass",
    "tare": "kerb_mass",
    "weight": "kerb_mass",
    "battery": "battery_energy",
    "battery capacity": "battery_energy",
    "consumption": "energy_consumption",
    "co2": "co2_emissions",
    "torque": "motor_torque",
    "power": "motor_power",
    "0-100": "acceleration_time",
    "acceleration": "acceleration_time",
    "towing": "towing_braked",
    "trailer": "towing_braked",
    "boot": "boot_volume",
    "cargo": "cargo_volume",
    "loading time": "dc_charge_time",
}


def find_field(table: FieldTable, key: str) -> FieldInfo:
    """The field with this key, label or common name (gvwr, curb weight). Raises NotFound with the nearest keys."""
    if key in table:
        return table[key]
    name = key.strip().lower().replace("_", " ")
    by_name = {**SYNONYMS, **{info.label.lower(): info.key for info in table.values()}}
    for candidate in (key, name.replace("-", "_").replace(" ", "_"), by_name.get(name, "")):
        if candidate in table:
            return table[candidate]
    near = nearest(name, [*table, *by_name])
    hint = "" if near else "`vehicles fields` lists all"
    raise NotFound("field", key, tuple(dict.fromkeys(by_name.get(found, found) for found in near)), hint)
