"""A sheet's document as JSON, or its records as JSON lines."""

from __future__ import annotations

import json
from decimal import Decimal

from catalog.render.sheet import Sheet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")


def render_json(sheet: Sheet) -> str:
    """The document, indented."""
    return json.dumps(sheet.document, ensure_ascii=False, indent=2, default=_plain, allow_nan=False) + "\n"


def render_json_lines(sheet: Sheet) -> str:
    """One record a line."""
    return "".join(
        json.dumps(record, ensure_ascii=False, default=_plain, allow_nan=False) + "\n" for record in sheet.records
    )
