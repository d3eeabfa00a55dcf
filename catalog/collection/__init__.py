"""The collection: class Catalog, how commands read it, and how it finds a vehicle by what a user types."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.collection.catalog import Catalog
    from catalog.collection.data_sets import DataSets
    from catalog.collection.filters import FILTERS
    from catalog.collection.names import Match
    from catalog.collection.reader import Reader

_HOME = {"Catalog": "catalog", "DataSets": "data_sets", "FILTERS": "filters", "Match": "names", "Reader": "reader"}
__all__ = ["FILTERS", "Catalog", "DataSets", "Match", "Reader"]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        from catalog.plain import module

        return getattr(module(f"catalog.collection.{_HOME[name]}"), name)
    raise AttributeError(f"module 'catalog.collection' has no attribute {name!r}")
