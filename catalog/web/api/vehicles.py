"""``/api/vehicles``: lists of vehicles, and one vehicle; ``/api/facets``: what the vehicles of a list are."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from catalog.plain import replace
from catalog.requests.listing import ListRequest
from catalog.requests.views import LIST, VEHICLE
from catalog.web.api.answers import answered, described, json_answer
from catalog.web.api.shapes import Facets, Vehicle, VehicleList
from catalog.web.asking import read, snapshot_of
from catalog.web.snapshot import Snapshot
from catalog.web.views import facets_sheet, listed, show_sheet

router = APIRouter(tags=["vehicles"])
#: Vehicles on a page of a list, where none are asked for.
PAGE = 100


@router.get("/vehicles", openapi_extra=described(LIST), responses=answered(VehicleList))
async def vehicles(request: Request) -> Response:
    """Vehicles that match every filter, every word and every query, with the figures of the asked columns.

    A long list has pages: `next` is the address of the following one, also as a `Link` header.
    """
    document = await run_in_threadpool(_page, read(LIST, request), snapshot_of(request))
    further = document["next"]
    return json_answer(document, {"link": f'<{further}>; rel="next"'} if further else None)


def _page(request: ListRequest, snapshot: Snapshot) -> dict[str, object]:
    page = listed(request, snapshot, PAGE)
    following = None
    if page.more and page.records:
        following = replace(request, offset=request.offset + len(page.records))
    return {
        **page.sheet.document,
        "total": page.total,
        "offset": request.offset,
        "columns": list(page.columns),
        "asked": page.asked.english or None,
        "remarks": list(page.asked.remarks),
        "next": f"/api/vehicles?{LIST.query(following)}" if following else None,
        "command": LIST.line(request),
    }


@router.get("/facets", openapi_extra=described(LIST), responses=answered(Facets))
async def facets(request: Request) -> Response:
    """What the vehicles of a list are, whatever the page: counts by property, and how far the figures of its columns
    reach."""
    sheet = await run_in_threadpool(facets_sheet, read(LIST, request), snapshot_of(request))
    return json_answer(sheet.document)


@router.get("/vehicles/{vehicle_id}", openapi_extra=described(VEHICLE, "id"), responses=answered(Vehicle))
async def vehicle(request: Request, vehicle_id: str) -> Response:
    """All that is known of one vehicle (an id, a prefix, or words of its name): every claim with its sources."""
    sheet = show_sheet(read(VEHICLE, request, id=vehicle_id), snapshot_of(request))
    return json_answer(sheet.document)
