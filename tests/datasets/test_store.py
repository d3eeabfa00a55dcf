"""Where data sets lie: replaced in one step, proved on opening, left alone by what goes wrong."""

from __future__ import annotations

import errno
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from catalog.datasets import store as store_module
from catalog.datasets.dataset import DataSet
from catalog.datasets.errors import DataSetDamaged
from catalog.datasets.importing import Imported, import_file
from catalog.datasets.store import Store, user_folder
from catalog.errors import CatalogError, NotFound, SettingsError
from tests.datasets.conftest import small_map

Write = Callable[..., str]
OLD = ("id,make,model,km", "1,A,B,100", "2,A,C,200")
NEW = ("id,make,model,km", "1,A,B,101", "3,A,D,300")
PLACE: list[dict[str, Any]] = [{"column": "km", "field": "range", "unit": "km"}]


def go(store: Store, path: str) -> Imported:
    return import_file(path, small_map(place=PLACE), store)


def state(store: Store) -> list[tuple[str, float]]:
    """What the data set says: ids and ranges."""
    data_set = DataSet.open("small", store)
    with data_set.database.cursor() as cursor:
        return cursor.execute("select id, range_low from vehicles order by id").fetchall()


FIRST = [("small:1", 100.0), ("small:2", 200.0)]
SECOND = [("small:1", 101.0), ("small:3", 300.0)]


def test_a_newer_file_takes_the_place_of_the_older(store: Store, csv_file: Write) -> None:
    go(store, csv_file(*OLD))
    assert state(store) == FIRST
    done = go(store, csv_file(*NEW))
    assert state(store) == SECOND
    assert done.changes is not None
    assert (done.changes.added, done.changes.removed, done.changes.changed, done.changes.same) == (1, 1, 1, 0)
    assert len(os.listdir(store.path("small", ""))) == 2  # the manifest and one table


def test_the_same_file_again(store: Store, csv_file: Write) -> None:
    first = go(store, csv_file(*OLD))
    again = go(store, csv_file(*OLD))
    assert first.manifest.stored == again.manifest.stored
    assert state(store) == FIRST


def test_names_and_removal(store: Store, csv_file: Write) -> None:
    assert store.names() == []
    go(store, csv_file(*OLD))
    assert store.names() == ["small"]
    with pytest.raises(NotFound, match=r"no data set 'smal'; did you mean small\? \(there are small\)"):
        store.manifest("smal")
    store.remove("small")
    assert store.names() == []
    with pytest.raises(NotFound, match=r"no data set 'small' \(`vehicles import` makes one\)"):
        store.remove("small")


def test_the_user_s_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert user_folder() == "/data/vehicle-catalog/datasets"
    assert Store().folder == "/data/vehicle-catalog/datasets"
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setattr("catalog.places.user_specs", lambda: None)
    monkeypatch.setattr(store_module, "user_specs", lambda: None)
    with pytest.raises(SettingsError, match="there is no home folder"):
        user_folder()


def test_every_flipped_bit_of_a_table_is_an_error(store: Store, csv_file: Write) -> None:
    done = go(store, csv_file(*OLD))
    path = store.path("small", str(done.manifest.stored["file"]))
    whole = Path(path).read_bytes()
    draw = random.Random(7)
    for number in range(200):  # benchmarks/damage.py does a thousand, and truncations
        at, bit = draw.randrange(len(whole)), draw.randrange(8)
        flipped = bytearray(whole)
        flipped[at] ^= 1 << bit
        Path(path).write_bytes(flipped)
        with pytest.raises(DataSetDamaged, match="is not what was written; import its file again"):
            DataSet.open("small", store).records(["small:1"]) if number < 5 else DataSet.open("small", store).prove()
    Path(path).write_bytes(whole[:-1])
    with pytest.raises(DataSetDamaged):
        DataSet.open("small", store)
    Path(path).write_bytes(whole)
    assert state(store) == FIRST


def test_a_table_that_is_gone(store: Store, csv_file: Write) -> None:
    done = go(store, csv_file(*OLD))
    os.unlink(store.path("small", str(done.manifest.stored["file"])))
    with pytest.raises(DataSetDamaged, match="is gone"):
        DataSet.open("small", store)


def test_a_damaged_data_set_is_replaced(store: Store, csv_file: Write) -> None:
    go(store, csv_file(*OLD))
    Path(store.path("small", "manifest.json")).write_text("{", encoding="utf-8")
    done = go(store, csv_file(*NEW))
    assert done.changes is None
    assert done.damaged == "its manifest is not what was written"
    assert state(store) == SECOND


def test_leftovers_of_killed_imports_are_removed_by_the_next(store: Store, csv_file: Write) -> None:
    go(store, csv_file(*OLD))
    left = [".vehicles-1234.parquet.partial", "vehicles-1234.parquet", "report-1234.jsonl", ".manifest.json.partial"]
    for name in (*left, "notes.txt"):
        Path(store.path("small", name)).write_text("x", encoding="utf-8")
    go(store, csv_file(*NEW))
    there = os.listdir(store.path("small", ""))
    assert not set(left) & set(there)
    assert "notes.txt" in there  # what is not ours is left


# -- what the system refuses ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("function", ["fsync", "replace"])
@pytest.mark.parametrize("call", [1, 2, 3])
def test_each_call_that_fails_leaves_the_old_data(
    store: Store, csv_file: Write, monkeypatch: pytest.MonkeyPatch, function: str, call: int
) -> None:
    """The first, second ... fsync or rename fails: the disk is full, or broken."""
    go(store, csv_file(*OLD))
    real, count = getattr(os, function), 0

    def failing(*arguments: Any) -> Any:
        nonlocal count
        count += 1
        if count == call:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(*arguments)

    monkeypatch.setattr(os, function, failing)
    told = None
    try:
        go(store, csv_file(*NEW))
    except CatalogError as error:
        told = str(error)
    monkeypatch.undo()
    assert (told is None) == (count < call)
    assert told is None or "No space left on device; what was there before is still in force" in told
    # the last fsync is that of the folder after the last rename: then the new data is there, though told as failed
    last = told is None or (function == "fsync" and call == count > 2)
    assert state(store) == FIRST if not last else state(store) in (FIRST, SECOND)
    assert not [name for name in os.listdir(store.path("small", "")) if name.endswith(".partial")]
    go(store, csv_file(*NEW))
    assert state(store) == SECOND


@pytest.mark.skipif(sys.platform == "win32", reason="needs the limits of POSIX systems")
def test_a_file_size_limit_leaves_the_old_data(store: Store, csv_file: Write) -> None:
    go(store, csv_file(*OLD))
    program = (
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "from catalog.datasets.importing import import_file\n"
        "from catalog.datasets.store import Store\n"
        "from catalog.errors import CatalogError\n"
        "from tests.datasets.conftest import small_map\n"
        "from tests.datasets.test_store import PLACE\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000))\n"
        "try:\n"
        "    import_file(sys.argv[1], small_map(place=PLACE), Store(sys.argv[2]))\n"
        "except CatalogError as error:\n"
        "    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, csv_file(*NEW), store.folder], capture_output=True, text=True, check=True
    )
    assert "File too large; what was there before is still in force" in done.stdout
    assert state(store) == FIRST


ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.mark.skipif(ROOT or sys.platform == "win32", reason="root writes everywhere; see the next test")
def test_a_folder_that_cannot_be_written(store: Store, csv_file: Write) -> None:
    go(store, csv_file(*OLD))
    folder = store.path("small", "")
    os.chmod(folder, 0o500)
    try:
        with pytest.raises(CatalogError, match=r"cannot write in .*Permission denied"):
            go(store, csv_file(*NEW))
    finally:
        os.chmod(folder, 0o700)
    assert state(store) == FIRST


@pytest.mark.skipif(not ROOT, reason="only root can become somebody who may not write; see the test before")
def test_a_folder_that_cannot_be_written_by_another_user(csv_file: Write) -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        store = Store(os.path.join(folder, "datasets"))
        go(store, csv_file(*OLD))
        os.chmod(os.path.join(store.folder, ".lock"), 0o666)
        program = (
            "import os, sqlite3, sys\n"
            "from catalog.datasets.store import Store\n"
            "from catalog.errors import CatalogError\n"
            "store = Store(sys.argv[1])\n"
            "os.setuid(65534)\n"
            "try:\n"
            "    with store.lock():\n"
            "        store.commit(store.manifest('small'), b'other', b'')\n"
            "except CatalogError as error:\n"
            "    print(error)\n"
        )
        done = subprocess.run(
            [sys.executable, "-c", program, store.folder], capture_output=True, text=True, check=False
        )
        assert "readonly database; what was there before is still in force" in done.stdout, done.stderr
        assert state(store) == FIRST


def test_a_folder_that_cannot_be_made(tmp_path: Path, csv_file: Write) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(CatalogError, match=r"cannot write in .*; what was there before is still in force"):
        go(Store(str(tmp_path / "file" / "datasets")), csv_file(*OLD))


def test_a_lock_that_is_held(store: Store) -> None:
    with (
        store.lock(),
        pytest.raises(CatalogError, match=r"another import has been at work in .* for 0.1 s"),
        Store(store.folder).lock(0.1),
    ):
        pass


def test_one_beginning_of_ids_for_one_data_set(store: Store, csv_file: Write) -> None:
    go(store, csv_file(*OLD))
    with pytest.raises(SettingsError, match="the ids of the data set small begin with small: too"):
        import_file(csv_file(*OLD), small_map(name="other", prefix="small"), store)
    assert store.names() == ["small"]


@pytest.mark.parametrize("name", ["all", "specs"])
def test_a_name_that_means_something_else(store: Store, csv_file: Write, name: str) -> None:
    with pytest.raises(SettingsError, match=f"no data set can be called '{name}'"):
        import_file(csv_file(*OLD), small_map(), store, name=name)
    assert store.names() == []


def test_the_report_says_what_was_not_loaded(store: Store, csv_file: Write) -> None:
    done = go(store, csv_file("id,make,model,km", "1,A,B,100", "2,A", "3,A,C,far"))
    assert done.manifest.report is not None
    with open(store.path("small", done.manifest.report), encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    assert [(line["not loaded"], line["line"], line["column"]) for line in lines] == [
        ("row", 3, None),
        ("value", 4, "km"),
    ]
    assert lines[0]["reason"] == "2 cells where the header has 4"
    assert "there is no number in it" in lines[1]["reason"]
    assert done.manifest.rows == {"read": 3, "loaded": 2, "rejected": 1, "unread": 1}
