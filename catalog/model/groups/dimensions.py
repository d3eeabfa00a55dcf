"""Outside dimensions (ISO 612; SAE J1100; the W codes of widths as in COVESA VSS)."""

from __future__ import annotations

from typing import Annotated

from catalog.model.claim import Claims
from catalog.model.groups._group import NONE, Group
from catalog.model.spec import Spec, units_by_system

METRES = units_by_system("m", "ft")


class Dimensions(Group):
    """Dimensions"""

    length: Annotated[Claims, Spec("Length", "length", "Between the front- and rear-most points.", codes={"iso": "ISO 612 6.1", "j1100": "L103", "vss": "Vehicle.Length", "wikidata": "P2043"}, schema_org="depth")] = NONE
    width: Annotated[Claims, Spec("Width", "length", "Without mirrors.", codes={"iso": "ISO 612 6.2", "j1100": "W103", "vss": "Vehicle.WidthExcludingMirrors", "wikidata": "P2049"}, schema_org="width")] = NONE
    width_with_mirrors: Annotated[Claims, Spec("Width with mirrors", "length", "With the mirrors unfolded.", better="lower", codes={"j1100": "W144", "vss": "Vehicle.WidthIncludingMirrors"})] = NONE
    width_mirrors_folded: Annotated[Claims, Spec("Width, mirrors folded", "length", "With the mirrors folded.", better="lower", codes={"j1100": "W145", "vss": "Vehicle.WidthFoldedMirrors"})] = NONE
    cab_width: Annotated[Claims, Spec("Cab width", "length", "Of the cab alone, where the body may be wider.", types=frozenset({"truck", "tractor", "van"}))] = NONE
    height: Annotated[Claims, Spec("Height", "length", "Ground to top, unladen unless said.", codes={"iso": "ISO 612 6.3", "j1100": "H101", "vss": "Vehicle.Height", "wikidata": "P2048"}, schema_org="height")] = NONE
    wheelbase: Annotated[Claims, Spec("Wheelbase", "length", "Front to rear axle centre; with more than two axles as the source has it.", codes={"iso": "ISO 612 6.4", "j1100": "L101", "vss": "Vehicle.Chassis.Wheelbase", "wikidata": "P3039", "eu": "M"}, schema_org="wheelbase")] = NONE
    track_front: Annotated[Claims, Spec("Track, front", "length", "Between the centre lines of the front tyres.", codes={"iso": "ISO 612 6.5", "j1100": "W101"})] = NONE
    track_rear: Annotated[Claims, Spec("Track, rear", "length", "Between the centre lines of the rear tyres.", codes={"iso": "ISO 612 6.5", "j1100": "W102"})] = NONE
    overhang_front: Annotated[Claims, Spec("Overhang, front", "length", "Front axle to the front-most point.", codes={"iso": "ISO 612 6.6", "j1100": "L104"})] = NONE
    overhang_rear: Annotated[Claims, Spec("Overhang, rear", "length", "Rear axle to the rear-most point.", codes={"iso": "ISO 612 6.7", "j1100": "L105"})] = NONE
    ground_clearance: Annotated[Claims, Spec("Ground clearance", "length", "Lowest point to the ground; depends on the load.", ("load",), "higher", codes={"iso": "ISO 612 6.8", "j1100": "H156"})] = NONE
    wading_depth: Annotated[Claims, Spec("Wading depth", "length", "Water depth that may be driven through.", (), "higher")] = NONE
    approach_angle: Annotated[Claims, Spec("Approach angle", "angle", "Largest slope the front clears.", ("load?",), "higher", codes={"iso": "ISO 612 6.10", "j1100": "H106"})] = NONE
    departure_angle: Annotated[Claims, Spec("Departure angle", "angle", "Largest slope the rear clears.", ("load?",), "higher", codes={"iso": "ISO 612 6.11", "j1100": "H107"})] = NONE
    breakover_angle: Annotated[Claims, Spec("Breakover angle", "angle", "Largest ridge the middle clears.", ("load?",), "higher", codes={"iso": "ISO 612 6.9", "j1100": "H147"})] = NONE
    turning_circle: Annotated[Claims, Spec("Turning circle", "length", "Diameter, of the outer wheel (kerb to kerb) or of the body (wall to wall).", ("measured",), "lower", METRES, codes={"j1100": "D102", "vss": "Vehicle.TurningDiameter"})] = NONE
    turning_radius: Annotated[Claims, Spec("Turning radius", "length", "Half the turning circle, where a source gives the radius.", ("measured",), "lower", METRES)] = NONE
    wheel_cut_angle: Annotated[Claims, Spec("Wheel cut", "angle", "Largest steering angle of a front wheel.", (), "higher")] = NONE
    frontal_area: Annotated[Claims, Spec("Frontal area", "area", "Of the vehicle seen from the front.")] = NONE
    drag_coefficient: Annotated[Claims, Spec("Drag coefficient", "ratio", "Air drag over frontal area and dynamic pressure.", (), "lower", codes={"symbol": "Cd"})] = NONE
    drag_area: Annotated[Claims, Spec("Drag area", "area", "Drag coefficient times frontal area.", (), "lower", codes={"symbol": "CdA"})] = NONE
