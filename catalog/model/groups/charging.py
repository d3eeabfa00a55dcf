"""Charging, and power given back."""

from __future__ import annotations

from typing import Annotated

from catalog.model.claim import Claims
from catalog.model.groups._group import NONE, Group
from catalog.model.spec import PLUG, Spec, units_by_system

MINUTES = units_by_system("min", "min")
HOURS = units_by_system("h", "h")
PORTS = ("Type 1", "Type 2", "CCS1", "CCS2", "CHAdeMO", "GB/T AC", "GB/T DC", "NACS", "MCS")


class Charging(Group):
    """Charging"""

    ac_charge_power: Annotated[Claims, Spec("AC charging power", "power", "Of the on-board charger.", (), "higher", units_by_system("kW", "kW"), powertrains=PLUG)] = NONE
    dc_charge_power: Annotated[Claims, Spec("DC charging power", "power", "Highest power taken.", (), "higher", units_by_system("kW", "kW"), powertrains=PLUG)] = NONE
    ac_charge_time: Annotated[Claims, Spec("AC charging time", "time", "Over a window of state of charge, at a charger's power.", ("soc", "charger?"), "lower", HOURS, powertrains=PLUG)] = NONE
    dc_charge_time: Annotated[Claims, Spec("DC charging time", "time", "Over a window of state of charge, at a charger's power.", ("soc", "charger?"), "lower", MINUTES, powertrains=PLUG)] = NONE
    charge_time: Annotated[Claims, Spec("Charging time", "time", "Where the source does not say whether AC or DC.", ("soc", "charger?"), "lower", HOURS, powertrains=PLUG)] = NONE
    charged_distance: Annotated[Claims, Spec("Distance charged", "distance", "Range added in a time of charging.", ("during", "charger?"), "higher", powertrains=PLUG)] = NONE
    charge_port: Annotated[Claims, Spec("Charge port", "words", "Connectors, separated by commas.", powertrains=PLUG, vocabulary=PORTS)] = NONE
    v2l_power: Annotated[Claims, Spec("Power outlet", "power", "Power for tools and appliances (vehicle to load).", (), "higher", units_by_system("kW", "kW"), powertrains=PLUG)] = NONE
