"""Energy, fuel and gas per distance, with their reciprocals, and emissions per distance.

A consumption is what falls with economy; miles per gallon, miles per kWh and MPGe are its reciprocals, so
the better of two is the higher one there. MPGe counts 33.705 kWh as the energy of a US gallon of petrol
(US EPA; texts often print 33.7).
"""

from __future__ import annotations

from catalog.units.kinds._make import maker
from catalog.units.unit import Choice, Form, Kind

_KWH = "3600000"
_GAL_US = "0.003785411784"
_GAL_UK = "0.00454609"
_MPG = Choice(
    ("mpg(US)", "mpg(UK)"),
    "30 mpg is 7.8 L/100 km with the US gallon and 9.4 L/100 km with the imperial gallon",
    {"US": "mpg(US)", "GB": "mpg(UK)", "IE": "mpg(UK)"},
)

_electric = maker("energy per distance")
ENERGY_CONSUMPTION = Kind(
    "energy consumption",
    "energy per distance",
    (
        _electric("kWh/100 km", "kilowatt-hour per 100 km", "36", "kWh_per_100km", "kWh/100km", "кВт·ч/100 км",
                  "kWh per 100 km", ucum="kW.h/(100.km)"),
        _electric("Wh/km", "watt-hour per kilometre", "3.6", "watt_hour/kilometer", "Вт·ч/км", ucum="W.h/km"),
        _electric("kWh/km", "kilowatt-hour per kilometre", "3600", "kilowatt_hour/kilometer", "кВт·ч/км",
                  ucum="kW.h/km"),
        _electric("kWh/100 mi", "kilowatt-hour per 100 miles", f"{_KWH}/160934.4", "kWh_per_100mi", "kWh/100mi",
                  "kWh/100 miles", "kWh per 100 miles", ucum="kW.h/(100.[mi_i])"),
        _electric("Wh/mi", "watt-hour per mile", "3600/1609.344", "watt_hour/mile", "Wh/mile", ucum="W.h/[mi_i]"),
        _electric("kWh/mi", "kilowatt-hour per mile", f"{_KWH}/1609.344", "kilowatt_hour/mile", "kWh/mile",
                  ucum="kW.h/[mi_i]"),
        _electric("mi/kWh", "mile per kilowatt-hour", f"{_KWH}/1609.344", "mile/kilowatt_hour", "miles/kWh",
                  "miles per kWh", form=Form.RECIPROCAL, ucum="[mi_i]/(kW.h)"),
        _electric("km/kWh", "kilometre per kilowatt-hour", "3600", "kilometer/kilowatt_hour", "km per kWh",
                  form=Form.RECIPROCAL, ucum="km/(kW.h)"),
        _electric("MPGe", "mile per gallon of petrol equivalent", f"33.705*{_KWH}/1609.344", "mpge", "mpg-e", "mpge",
                  "mpg equivalent", form=Form.RECIPROCAL),
    ),
    {"metric": "kWh/100 km", "us": "kWh/100 mi", "uk": "mi/kWh", "si": "Wh/km"},
    mistakes={
        "kWh": "a consumption is an energy per distance: kWh/100 km, Wh/km, mi/kWh",
        "kW/100 km": "kW is a power; kWh/100 km was probably meant",
        "kW/km": "kW is a power; kWh/km was probably meant",
        "mpg": "mpg counts fuel; MPGe is the electric equivalent",
    },
)  # fmt: skip

_fuel = maker("volume per distance")
FUEL_CONSUMPTION = Kind(
    "fuel consumption",
    "fuel volume per distance",
    (
        _fuel("L/100 km", "litre per 100 km", "0.00000001", "L_per_100km", "l/100km", "l/100 km", "л/100 км",
              "litres/100 km", "liters/100 km", "l per 100 km", "升/百公里", "升/100公里", ucum="L/(100.km)"),
        _fuel("L/km", "litre per kilometre", "0.000001", "liter/kilometer", "l/km", ucum="L/km"),
        _fuel("L/10 km", "litre per 10 km (Swedish mile)", "0.0000001", "L_per_10km", "l/mil", "l/10 km",
              ucum="L/(10.km)"),
        _fuel("gal(US)/100 mi", "US gallon per 100 miles", f"{_GAL_US}/160934.4", "gal_per_100mi",
              "gal us/100 mi", "us gal/100 mi", ucum="[gal_us]/(100.[mi_i])"),
        _fuel("km/L", "kilometre per litre", "0.000001", "kilometer/liter", "km/l", "kmpl", "км/л",
              form=Form.RECIPROCAL, ucum="km/L"),
        _fuel("mpg(US)", "mile per US gallon", f"{_GAL_US}/1609.344", "mile/gallon", "us mpg", "mpg us", "mpg-us",
              "mi/gal(US)", form=Form.RECIPROCAL, ucum="[mi_i]/[gal_us]"),
        _fuel("mpg(UK)", "mile per imperial gallon", f"{_GAL_UK}/1609.344", "mile/imperial_gallon", "uk mpg",
              "mpg uk", "mpg-uk", "mpg imp", "imp mpg", "imperial mpg", "mi/gal(UK)",
              form=Form.RECIPROCAL, ucum="[mi_i]/[gal_br]"),
    ),
    {"metric": "L/100 km", "us": "mpg(US)", "uk": "mpg(UK)", "si": "L/100 km"},
    choices={
        **dict.fromkeys(("mpg", "miles per gallon", "mi/gal", "miles/gallon"), _MPG),
        "gal/100 mi": Choice(("gal(US)/100 mi",), "say which gallon", {"US": "gal(US)/100 mi"}),
        "gal/100mi": Choice(("gal(US)/100 mi",), "say which gallon", {"US": "gal(US)/100 mi"}),
    },
    mistakes={
        "MPGe": "MPGe is an electric consumption, not fuel",
        "L": "a consumption is a volume per distance: L/100 km, km/L, mpg(US), mpg(UK)",
        "l/h": "L/h is a consumption per hour, which does not convert to a distance",
        "l/ha": "L/ha is a consumption per hectare; L/100 km was probably meant",
    },
)  # fmt: skip

_gas = maker("mass per distance")
GAS_CONSUMPTION = Kind(
    "gas consumption",
    "fuel mass per distance",
    (
        _gas("kg/100 km", "kilogram per 100 km", "0.00001", "kg_per_100km", "kg/100km", "кг/100 км", ucum="kg/(100.km)"),
        _gas("mi/kg", "mile per kilogram", "1/1609.344", "mile/kilogram", "miles/kg", form=Form.RECIPROCAL,
             ucum="[mi_i]/kg"),
        _gas("km/kg", "kilometre per kilogram", "0.001", "kilometer/kilogram", form=Form.RECIPROCAL, ucum="km/kg"),
    ),
    {"metric": "kg/100 km", "us": "mi/kg", "uk": "kg/100 km", "si": "kg/100 km"},
)  # fmt: skip

EMISSION = Kind(
    "emission",
    "emission per distance",
    (
        _gas("g/km", "gram per kilometre", "0.000001", "gram/kilometer", "г/км", "g CO2/km", "gCO2/km", ucum="g/km"),
        _gas("g/mi", "gram per mile", "0.001/1609.344", "gram/mile", "g/mile", ucum="g/[mi_i]"),
        _gas("mg/km", "milligram per kilometre", "0.000000001", "milligram/kilometer", ucum="mg/km"),
    ),
    {"metric": "g/km", "us": "g/mi", "uk": "g/km", "si": "g/km"},
    mistakes={"g/kWh": "g/kWh is per energy at the shaft, for engines of heavy vehicles; it does not convert to g/km"},
)  # fmt: skip
