"""Many processes at once, and processes killed at any moment: real ones, with one cache between them."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from catalog.cli.main import main
from catalog.errors import IndexStale
from catalog.index import check, making
from catalog.index.beside import take_leave
from catalog.index.keeping import open_index
from catalog.index.place import Place
from tests.index.answers import answer, truth
from tests.index.changes import VAN, larger, replaced
from tests.index.processes import LIST, UNPRIVILEGED, names_in, ran, started

WHOLE = ["lock", "parts", "sqlite", "stamps"]


Power = Callable[[int, int], str]


@pytest.fixture
def power(folder: Path, capsys: pytest.CaptureFixture[str]) -> Power:
    """``power(11, 12)`` changes a figure of the van, and gives what ``LIST`` answers from then on."""

    def change(was: int, kilowatts: int) -> str:
        replaced(folder / VAN, f'"{was} kW"', f'"{kilowatts} kW"')
        capsys.readouterr()
        assert main([*LIST, "--no-cache", "--no-config", "--specs", str(folder)]) == 0
        out, err = capsys.readouterr()
        assert f'"{kilowatts} kW"' in out
        assert err == ""
        return out

    return change


def ended(running: list[subprocess.Popen[str]]) -> list[tuple[int, str, str]]:
    """What processes said at their end."""
    found = []
    for process in running:
        out, err = process.communicate(timeout=300)
        found.append((process.returncode, out, err))
    return found


def test_twenty_at_once_on_an_empty_cache(folder: Path, surroundings: Path, power: Power) -> None:
    expected = power(11, 12)
    ran(folder, *LIST, "--no-cache")  # compiles what all import
    found = ended([started(folder) for _ in range(20)])
    assert found == [(0, expected, "")] * 20
    assert names_in(surroundings) == WHOLE


def test_some_at_once_after_a_change_and_with_damage(folder: Path, surroundings: Path, power: Power) -> None:
    ran(folder)
    (database,) = surroundings.glob("*.sqlite")
    expected = power(11, 13)
    database.write_bytes(database.read_bytes()[:5000])
    assert ended([started(folder) for _ in range(6)]) == [(0, expected, "")] * 6
    assert names_in(surroundings) == WHOLE


def test_readers_while_it_is_made_anew_again_and_again(folder: Path, surroundings: Path, power: Power) -> None:
    """Each answers as the files were at some moment while it ran."""
    answers = {power(11 + number % 2, 12 - number % 2) for number in range(2)}
    reading, rebuilding = [], []
    for number in range(8):
        replaced(folder / VAN, f'"{11 + number % 2} kW"', f'"{12 - number % 2} kW"')
        reading.append(started(folder))
        if number % 3 == 2:
            rebuilding.append(started(folder, "index", "--rebuild"))
    for code, out, err in ended(reading):
        assert out in answers
        assert (code, err) == (0, "")
    ended(rebuilding)
    expected = power(11, 12)
    assert ran(folder).stdout == expected
    assert names_in(surroundings) == WHOLE


def test_killed_at_any_moment(folder: Path, surroundings: Path, power: Power) -> None:
    """The next process answers right and waits for nobody; what was left behind is swept when one is made."""
    drawn = random.Random(9)
    begun = time.monotonic()
    ran(folder)
    whole = time.monotonic() - begun
    for number in range(20):
        expected = power(11 + number, 12 + number)
        process = started(folder)
        time.sleep(drawn.uniform(0.2, 1.0) * whole)
        process.kill()
        process.communicate()
        found = ran(folder)
        assert (found.returncode, found.stdout, found.stderr) == (0, expected, "")
    assert names_in(surroundings) == WHOLE


def forked(act: Callable[[], object]) -> int:
    """Run something in a copy of this process, and how that ended (a negative number: the signal)."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            act()
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


#: What Python tells of before it does it, while an index is made.
EVENTS = ("open", "os.rename", "os.remove", "sqlite3.connect", "os.mkdir", "os.scandir")


def killed_at(number: int, folder: Path) -> None:
    """Make the index, and be killed before the file system is asked for the ``number``-th time."""
    seen = 0

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        if event in EVENTS:
            seen += 1
            if seen == number:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    open_index([str(folder)]).close()


def test_killed_before_every_call_of_the_system(folder: Path, surroundings: Path) -> None:
    answer(folder)
    was, number, kills = 11, 0, 0
    while True:
        number += 1
        replaced(folder / VAN, f'"{was} kW"', f'"{was + 1} kW"')
        was += 1
        code = forked(lambda: killed_at(number, folder))  # noqa: B023 - it is run at once
        if code == 0:
            break
        assert code == -signal.SIGKILL
        kills += 1
        assert answer(folder) == truth(folder)
        assert names_in(surroundings) == WHOLE
    assert kills > 15


@pytest.mark.parametrize("made", [False, True], ids=["first", "again"])
def test_killed_while_it_holds_the_lock(folder: Path, surroundings: Path, power: Power, made: bool) -> None:
    """Others wait for it while it lives, and not for longer."""
    ran(folder)
    (lock,) = surroundings.glob("*.lock")
    if not made:
        for path in [*surroundings.glob("*.s*"), *surroundings.glob("*.parts")]:
            path.unlink()
    holding = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sqlite3, sys; lock = sqlite3.connect(sys.argv[1], isolation_level=None); "
            "lock.execute('begin exclusive'); print('held', flush=True); sys.stdin.read()",
            str(lock),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holding.stdout is not None
    assert holding.stdout.readline() == "held\n"
    expected = power(11, 12)
    waiting = [started(folder) for _ in range(3)]
    while not all(holds_open(process.pid, lock) or process.poll() is not None for process in waiting):
        time.sleep(0.01)
    time.sleep(0.3)
    assert [process.poll() for process in waiting] == [None, None, None]
    holding.kill()
    holding.communicate()
    assert ended(waiting) == [(0, expected, "")] * 3
    assert names_in(surroundings) == WHOLE


def holds_open(pid: int, path: Path) -> bool:
    """Whether a process has a file open; yes where the system does not say."""
    if not os.path.isdir("/proc/self/fd"):
        return True
    try:
        return any(os.path.realpath(entry) == str(path) for entry in Path(f"/proc/{pid}/fd").iterdir())
    except OSError:
        return False


def test_a_lock_that_is_never_given_back(folder: Path, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who holds it is stopped, not dead: others wait, and then do without."""
    monkeypatch.setattr(making, "_WAIT", 0.1)
    os.makedirs(place.folder)
    lock = sqlite3.connect(place.lock, isolation_level=None)
    lock.execute("begin exclusive")
    said: list[str] = []
    index = open_index([str(folder)], say=said.append)
    assert index.ids() == ["acme-e-van-75", "skoda-tatra"]
    assert said == [f"no index can be kept in {place.folder} (database is locked); all spec files are read each time"]
    lock.close()
    index.close()


def test_a_file_that_may_not_be_read(folder: Path) -> None:
    """It is told, and answered with again as soon as it may be."""
    expected = ran(folder, command=UNPRIVILEGED)
    assert expected.stderr == ""
    (folder / VAN).chmod(0)
    found = ran(folder, command=UNPRIVILEGED)
    assert "e-van-75.toml: cannot be read: Permission denied" in found.stderr
    assert "acme" not in found.stdout
    (folder / VAN).chmod(0o600)
    assert ran(folder, command=UNPRIVILEGED).stdout == expected.stdout


@pytest.mark.usefixtures("settled")
def test_no_process_is_left_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that look at thousands of files are waited for, whatever they find."""
    monkeypatch.setattr(check, "MANY", 0)
    forked: list[int] = []
    fork = os.fork

    def noted() -> int:
        child = fork()
        if child:
            forked.append(child)
        return child

    def all_waited_for() -> bool:
        assert forked
        take_leave()
        while forked:
            with pytest.raises(ChildProcessError):
                os.waitpid(forked.pop(), os.WNOHANG)
        return True

    monkeypatch.setattr(os, "fork", noted)
    open_index([str(folder)]).close()
    index = open_index([str(folder)], parallel=True)
    assert index.ids() == ["acme-e-van-75", "skoda-tatra"]
    assert all_waited_for()
    index.close()
    larger(folder)
    index = open_index([str(folder)], parallel=True)
    with pytest.raises(IndexStale):
        index.ids()
    assert all_waited_for()
    index.close()
