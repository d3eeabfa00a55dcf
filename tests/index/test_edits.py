"""Any edits in any order: after each, the index on disk answers what the spec files say, read anew."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from catalog.index import check, freshness
from catalog.index.place import Place
from tests.index.answers import answer, truth
from tests.index.conftest import PLANT, SOURCES, TRUCK, VAN

PATHS = st.sampled_from(
    [
        "vehicles/acme/one.toml", "vehicles/acme/two.toml", "vehicles/zeta/one.toml", "plants/graz.toml",
        "sources.toml", "vehicles/stray.toml", "vehicles/acme/old/one.toml", "vehicles/acme/.hidden.toml",
    ]
)  # fmt: skip
TEXTS = st.sampled_from(
    [
        VAN, VAN.replace("11 kW", "12 kW"), VAN.replace("11 kW", "11 kg"), VAN.replace("317", "318"), TRUCK, PLANT,
        PLANT.replace("15,000", "16,000"), SOURCES, SOURCES.replace("2023-11-02", "2024-11-02"), "", "\N{BLACK STAR}",
    ]
)  # fmt: skip
#: Longer than the tick of any clock that a file system of the tests has.
TICK = 0.012


class Edits(RuleBasedStateMachine):
    """A spec folder, its index, and what people and programs do to them."""

    def __init__(self) -> None:
        super().__init__()
        self.patch = pytest.MonkeyPatch()
        self.base = Path(tempfile.mkdtemp())
        self.specs = self.base / "specs"
        self.settled = False
        self.patch.setenv("XDG_CACHE_HOME", str(self.base / "cache"))
        self.patch.setattr("catalog.index.place.is_checkout", lambda: False)
        self.place = Place(str(self.base / "cache" / "vehicle-catalog"), [str(self.specs)])

    def teardown(self) -> None:
        self.patch.undo()
        shutil.rmtree(self.base)

    @initialize(settled=st.booleans(), beside=st.booleans())
    def begin(self, settled: bool, beside: bool) -> None:
        """``settled``: stamps are trusted at once, and an edit waits for the next tick of the clock instead."""
        self.settled = settled
        if settled:
            self.patch.setattr(freshness, "_TICK_NS", 0)
        if beside:
            self.patch.setattr(check, "MANY", 0)
        self._write("sources.toml", SOURCES)
        self._write("plants/graz.toml", PLANT)
        self._write("vehicles/acme/one.toml", VAN)

    def _path(self, path: str) -> Path:
        found = self.specs / path
        found.parent.mkdir(parents=True, exist_ok=True)
        return found

    def _write(self, path: str, text: str) -> None:
        if self.settled:
            time.sleep(TICK)
        found = self._path(path)
        with contextlib.suppress(OSError):  # a folder, or a link to itself
            found.write_text(text, encoding="utf-8")

    @rule(path=PATHS, text=TEXTS)
    def write(self, path: str, text: str) -> None:
        self._write(path, text)

    @rule(path=PATHS, text=TEXTS)
    def write_twice(self, path: str, text: str) -> None:
        self._write(path, text[:-1])
        self._write(path, text)

    @rule(path=PATHS, text=TEXTS)
    def write_and_set_the_time_back(self, path: str, text: str) -> None:
        found = self._path(path)
        before = found.stat() if found.is_file() else None
        self._write(path, text)
        if before is not None:
            os.utime(found, ns=(before.st_atime_ns, before.st_mtime_ns))

    @rule(path=PATHS)
    def remove(self, path: str) -> None:
        found = self._path(path)
        if found.is_dir() and not found.is_symlink():
            shutil.rmtree(found)
        else:
            found.unlink(missing_ok=True)

    @rule(path=PATHS, other=PATHS)
    def rename(self, path: str, other: str) -> None:
        if self._path(path).is_file() and not self._path(other).is_dir():
            os.replace(self._path(path), self._path(other))

    @rule(path=PATHS, other=PATHS)
    def copy_with_its_times(self, path: str, other: str) -> None:
        if path != other and self._path(path).is_file() and not self._path(other).exists():
            shutil.copy2(self._path(path), self._path(other))

    @rule(path=PATHS)
    def make_a_folder_of_it(self, path: str) -> None:
        self.remove(path)
        self._path(path).mkdir()

    @rule(path=PATHS, other=PATHS)
    def link(self, path: str, other: str) -> None:
        self.remove(path)
        self._path(path).symlink_to(self._path(other))

    @rule(path=PATHS)
    def touch(self, path: str) -> None:
        if self._path(path).is_file():
            self._path(path).touch()

    @rule()
    def copy_all(self) -> None:
        if self.specs.is_dir():
            shutil.copytree(self.specs, self.base / "copy", symlinks=True)
            shutil.rmtree(self.specs)
            (self.base / "copy").rename(self.specs)

    @rule()
    def move_away(self) -> None:
        if self.specs.is_dir() and not (self.base / "away").exists():
            self.specs.rename(self.base / "away")

    @precondition(lambda self: (self.base / "away").exists())
    @rule()
    def move_back(self) -> None:
        shutil.rmtree(self.specs, ignore_errors=True)
        (self.base / "away").rename(self.specs)

    @rule(which=st.sampled_from(["database", "parts", "stamps"]), how=st.sampled_from(["removed", "cut", "flipped"]))
    def damage(self, which: str, how: str) -> None:
        path = Path(getattr(self.place, which))
        if not path.exists():
            return
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.unlink()
        if how != "removed":
            path.write_bytes(content if how == "flipped" else content[: len(content) // 2])

    @rule()
    def kill_before_the_stamps_are_written(self) -> None:
        """The database is of the files as they are, the stamps of those before."""
        before = Path(self.place.stamps).read_bytes() if os.path.exists(self.place.stamps) else None
        answer(self.specs)
        if before is not None:
            Path(self.place.stamps).write_bytes(before)

    @invariant()
    def the_index_answers_as_the_files_are(self) -> None:
        assert answer(self.specs) == truth(self.specs)


TestEdits = Edits.TestCase
TestEdits.settings = settings(
    max_examples=12, stateful_step_count=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
