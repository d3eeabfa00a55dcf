"""Every spec file that the package ships."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.reading import Loaded, load, shipped

ROOT = shipped()
VEHICLES = sorted((ROOT / "vehicles").glob("*/*.toml"))
PLANTS = sorted((ROOT / "plants").glob("*.toml"))


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load([ROOT])


def test_there_are_files() -> None:
    assert len(VEHICLES) > 100
    assert PLANTS


def test_no_file_has_a_fault(loaded: Loaded) -> None:
    assert [str(fault) for fault in loaded.faults] == []


@pytest.mark.parametrize("path", VEHICLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_vehicle_is_loaded_under_the_id_of_its_place(path: Path, loaded: Loaded) -> None:
    vehicle = loaded.vehicles[f"{path.parent.name}-{path.stem}"]
    assert loaded.files[vehicle.id] == path
    for claims in vehicle.record().claims.values():
        for claim in claims:
            assert claim.sources
            assert all(source in loaded.sources for source in claim.sources)


@pytest.mark.parametrize("path", PLANTS, ids=lambda path: path.stem)
def test_every_plant_is_loaded(path: Path, loaded: Loaded) -> None:
    plant = loaded.plants[path.stem]
    assert plant.claims
    assert all(source in loaded.sources for claim in plant.claims for source in claim.sources)


def test_nothing_is_loaded_that_is_not_a_file(loaded: Loaded) -> None:
    assert len(loaded.vehicles) == len(VEHICLES)
    assert len(loaded.plants) == len(PLANTS)


def test_sources_are_in_order_of_their_ids(loaded: Loaded) -> None:
    """The file says so in its first line, so that a source is found and merges do not collide."""
    assert list(loaded.sources) == sorted(loaded.sources)
