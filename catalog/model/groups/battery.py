"""The traction battery."""

from __future__ import annotations

from catalog.model.claim import Claims
from catalog.model.groups._group import Group, spec
from catalog.model.spec import BATTERY, units_by_system

YEARS = units_by_system("year", "year")
CHEMISTRIES = ("LFP", "LMFP", "NMC", "NCA", "NMCA", "LMO", "LTO", "NiMH", "lead-acid", "sodium-ion", "lithium-ion")


class Battery(Group):
    """Battery"""

    battery_energy: Claims = spec("Battery energy", "energy", "Gross (all the cells hold; also called nominal or installed) or usable (what the vehicle lets you use).", ("capacity",), "higher", powertrains=BATTERY, codes={"vss": "Vehicle.Powertrain.TractionBattery.GrossCapacity/NetCapacity"})
    battery_usable_share: Claims = spec("Battery, usable share", "share", "Usable over gross energy.", (), "higher", powertrains=BATTERY)
    battery_charge: Claims = spec("Battery charge", "charge", "Rated charge of the pack.", powertrains=BATTERY)
    battery_voltage: Claims = spec("Battery voltage", "voltage", "Nominal voltage or voltage class.", powertrains=BATTERY, codes={"vss": "Vehicle.Powertrain.TractionBattery.NominalVoltage"})
    battery_chemistry: Claims = spec("Battery chemistry", "words", "Family of the cells.", powertrains=BATTERY, vocabulary=CHEMISTRIES)
    battery_supplier: Claims = spec("Battery supplier", "text", "Maker of the cells or packs.", powertrains=BATTERY)
    battery_packs: Claims = spec("Battery packs", "count", "Number of packs.", powertrains=BATTERY)
    battery_modules: Claims = spec("Battery modules", "count", "Number of modules.", powertrains=BATTERY)
    battery_pack_energy: Claims = spec("Energy of one pack", "energy", "Of each pack, where there are several.", ("capacity",), powertrains=BATTERY)
    battery_mass: Claims = spec("Battery mass", "mass", "Of all packs, or of one where said.", (), "lower", powertrains=BATTERY)
    battery_energy_density: Claims = spec("Battery energy density", "specific energy", "Energy per mass of the pack or cell.", (), "higher", powertrains=BATTERY)
    battery_fade: Claims = spec("Battery fade", "share", "Energy lost after the stated use.", (), "lower", powertrains=BATTERY)
    battery_warranty_time: Claims = spec("Battery warranty, time", "time", "How long the battery is under warranty.", (), "higher", YEARS, powertrains=BATTERY)
    battery_warranty_distance: Claims = spec("Battery warranty, distance", "distance", "How far the battery is under warranty.", (), "higher", powertrains=BATTERY)
    battery_swap_time: Claims = spec("Battery swap time", "time", "To exchange the battery.", (), "lower", units_by_system("min", "min"), powertrains=BATTERY)
