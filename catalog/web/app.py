"""The application: its routes, what they share, and the order in which a request goes through them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from catalog.version import __version__
from catalog.web import problems
from catalog.web.api import ROUTERS
from catalog.web.downloads import router as downloads
from catalog.web.front import Front
from catalog.web.live import Live
from catalog.web.problems import Problem
from catalog.web.static_files import edition, static_files


def make_app(live: Live, hosts: Sequence[str]) -> Front:
    """The application over a catalog. ``hosts`` are the names by which requests may come."""
    app = FastAPI(
        title="vehicle-catalog",
        version=__version__,
        description="Vehicle specifications as published and cited, normalized and compared.",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        swagger_ui_oauth2_redirect_url=None,
        redirect_slashes=False,
    )
    problems.register(app)
    app.openapi = lambda: _described(app)  # type: ignore[method-assign]  # as FastAPI's own guide has it
    for router in ROUTERS:
        app.include_router(router, prefix="/api")
    app.include_router(downloads)
    _add_pages(app)
    return Front(app, live, hosts, edition(), static_files())


def _described(app: FastAPI) -> dict[str, Any]:
    """The description of the API, with the shape of its errors, which are of no route."""
    if app.openapi_schema is None:
        whole = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        whole["components"]["schemas"][Problem.__name__] = Problem.model_json_schema()
        app.openapi_schema = whole
    return app.openapi_schema


def _add_pages(app: FastAPI) -> None:
    from catalog.web.pages import router

    app.include_router(router, include_in_schema=False)
