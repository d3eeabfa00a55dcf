"""An error as a page: what was asked, what is wrong with it, and the nearest right things as links."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import HTMLResponse

from catalog.web.asking import snapshot_of
from catalog.web.pages.rendering import Frame, page


def problem_page(request: Request, document: dict[str, Any]) -> HTMLResponse:
    """The page of a problem document."""
    snapshot = snapshot_of(request)
    frame = Frame(document["title"], "problem", "")
    suggestions = [
        (
            snapshot.names[name].name if name in snapshot.names else name,
            _address(name, snapshot.names, snapshot.sources, snapshot.plants),
        )
        for name in document["suggestions"]
    ]
    answer = page(request, "problem.html", frame, document["status"], problem=document, suggestions=suggestions)
    answer.headers["cache-control"] = "no-store"
    return answer


def _address(name: str, vehicles: Any, sources: Any, plants: Any) -> str:
    for section, known in (("vehicles", vehicles), ("sources", sources), ("plants", plants)):
        if name in known:
            return f"/{section}/{quote(name)}"
    return ""
