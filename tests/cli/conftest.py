"""Running commands: inside the test, and as a process of their own. Both read the fixture catalog alone."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from catalog.cli.main import main

SETTINGS = ("VEHICLES_UNITS", "VEHICLES_UNIT", "VEHICLES_FORMAT", "VEHICLES_MARKET", "VEHICLES_PAGER", "PAGER")


class Ran(NamedTuple):
    """What a command did: exit code, standard output, messages."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty working folder, 80 columns, nothing of the person who runs the tests."""
    for name in (*SETTINGS, "NO_COLOR", "PYTHONIOENCODING", "_ARGCOMPLETE"):
        monkeypatch.delenv(name, raising=False)
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.setenv("COLUMNS", "80")
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return work


@pytest.fixture
def fixture_specs(monkeypatch: pytest.MonkeyPatch, specs: Path) -> Path:
    """The fixture catalog is the one that commands read."""
    monkeypatch.setenv("VEHICLES_SPECS", str(specs))
    return specs


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, fixture_specs: Path) -> Run:
    """``run("list", "--limit", "1")`` calls ``main`` and returns what it did."""
    del fixture_specs

    def go(*argv: str, stdin: str = "") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        capsys.readouterr()
        try:
            code = main(list(argv))
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else -1
        return Ran(code, *capsys.readouterr())

    return go


@pytest.fixture
def process(fixture_specs: Path) -> Run:
    """``process("list")`` runs ``python -m catalog list``."""
    del fixture_specs

    def go(*argv: str, stdin: str = "", **environment: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "catalog", *argv],
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, **environment},
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return go
