"""The traction battery."""

from __future__ import annotations

from typing import Annotated

from catalog.model.claim import Claims
from catalog.model.groups._group import NONE, Group
from catalog.model.spec import BATTERY, Spec, units_by_system

YEARS = units_by_system("year", "year")
CHEMISTRIES = ("LFP", "LMFP", "NMC", "NCA", "NMCA", "LMO", "LTO", "NiMH", "lead-acid", "sodium-ion", "lithium-ion")


class Battery(Group):
    """Battery"""

    battery_energy: Annotated[Claims, Spec("Battery energy", "energy", "Gross (all the cells hold; also called nominal or installed) or usable (what the vehicle lets you use).", ("capacity",), "higher", powertrains=BATTERY, codes={"vss": "Vehicle.Powertrain.TractionBattery.GrossCapacity/NetCapacity"})] = NONE
    battery_usable_share: Annotated[Claims, Spec("Battery, usable share", "share", "Usable over gross energy.", (), "higher", powertrains=BATTERY)] = NONE
    battery_charge: Annotated[Claims, Spec("Battery charge", "charge", "Rated charge of the pack.", powertrains=BATTERY)] = NONE
    battery_voltage: Annotated[Claims, Spec("Battery voltage", "voltage", "Nominal voltage or voltage class.", powertrains=BATTERY, codes={"vss": "Vehicle.Powertrain.TractionBattery.NominalVoltage"})] = NONE
    battery_chemistry: Annotated[Claims, Spec("Battery chemistry", "words", "Family of the cells.", powertrains=BATTERY, vocabulary=CHEMISTRIES)] = NONE
    battery_supplier: Annotated[Claims, Spec("Battery supplier", "text", "Maker of the cells or packs.", powertrains=BATTERY)] = NONE
    battery_packs: Annotated[Claims, Spec("Battery packs", "count", "Number of packs.", powertrains=BATTERY)] = NONE
    battery_modules: Annotated[Claims, Spec("Battery modules", "count", "Number of modules.", powertrains=BATTERY)] = NONE
    battery_pack_energy: Annotated[Claims, Spec("Energy of one pack", "energy", "Of each pack, where there are several.", ("capacity",), powertrains=BATTERY)] = NONE
    battery_mass: Annotated[Claims, Spec("Battery mass", "mass", "Of all packs, or of one where said.", (), "lower", powertrains=BATTERY)] = NONE
    battery_energy_density: Annotated[Claims, Spec("Battery energy density", "specific energy", "Energy per mass of the pack or cell.", (), "higher", powertrains=BATTERY)] = NONE
    battery_fade: Annotated[Claims, Spec("Battery fade", "share", "Energy lost after the stated use.", (), "lower", powertrains=BATTERY)] = NONE
    battery_warranty_time: Annotated[Claims, Spec("Battery warranty, time", "time", "How long the battery is under warranty.", (), "higher", YEARS, powertrains=BATTERY)] = NONE
    battery_warranty_distance: Annotated[Claims, Spec("Battery warranty, distance", "distance", "How far the battery is under warranty.", (), "higher", powertrains=BATTERY)] = NONE
    battery_swap_time: Annotated[Claims, Spec("Battery swap time", "time", "To exchange the battery.", (), "lower", units_by_system("min", "min"), powertrains=BATTERY)] = NONE
