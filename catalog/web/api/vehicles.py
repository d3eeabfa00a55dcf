"""``/api/vehicles``: lists of vehicles, and one vehicle."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from catalog.compare.derived import DERIVED
from catalog.requests.listing import LIST, ListRequest, default_columns, find, understand
from catalog.requests.showing import VEHICLE
from catalog.requests.units import units_of
from catalog.sheets.listing import columns_of, listing_document
from catalog.sheets.vehicle import vehicle_sheet
from catalog.web.api.answers import described, json_answer, problems
from catalog.web.asking import read, snapshot_of
from catalog.web.snapshot import Snapshot

router = APIRouter(tags=["vehicles"])
#: Vehicles on a page of a list, where none are asked for.
PAGE = 100


@router.get("/vehicles", openapi_extra=described(LIST), responses=problems(404, 422))
async def vehicles(request: Request) -> Response:
    """Vehicles that match every filter, every word and every query, with the figures of the asked columns."""
    asked = read(LIST, request)
    return json_answer(await run_in_threadpool(_list, asked, snapshot_of(request)))


def _list(request: ListRequest, snapshot: Snapshot) -> dict[str, object]:
    with snapshot.reader() as reader:
        asked = understand(request.where, request.sort, reader)
        found = find(request, reader, asked, PAGE)
        columns = columns_of(request.columns or default_columns(asked.columns), reader.fields)
    records = snapshot.records(found.ids)
    return listing_document(records, units_of(request.units, request.unit), columns)


@router.get("/vehicles/{vehicle_id}", openapi_extra=described(VEHICLE, "id"), responses=problems(404, 422))
async def vehicle(request: Request, vehicle_id: str) -> Response:
    """All that is known of one vehicle: every claim with its sources."""
    asked = read(VEHICLE, request, id=vehicle_id)
    snapshot = snapshot_of(request)
    (record,) = snapshot.records([snapshot.resolve(asked.id).id])
    derived = () if asked.no_derived else DERIVED
    units = units_of(asked.units, asked.unit)
    return json_answer(vehicle_sheet(record, units, snapshot.sources, snapshot.plants, derived).document)
