"""How far, and on how much: always with the procedure that found it."""

from __future__ import annotations

from catalog.model.claim import Claims
from catalog.model.groups._group import Group, spec
from catalog.model.spec import BATTERY, ENGINE, PLUG

_BY_PROCEDURE = ("procedure", "phase?", "load?", "conditions?")


class RangeAndConsumption(Group):
    """Range and consumption"""

    range: Claims = spec("Range", "distance", "Distance on one charge.", _BY_PROCEDURE, "higher", powertrains=PLUG | {"fuel cell"}, codes={"wikidata": "P2073"})
    total_range: Claims = spec("Total range", "distance", "On all fuels together.", _BY_PROCEDURE, "higher")
    energy_consumption: Claims = spec("Energy consumption", "energy consumption", "Electricity per distance; WLTP and EPA include the loss of charging.", (*_BY_PROCEDURE, "at?"), "lower", powertrains=BATTERY, codes={"eea": "z"})
    fuel_consumption: Claims = spec("Fuel consumption", "fuel consumption", "Fuel volume per distance.", _BY_PROCEDURE, "lower", powertrains=ENGINE, codes={"eu": "V.8"}, schema_org="fuelConsumption")
    gas_consumption: Claims = spec("Gas or hydrogen consumption", "gas consumption", "Fuel mass per distance.", _BY_PROCEDURE, "lower", powertrains=frozenset({"gas", "fuel cell"}))
    co2_emissions: Claims = spec("CO2 emissions", "emission", "At the tailpipe, per distance.", _BY_PROCEDURE, "lower", codes={"eu": "V.7", "vss": "Vehicle.EmissionsCO2"}, schema_org="emissionsCO2")
    fuel_saving: Claims = spec("Fuel saving", "share", "Against what the note names.", ("procedure?",), "higher", powertrains=ENGINE)
    emission_standard: Claims = spec("Emission standard", "text", "Class met, with its scheme: Euro 6e, China 6b, Tier 3 Bin 30.", codes={"eu": "V.9"}, schema_org="meetsEmissionStandard")
