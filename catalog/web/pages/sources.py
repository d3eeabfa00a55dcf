"""``/sources``: every source with how many values cite it, and one with all that cites it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from catalog.web.asking import pairs_of, snapshot_of
from catalog.web.pages.rendering import Frame, page
from catalog.web.pages.tray import PICKS, tray_of
from catalog.web.pages.under import downloads_of
from catalog.web.snapshot import Snapshot
from catalog.web.views import source_sheets

router = APIRouter()
_FORMATS = ("csv", "json", "md", "html")


@router.get("/sources")
def sources_page(request: Request) -> Response:
    """All sources."""
    snapshot = snapshot_of(request)
    tray = tray_of(PICKS.read(pairs_of(request)).picks, snapshot.names)
    frame = Frame("Sources", "sources", "/sources", "vehicles sources", downloads_of("sources", "", _FORMATS), tray)
    sheet = source_sheets(None, snapshot)
    return page(request, "sources.html", frame, sheet=sheet, cited=list(snapshot.sources.values()))


@router.get("/sources/{key}")
def source_page(request: Request, key: str) -> Response:
    """One source, and every value that cites it."""
    snapshot = snapshot_of(request)
    tray = tray_of(PICKS.read(pairs_of(request)).picks, snapshot.names)
    sheet = source_sheets(key, snapshot)
    source = snapshot.sources[key]
    frame = Frame(
        source.title,
        "sources",
        f"/sources/{key}",
        f"vehicles sources {key}",
        downloads_of("sources", f"id={key}", _FORMATS),
        tray,
    )
    return page(
        request,
        "source.html",
        frame,
        source=source,
        sheet=sheet,
        cited=_cited(snapshot),
        labels={info.key: info.label for info in snapshot.fields.values()},
    )


def _cited(snapshot: Snapshot) -> dict[str, str]:
    """Where the name of a vehicle or plant in the sheet leads to."""
    vehicles = {record.name: f"/vehicles/{key}" for key, record in snapshot.names.items()}
    plants = {f"{plant.name}, {plant.place}": f"/plants/{key}" for key, plant in snapshot.plants.items()}
    return {**vehicles, **plants}
