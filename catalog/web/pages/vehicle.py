"""``/vehicles/ID``: all that is known of one vehicle, each value with its source and as a footnote to copy."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from catalog.compare.derived import DERIVED
from catalog.plain import dataclass
from catalog.requests.showing import VehicleRequest
from catalog.requests.units import SYSTEMS, units_of
from catalog.requests.views import VEHICLE
from catalog.sheets.footnote import footnote
from catalog.sheets.jsonld import vehicle_json_ld
from catalog.sheets.vehicle import claim_words
from catalog.web.asking import pairs_of, snapshot_of
from catalog.web.pages.finding import compare_url
from catalog.web.pages.rendering import Frame, page
from catalog.web.pages.tray import PICK, PICKS, Picks, Tray, tray_of
from catalog.web.pages.under import downloads_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.model.cited import Cited
    from catalog.model.claim import Claim
    from catalog.model.record import Record
    from catalog.model.table import FieldInfo
    from catalog.wording.choice import UnitChoice

router = APIRouter()


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim: its value, the rest of its words, its sources by number, what is remarked, and its footnote."""

    value: str
    words: str
    sources: Sequence[tuple[int, str]]
    remarks: Sequence[tuple[str, str]]
    footnote: str
    known: bool


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field with its claims, the shown one first."""

    key: str
    label: str
    what: str
    formula: bool
    claims: Sequence[ClaimView]


@router.get("/vehicles/{key}")
def vehicle_page(request: Request, key: str) -> Response:
    """The sheet of a vehicle; a name that is not its id is sent on to the id's address."""
    snapshot = snapshot_of(request)
    pairs = pairs_of(request)
    tray = tray_of(PICKS.read([pair for pair in pairs if pair[0] == PICK.name]).picks, snapshot.names)
    rest = [pair for pair in pairs if pair[0] != PICK.name]
    asked: VehicleRequest = VEHICLE.read(rest, id=key)
    match = snapshot.resolve(asked.id)
    if not match.exact:
        return RedirectResponse(_address(match.id, asked, tray), 303)
    record = snapshot.record(match.id)
    units = units_of(asked.units, asked.unit)
    numbers: dict[str, int] = {}
    groups = list(_groups(record, snapshot.fields, units, snapshot.sources, numbers, asked.no_derived))
    for cited in record.sources:
        numbers.setdefault(cited, len(numbers) + 1)
    frame = Frame(
        record.name,
        "vehicle",
        _address(record.id, asked, tray),
        VEHICLE.line(asked),
        downloads_of("vehicle", VEHICLE.query(asked), ("csv", "json", "md", "html", "jsonld")),
        tray,
    )
    return page(
        request,
        "vehicle.html",
        frame,
        record=record,
        groups=groups,
        sources=[(number, key, snapshot.sources.get(key)) for key, number in numbers.items()],
        plants=[snapshot.plants[key] for key in record.plants if key in snapshot.plants],
        systems=[(system, _address(record.id, VehicleRequest(id=key, units=system), tray)) for system in SYSTEMS],
        asked=asked,
        toggle=_address(record.id, asked, tray_of(tray.toggled(record.id), snapshot.names)),
        without_pick=lambda key: _address(record.id, asked, tray_of(tray.toggled(key), snapshot.names)),
        compare=compare_url(tray.ids),
        jsonld=json.dumps(vehicle_json_ld(record, snapshot.sources), ensure_ascii=False, allow_nan=False),
    )


def _address(vehicle_id: str, asked: VehicleRequest, tray: Tray) -> str:
    parts = [VEHICLE.query(asked, "id"), PICKS.query(Picks(tray.ids))]
    query = "&".join(part for part in parts if part)
    return f"/vehicles/{vehicle_id}{'?' + query if query else ''}"


def _groups(
    record: Record,
    fields: Mapping[str, FieldInfo],
    units: UnitChoice,
    sources: Mapping[str, Cited],
    numbers: dict[str, int],
    no_derived: bool,
) -> Iterator[tuple[str, list[FieldView]]]:
    table = [*fields.values(), *(() if no_derived else DERIVED)]
    known = [info for info in table if record.claims.get(info.key)]
    derived = {info.key for info in DERIVED}
    for group, members in groupby(known, key=lambda info: info.group):
        yield (
            group,
            [
                FieldView(
                    info.key,
                    info.label,
                    info.spec.what,
                    info.key in derived,
                    [_claim(record, info, claim, units, sources, numbers) for claim in record.claims[info.key]],
                )
                for info in members
            ],
        )


def _claim(
    record: Record,
    info: FieldInfo,
    claim: Claim,
    units: UnitChoice,
    sources: Mapping[str, Cited],
    numbers: dict[str, int],
) -> ClaimView:
    value, *words = claim_words(claim, info, units)
    cited = [(numbers.setdefault(key, len(numbers) + 1), key) for key in claim.sources]
    return ClaimView(
        value,
        ", ".join(words),
        cited,
        tuple(_remarks(claim)),
        footnote(record, info, claim, units, sources) if claim.status.has_value else "",
        claim.status.has_value,
    )


def _remarks(claim: Claim) -> Iterator[tuple[str, str]]:
    """What a reader has to know of the claim, each with the kind of remark that it is."""
    if claim.doubt:
        yield "doubt", f"in doubt: {claim.doubt}"
    if claim.note:
        yield "note", " ".join(claim.note.split())
    for check, reason in claim.accepted.items():
        yield "check", f"{check.replace('_', ' ')}: {' '.join(reason.split())}"
