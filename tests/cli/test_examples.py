"""The examples in the help run: each line of a command's docstring that begins with ``vehicles``."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from catalog.cli.main import COMMANDS, main
from catalog.datasets.importing import import_file
from catalog.datasets.map_file import shipped_map
from tests.datasets.conftest import write_table
from tests.datasets.test_doors import AFDC, EPA, HEAVY, VCA
from tests.datasets.test_open_ev import full, merged

_EXAMPLE = re.compile(r"^ +(vehicles .*?)(?: {2,}\S.*)?$", re.MULTILINE)
#: What an example shows to fail, on purpose.
EXPECTED = {"vehicles convert 'up to 2.5-3 t' lb": 1}
#: What has nothing to show but that it is done, on standard error.
QUIET = ("vehicles import --remove epa",)


def examples() -> list[str]:
    """All example lines, without the remark behind them."""
    docs = [import_module(f"catalog.cli.commands.{name}_").__doc__ or "" for name in COMMANDS]
    return [example.strip() for doc in docs for example in _EXAMPLE.findall(doc)]


@pytest.fixture
def shipped(surroundings: Path, monkeypatch: pytest.MonkeyPatch, specs: Path) -> Path:
    """The shipped catalog, and in the working folder what the examples name."""
    monkeypatch.delenv("VEHICLES_SPECS", raising=False)
    shutil.copytree(specs, surroundings / "specs")
    shutil.copytree(specs, surroundings.parent / "older-checkout" / "specs")
    _publishers_files(surroundings)
    return surroundings


def _publishers_files(folder: Path) -> None:
    """What the examples of ``vehicles import`` name: small files of the publishers' shapes, and a data set."""
    write_table(folder / "vehicles.csv", "epa", EPA)
    write_table(folder / "euro6.csv", "vca", VCA)
    afdc = folder / "FOLDER"
    afdc.mkdir()
    write_table(afdc / "light.csv", "afdc-light", AFDC)
    write_table(afdc / "heavy.csv", "afdc-heavy", HEAVY)
    (folder / "open-ev-data.json").write_text(merged(full()))
    (folder / "fleet.csv").write_text("id;make;model;Range (km)\n007;Acme;Van;300\n")
    import_file(str(folder / "vehicles.csv"), shipped_map("epa"))


@pytest.mark.parametrize("example", [one for one in examples() if one.startswith("vehicles serve")])
def test_an_example_serves(shipped: Path, monkeypatch: pytest.MonkeyPatch, example: str) -> None:
    """One that serves goes on until it is ended; at a free port, with a browser that does nothing."""
    del shipped
    monkeypatch.setenv("BROWSER", "true")
    process = subprocess.Popen(
        [sys.executable, "-m", "catalog", *shlex.split(example)[1:], "--port", "0"], stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    try:
        line = process.stderr.readline()
        assert re.fullmatch(r"vehicles: \d+ vehicles at http://127.0.0.1:\d+/; Ctrl-C ends it\n", line)
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=30)[1] == ""
        assert process.returncode == 0
    finally:
        process.kill()


_ENDING = [one for one in examples() if not one.startswith("vehicles serve")]


@pytest.mark.parametrize("example", [example for example in _ENDING if not re.search("[|>]", example)])
def test_an_example_runs(shipped: Path, capsys: pytest.CaptureFixture[str], example: str) -> None:
    del shipped
    code = main(shlex.split(example)[1:])
    out, err = capsys.readouterr()
    assert code == EXPECTED.get(example, 0), err
    assert (out or example in QUIET) if code == 0 else err


@pytest.mark.parametrize("example", [example for example in examples() if re.search("[|>]", example)])
def test_an_example_of_a_shell_runs_in_one(shipped: Path, example: str) -> None:
    script = (
        f'vehicles() {{ "{sys.executable}" -m catalog "$@"; }}\n'
        "source() { cat > sourced; }\n"  # fish's reads from a pipe, bash's does not
        f"set -o pipefail\n{example}"
    )
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, env=dict(os.environ), check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout or [path for path in shipped.iterdir() if path.is_file() and path.stat().st_size]


def test_there_are_examples_of_every_command() -> None:
    named = {example.split()[1] for example in examples()} | {"completion"}
    assert named == set(COMMANDS)
    assert set(EXPECTED) <= set(examples())


def test_the_remarks_are_not_taken_for_arguments() -> None:
    assert "vehicles list --type truck --format ids" in examples()
    assert all("  " not in example for example in examples())
