"""``/fields``: what every field means, its unit, and what a value has to state to be compared."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from catalog.model.qualifiers import QUALIFIERS
from catalog.web.asking import pairs_of, snapshot_of
from catalog.web.pages.rendering import Frame, page
from catalog.web.pages.tray import PICKS, tray_of
from catalog.web.pages.under import downloads_of
from catalog.web.views import field_sheets

router = APIRouter()


@router.get("/fields")
def fields_page(request: Request) -> Response:
    """The field table."""
    snapshot = snapshot_of(request)
    tray = tray_of(PICKS.read(pairs_of(request)).picks, snapshot.names)
    sheet = field_sheets(None)
    downloads = downloads_of("fields", "", ("csv", "json", "md", "html"))
    frame = Frame("Fields", "fields", "/fields", "vehicles fields", downloads, tray)
    return page(request, "fields.html", frame, fields=sheet.document["fields"], qualifiers=QUALIFIERS)
