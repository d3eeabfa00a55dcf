"""Errors over HTTP: one shape, ``application/problem+json`` (RFC 9457), for every endpoint.

``code`` is a stable word for programs and ``message`` what a person should read. An error of a query has
``position`` and ``length`` of the place in ``query``; one of a parameter names it in ``parameter``. ``suggestions``
are what could stand there instead.
"""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import Response
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from catalog.errors import Ambiguous, CatalogError, ParameterError, QueryError
from catalog.render.structured import json_text

log = logging.getLogger("vehicles.web")
MEDIA_TYPE = "application/problem+json"


class Problem(BaseModel):
    """What went wrong, as RFC 9457 has it, with what helps to mend it."""

    type: str = Field(description="about:blank: the status says what kind of problem it is")
    title: str = Field(description="the status in words")
    status: int = Field(description="the HTTP status")
    detail: str = Field(description="the same as message")
    code: str = Field(description="a stable word for programs, such as query-error or not-found")
    message: str = Field(description="what a person should read; for a query with the place marked below it")
    suggestions: list[str] = Field(description="what could stand there instead, the nearest first")
    parameter: str | None = Field(default=None, description="the parameter that cannot be used")
    query: str | None = Field(default=None, description="the query that cannot be understood")
    position: int | None = Field(default=None, description="where in the query, counted from 0")
    length: int | None = Field(default=None, description="how long the place is")


def problem_of(error: CatalogError) -> dict[str, Any]:
    """The problem document of an error of the catalog."""
    found = problem(error.http_status, _code(error), str(error), list(getattr(error, "suggestions", ())))
    if isinstance(error, QueryError):
        found |= {"query": error.text, "position": error.position, "length": error.length}
    if isinstance(error, ParameterError):
        found["parameter"] = error.name
    if isinstance(error, Ambiguous):
        found["suggestions"] = list(error.candidates)
    return found


def problem(status: int, code: str, message: str, suggestions: list[str] | None = None) -> dict[str, Any]:
    """A problem document of our own."""
    return {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": message,
        "code": code,
        "message": message,
        "suggestions": suggestions or [],
    }


def _code(error: CatalogError) -> str:
    """``NotFound`` as ``not-found``."""
    name = type(error).__name__
    return "".join(f"-{sign.lower()}" if sign.isupper() and place else sign.lower() for place, sign in enumerate(name))


def answer(document: dict[str, Any]) -> Response:
    """A problem document as a response, which nobody keeps."""
    return Response(json_text(document), document["status"], {"cache-control": "no-store"}, media_type=MEDIA_TYPE)


def register(app: FastAPI) -> None:
    """Answer every error of the application in the one shape: as JSON below ``/api`` and ``/download``, else as a
    page."""

    def told(request: Request, document: dict[str, Any]) -> Response:
        if request.scope["path"].startswith(("/api", "/download", "/static")):
            return answer(document)
        from catalog.web.pages import problem_page

        return problem_page(request, document)

    async def of_catalog(request: Request, error: Exception) -> Response:
        assert isinstance(error, CatalogError)
        return told(request, problem_of(error))

    async def of_http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        code = HTTPStatus(error.status_code).phrase.lower().replace(" ", "-")
        message = f"there is nothing at {request.scope['path'][:200]}" if error.status_code == 404 else error.detail
        return told(request, problem(error.status_code, code, message))

    async def of_anything(request: Request, error: Exception) -> Response:
        log.error("%s %s", request.method, request.scope["path"], exc_info=error)
        return told(request, problem(500, "internal-error", "the server has a fault; its log says which"))

    app.add_exception_handler(CatalogError, of_catalog)
    app.add_exception_handler(HTTPException, of_http)
    app.add_exception_handler(Exception, of_anything)
