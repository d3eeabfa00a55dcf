"""Engines: the wide table of vehicles, and bound queries run on it.

- ``table``: one row a vehicle, from records; ``columns``: what each column holds, written wherever it is stored;
- ``sqlite``, ``duckdb``, ``postgres``: run a bound query, each on its own engine;
- ``parquet``, ``postgres_tables``, ``publish``: store the table where another program or team reads it;
- ``folding``: what ``lower`` does, on every engine alike.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.engine.sqlite import connect, select_ids
    from catalog.engine.table import Table, build_table

_HOME = {"Table": "table", "build_table": "table", "connect": "sqlite", "select_ids": "sqlite"}
__all__ = ["Table", "build_table", "connect", "select_ids"]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        from catalog.plain import module

        return getattr(module(f"catalog.engine.{_HOME[name]}"), name)
    raise AttributeError(f"module 'catalog.engine' has no attribute {name!r}")
