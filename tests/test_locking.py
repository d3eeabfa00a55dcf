"""A lock that one process holds at a time."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from catalog.locking import is_held, locked

HOLDER = (
    "import sys, time\n"
    "from catalog.locking import locked\n"
    "lock = locked(sys.argv[1], 0)\n"
    "print('held', flush=True)\n"
    "time.sleep(60)\n"
)


def test_one_holds_it_and_the_next_has_it_afterwards(tmp_path: Path) -> None:
    path = str(tmp_path / "lock")
    first = locked(path, 0)
    with pytest.raises(sqlite3.OperationalError) as caught:
        locked(path, 0.05)
    assert is_held(caught.value)
    first.close()
    locked(path, 0).close()


def test_a_process_that_is_killed_gives_it_back(tmp_path: Path) -> None:
    path = str(tmp_path / "lock")
    with subprocess.Popen([sys.executable, "-c", HOLDER, path], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(sqlite3.OperationalError):
            locked(path, 0.05)
        holder.kill()
    locked(path, 5).close()


@pytest.mark.parametrize("content", [b"x", b"x" * 5000])
def test_a_file_that_something_wrote_into(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "lock"
    path.write_bytes(content)
    lock = locked(str(path), 0)
    with pytest.raises(sqlite3.OperationalError):
        locked(str(path), 0)
    lock.close()


def test_where_it_cannot_be_made(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError) as caught:
        locked(str(tmp_path / "none" / "lock"), 0)
    assert not is_held(caught.value)
