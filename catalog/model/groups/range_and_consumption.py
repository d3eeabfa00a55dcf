"""How far, and on how much: always with the procedure that found it."""

from __future__ import annotations

from typing import Annotated

from catalog.model.claim import Claims
from catalog.model.groups._group import NONE, Group
from catalog.model.spec import BATTERY, ENGINE, PLUG, Spec

_BY_PROCEDURE = ("procedure", "phase?", "load?", "conditions?")


class RangeAndConsumption(Group):
    """Range and consumption"""

    range: Annotated[Claims, Spec("Range", "distance", "Distance on one charge.", _BY_PROCEDURE, "higher", powertrains=PLUG | {"fuel cell"}, codes={"wikidata": "P2073"})] = NONE
    total_range: Annotated[Claims, Spec("Total range", "distance", "On all fuels together.", _BY_PROCEDURE, "higher")] = NONE
    energy_consumption: Annotated[Claims, Spec("Energy consumption", "energy consumption", "Electricity per distance; WLTP and EPA include the loss of charging.", (*_BY_PROCEDURE, "at?"), "lower", powertrains=BATTERY, codes={"eea": "z"})] = NONE
    fuel_consumption: Annotated[Claims, Spec("Fuel consumption", "fuel consumption", "Fuel volume per distance.", _BY_PROCEDURE, "lower", powertrains=ENGINE, codes={"eu": "V.8"}, schema_org="fuelConsumption")] = NONE
    gas_consumption: Annotated[Claims, Spec("Gas or hydrogen consumption", "gas consumption", "Fuel mass per distance.", _BY_PROCEDURE, "lower", powertrains=frozenset({"gas", "fuel cell"}))] = NONE
    co2_emissions: Annotated[Claims, Spec("CO2 emissions", "emission", "At the tailpipe, per distance.", _BY_PROCEDURE, "lower", codes={"eu": "V.7", "vss": "Vehicle.EmissionsCO2"}, schema_org="emissionsCO2")] = NONE
    fuel_saving: Annotated[Claims, Spec("Fuel saving", "share", "Against what the note names.", ("procedure?",), "higher", powertrains=ENGINE)] = NONE
    emission_standard: Annotated[Claims, Spec("Emission standard", "text", "Class met, with its scheme: Euro 6e, China 6b, Tier 3 Bin 30.", codes={"eu": "V.9"}, schema_org="meetsEmissionStandard")] = NONE
