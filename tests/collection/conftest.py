"""Holdings for tests: the fixture catalog as an index, and beside two small data sets in DuckDB."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.collection import Catalog
from catalog.datasets.importing import import_file
from catalog.datasets.map_file import from_data
from catalog.datasets.store import Store
from catalog.index import Index
from catalog.index.keeping import index_of
from catalog.reading import load
from tests.conftest import SPECS

FLEET = """id,make,model,variant,Type,Range (km),WLTP range,Payload kg
007,Škoda,Enyaq,85,Car,560,570,510
8,Acme,Müller Van,L2,Van,300,,1150
9,Acme,Müller Van,L3,Van,,290,1050
"""
HIRE = """id,make,model,variant,Type,Range (km),WLTP range,Payload kg
1,Acme,Tipper,,Truck,200,,7000
"""


def fleet_map(name: str, prefix: str) -> dict[str, object]:
    """A map of the tables above."""
    return {
        "format": 1,
        "name": name,
        "prefix": prefix,
        "title": f"The {name}",
        "publisher": "Acme Leasing",
        "licence": "CC0-1.0",
        "kind": "data set",
        "row": {"key": "id"},
        "identity": {
            "make": "{make}",
            "model": "{model}",
            "version": ["{variant}"],
            "vehicle_type": [{"column": "Type", "words": {"car": ["Car"], "van": ["Van"], "truck": ["Truck"]}}],
            "powertrain": [{"value": "battery electric"}],
            "markets": ["DE", "AT"],
        },
        "place": [
            {"column": "WLTP range", "field": "range", "unit": "km", "procedure": "WLTP"},
            {"column": "Range (km)", "field": "range", "unit": "km"},
            {"column": "Payload kg", "field": "payload", "unit": "kg"},
        ],
    }


def fill(store: Store, folder: Path) -> Store:
    """Two data sets: ``fleet`` (ids ``fl:...``) and ``hire`` (ids ``hire:...``)."""
    for name, prefix, text in (("fleet", "fl", FLEET), ("hire", "hire", HIRE)):
        path = folder / f"{name}.csv"
        path.write_text(text, encoding="utf-8")
        import_file(str(path), from_data(fleet_map(name, prefix), f"{name}.toml"), store, version="June")
    return store


@pytest.fixture(scope="session")
def two_sets(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store with ``fleet`` and ``hire``."""
    folder = tmp_path_factory.mktemp("two-sets")
    return fill(Store(str(folder / "datasets")), folder)


@pytest.fixture(scope="session")
def index(fixture_catalog: Catalog) -> Index:
    """The index of the fixture catalog."""
    del fixture_catalog
    return index_of(load((SPECS,)))
