"""Pages for people: one file a page with what it is asked and what it shows; the looks are in templates and static.

Every page works without scripts: what a reader does is a link or a form, and all state is in the URL.
"""

from __future__ import annotations

from fastapi import APIRouter

from catalog.web.pages import compare, fields, find, plants, sources, vehicle
from catalog.web.pages.problem import problem_page

router = APIRouter()
for one in (find, compare, vehicle, sources, plants, fields):
    router.include_router(one.router)

__all__ = ["problem_page", "router"]
