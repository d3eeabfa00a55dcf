"""``/plants``: assembly plants, what they build, and their output plans on a time line."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from catalog.web.asking import pairs_of, snapshot_of
from catalog.web.pages.rendering import Frame, page
from catalog.web.pages.timeline import timeline
from catalog.web.pages.tray import PICKS, tray_of
from catalog.web.pages.under import downloads_of
from catalog.web.views import plant_sheets

router = APIRouter()
_FORMATS = ("csv", "json", "md", "html")


@router.get("/plants")
def plants_page(request: Request) -> Response:
    """All plants with their time lines."""
    snapshot = snapshot_of(request)
    tray = tray_of(PICKS.read(pairs_of(request)).picks, snapshot.names)
    sheet = plant_sheets(None, snapshot)
    frame = Frame("Plants", "plants", "/plants", "vehicles plants", downloads_of("plants", "", _FORMATS), tray)
    shown = [(plant, timeline(plant, snapshot.sources)) for plant in snapshot.plants.values()]
    return page(request, "plants.html", frame, sheet=sheet, plants=shown)


@router.get("/plants/{key}")
def plant_page(request: Request, key: str) -> Response:
    """One plant."""
    snapshot = snapshot_of(request)
    tray = tray_of(PICKS.read(pairs_of(request)).picks, snapshot.names)
    sheet = plant_sheets(key, snapshot)
    if key not in snapshot.plants:
        return RedirectResponse(f"/plants/{sheet.document['id']}", 303)
    plant = snapshot.plants[key]
    frame = Frame(
        plant.name,
        "plants",
        f"/plants/{key}",
        f"vehicles plants {key}",
        downloads_of("plants", f"id={key}", _FORMATS),
        tray,
    )
    return page(
        request,
        "plant.html",
        frame,
        plant=plant,
        vehicles=snapshot.names,
        sheet=sheet,
        timeline=timeline(plant, snapshot.sources),
    )
