"""A small table with everything that makes a table hard: limits, missing values, hostile texts, units of all sorts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from catalog.collection import Catalog
from catalog.export.table import Table
from catalog.model import FIELDS, Record, Source, Vehicle
from catalog.sheets.tables import vehicles
from catalog.wording import choose

Made = Callable[..., Record]
HOSTILE = '=cmd|"/c calc"!A1 | <script>alert(1)</script> & $x_1\\% {y} ~^#'


def made(vehicle_id: str, model: str = "Van", **specs: Any) -> Record:
    data = {
        "id": vehicle_id, "make": "Acme", "model": model, "vehicle_type": "van", "sources": ["brochure"],
        "markets": ["DE", "FR"], "specs": specs,
    }  # fmt: skip
    return Vehicle.model_validate(data).record()


@pytest.fixture(scope="session")
def sources() -> dict[str, Source]:
    return {
        "brochure": Source.model_validate(
            {"id": "brochure", "publisher": "Acme", "title": "=Data", "kind": "manufacturer"}
        )
    }


def table(records: Sequence[Record], sources: dict[str, Source], system: str = "metric", *names: str) -> Table:
    return vehicles(records, choose(FIELDS, system), sources, names)


@pytest.fixture
def small(sources: dict[str, Source]) -> Table:
    """Two vehicles: a plain one, and one with a hostile name and without most values."""
    wltp = {"value": "317 km", "procedure": "wltp"}
    return table(
        [
            made(
                "a", length="5995 mm", range=wltp, payload="up to 1230 kg", price="EUR 54,900", seats="3", gearbox="-5"
            ),
            made("b", HOSTILE, length="6 m", battery_energy="about 68.25 kWh"),
        ],
        sources,
    )


@pytest.fixture
def invented(fixture_catalog: Catalog) -> Table:
    """The fixture catalog, whole."""
    return vehicles(list(fixture_catalog.records.values()), choose(FIELDS), fixture_catalog.sources)


def column(table: Table, name: str) -> list[Any]:
    """The values of a column by its name."""
    place = table.names.index(name)
    return [row[place] for row in table.rows()]
