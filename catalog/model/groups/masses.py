"""Masses and loads (ISO 1176; (EU) 2021/535; the letter codes of the EU registration document)."""

from __future__ import annotations

from typing import Annotated

from catalog.model.claim import Claims
from catalog.model.groups._group import NONE, Group
from catalog.model.spec import GOODS, Spec


class Masses(Group):
    """Masses"""

    kerb_mass: Annotated[Claims, Spec("Kerb mass", "mass", "Ready to drive, empty: fluids and at least 90 % fuel, by ISO 1176 without a driver.", ("driver",), "lower", codes={"iso": "ISO 1176 4.6", "iso-m": "M06", "vss": "Vehicle.CurbWeight"}, schema_org="weight")] = NONE
    mass_in_running_order: Annotated[Claims, Spec("Mass in running order", "mass", "As kerb mass, with a driver of 75 kg ((EU) 1230/2012).", (), "lower", codes={"eu": "G"})] = NONE
    actual_mass: Annotated[Claims, Spec("Actual mass", "mass", "Mass in running order plus the options fitted.", (), "lower")] = NONE
    dry_mass: Annotated[Claims, Spec("Dry mass", "mass", "Without fluids.", (), "lower", codes={"iso-m": "M05"})] = NONE
    test_mass: Annotated[Claims, Spec("Test mass", "mass", "As weighed or loaded for a test.", codes={"eea": "Mt"})] = NONE
    unspecified_mass: Annotated[Claims, Spec("Mass, undefined", "mass", "Printed as a weight without saying which; never compared with a defined mass.")] = NONE
    kerb_mass_limit: Annotated[Claims, Spec("Kerb mass limit", "mass", "The highest kerb mass a completed vehicle may have.")] = NONE
    gross_vehicle_mass: Annotated[Claims, Spec("Gross vehicle mass", "mass", "Technically permissible maximum laden mass (GVM, GVWR, PTAC, zGG).", codes={"iso-m": "M07", "eu": "F.1", "vss": "Vehicle.GrossWeight"}, schema_org="weightTotal")] = NONE
    authorised_mass: Annotated[Claims, Spec("Authorised mass", "mass", "Maximum laden mass in service in one state.", ("market?",), codes={"iso-m": "M08", "eu": "F.2"})] = NONE
    gross_combination_mass: Annotated[Claims, Spec("Gross combination mass", "mass", "Vehicle and trailers together (GCM, GCWR).", (), "higher", codes={"iso-m": "M18", "eu": "F.3"})] = NONE
    payload: Annotated[Claims, Spec("Payload", "mass", "What may be loaded; sources differ in whether crew and body are taken off already.", ("crew", "body?"), "higher", codes={"iso-m": "M09", "wikidata": "P4519"}, schema_org="payload")] = NONE
    chassis_load_capacity: Annotated[Claims, Spec("Chassis load capacity", "mass", "Gross mass less the bare chassis: the body still to be taken off.", (), "higher", types=GOODS)] = NONE
    axle_load_front: Annotated[Claims, Spec("Axle load, front", "mass", "Technical maximum of the front axle.", ("axles?",), "higher", codes={"iso-m": "M11", "eu": "N.1"})] = NONE
    axle_load_rear: Annotated[Claims, Spec("Axle load, rear", "mass", "Technical maximum of the rear axle or axles.", ("axles?",), "higher", codes={"iso-m": "M12", "eu": "N.2"})] = NONE
    towing_braked: Annotated[Claims, Spec("Towing, braked", "mass", "Mass of a braked trailer.", (), "higher", codes={"iso-m": "M16", "eu": "O.1", "vss": "Vehicle.MaxTowWeight"}, schema_org="trailerWeight")] = NONE
    towing_unbraked: Annotated[Claims, Spec("Towing, unbraked", "mass", "Mass of an unbraked trailer.", (), "higher", codes={"iso-m": "M17", "eu": "O.2"})] = NONE
    ball_load: Annotated[Claims, Spec("Ball load", "mass", "Vertical load on the coupling.", (), "higher", codes={"vss": "Vehicle.MaxTowBallWeight"}, schema_org="tongueWeight")] = NONE
    roof_load: Annotated[Claims, Spec("Roof load", "mass", "Load on the roof.", (), "higher", codes={"vss": "Vehicle.RoofLoad"}, schema_org="roofLoad")] = NONE
