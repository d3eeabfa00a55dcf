"""Folders as a whole: what is in its place, what is there twice, what is not there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from catalog.reading import Loaded, load
from tests.reading.conftest import HEAD, SOURCES, Folder

Texts = Callable[[Loaded], list[str]]
PLANT = 'name = "Acme works"\nplace = "Town"\ncountry = "DE"\n'


def test_a_folder_that_does_not_exist(tmp_path: Path, texts: Texts) -> None:
    loaded = load([tmp_path / "nowhere"])
    assert texts(loaded) == [f"{tmp_path}/nowhere: no such folder"]
    assert [fault.code for fault in loaded.faults] == ["folder"]
    assert (loaded.vehicles, loaded.plants, loaded.sources) == ({}, {}, {})


def test_a_file_where_a_folder_is_expected(tmp_path: Path, texts: Texts) -> None:
    (tmp_path / "file").write_text("")
    assert texts(load([tmp_path / "file"])) == [f"{tmp_path}/file: not a folder"]


def test_a_folder_of_something_else(folder: Folder, texts: Texts) -> None:
    """The folder ``vehicles`` instead of the one around it would load nothing, and say nothing."""
    inside = folder({"vehicles/acme/van.toml": HEAD}) / "vehicles"
    assert texts(load([inside])) == [f"{inside}: not a spec folder (which holds vehicles/, plants/ or sources.toml)"]


def test_an_empty_folder_is_right(tmp_path: Path) -> None:
    assert load([tmp_path]).faults == ()


def test_a_missing_folder_does_not_hide_the_others(folder: Folder, tmp_path: Path, texts: Texts) -> None:
    loaded = load([tmp_path / "nowhere", folder({"vehicles/acme/van.toml": HEAD})])
    assert list(loaded.vehicles) == ["acme-van"]
    assert texts(loaded) == [f"{tmp_path}/nowhere: no such folder"]


def test_one_vehicle_in_two_folders(folder: Folder, texts: Texts) -> None:
    first = folder({"vehicles/acme/van.toml": HEAD}, "shipped")
    second = folder({"sources.toml": "", "vehicles/acme/van.toml": HEAD.replace("Van", "Other")}, "own")
    loaded = load([first, second])
    assert texts(loaded) == [
        "own/vehicles/acme/van.toml: id: there is another vehicle acme-van (see shipped/vehicles/acme/van.toml)"
    ]
    assert loaded.vehicles["acme-van"].model == "Van"
    assert loaded.files["acme-van"] == first / "vehicles/acme/van.toml"


def test_one_plant_and_one_source_in_two_folders(folder: Folder, texts: Texts) -> None:
    first = folder({"plants/town.toml": PLANT}, "shipped")
    second = folder({"sources.toml": "\n" + SOURCES.replace("Acme", "Other"), "plants/town.toml": PLANT}, "own")
    loaded = load([first, second])
    assert texts(loaded) == [
        "own/plants/town.toml: id: there is another plant town (see shipped/plants/town.toml)",
        "own/sources.toml:3: maker: there is another source of this id (see shipped/sources.toml)",
    ]
    assert loaded.sources["maker"].publisher == "Acme"
    assert loaded.files["plant town"] == first / "plants/town.toml"


def test_two_folders_of_one_name_are_shown_in_full(folder: Folder, tmp_path: Path, texts: Texts) -> None:
    first = folder({"vehicles/acme/van.toml": HEAD}, "a/specs")
    second = folder({"sources.toml": "", "vehicles/acme/van.toml": HEAD}, "b/specs")
    assert texts(load([first, second])) == [
        f"{tmp_path}/b/specs/vehicles/acme/van.toml: id: there is another vehicle acme-van "
        f"(see {tmp_path}/a/specs/vehicles/acme/van.toml)"
    ]


def test_one_folder_named_twice_is_read_once(folder: Folder) -> None:
    root = folder({"vehicles/acme/van.toml": HEAD})
    loaded = load([root, root])
    assert loaded.faults == ()
    assert list(loaded.vehicles) == ["acme-van"]


def test_a_folder_may_cite_what_another_holds(folder: Folder) -> None:
    cites = folder({"sources.toml": "", "vehicles/acme/van.toml": HEAD + 'plants = ["town"]\n'}, "own")
    holds = folder({"plants/town.toml": PLANT}, "shipped")
    assert load([cites, holds]).faults == ()
    assert load([holds, cites]).faults == ()
    assert len(load([cites]).faults) == 2


def test_hidden_files_are_not_spec_files(folder: Folder) -> None:
    """What editors and the Finder leave: not read, and no reason to say so."""
    hidden = (
        "vehicles/acme/._van.toml",
        "vehicles/acme/.#van.toml",
        "vehicles/.git/x.toml",
        "plants/.x.toml",
        "vehicles/.x.toml",
    )
    root = folder({"vehicles/acme/van.toml": HEAD, **dict.fromkeys(hidden, b"\x00\x05\x16\x07")})
    loaded = load([root])
    assert loaded.faults == ()
    assert list(loaded.vehicles) == ["acme-van"]


def test_the_order_of_faults_is_that_of_files_and_lines(folder: Folder) -> None:
    bad = HEAD + "\n[specs]\n" + 'width = "x"\nlength = "x"\n'
    root = folder({"vehicles/acme/b.toml": bad, "vehicles/acme/a.toml": bad, "sources.toml": SOURCES + 'odd = "x"\n'})
    faults = load([root]).faults
    assert len(faults) == 5
    assert [(fault.file, fault.line) for fault in faults] == sorted((fault.file, fault.line or 0) for fault in faults)


def test_vehicles_and_plants_come_in_the_order_of_their_ids(folder: Folder) -> None:
    names = ("b/a", "a/c", "a/b", "c/a")
    root = folder({**{f"vehicles/{name}.toml": HEAD for name in names}, "plants/b.toml": PLANT, "plants/a.toml": PLANT})
    loaded = load([root])
    assert list(loaded.vehicles) == ["a-b", "a-c", "b-a", "c-a"]
    assert list(loaded.plants) == ["a", "b"]


@pytest.mark.parametrize(
    ("aliases", "fault"),
    [
        ('["acme-bus"]', "'acme-bus' is taken by acme-bus"),
        ('["people-carrier"]', "'people-carrier' is taken by acme-bus"),
        ('["van"]', None),
        ('["acme-van", "van", "van"]', None),
    ],
)
def test_an_alias_is_free(aliases: str, fault: str | None, folder: Folder) -> None:
    root = folder(
        {
            "vehicles/acme/bus.toml": HEAD + 'aliases = ["people-carrier"]\n',
            "vehicles/acme/van.toml": f"{HEAD}aliases = {aliases}\n",
        }
    )
    loaded = load([root])
    assert [fault.message for fault in loaded.faults] == ([fault] if fault else [])
    assert list(loaded.vehicles) == (["acme-bus"] if fault else ["acme-bus", "acme-van"])


def test_names_of_files_cannot_hurt_a_terminal(folder: Folder) -> None:
    root = folder(
        {"vehicles/acme/a\nb\x1b[2J.toml": HEAD, b"vehicles/acme/\xff.toml".decode("utf-8", "surrogateescape"): HEAD}
    )
    faults = load([root]).faults
    assert len(faults) == 2
    for fault in faults:
        assert str(fault).isprintable()
        assert str(fault).encode()
