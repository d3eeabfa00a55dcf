"""``/api/compare``: vehicles side by side."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from catalog.requests.views import COMPARE
from catalog.web.api.answers import answered, described
from catalog.web.api.shapes import Comparison
from catalog.web.asking import read, snapshot_of
from catalog.web.comparing import compared_text

router = APIRouter(tags=["compare"])


@router.get("/compare", openapi_extra=described(COMPARE), responses=answered(Comparison))
async def compare(request: Request) -> Response:
    """Vehicles side by side: a row for each field under each definition, best marks and differences in each."""
    return Response(compared_text(read(COMPARE, request), snapshot_of(request)), media_type="application/json")
