"""The HTTP API: one file a resource. JSON with the documented keys of the command line's ``--format json``."""

from __future__ import annotations

from fastapi import APIRouter

from catalog.web.api import compare, docs, reference, vehicles

router = APIRouter()
for resource in (vehicles, compare, reference, docs):
    router.include_router(resource.router)

__all__ = ["router"]
