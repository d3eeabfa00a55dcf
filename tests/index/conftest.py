"""A small spec folder that a test may change, and a cache of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.index import freshness
from catalog.index.place import Place


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache folder (which is not there yet). The code counts as installed, so that nobody's edit changes a test."""
    for name in ("cache", "data", "config"):
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(tmp_path / name))
    monkeypatch.delenv("VEHICLES_SPECS", raising=False)
    monkeypatch.setattr("catalog.index.place.is_checkout", lambda: False)
    return tmp_path / "cache" / "vehicle-catalog"


VAN = """make = "Acme"
model = "E-Van"
version = "75 kWh"
vehicle_type = "van"
powertrain = "battery electric"
plants = ["graz"]
sources = ["brochure"]

[specs]
payload = { value = "980 kg", crew = "in payload" }
gross_vehicle_mass = "3.5 t"
ac_charge_power = "11 kW"
range = [
  { value = "317 km", procedure = "wltp" },
  { value = "350 km", procedure = "wltp", source = "press", note = "expected before launch" },
]
"""
TRUCK = """make = "Škoda"
model = "Tatra"
vehicle_type = "truck"
sources = ["press"]

[specs]
payload = "5000 kg"
length = { value = "7.2 m", doubt = "longer than its frame" }
"""
PLANT = """name = "Acme plant"
place = "Graz"
country = "AT"
sources = ["press"]

[[output]]
period = "2024"
value = "up to 15,000"
note = "two shifts"
"""
SOURCES = """[brochure]
publisher = "Acme Motors"
title = "E-Van 75: technical data"
kind = "manufacturer"

[press]
publisher = "Fleet & Freight"
title = "Acme shows an electric van"
date = "2023-11-02"
kind = "press"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two vehicles, a plant and two sources: little, as some tests make its index a hundred times."""
    found = tmp_path / "specs"
    for path, text in (
        ("vehicles/acme/e-van-75.toml", VAN),
        ("vehicles/skoda/tatra.toml", TRUCK),
        ("plants/graz.toml", PLANT),
        ("plants/old.toml", PLANT.replace("Graz", "Linz")),
        ("sources.toml", SOURCES),
    ):
        (found / path).parent.mkdir(parents=True, exist_ok=True)
        (found / path).write_text(text, encoding="utf-8")
    return found


@pytest.fixture
def place(surroundings: Path, folder: Path) -> Place:
    """The files of the folder's index."""
    return Place(str(surroundings), [str(folder)])


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are trusted by their stamps at once, not after the tick of a clock: so a test need not wait for that."""
    monkeypatch.setattr(freshness, "_TICK_NS", 0)
