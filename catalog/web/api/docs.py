"""``/api/docs``: the description of the API for people, from files of this server alone."""

from __future__ import annotations

from html import escape

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from catalog.web.pages.assets import asset_url
from catalog.web.static_files import swagger_url

router = APIRouter(include_in_schema=False)

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>HTTP API - vehicle-catalog</title>
<link rel="icon" href="{icon}">
<link rel="stylesheet" href="{style}">
<script src="{bundle}" defer></script>
<script src="{start}" defer></script>
</head>
<body>
<p><a href="/">vehicle-catalog</a> - its HTTP API, described in <a href="{description}">OpenAPI</a></p>
<main id="api-docs" data-description="{description}"></main>
<noscript>Without JavaScript, the description itself says all that stands here.</noscript>
</body>
</html>
"""


@router.get("/docs")
async def docs(request: Request) -> HTMLResponse:
    """The documentation page."""
    parts = {
        "icon": asset_url("icon.svg"),
        "style": swagger_url("swagger-ui.css"),
        "bundle": swagger_url("swagger-ui-bundle.js"),
        "start": asset_url("api-docs.js"),
        "description": request.app.openapi_url,
    }
    return HTMLResponse(_PAGE.format(**{name: escape(text) for name, text in parts.items()}))
