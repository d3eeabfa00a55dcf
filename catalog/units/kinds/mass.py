"""Mass, and energy per mass.

Factors: the avoirdupois pound of 0.45359237 kg (1959); US short ton 2000 lb, long ton 2240 lb.
"""

from __future__ import annotations

from catalog.units.kinds._make import maker
from catalog.units.unit import Choice, Kind

_mass = maker("mass")
_TON = Choice(
    ("t", "short ton", "long ton"),
    "a metric tonne is 1000 kg, a US short ton 907.2 kg, a long ton 1016 kg",
    {"US": "short ton"},
)
MASS = Kind(
    "mass",
    "mass",
    (
        _mass("kg", "kilogram", "1", "kilogram", "kilogram", "kilograms", "kilo", "kilos", "kgs", "кг", "公斤", "千克",
              ucum="kg", rec20="KGM"),
        _mass("t", "tonne", "1000", "metric_ton", "tonne", "tonnes", "metric ton", "metric tons", "mt",
              "т", "тонн", "тонна", "тонны", "吨", ucum="t", rec20="TNE"),
        _mass("g", "gram", "0.001", "gram", "gram", "grams", "г", ucum="g", rec20="GRM"),
        _mass("lb", "pound", "0.45359237", "pound", "lbs", "lbm", "pound", "pounds", "фунт", ucum="[lb_av]", rec20="LBR"),
        _mass("oz", "ounce", "0.45359237/16", "ounce", "ounce", "ounces", ucum="[oz_av]", rec20="ONZ"),
        _mass("short ton", "US short ton", "907.18474", "US_ton", "us ton", "us tons", "short tons",
              ucum="[ston_av]", rec20="STN"),
        _mass("long ton", "long ton", "1016.0469088", "UK_ton", "imperial ton", "uk ton", "long tons",
              ucum="[lton_av]", rec20="LTN"),
    ),
    {"metric": "kg", "us": "lb", "uk": "kg", "si": "kg"},
    choices={"ton": _TON, "tons": _TON},
    mistakes={
        "km": "km is a distance; kg was probably meant",
        "Mg": "write t or kg",
        "mg": "mg is the milligram; kg was probably meant",
        "l": "litres are a volume, not a mass",
        "kN": "kN is a force; divide by 9.80665 to get tonnes, and say so in the note",
    },
)  # fmt: skip

_specific = maker("specific energy")
SPECIFIC_ENERGY = Kind(
    "specific energy",
    "energy per mass",
    (_specific("Wh/kg", "watt-hour per kilogram", "3600", "watt_hour/kilogram", "W h/kg", "Вт·ч/кг", ucum="W.h/kg"),),
    dict.fromkeys(("metric", "us", "uk", "si"), "Wh/kg"),
    mistakes={"kWh": "an energy density is per kilogram: Wh/kg", "W/kg": "W/kg is a specific power; Wh/kg was probably meant"},
)  # fmt: skip

_share = maker("power per mass")
POWER_TO_MASS = Kind(
    "power per mass",
    "power per mass",
    (
        _share("kW/t", "kilowatt per tonne", "1", "kilowatt/metric_ton", "W/kg", ucum="kW/t"),
        _share("hp/short ton", "horsepower per short ton", "0.74569987158227022/0.90718474",
               "horsepower/US_ton"),
    ),
    {"metric": "kW/t", "us": "hp/short ton", "uk": "kW/t", "si": "kW/t"},
    choices={
        "hp/ton": Choice(
            ("hp/short ton", "kW/t"), "neither the horsepower nor the ton is named", {"US": "hp/short ton"}
        ),
    },
)  # fmt: skip
