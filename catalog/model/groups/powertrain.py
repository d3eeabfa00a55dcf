"""Motors, engine, gearbox, tank."""

from __future__ import annotations

from catalog.model.claim import Claims
from catalog.model.groups._group import Group, spec
from catalog.model.spec import BATTERY, ENGINE, units_by_system

LITRES = units_by_system("L", "gal(US)", "L", "L")
ENGINE_SIZE = units_by_system("L", "L", "L", "L")


class Powertrain(Group):
    """Powertrain"""

    motor_power: Claims = spec("Motor power", "power", "Of the electric motor or motors, peak or continuous (30 minutes, UN R85).", ("rating",), "higher", powertrains=BATTERY, codes={"vss": "Vehicle.Powertrain.ElectricMotor.MaxPower"})
    motor_torque: Claims = spec("Motor torque", "torque", "Of the electric motor or motors, at the shaft.", ("rating",), "higher", powertrains=BATTERY, codes={"vss": "Vehicle.Powertrain.ElectricMotor.MaxTorque", "wikidata": "P2230"}, schema_org="torque")
    motors: Claims = spec("Motors", "count", "Number of electric motors.", powertrains=BATTERY)
    motor_mass: Claims = spec("Motor mass", "mass", "Of the electric motor.", (), "lower", powertrains=BATTERY)
    system_power: Claims = spec("System power", "power", "Of engine and motors together.", (), "higher")
    system_torque: Claims = spec("System torque", "torque", "Of engine and motors together.", (), "higher")
    engine_model: Claims = spec("Engine", "text", "The engine's designation.", powertrains=ENGINE, codes={"wikidata": "P516"})
    engine_displacement: Claims = spec("Displacement", "volume", "Swept volume.", (), None, ENGINE_SIZE, powertrains=ENGINE, codes={"eu": "P.1", "wikidata": "P8628"}, schema_org="engineDisplacement")
    cylinders: Claims = spec("Cylinders", "count", "Number of cylinders.", powertrains=ENGINE)
    engine_power: Claims = spec("Engine power", "power", "Of the combustion engine, net (UN R85, with accessories) or gross.", ("net",), "higher", powertrains=ENGINE, codes={"eu": "P.2", "vss": "Vehicle.Powertrain.CombustionEngine.MaxPower"}, schema_org="enginePower")
    engine_torque: Claims = spec("Engine torque", "torque", "Of the combustion engine.", ("net",), "higher", powertrains=ENGINE, schema_org="torque")
    engine_efficiency: Claims = spec("Engine thermal efficiency", "share", "Peak.", (), "higher", powertrains=ENGINE)
    engine_life: Claims = spec("Engine life", "distance", "Distance to overhaul, as the maker rates it.", (), "higher", powertrains=ENGINE)
    tank_capacity: Claims = spec("Fuel tank", "volume", "Fuel volume.", (), "higher", LITRES, powertrains=ENGINE, codes={"vss": "Vehicle.Powertrain.FuelSystem.TankCapacity"}, schema_org="fuelCapacity")
    hydrogen_capacity: Claims = spec("Hydrogen tank", "mass", "Hydrogen mass.", (), "higher", powertrains=frozenset({"fuel cell"}))
    adblue_tank: Claims = spec("AdBlue tank", "volume", "Volume of the urea solution.", (), "higher", LITRES, powertrains=ENGINE)
    gearbox: Claims = spec("Gearbox", "text", "Type and number of speeds.", schema_org="vehicleTransmission")
    gearbox_torque_rating: Claims = spec("Gearbox torque rating", "torque", "What the gearbox is rated for, not what the engine gives.")
    axle_ratio: Claims = spec("Axle ratio", "ratio", "Final drive.")
    axle_torque: Claims = spec("Axle torque", "torque", "At the driven axle, after the gears.", (), "higher")
    drive: Claims = spec("Drive", "text", "Driven wheels or wheel formula: front, rear, all, 4x2, 6x4.", schema_org="driveWheelConfiguration")
