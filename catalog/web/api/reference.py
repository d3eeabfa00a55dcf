"""``/api/fields``, ``/api/sources``, ``/api/plants``: what the values mean, where they come from, who builds what."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from catalog.requests.parameter import NOTHING
from catalog.web.api.answers import answered, json_answer
from catalog.web.api.shapes import Field, FieldList, Plant, PlantList, Source, SourceList
from catalog.web.asking import read, snapshot_of
from catalog.web.views import field_sheets, plant_sheets, source_sheets

router = APIRouter()


@router.get("/fields", tags=["fields"], responses=answered(FieldList))
async def fields(request: Request) -> Response:
    """All fields: meaning, units, and what a value must state to be compared."""
    read(NOTHING, request)
    return json_answer(field_sheets(None).document)


@router.get("/fields/{key}", tags=["fields"], responses=answered(Field))
async def field(request: Request, key: str) -> Response:
    """One field by its key, label or common name."""
    read(NOTHING, request)
    return json_answer(field_sheets(key).document)


@router.get("/sources", tags=["sources"], responses=answered(SourceList))
async def sources(request: Request) -> Response:
    """All sources, with how many values cite each."""
    read(NOTHING, request)
    return json_answer((await run_in_threadpool(source_sheets, None, snapshot_of(request))).document)


@router.get("/sources/{source_id}", tags=["sources"], responses=answered(Source))
async def source(request: Request, source_id: str) -> Response:
    """One source by its id, with every value that cites it."""
    read(NOTHING, request)
    return json_answer((await run_in_threadpool(source_sheets, source_id, snapshot_of(request))).document)


@router.get("/plants", tags=["plants"], responses=answered(PlantList))
async def plants(request: Request) -> Response:
    """All assembly plants with their output plans and what they build."""
    read(NOTHING, request)
    return json_answer(plant_sheets(None, snapshot_of(request)).document)


@router.get("/plants/{plant_id}", tags=["plants"], responses=answered(Plant))
async def plant(request: Request, plant_id: str) -> Response:
    """One plant by its id, or a part of its name."""
    read(NOTHING, request)
    return json_answer(plant_sheets(plant_id, snapshot_of(request)).document)
