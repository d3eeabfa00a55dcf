"""Motors, engine, gearbox, tank."""

from __future__ import annotations

from typing import Annotated

from catalog.model.claim import Claims
from catalog.model.groups._group import NONE, Group
from catalog.model.spec import BATTERY, ENGINE, Spec, units_by_system

LITRES = units_by_system("L", "gal(US)", "L", "L")
ENGINE_SIZE = units_by_system("L", "L", "L", "L")


class Powertrain(Group):
    """Powertrain"""

    motor_power: Annotated[Claims, Spec("Motor power", "power", "Of the electric motor or motors, peak or continuous (30 minutes, UN R85).", ("rating",), "higher", powertrains=BATTERY, codes={"vss": "Vehicle.Powertrain.ElectricMotor.MaxPower"})] = NONE
    motor_torque: Annotated[Claims, Spec("Motor torque", "torque", "Of the electric motor or motors, at the shaft.", ("rating",), "higher", powertrains=BATTERY, codes={"vss": "Vehicle.Powertrain.ElectricMotor.MaxTorque", "wikidata": "P2230"}, schema_org="torque")] = NONE
    motors: Annotated[Claims, Spec("Motors", "count", "Number of electric motors.", powertrains=BATTERY)] = NONE
    motor_mass: Annotated[Claims, Spec("Motor mass", "mass", "Of the electric motor.", (), "lower", powertrains=BATTERY)] = NONE
    system_power: Annotated[Claims, Spec("System power", "power", "Of engine and motors together.", (), "higher")] = NONE
    system_torque: Annotated[Claims, Spec("System torque", "torque", "Of engine and motors together.", (), "higher")] = NONE
    engine_model: Annotated[Claims, Spec("Engine", "text", "The engine's designation.", powertrains=ENGINE, codes={"wikidata": "P516"})] = NONE
    engine_displacement: Annotated[Claims, Spec("Displacement", "volume", "Swept volume.", (), None, ENGINE_SIZE, powertrains=ENGINE, codes={"eu": "P.1", "wikidata": "P8628"}, schema_org="engineDisplacement")] = NONE
    cylinders: Annotated[Claims, Spec("Cylinders", "count", "Number of cylinders.", powertrains=ENGINE)] = NONE
    engine_power: Annotated[Claims, Spec("Engine power", "power", "Of the combustion engine, net (UN R85, with accessories) or gross.", ("net",), "higher", powertrains=ENGINE, codes={"eu": "P.2", "vss": "Vehicle.Powertrain.CombustionEngine.MaxPower"}, schema_org="enginePower")] = NONE
    engine_torque: Annotated[Claims, Spec("Engine torque", "torque", "Of the combustion engine.", ("net",), "higher", powertrains=ENGINE, schema_org="torque")] = NONE
    engine_efficiency: Annotated[Claims, Spec("Engine thermal efficiency", "share", "Peak.", (), "higher", powertrains=ENGINE)] = NONE
    engine_life: Annotated[Claims, Spec("Engine life", "distance", "Distance to overhaul, as the maker rates it.", (), "higher", powertrains=ENGINE)] = NONE
    tank_capacity: Annotated[Claims, Spec("Fuel tank", "volume", "Fuel volume.", (), "higher", LITRES, powertrains=ENGINE, codes={"vss": "Vehicle.Powertrain.FuelSystem.TankCapacity"}, schema_org="fuelCapacity")] = NONE
    hydrogen_capacity: Annotated[Claims, Spec("Hydrogen tank", "mass", "Hydrogen mass.", (), "higher", powertrains=frozenset({"fuel cell"}))] = NONE
    adblue_tank: Annotated[Claims, Spec("AdBlue tank", "volume", "Volume of the urea solution.", (), "higher", LITRES, powertrains=ENGINE)] = NONE
    gearbox: Annotated[Claims, Spec("Gearbox", "text", "Type and number of speeds.", schema_org="vehicleTransmission")] = NONE
    gearbox_torque_rating: Annotated[Claims, Spec("Gearbox torque rating", "torque", "What the gearbox is rated for, not what the engine gives.")] = NONE
    axle_ratio: Annotated[Claims, Spec("Axle ratio", "ratio", "Final drive.")] = NONE
    axle_torque: Annotated[Claims, Spec("Axle torque", "torque", "At the driven axle, after the gears.", (), "higher")] = NONE
    drive: Annotated[Claims, Spec("Drive", "text", "Driven wheels or wheel formula: front, rear, all, 4x2, 6x4.", schema_org="driveWheelConfiguration")] = NONE
