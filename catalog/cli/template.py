"""The spec file that ``vehicles new`` writes: valid as it stands, every usual field a comment away."""

from __future__ import annotations

import json

from catalog.model import FIELDS, FieldInfo
from catalog.model.qualifiers import QUALIFIERS
from catalog.sheets.fields import unit_symbol

_USUAL = {
    "truck": (
        "cargo_length",
        "cargo_width",
        "cargo_height",
        "axle_load_front",
        "axle_load_rear",
        "chassis_load_capacity",
    ),
    "van": ("cargo_length", "cargo_width", "cargo_height", "cargo_volume"),
    "pickup": ("cargo_length", "cargo_width", "cargo_height", "towing_braked"),
    "car": ("boot_volume", "acceleration_time", "towing_braked"),
}
_ALWAYS = (
    "length", "width", "height", "wheelbase", "turning_circle", "kerb_mass", "gross_vehicle_mass", "payload",
    "battery_energy", "range", "energy_consumption", "fuel_consumption", "ac_charge_power", "dc_charge_power",
    "dc_charge_time", "motor_power", "motor_torque", "engine_power", "engine_torque", "gearbox", "top_speed",
    "seats", "price",
)  # fmt: skip


def spec_template(make: str, model: str, version: str, vehicle_type: str) -> str:
    """A spec file with the identity filled in and the usual fields as comments."""
    head = [
        "# One vehicle configuration. Every value as published, with its source; unstated stays unstated.",
        f"make = {_quoted(make)}",
        f"model = {_quoted(model)}",
        f"version = {_quoted(version)}",
        f"vehicle_type = {_quoted(vehicle_type)}",
        '# category = "N1"                  # M1 ... N3',
        '# powertrain = "battery electric"  # or diesel, petrol, hybrid, plug-in hybrid, gas, fuel cell',
        '# body = "box"',
        '# markets = ["DE"]                 # ISO 3166 alpha-2, or EU',
        '# sources = ["brochure-2024"]      # the default for values that name none; ids of sources.toml',
        "",
        "[specs]",
    ]
    body: list[str] = []
    group = ""
    for key, info in FIELDS.items():
        if key not in _ALWAYS and key not in _USUAL.get(vehicle_type, ()):
            continue
        if not info.spec.applies(vehicle_type, None):
            continue
        if info.group != group:
            group = info.group
            body.append(f"# {group}")
        body.append(f"# {key} = {_empty_value(info)}")
    return "\n".join([*head, *body]) + "\n"


def _empty_value(info: FieldInfo) -> str:
    """The value to fill in, with the qualifiers that make it comparable and the words they may have."""
    unit = "" if unit_symbol(info) in ("number", "text", "words", "date", "tyre") else f" {unit_symbol(info)}"
    if not info.spec.required:
        return f'"{unit}"'
    qualifiers = [QUALIFIERS[name] for name in info.spec.required]
    parts = [f'value = "{unit}"', *(f'{qualifier.key} = ""' for qualifier in qualifiers)]
    words = "; ".join(f"{one.key}: {', '.join(list(one.values)[:4]) or one.example}" for one in qualifiers)
    return f"{{ {', '.join(parts)} }}   # where the source says so, {words}"


def sources_template() -> str:
    """A first ``sources.toml`` with one example as a comment."""
    return """# Every source once; values cite it by the table's name.
#
# [brochure-2024]
# publisher = "Acme Trucks"
# title = "Hauler price list"
# date = "2024-03"
# url = "https://example.org/hauler.pdf"
# kind = "manufacturer"   # regulator, manufacturer, data set, press, encyclopedia, dealer, forum
"""


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's quoting is a subset of TOML's."""
    return json.dumps(text, ensure_ascii=False)
