"""Thousands of spec files are looked at beside the command, and nothing is told before that has ended."""

from __future__ import annotations

import os
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from catalog.cli.main import main
from catalog.errors import IndexStale
from catalog.index import check
from catalog.index.index import Index
from catalog.index.keeping import open_index
from catalog.index.place import Place
from tests.index.answers import answer
from tests.index.changes import VAN, replaced, with_old_times

READS: dict[str, Callable[[Index], object]] = {
    "records": lambda index: index.records(["acme-e-van-75"]),
    "names": lambda index: index.names(),
    "has": lambda index: index.has("acme-e-van-75"),
    "sources": lambda index: index.sources,
    "plants": lambda index: index.plants,
    "schema": lambda index: index.schema,
    "rows": lambda index: index.rows("select 1"),
}


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("read", READS.values(), ids=READS)
def test_beside_the_command(folder: Path, monkeypatch: pytest.MonkeyPatch, read: Callable[[Index], object]) -> None:
    """Thousands of files are looked at by processes of their own; nothing is told before they have answered."""
    monkeypatch.setattr(check, "MANY", 0)
    answer(folder)
    index = open_index([str(folder)], parallel=True)
    read(index)
    index.close()
    with_old_times(folder / VAN, lambda path: replaced(path, '"11 kW"', '"12 kW"'))
    index = open_index([str(folder)], parallel=True)
    for _ in range(2):
        with pytest.raises(IndexStale, match="a spec file has changed"):
            read(index)
    index.close()


@pytest.mark.usefixtures("settled")
def test_a_command_answers_once_with_what_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also where it has to begin again, and where what is asked is known only since."""
    monkeypatch.setattr(check, "MANY", 0)
    command = ["list", "--where", "range[nedc] >= 200 km and payload > 1 kg", "--explain", "--columns", "id,range"]
    arguments = [*command, "--specs", str(folder), "--no-config"]
    assert main(arguments) != 0
    replaced(folder / VAN, "range = [", 'range = [\n{ value = "401 km", procedure = "nedc" },')
    capsys.readouterr()
    assert main(arguments) == 0
    first = capsys.readouterr()
    assert main([*arguments, "--no-cache"]) == 0
    assert first == capsys.readouterr()
    assert first.err.count("payload is taken whatever its definition") == 1


@pytest.mark.usefixtures("settled")
def test_names_on_standard_input_are_read_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also where the index turns out to be out of date: it does before they are read."""
    monkeypatch.setattr(check, "MANY", 0)
    answer(folder)
    replaced(folder / VAN, "range = [", 'range = [\n{ value = "401 km", procedure = "nedc" },')
    monkeypatch.setattr("sys.stdin", StringIO("acme-e-van-75\nskoda-tatra\n"))
    assert main(["compare", "-", "--specs", str(folder), "--no-config", "--format", "json"]) == 0
    assert "401" in capsys.readouterr().out


@pytest.mark.usefixtures("settled")
def test_a_name_that_is_there_since_the_index_was_made(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An index that is out of date does not know it; that is not told."""
    monkeypatch.setattr(check, "MANY", 0)
    answer(folder)
    newer = folder / "vehicles/acme/newer.toml"
    newer.write_text((folder / VAN).read_text().replace("acme-e-van-75", "acme-newer"))
    assert main(["show", "acme-newer", "--specs", str(folder), "--no-config"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("settled")
def test_nothing_is_held_for_the_next_command(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "MANY", 0)
    answer(folder)

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("catalog.cli.commands.list_.request_of", interrupted)
        with pytest.raises(KeyboardInterrupt):
            main(["list", "--specs", str(folder), "--no-config"])
    assert main(["list", "--specs", str(folder), "--no-config", "--format", "ids"]) == 0
    assert "acme-e-van-75" in capsys.readouterr().out


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("page", [1, 2, 3])
def test_a_damaged_database_is_noticed_beside_the_command(
    folder: Path, place: Place, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], page: int
) -> None:
    """Whatever was read of it meanwhile is never told."""
    monkeypatch.setattr(check, "MANY", 0)
    arguments = ["list", "--where", "payload > 1 kg", "--specs", str(folder), "--no-config", "--format", "json"]
    assert main(arguments) == 0
    expected = capsys.readouterr().out
    kept = place.check().seal
    assert kept is not None
    content = bytearray(Path(place.database).read_bytes())
    assert kept.front > page * 16384
    for at in range(page * 16384 - 64, page * 16384):  # where rows are: SQLite fills a page from its end
        content[at] ^= 0x10
    Path(place.database).write_bytes(content)
    assert not place.check().sound()
    assert main(arguments) == 0
    assert capsys.readouterr().out == expected
    assert place.check().right()


@pytest.mark.usefixtures("settled")
def test_a_database_that_was_replaced_meanwhile(folder: Path, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is looked at beside the command has to be what the command has opened."""
    monkeypatch.setattr(check, "MANY", 0)
    answer(folder)
    begun = place.check()
    assert begun.start()
    index = place.open(begun)
    assert index is not None
    content = Path(place.database).read_bytes()
    other = folder.parent / "other"
    other.write_bytes(content)
    other.replace(place.database)
    with pytest.raises(IndexStale):
        index.ids()
    index.close()


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("call", ["fork", "pipe"])
def test_where_no_further_process_may_be(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], call: str
) -> None:
    monkeypatch.setattr(check, "MANY", 0)
    answer(folder)

    def refused() -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(os, call, refused)
    assert main(["list", "--specs", str(folder), "--no-config", "--format", "ids"]) == 0
    assert capsys.readouterr().out.split() == ["acme-e-van-75", "skoda-tatra"]
    replaced(folder / VAN, "range = [", 'range = [\n{ value = "401 km", procedure = "nedc" },')
    assert main(["show", "acme-e-van-75", "--specs", str(folder), "--no-config", "--format", "json"]) == 0
    assert "401 km" in capsys.readouterr().out


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("many", [0, 2_000])
def test_a_database_that_was_deleted_is_made_anew_without_a_word(
    folder: Path, place: Place, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], many: int
) -> None:
    """The index can be deleted without loss, also half of it."""
    monkeypatch.setattr(check, "MANY", many)
    arguments = ["list", "--specs", str(folder), "--no-config", "--format", "ids"]
    assert main(arguments) == 0
    expected = capsys.readouterr()
    Path(place.database).unlink()
    assert main(arguments) == 0
    assert capsys.readouterr() == expected
    assert Path(place.database).exists()
