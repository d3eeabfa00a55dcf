"""Records of one vehicle, made from a few lines of spec file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from catalog.model import FIELDS, Record, Source, Vehicle
from catalog.render import Sheet
from catalog.wording import UnitChoice, choose

Make = Callable[..., Record]


@pytest.fixture
def make() -> Make:
    """``make(payload="1230 kg")`` is a record of a van; ``identity`` overrides what it is."""

    def build(identity: dict[str, Any] | None = None, **specs: Any) -> Record:
        data = {
            "id": "acme-van", "make": "Acme", "model": "Van", "vehicle_type": "van", "powertrain": "battery electric",
            "sources": ["brochure"], **(identity or {}), "specs": specs,
        }  # fmt: skip
        return Vehicle.model_validate(data).record()

    return build


@pytest.fixture(scope="session")
def sources() -> dict[str, Source]:
    """Two sources."""
    return {
        key: Source.model_validate({"id": key, "publisher": key.capitalize(), "title": "Data", "kind": kind})
        for key, kind in (("brochure", "manufacturer"), ("paper", "press"))
    }


@pytest.fixture(scope="session")
def metric() -> UnitChoice:
    return choose(FIELDS)


def rows(sheet: Sheet) -> list[tuple[str, ...]]:
    """The lines of a sheet with plain spaces, headings left out."""
    return [tuple(cell.replace("\u00a0", " ") for cell in line.cells) for line in sheet.lines if not line.section]


def pairs(sheet: Sheet) -> dict[str, str]:
    """The first two cells of each line as a mapping."""
    return {row[0]: row[1] for row in rows(sheet)}


def headings(sheet: Sheet) -> list[str]:
    """The headings of a sheet."""
    return [line.cells[0] for line in sheet.lines if line.section]
