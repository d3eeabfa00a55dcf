"""The catalog: opened, listed, searched, compared."""

from __future__ import annotations

from pathlib import Path

import pytest

import catalog
from catalog.collection import FILTERS, Catalog
from catalog.errors import NotComparable, NotFound, SettingsError, SpecError
from catalog.model import FIELDS, Record, Vehicle
from catalog.units import KINDS
from catalog.wording import UnitChoice, choose


def test_it_reads_like_a_mapping_of_vehicles_by_id(fixture_catalog: Catalog) -> None:
    assert list(fixture_catalog) == sorted(fixture_catalog)
    assert len(fixture_catalog) == 5
    assert all(isinstance(vehicle, Vehicle) and vehicle.id == key for key, vehicle in fixture_catalog.items())
    assert list(fixture_catalog.keys()) == list(fixture_catalog)
    assert list(fixture_catalog.values()) == [fixture_catalog[key] for key in fixture_catalog]
    assert "acme-e-van-75" in fixture_catalog
    assert "acme" not in fixture_catalog
    assert repr(fixture_catalog) == "<Catalog of 5 vehicles>"
    with pytest.raises(KeyError):
        fixture_catalog["acme"]


def test_its_parts(fixture_catalog: Catalog, specs: Path) -> None:
    assert fixture_catalog.fields is FIELDS
    assert set(fixture_catalog.plants) == {"graz", "empty-hall"}
    assert len(fixture_catalog.sources) == 7
    assert fixture_catalog.faults == ()
    assert fixture_catalog.files["acme-e-van-75"] == specs / "vehicles" / "acme" / "e-van-75.toml"
    assert set(fixture_catalog.records) == set(fixture_catalog)
    assert all(isinstance(record, Record) for record in fixture_catalog.records.values())


def test_one_folder_or_several(specs: Path, tmp_path: Path) -> None:
    folder = tmp_path / "vehicles" / "own"
    folder.mkdir(parents=True)
    (folder / "van.toml").write_text(
        'make = "Own"\nmodel = "Van"\nvehicle_type = "van"\nplants = ["graz"]\n'
        '[specs]\nlength = { value = "5 m", source = "epa-test-2024" }\n',
        encoding="utf-8",
    )
    assert len(catalog.open(str(specs))) == 5
    both = catalog.open([specs, str(tmp_path)])
    assert len(both) == 6
    assert both["own-van"].length.shown.sources == ("epa-test-2024",)


def test_faults_are_raised_together_or_told(specs: Path, tmp_path: Path) -> None:
    folder = tmp_path / "vehicles" / "own"
    folder.mkdir(parents=True)
    (folder / "van.toml").write_text('make = "Own"\nmodle = "Van"\nvehicle_type = "vna"\n', encoding="utf-8")
    with pytest.raises(SpecError) as raised:
        catalog.open([specs, tmp_path])
    assert len(raised.value.faults) == 3
    lenient = catalog.open([specs, tmp_path], strict=False)
    assert lenient.faults == raised.value.faults
    assert len(lenient) == 5


def test_a_folder_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="no such folder"):
        catalog.open(tmp_path / "gone")


def test_the_shipped_catalog_and_the_users_are_the_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    shipped = set(catalog.open(strict=False))
    folder = tmp_path / "vehicle-catalog" / "specs" / "vehicles" / "own"
    folder.mkdir(parents=True)
    (folder / "van.toml").write_text('make = "Own"\nmodel = "Van"\nvehicle_type = "van"\n', encoding="utf-8")
    assert set(catalog.open(strict=False)) - shipped == {"own-van"}


def test_get_takes_what_a_user_types(fixture_catalog: Catalog) -> None:
    assert fixture_catalog.get("citroën").id == "citroen-e-hauler-50"
    with pytest.raises(NotFound):
        fixture_catalog.get("nothing of this name")


@pytest.mark.parametrize(
    ("words", "filters", "found"),
    [
        ((), {}, 5),
        (("van",), {}, 2),  # the name of one, the type of both
        (("e-van",), {}, 1),
        (("e-",), {}, 2),
        (("Citroën",), {}, 1),
        (("citroen", "50"), {}, 1),
        (("citroen", "75"), {}, 0),
        ((), {"vehicle_type": "van"}, 2),
        ((), {"vehicle_type": "VAN", "powertrain": "battery electric"}, 2),
        ((), {"make": "citroen"}, 1),
        ((), {"category": "N1", "market": "DE"}, 1),
        ((), {"market": "at"}, 1),
        ((), {"plant": "graz"}, 1),
        ((), {"make": None}, 5),
        ((), {"powertrain": "bev"}, 2),
        ((), {"powertrain": "electric"}, 2),
        (("75",), {"vehicle_type": "van"}, 1),
    ],
)
def test_listing(fixture_catalog: Catalog, words: tuple[str, ...], filters: dict[str, str | None], found: int) -> None:
    vehicles = fixture_catalog.list(*words, **filters)
    assert len(vehicles) == found
    assert [vehicle.id for vehicle in vehicles] == sorted(vehicle.id for vehicle in vehicles)


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("make", "Acmee", r"no make 'Acmee'; did you mean Acme\? \(known: Acme, Citroën, Evil & Sons, Quiet, Tianma\)"),
        ("vehicle_type", "vna", r"no vehicle type 'vna'; did you mean van\?"),
        ("powertrain", "steam", "no powertrain 'steam'"),
        ("market", "XX", "no market 'XX'"),
        ("plant", "gratz", r"no plant 'gratz'; did you mean graz\?"),
        ("category", "N9", "no category 'N9'"),
    ],
)
def test_a_value_that_no_vehicle_has_suggests_the_nearest(
    fixture_catalog: Catalog, name: str, value: str, message: str
) -> None:
    assert name in FILTERS
    with pytest.raises(NotFound, match=message):
        fixture_catalog.list(**{name: value})


def test_a_filter_that_is_none_suggests_the_nearest(fixture_catalog: Catalog) -> None:
    with pytest.raises(SettingsError, match=r"no filter 'maker'; did you mean make(\?| or)"):
        fixture_catalog.list(maker="Acme")
    with pytest.raises(SettingsError, match="no filter 'zzz'; make, vehicle_type"):
        fixture_catalog.list(zzz="Acme")


def test_comparing(fixture_catalog: Catalog) -> None:
    found = fixture_catalog.compare("acme", "Citroën", fields=["range", "payload", "derived_footprint"], units="us")
    assert [record.id for record in found.vehicles] == ["acme-e-van-75", "citroen-e-hauler-50"]
    assert list(dict.fromkeys(row.field for row in found.rows)) == ["range", "payload", "derived_footprint"]
    assert found.row("range", "wltp").cells[1].text == "≤\u00a0139\u00a0mi"
    assert "Citroën ë-Hauler" in str(found)
    assert found._repr_html_().startswith("<table")
    assert found.to_text(40).splitlines() != str(found).splitlines()


def test_comparing_with_chosen_units_and_a_baseline(fixture_catalog: Catalog) -> None:
    units = choose(FIELDS, "metric", ["mass=t"])
    found = fixture_catalog.compare("acme", "citroen", units=units, baseline="the-van", derived=False)
    assert found.units is units
    assert found.baseline == "acme-e-van-75"
    assert found.row("gross_vehicle_mass").cells[1].difference is not None
    assert not any(row.field.startswith("derived") for row in found.rows)
    plain = UnitChoice(by_kind={"mass": KINDS["mass"].unit("t")})
    assert fixture_catalog.compare("acme", units=plain).row("gross_vehicle_mass").cells[0].text == "3.5\u00a0t"


def test_a_vehicle_named_twice_is_compared_once(fixture_catalog: Catalog) -> None:
    assert len(fixture_catalog.compare("acme", "the-van", "acme-e-van-75").vehicles) == 1


@pytest.mark.parametrize(
    ("names", "more", "error"),
    [
        ((), {}, NotComparable),
        (("nothing-of-this-name",), {}, NotFound),
        (("acme",), {"baseline": "citroen"}, NotFound),
        (("acme",), {"fields": ["rnage"]}, NotFound),
        (("acme",), {"units": "imperial"}, SettingsError),
    ],
)
def test_what_cannot_be_compared(
    fixture_catalog: Catalog, names: tuple[str, ...], more: dict[str, object], error: type[Exception]
) -> None:
    with pytest.raises(error):
        fixture_catalog.compare(*names, **more)  # type: ignore[arg-type]
