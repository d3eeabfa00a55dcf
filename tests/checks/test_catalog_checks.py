"""Checks of several vehicles, and of the sources."""

from __future__ import annotations

import pytest

from catalog.checks.make_folder import slug
from catalog.model import Plant
from tests.checks.conftest import codes, findings, source, vehicle

SMALL, LARGE = {"battery_energy": "51 kWh"}, {"battery_energy": "64 kWh"}


def test_siblings_with_other_batteries_and_one_kerb_mass() -> None:
    first = vehicle("acme-small", version="S", kerb_mass="1685 kg", **SMALL)
    second = vehicle("acme-large", version="L", kerb_mass="1685 kg", **LARGE)
    (finding,) = [entry for entry in findings(first, second) if entry.code == "kept-mass"]
    assert finding.subject == "acme-small"  # ids in order: the later one is reported
    assert "acme-large" in finding.message


def test_siblings_with_other_batteries_and_one_range_of_one_procedure() -> None:
    way = {"value": "350 km", "procedure": "wltp"}
    first, second = (
        vehicle("acme-a", version="S", range=way, **SMALL),
        vehicle("acme-b", version="L", range=way, **LARGE),
    )
    assert "kept-mass" in codes(first, second)


@pytest.mark.parametrize(
    "other",
    [
        {"kerb_mass": "1720 kg", **LARGE},
        {"kerb_mass": "1685 kg", **SMALL},
        {"kerb_mass": "1685 kg", "battery_energy": {"value": "53 kWh", "capacity": "gross"}},
        {"kerb_mass": "1685 kg", "model": "Truck", **LARGE},
    ],
)
def test_siblings_that_may_have_one_mass(other: dict[str, str]) -> None:
    first = vehicle("acme-a", version="S", kerb_mass="1685 kg", **SMALL)
    assert "kept-mass" not in codes(first, vehicle("acme-b", version="L", **other))


def test_vehicles_with_one_name() -> None:
    first = vehicle("acme-a", version="Long  range", range="300 km")
    assert "duplicate" in codes(first, vehicle("acme-b", version="long range", range="400 km"))
    assert "duplicate" not in codes(first, vehicle("acme-b", version="short range", range="400 km"))


def test_vehicles_with_the_same_claims() -> None:
    values = {"length": "5995 mm", "payload": "1230 kg", "range": "210 km"}
    first = vehicle("acme-a", version="a", **values)
    assert "duplicate" in codes(first, vehicle("acme-b", version="b", **values))
    assert "duplicate" not in codes(first, vehicle("acme-b", version="b", **values, seats="3"))
    one = {"length": "5995 mm"}
    assert "duplicate" not in codes(vehicle("acme-a", version="a", **one), vehicle("acme-b", version="b", **one))


def test_a_source_that_nothing_cites() -> None:
    sources = (source("one"), source("two"), source("three"), source("four"), source("five"))
    van = vehicle(
        note="class limits as in three",
        range={"value": "200 km", "source": "two", "doubt": "four says otherwise"},
        length="5 m",
    )
    found = findings(van, sources=sources)
    assert [entry.subject for entry in found if entry.code == "unused-source"] == ["five"]


def test_a_source_that_a_plant_cites_is_used() -> None:
    output = [{"period": "2024", "value": "2000 trucks", "source": "two"}]
    plant = Plant.model_validate(
        {"id": "works", "name": "Works", "place": "Town", "country": "DE", "sources": ["one"], "output": output}
    )
    found = findings(sources=(source("one"), source("two")), plants=(plant,))
    assert not [entry for entry in found if entry.code == "unused-source"]


def test_a_source_without_a_date_is_for_information() -> None:
    van = vehicle(length="5 m")
    (finding,) = findings(van, sources=(source("one", date=None),))
    assert (finding.code, finding.subject, finding.info, finding.unexplained) == ("undated-source", "one", True, False)
    assert not findings(van, sources=(source("one"),))


@pytest.mark.parametrize("url", ["https://acme.example/", "https://acme.example"])
def test_a_source_with_a_home_page_only(url: str) -> None:
    van = vehicle(length="5 m")
    assert codes(van, sources=(source("one", url=url),)) == {"home-page-source"}
    (explained,) = findings(van, sources=(source("one", url=url, note="searched by model"),))
    assert explained.accepted == "searched by model"


@pytest.mark.parametrize("url", [None, "https://acme.example/vans/spec", "https://acme.example/?id=7"])
def test_a_source_with_a_page(url: str | None) -> None:
    assert not codes(vehicle(length="5 m"), sources=(source("one", url=url),))


@pytest.mark.parametrize(
    ("make", "folder"),
    [("Mercedes-Benz", "mercedes-benz"), ("Great Wall", "great-wall"), ("Škoda", "skoda"), ("EFA-S", "efa-s")],
)
def test_the_folder_of_a_make(make: str, folder: str) -> None:
    assert slug(make) == folder
