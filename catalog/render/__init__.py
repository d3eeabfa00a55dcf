"""Renderers: one sheet in, text out, one file a format, each imported when it is used."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.render.formats import render, render_for
    from catalog.render.names import FORMATS, NAMES, TABLE_STYLES, no_format
    from catalog.render.sheet import Line, Sheet

_HOME = {
    "FORMATS": "names",
    "Line": "sheet",
    "NAMES": "names",
    "Sheet": "sheet",
    "TABLE_STYLES": "names",
    "no_format": "names",
    "render": "formats",
    "render_for": "formats",
}
__all__ = ["FORMATS", "NAMES", "TABLE_STYLES", "Line", "Sheet", "no_format", "render", "render_for"]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        from catalog.plain import module

        return getattr(module(f"catalog.render.{_HOME[name]}"), name)
    raise AttributeError(f"module 'catalog.render' has no attribute {name!r}")
