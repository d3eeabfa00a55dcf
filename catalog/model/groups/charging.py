"""Charging, and power given back."""

from __future__ import annotations

from catalog.model.claim import Claims
from catalog.model.groups._group import Group, spec
from catalog.model.spec import PLUG, units_by_system

MINUTES = units_by_system("min", "min")
HOURS = units_by_system("h", "h")
PORTS = ("Type 1", "Type 2", "CCS1", "CCS2", "CHAdeMO", "GB/T AC", "GB/T DC", "NACS", "MCS")


class Charging(Group):
    """Charging"""

    ac_charge_power: Claims = spec("AC charging power", "power", "Of the on-board charger.", (), "higher", units_by_system("kW", "kW"), powertrains=PLUG)
    dc_charge_power: Claims = spec("DC charging power", "power", "Highest power taken.", (), "higher", units_by_system("kW", "kW"), powertrains=PLUG)
    ac_charge_time: Claims = spec("AC charging time", "time", "Over a window of state of charge, at a charger's power.", ("soc", "charger?"), "lower", HOURS, powertrains=PLUG)
    dc_charge_time: Claims = spec("DC charging time", "time", "Over a window of state of charge, at a charger's power.", ("soc", "charger?"), "lower", MINUTES, powertrains=PLUG)
    charge_time: Claims = spec("Charging time", "time", "Where the source does not say whether AC or DC.", ("soc", "charger?"), "lower", HOURS, powertrains=PLUG)
    charged_distance: Claims = spec("Distance charged", "distance", "Range added in a time of charging.", ("during", "charger?"), "higher", powertrains=PLUG)
    charge_port: Claims = spec("Charge port", "words", "Connectors, separated by commas.", powertrains=PLUG, vocabulary=PORTS)
    v2l_power: Claims = spec("Power outlet", "power", "Power for tools and appliances (vehicle to load).", (), "higher", units_by_system("kW", "kW"), powertrains=PLUG)
