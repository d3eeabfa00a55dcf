"""A vehicle as it is drawn: its measures, what it looks like by its type, and what has to be said of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from catalog.drawing.measure import Measure, measured
from catalog.model.claim import Status
from catalog.plain import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.model.claim import Claim
    from catalog.model.record import Record
    from catalog.wording import Head, UnitChoice

#: The fields that a drawing shows or judges by: an index need give no others.
DRAWN = (
    "length", "width", "width_with_mirrors", "width_mirrors_folded", "cab_width", "height", "wheelbase",
    "overhang_front", "overhang_rear", "cargo_length", "cargo_width", "cargo_width_between_arches", "cargo_height",
    "load_floor_height", "door_width", "door_height",
)  # fmt: skip
LETTERS = "ABCDE"
_NO_BODY = re.compile(r"\b(chassis|cab|bare|without (?:a )?body)\b", re.IGNORECASE)
_BODY = re.compile(r"\b(body|box|flatbed|van|tipper|dropside|bodied)\b", re.IGNORECASE)
#: No floor, frame and wheels of a truck are lower together: a load bay that leaves less below a height was not part
#: of it when it was measured.
_LOWEST_FLOOR = 400.0


def label(field: str) -> str:
    """A field's label within a sentence: ``cargo length``."""
    from catalog.model.fields import FIELDS

    name = FIELDS[field].label
    return name[0].lower() + name[1:]


@dataclass(frozen=True, slots=True)
class Subject:
    """One vehicle of a drawing. ``shape`` names its schematic outline; ``body`` says how its height is meant where
    that is of the cab alone, or may be (empty: of the whole vehicle)."""

    id: str
    place: int
    name: str
    kind: str
    shape: str
    measures: Mapping[str, Measure]
    absent: Mapping[str, str]
    body: str = ""

    @property
    def letter(self) -> str:
        """What it is called in the picture."""
        return LETTERS[self.place]

    def __getitem__(self, field: str) -> Measure | None:
        return self.measures.get(field)

    def why_unknown(self, field: str) -> str:
        """Why nothing is drawn of a field: ``not published``, ``not in the catalog``, ``in doubt``."""
        return self.absent.get(field, "not in the catalog")


def as_drawn(record: Record, place: int, units: UnitChoice, heads: Callable[[Claim], Head | None]) -> Subject:
    """A record as it is drawn, at its place among the vehicles of the picture."""
    measures: dict[str, Measure] = {}
    absent: dict[str, str] = {}
    for field in DRAWN:
        measure = measured(record, field, units, heads)
        if measure is not None and measure.largest > 0:
            measures[field] = measure
        else:
            absent[field] = _absent(record, field)
    body = _body(record, measures)
    return Subject(record.id, place, record.name, record.vehicle_type, _shape(record, body), measures, absent, body)


def _absent(record: Record, field: str) -> str:
    from catalog.model.fields import FIELDS

    if record.values(field):
        return "in doubt"
    if record.vehicle_type and not FIELDS[field].spec.applies(record.vehicle_type, record.powertrain):
        return Status.NOT_APPLICABLE.value
    stated = record.stated(field)
    return stated.value if stated in (Status.NOT_PUBLISHED, Status.NOT_APPLICABLE) else "not in the catalog"


def _body(record: Record, measures: Mapping[str, Measure]) -> str:
    """How the height of a truck is meant: a chassis-cab gets a body on top of it, or behind it and higher."""
    height = measures.get("height")
    if record.vehicle_type != "truck" or height is None:
        return ""
    if re.search("chassis", record.body, re.IGNORECASE):
        return "height of the chassis-cab, without a body"
    bay = measures.get("cargo_height")
    if bay is not None and height.largest - bay.smallest < _LOWEST_FLOOR:
        return "height probably of the cab alone: the load bay leaves too little below it for floor and wheels"
    if record.body:
        return ""
    said = " ".join(f"{claim.applies_to or ''} {claim.note or ''}" for claim in record.values("height"))
    if _BODY.search(said):
        return ""
    if _NO_BODY.search(said):
        return "height of the chassis-cab, without a body"
    return "not said whether the height includes a body"


def _shape(record: Record, body: str) -> str:
    kind = record.vehicle_type
    if kind == "car":
        return "saloon" if record.body in ("sedan", "coupe", "saloon") else "car"
    if kind == "truck":
        if body.startswith("height"):
            return "chassis"
        if re.search("flatbed|dropside|stake|tray|platform", record.body, re.IGNORECASE):
            return "chassis"
        return "box" if re.search("box|refrigerated|curtain", record.body, re.IGNORECASE) else "truck"
    return {"van": "van", "pickup": "pickup", "bus": "bus", "coach": "bus", "tractor": "chassis"}.get(kind, "plain")
