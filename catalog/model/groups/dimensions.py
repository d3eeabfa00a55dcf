"""Outside dimensions (ISO 612; SAE J1100; the W codes of widths as in COVESA VSS)."""

from __future__ import annotations

from catalog.model.claim import Claims
from catalog.model.groups._group import Group, spec
from catalog.model.spec import units_by_system

METRES = units_by_system("m", "ft")


class Dimensions(Group):
    """Dimensions"""

    length: Claims = spec("Length", "length", "Between the front- and rear-most points.", codes={"iso": "ISO 612 6.1", "j1100": "L103", "vss": "Vehicle.Length", "wikidata": "P2043"}, schema_org="depth")
    width: Claims = spec("Width", "length", "Without mirrors.", codes={"iso": "ISO 612 6.2", "j1100": "W103", "vss": "Vehicle.WidthExcludingMirrors", "wikidata": "P2049"}, schema_org="width")
    width_with_mirrors: Claims = spec("Width with mirrors", "length", "With the mirrors unfolded.", better="lower", codes={"j1100": "W144", "vss": "Vehicle.WidthIncludingMirrors"})
    width_mirrors_folded: Claims = spec("Width, mirrors folded", "length", "With the mirrors folded.", better="lower", codes={"j1100": "W145", "vss": "Vehicle.WidthFoldedMirrors"})
    cab_width: Claims = spec("Cab width", "length", "Of the cab alone, where the body may be wider.", types=frozenset({"truck", "tractor", "van"}))
    height: Claims = spec("Height", "length", "Ground to top, unladen unless said.", codes={"iso": "ISO 612 6.3", "j1100": "H101", "vss": "Vehicle.Height", "wikidata": "P2048"}, schema_org="height")
    wheelbase: Claims = spec("Wheelbase", "length", "Front to rear axle centre; with more than two axles as the source has it.", codes={"iso": "ISO 612 6.4", "j1100": "L101", "vss": "Vehicle.Chassis.Wheelbase", "wikidata": "P3039", "eu": "M"}, schema_org="wheelbase")
    track_front: Claims = spec("Track, front", "length", "Between the centre lines of the front tyres.", codes={"iso": "ISO 612 6.5", "j1100": "W101"})
    track_rear: Claims = spec("Track, rear", "length", "Between the centre lines of the rear tyres.", codes={"iso": "ISO 612 6.5", "j1100": "W102"})
    overhang_front: Claims = spec("Overhang, front", "length", "Front axle to the front-most point.", codes={"iso": "ISO 612 6.6", "j1100": "L104"})
    overhang_rear: Claims = spec("Overhang, rear", "length", "Rear axle to the rear-most point.", codes={"iso": "ISO 612 6.7", "j1100": "L105"})
    ground_clearance: Claims = spec("Ground clearance", "length", "Lowest point to the ground; depends on the load.", ("load",), "higher", codes={"iso": "ISO 612 6.8", "j1100": "H156"})
    wading_depth: Claims = spec("Wading depth", "length", "Water depth that may be driven through.", (), "higher")
    approach_angle: Claims = spec("Approach angle", "angle", "Largest slope the front clears.", ("load?",), "higher", codes={"iso": "ISO 612 6.10", "j1100": "H106"})
    departure_angle: Claims = spec("Departure angle", "angle", "Largest slope the rear clears.", ("load?",), "higher", codes={"iso": "ISO 612 6.11", "j1100": "H107"})
    breakover_angle: Claims = spec("Breakover angle", "angle", "Largest ridge the middle clears.", ("load?",), "higher", codes={"iso": "ISO 612 6.9", "j1100": "H147"})
    turning_circle: Claims = spec("Turning circle", "length", "Diameter, of the outer wheel (kerb to kerb) or of the body (wall to wall).", ("measured",), "lower", METRES, codes={"j1100": "D102", "vss": "Vehicle.TurningDiameter"})
    turning_radius: Claims = spec("Turning radius", "length", "Half the turning circle, where a source gives the radius.", ("measured",), "lower", METRES)
    wheel_cut_angle: Claims = spec("Wheel cut", "angle", "Largest steering angle of a front wheel.", (), "higher")
    frontal_area: Claims = spec("Frontal area", "area", "Of the vehicle seen from the front.")
    drag_coefficient: Claims = spec("Drag coefficient", "ratio", "Air drag over frontal area and dynamic pressure.", (), "lower", codes={"symbol": "Cd"})
    drag_area: Claims = spec("Drag area", "area", "Drag coefficient times frontal area.", (), "lower", codes={"symbol": "CdA"})
