"""Plain numbers: counts, rates, ratios, shares, sound levels and temperatures."""

from __future__ import annotations

from catalog.units.kinds._make import maker
from catalog.units.unit import Kind

_ALL = ("metric", "us", "uk", "si")

_count = maker("count")
COUNT = Kind(
    "count",
    "count",
    (
        _count("", "piece", "1", "dimensionless", "pcs", "pc", "units", "unit", "vehicles", "vehicle", "cars", "car",
               "trucks", "truck", "seats", "seat", "doors", "axles", "packs", "cells", "modules", "people", "persons",
               "employees", "staff", "cylinders", "speeds", "gears", "pallets", "airbags", "мест", "шт", "座", "辆", "台",
               ucum="1", rec20="C62"),
    ),
    dict.fromkeys(_ALL, ""),
    mistakes={"%": "a count is not a percentage"},
    max_decimals=0,
)  # fmt: skip

_rate = maker("rate")
RATE = Kind(
    "rate",
    "output per time",
    (
        _rate("/year", "piece per year", "1/31557600", "1/year", "units/year", "vehicles/year", "cars/year",
              "trucks/year", "a year", "per year", "vehicles a year", "cars a year", "trucks a year"),
        _rate("/day", "piece per day", "1/86400", "1/day", "units/day", "vehicles/day", "cars/day", "trucks/day",
              "a day", "per day", "trucks a day"),
    ),
    dict.fromkeys(_ALL, "/year"),
    max_decimals=0,
)  # fmt: skip

_ratio = maker("ratio")
RATIO = Kind(
    "ratio",
    "ratio",
    (_ratio("", "one", "1", "dimensionless", ":1", ucum="1", rec20="C62"),),
    dict.fromkeys(_ALL, ""),
)
SHARE = Kind(
    "share",
    "share",
    (_ratio("%", "percent", "0.01", "percent", "percent", "per cent", "pct", "проц", "процентов", ucum="%", rec20="P1"),),
    dict.fromkeys(_ALL, "%"),
)  # fmt: skip

_sound = maker("sound level")
SOUND = Kind(
    "sound level",
    "sound level",
    (_sound("dB(A)", "A-weighted decibel", "1", "dBA_level", "dBA", "dB", "дБА", "дБ", ucum="dB[SPL]", rec20="2N"),),
    dict.fromkeys(_ALL, "dB(A)"),
)

_temperature = maker("temperature")
TEMPERATURE = Kind(
    "temperature",
    "temperature",
    (
        _temperature("°C", "degree Celsius", "1", "degree_Celsius", "degC", "deg C", "C", "℃", "celsius", "град C",
                     offset="273.15", ucum="Cel", rec20="CEL"),
        _temperature("°F", "degree Fahrenheit", "5/9", "degree_Fahrenheit", "degF", "deg F", "F", "fahrenheit",
                     offset="229835/900", ucum="[degF]", rec20="FAH"),
        _temperature("K", "kelvin", "1", "kelvin", "kelvin", ucum="K", rec20="KEL"),
    ),
    {"metric": "°C", "us": "°F", "uk": "°C", "si": "K"},
    signed=True,
)  # fmt: skip
