"""Renderers: one sheet in, text out, one file a format."""

from __future__ import annotations

from catalog.render.formats import FORMATS, NAMES, TABLE_STYLES, render
from catalog.render.sheet import Line, Sheet

__all__ = ["FORMATS", "NAMES", "TABLE_STYLES", "Line", "Sheet", "render"]
