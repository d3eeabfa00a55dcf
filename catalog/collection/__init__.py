"""The collection: class Catalog and how it finds a vehicle by what a user types."""

from __future__ import annotations

from catalog.collection.catalog import FILTERS, Catalog
from catalog.collection.names import Match

__all__ = ["FILTERS", "Catalog", "Match"]
