"""Pages for people."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse, Response

router = APIRouter()


def problem_page(request: Request, document: dict[str, Any]) -> Response:
    """An error as a page; ``document`` is its problem document."""
    del request
    return PlainTextResponse(f"{document['title']}\n\n{document['message']}\n", document["status"])
