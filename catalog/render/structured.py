"""A sheet's document as JSON, or its records as JSON lines."""

from __future__ import annotations

import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.render.sheet import Sheet


def _plain(value: Any) -> Any:
    if hasattr(value, "to_integral_value"):  # a Decimal, without its import
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=_plain, allow_nan=False)


def json_text(document: Any) -> str:
    """A document over several lines, what holds no further tables on one.

    That is as easily read, searched and compared as a fully indented one, and made several times as fast.
    """
    return _text(document, "") + "\n"


def _text(value: Any, indent: str) -> str:
    if not _is_deep(value):
        return _dumps(value)
    inner = indent + "  "
    if isinstance(value, dict):
        parts = [f"{inner}{_dumps(key)}: {_text(entry, inner)}" for key, entry in value.items()]
        return "{\n" + ",\n".join(parts) + f"\n{indent}}}"
    return "[\n" + ",\n".join(inner + _text(entry, inner) for entry in value) + f"\n{indent}]"


def _is_deep(value: Any) -> bool:
    """Whether a list or table holds tables, or lists of them."""
    if isinstance(value, dict):
        return any(isinstance(entry, dict) or _is_deep(entry) for entry in value.values())
    return isinstance(value, list | tuple) and any(isinstance(entry, dict) or _is_deep(entry) for entry in value)


def render_json(sheet: Sheet) -> str:
    """The document."""
    return json_text(sheet.document)


def render_json_lines(sheet: Sheet) -> str:
    """One record a line."""
    return "".join(f"{_dumps(record)}\n" for record in sheet.records)
