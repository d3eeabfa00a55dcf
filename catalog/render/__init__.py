"""Renderers: one sheet in, text out, one file a format."""

from __future__ import annotations

from catalog.render.formats import FORMATS, NAMES, TABLE_STYLES, no_format, render, render_for
from catalog.render.sheet import Line, Sheet

__all__ = ["FORMATS", "NAMES", "TABLE_STYLES", "Line", "Sheet", "no_format", "render", "render_for"]
