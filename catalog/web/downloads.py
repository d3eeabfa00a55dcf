"""``/download``: what is on screen as a file, in any format of the command line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from catalog.errors import NotFound, nearest
from catalog.plain import dataclass
from catalog.render.formats import render
from catalog.render.sheet import Sheet
from catalog.requests.comparing import settled
from catalog.requests.parameter import Parameter, View
from catalog.requests.views import COMPARE, LIST, VEHICLE
from catalog.sheets.jsonld import list_json_ld, render_json_ld, vehicle_json_ld
from catalog.web.asking import read, snapshot_of
from catalog.web.snapshot import Snapshot
from catalog.web.views import compare_sheet, field_sheets, listed, plant_sheets, show_sheet, source_sheets

router = APIRouter(prefix="/download", tags=["downloads"])
#: Vehicles in a file, where no limit is asked for.
MOST = 1000
MEDIA_TYPES = {
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "md": "text/markdown",
    "html": "text/html",
    "jsonld": "application/ld+json",
}


@dataclass(frozen=True, slots=True)
class OneRequest:
    """One thing by its id, or all."""

    id: str | None = None


def _one(command: str) -> View:
    return View(command, OneRequest, (Parameter("id", "id", "text", None, "one of them"),))


def _compare_json_ld(request: Any, snapshot: Snapshot) -> str:
    ids = settled(request, snapshot).ids
    return render_json_ld(list_json_ld(snapshot.records(ids), snapshot.sources))


def _list_json_ld(request: Any, snapshot: Snapshot) -> str:
    return render_json_ld(list_json_ld(listed(request, snapshot, MOST).records, snapshot.sources))


def _show_json_ld(request: Any, snapshot: Snapshot) -> str:
    return render_json_ld(vehicle_json_ld(snapshot.record(snapshot.resolve(request.id).id), snapshot.sources))


@dataclass(frozen=True, slots=True)
class File:
    """A view that can be had as a file: its request, its sheet, and its JSON-LD where it has one."""

    view: View
    sheet: Callable[[Any, Snapshot], Sheet]
    json_ld: Callable[[Any, Snapshot], str] | None = None


FILES = {
    "vehicles": File(LIST, lambda request, snapshot: listed(request, snapshot, MOST).sheet, _list_json_ld),
    "compare": File(COMPARE, compare_sheet, _compare_json_ld),
    "vehicle": File(VEHICLE, show_sheet, _show_json_ld),
    "fields": File(_one("fields"), lambda request, snapshot: field_sheets(request.id)),
    "sources": File(_one("sources"), lambda request, snapshot: source_sheets(request.id, snapshot)),
    "plants": File(_one("plants"), lambda request, snapshot: plant_sheets(request.id, snapshot)),
}


@router.get("/{name}", include_in_schema=False)
async def download(request: Request, name: str) -> Response:
    """A view as a file: ``vehicles.csv``, ``compare.md``, ``vehicle.jsonld``, with the parameters of the view."""
    view, _, form = name.rpartition(".")
    known = [f"{key}.{one}" for key, file in FILES.items() for one in MEDIA_TYPES if one != "jsonld" or file.json_ld]
    if name not in known:
        raise NotFound("file", name, nearest(name, known), "views: " + ", ".join(FILES))
    file = FILES[view]
    asked = read(file.view, request)
    text = await run_in_threadpool(_text, file, form, asked, snapshot_of(request))
    kind = f"{MEDIA_TYPES[form]}; charset=utf-8"
    return Response(text, headers={"content-disposition": f'attachment; filename="{name}"'}, media_type=kind)


def _text(file: File, form: str, asked: Any, snapshot: Snapshot) -> str:
    if form == "jsonld":
        assert file.json_ld is not None
        return file.json_ld(asked, snapshot)
    sheet = file.sheet(asked, snapshot)
    return whole_page(sheet.title, render(sheet, form)) if form == "html" else render(sheet, form)


def whole_page(title: str, fragment: str) -> str:
    """A table as a file that a browser opens by itself."""
    from html import escape

    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title or 'vehicle-catalog')}</title>\n</head>\n<body>\n{fragment}</body>\n</html>\n"
    )
