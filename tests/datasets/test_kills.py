"""An import that is killed at any moment leaves the data set as it was before or as it is after; two at once survive."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from catalog.datasets.dataset import DataSet
from catalog.datasets.importing import import_file
from catalog.datasets.store import Store
from tests.datasets.conftest import small_map
from tests.datasets.test_store import PLACE

Write = Callable[..., str]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs the signals of POSIX systems")

#: Imports two files in turn, over and over, and says when it has begun.
PROGRAM = """
import sys
from catalog.datasets.importing import import_file
from catalog.datasets.store import Store
from tests.datasets.conftest import small_map
from tests.datasets.test_store import PLACE
store, map_ = Store(sys.argv[1]), small_map(place=PLACE)
print("begun", flush=True)
for count in range(int(sys.argv[4])):
    import_file(sys.argv[2 + count % 2], map_, store)
print("done", flush=True)
"""


def lines(rows: int, kilometres: int) -> list[str]:
    return ["id,make,model,km", *(f"{number},Make,Model {number},{kilometres}" for number in range(rows))]


def start(store: Store, files: tuple[str, str], count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, store.folder, *files, str(count)], stdout=subprocess.PIPE, text=True
    )


def whole(store: Store) -> tuple[int, float]:
    """The rows of the data set and the one range that all of them have; fails where they have several."""
    data_set = DataSet.open("small", store)
    with data_set.database.cursor() as cursor:
        (found,) = cursor.execute("select count(*), min(range_low), max(range_low) from vehicles").fetchall()
    rows, low, high = found
    assert low == high
    assert data_set.manifest.rows["loaded"] == rows
    data_set.database.close()
    return rows, low


def test_killed_at_any_moment(store: Store, csv_file: Write) -> None:
    files = csv_file(*lines(300, 100), name="old.csv"), csv_file(*lines(500, 200), name="new.csv")
    import_file(files[0], small_map(place=PLACE), store)
    draw = random.Random(7)
    states = set()
    for _ in range(25):
        process = start(store, files, 1000)
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        time.sleep(draw.uniform(0.0, 0.4))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        states.add(whole(store))
    assert states <= {(300, 100.0), (500, 200.0)}
    # the next import removes what they left lying
    import_file(files[0], small_map(place=PLACE), store)
    assert len(os.listdir(store.path("small", ""))) == 2


def test_two_at_once(store: Store, csv_file: Write) -> None:
    files = csv_file(*lines(300, 100), name="old.csv"), csv_file(*lines(500, 200), name="new.csv")
    processes = [start(store, files, 6), start(store, files[::-1], 6)]
    for process in processes:
        assert process.communicate(timeout=120)[0] == "begun\ndone\n"
        assert process.returncode == 0
    assert whole(store) in {(300, 100.0), (500, 200.0)}
    assert len(os.listdir(store.path("small", ""))) == 2


def test_a_reader_meanwhile_always_finds_one_of_the_two(store: Store, csv_file: Write) -> None:
    files = csv_file(*lines(300, 100), name="old.csv"), csv_file(*lines(500, 200), name="new.csv")
    import_file(files[0], small_map(place=PLACE), store)
    process = start(store, files, 12)
    seen = set()
    while process.poll() is None:
        manifest, path = store.verified("small")
        assert Path(path).name == manifest.stored["file"]
        seen.add(manifest.rows["loaded"])
    assert process.stdout is not None
    process.stdout.close()
    assert process.returncode == 0
    assert seen <= {300, 500}
