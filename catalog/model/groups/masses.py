"""Masses and loads (ISO 1176; (EU) 2021/535; the letter codes of the EU registration document)."""

from __future__ import annotations

from catalog.model.claim import Claims
from catalog.model.groups._group import Group, spec
from catalog.model.spec import GOODS


class Masses(Group):
    """Masses"""

    kerb_mass: Claims = spec("Kerb mass", "mass", "Ready to drive, empty: fluids and at least 90 % fuel, by ISO 1176 without a driver.", ("driver",), "lower", codes={"iso": "ISO 1176 4.6", "iso-m": "M06", "vss": "Vehicle.CurbWeight"}, schema_org="weight")
    mass_in_running_order: Claims = spec("Mass in running order", "mass", "As kerb mass, with a driver of 75 kg ((EU) 1230/2012).", (), "lower", codes={"eu": "G"})
    actual_mass: Claims = spec("Actual mass", "mass", "Mass in running order plus the options fitted.", (), "lower")
    dry_mass: Claims = spec("Dry mass", "mass", "Without fluids.", (), "lower", codes={"iso-m": "M05"})
    test_mass: Claims = spec("Test mass", "mass", "As weighed or loaded for a test.", codes={"eea": "Mt"})
    unspecified_mass: Claims = spec("Mass, undefined", "mass", "Printed as a weight without saying which; never compared with a defined mass.")
    kerb_mass_limit: Claims = spec("Kerb mass limit", "mass", "The highest kerb mass a completed vehicle may have.")
    gross_vehicle_mass: Claims = spec("Gross vehicle mass", "mass", "Technically permissible maximum laden mass (GVM, GVWR, PTAC, zGG).", codes={"iso-m": "M07", "eu": "F.1", "vss": "Vehicle.GrossWeight"}, schema_org="weightTotal")
    authorised_mass: Claims = spec("Authorised mass", "mass", "Maximum laden mass in service in one state.", ("market?",), codes={"iso-m": "M08", "eu": "F.2"})
    gross_combination_mass: Claims = spec("Gross combination mass", "mass", "Vehicle and trailers together (GCM, GCWR).", (), "higher", codes={"iso-m": "M18", "eu": "F.3"})
    payload: Claims = spec("Payload", "mass", "What may be loaded; sources differ in whether crew and body are taken off already.", ("crew", "body?"), "higher", codes={"iso-m": "M09", "wikidata": "P4519"}, schema_org="payload")
    chassis_load_capacity: Claims = spec("Chassis load capacity", "mass", "Gross mass less the bare chassis: the body still to be taken off.", (), "higher", types=GOODS)
    axle_load_front: Claims = spec("Axle load, front", "mass", "Technical maximum of the front axle.", ("axles?",), "higher", codes={"iso-m": "M11", "eu": "N.1"})
    axle_load_rear: Claims = spec("Axle load, rear", "mass", "Technical maximum of the rear axle or axles.", ("axles?",), "higher", codes={"iso-m": "M12", "eu": "N.2"})
    towing_braked: Claims = spec("Towing, braked", "mass", "Mass of a braked trailer.", (), "higher", codes={"iso-m": "M16", "eu": "O.1", "vss": "Vehicle.MaxTowWeight"}, schema_org="trailerWeight")
    towing_unbraked: Claims = spec("Towing, unbraked", "mass", "Mass of an unbraked trailer.", (), "higher", codes={"iso-m": "M17", "eu": "O.2"})
    ball_load: Claims = spec("Ball load", "mass", "Vertical load on the coupling.", (), "higher", codes={"vss": "Vehicle.MaxTowBallWeight"}, schema_org="tongueWeight")
    roof_load: Claims = spec("Roof load", "mass", "Load on the roof.", (), "higher", codes={"vss": "Vehicle.RoofLoad"}, schema_org="roofLoad")
