"""Where the spec folders are: shipped beside the package or inside it, and the user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog import places
from catalog.reading import data_version, default_roots, load, shipped, user_folder
from tests.reading.conftest import HEAD, SOURCES


def write(root: Path, name: str) -> None:
    path = root / "vehicles" / "acme" / f"{name}.toml"
    path.parent.mkdir(parents=True)
    path.write_text(HEAD, encoding="utf-8")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home directory, and no XDG variable."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    return tmp_path


def test_the_user_s_folder_is_in_the_data_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert user_folder() == home / ".local/share/vehicle-catalog/specs"
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    assert user_folder() == home / "data/vehicle-catalog/specs"


@pytest.mark.parametrize("value", ["", "relative/path", "~"])
def test_a_data_home_that_is_no_absolute_path_is_ignored(
    value: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the XDG specification says: a relative one would mean another folder in every working directory."""
    monkeypatch.setenv("XDG_DATA_HOME", value)
    assert user_folder() == home / ".local/share/vehicle-catalog/specs"


def test_without_a_folder_of_the_user_s_only_the_shipped_is_read(home: Path) -> None:
    assert default_roots() == (shipped(),)
    user_folder().parent.mkdir(parents=True)
    user_folder().write_text("a file")
    assert default_roots() == (shipped(),)


def test_the_user_s_folder_is_read_too(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    own = home / "data/vehicle-catalog/specs"
    write(own, "my-van")
    (own / "sources.toml").write_text(SOURCES, encoding="utf-8")
    assert default_roots() == (shipped(), own)
    loaded = load(default_roots())
    assert [str(fault) for fault in loaded.faults] == []
    assert loaded.files["acme-my-van"] == own / "vehicles/acme/my-van.toml"
    assert "foton-iblue-ev" in loaded.vehicles


def test_faults_of_the_user_s_folder_name_it_in_full(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both folders are called specs: a message has to say whose file it means."""
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    write(home / "data/vehicle-catalog/specs", "my-van")
    (fault,) = load(default_roots()).faults
    assert fault.file == str(home / "data/vehicle-catalog/specs/vehicles/acme/my-van.toml")
    assert fault.message == "there is no source 'maker'"


@pytest.mark.parametrize("wheel", [True, False])
def test_a_wheel_s_specs_lie_inside_the_package(wheel: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "catalog"
    beside, inside = tmp_path / "site-packages" / "specs", package / "specs"
    package.mkdir(parents=True)
    write(beside, "checkout")
    (beside / "VERSION").write_text("1\n")
    if wheel:
        write(inside, "wheel")
        (inside / "VERSION").write_text("2\n")
    monkeypatch.setattr(places, "PACKAGE", str(package))
    assert shipped() == (inside if wheel else beside)
    assert [path.stem for path in shipped().glob("vehicles/*/*.toml")] == ["wheel" if wheel else "checkout"]
    assert data_version() == ("2" if wheel else "1")


def test_the_shipped_folder_is_there() -> None:
    assert (shipped() / "sources.toml").is_file()
    assert data_version()
