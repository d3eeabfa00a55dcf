"""Engines: the wide table of vehicles, and bound queries run on it."""

from __future__ import annotations

from catalog.engine.sqlite import connect, select_ids
from catalog.engine.table import Table, build_table

__all__ = ["Table", "build_table", "connect", "select_ids"]
