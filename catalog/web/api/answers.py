"""What the endpoints share: JSON as the command line writes it, and how the description speaks of parameters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi.responses import Response
from pydantic import BaseModel

from catalog.render.structured import json_text
from catalog.requests.parameter import Parameter, View
from catalog.web.problems import MEDIA_TYPE, Problem

_ERRORS: dict[int | str, str] = {
    404: "There is no such thing; `suggestions` has the nearest.",
    400: "The request is none that HTTP or this server understands.",
    414: "The address is longer than any that means something.",
    431: "The address and the headers are longer than the server reads.",
    422: "A parameter or a query cannot be used; the problem says which and where.",
}


def json_answer(document: Any, headers: Mapping[str, str] | None = None) -> Response:
    """A document as JSON."""
    return Response(json_text(document), headers=headers, media_type="application/json")


def described(view: View, *leave_out: str) -> dict[str, Any]:
    """The parameters of a view for the description; attributes that are in the path are left out."""
    return {"parameters": [_described(one) for one in view.parameters if one.attribute not in leave_out]}


def answered(shape: type[BaseModel]) -> dict[int | str, dict[str, Any]]:
    """What an endpoint answers, for the description: its shape, and problems.

    The shape is not used to make the answer, which the documents of all faces are; a test holds the two together.
    """
    problem = {"$ref": f"#/components/schemas/{Problem.__name__}"}
    errors = {
        status: {"description": what, "content": {MEDIA_TYPE: {"schema": problem}}} for status, what in _ERRORS.items()
    }
    return {200: {"model": shape, "description": (shape.__doc__ or "").strip()}, **errors}


def _described(parameter: Parameter) -> dict[str, Any]:
    text: dict[str, Any] = {"type": "string", "maxLength": parameter.length}
    if parameter.choices:
        text["enum"] = list(parameter.choices)
    schema: dict[str, Any] = text
    if parameter.form == "flag":
        schema = {"type": "string", "enum": ["1", "0"]}
    elif parameter.form == "count":
        schema = {"type": "integer", "minimum": 0, "maximum": parameter.most}
    elif parameter.form == "texts":
        schema = {"type": "array", "items": text, "maxItems": parameter.many}
    return {
        "name": parameter.name,
        "in": "query",
        "required": False,
        "description": parameter.what,
        "schema": schema | ({"example": parameter.example} if parameter.example and schema is text else {}),
    } | ({"style": "form", "explode": True} if parameter.form == "texts" else {})
