"""The application: its routes, what they share, and the order in which a request goes through them."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import FastAPI

from catalog.version import __version__
from catalog.web import problems
from catalog.web.api import router as api
from catalog.web.live import Live


def make_app(live: Live, hosts: Sequence[str] = ()) -> FastAPI:
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
    app.state.live = live
    problems.register(app)
    app.include_router(api, prefix="/api")
    _add_pages(app)
    return app


def _add_pages(app: FastAPI) -> None:
    from catalog.web.pages import router

    app.include_router(router, include_in_schema=False)
