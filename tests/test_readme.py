"""The README cannot lie: its commands are run, its outputs compared, its Python executed, its counts counted.

``pytest tests/test_readme.py --update-goldens`` writes the outputs and counts anew; read them before you commit.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import sys
from pathlib import Path

import pytest

import catalog
from catalog.cli.main import COMMANDS, main

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
_CONSOLE = re.compile(r"(```console\n)(.*?)(```)", re.DOTALL)
_PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)
_COUNTS = re.compile(r"(<!-- counts -->\n)(.*?)(<!-- /counts -->)", re.DOTALL)
_CSV = re.compile(r"```csv\n(.*?)```", re.DOTALL)
_SHELL = re.compile(r"```sh\n(.*?)```", re.DOTALL)


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """80 columns, no settings and no specs of the person who runs the tests."""
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    for name in ("VEHICLES_UNITS", "VEHICLES_UNIT", "VEHICLES_FORMAT", "VEHICLES_SPECS", "VEHICLES_MARKET"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    (table,) = _CSV.findall(README.read_text(encoding="utf-8"))
    (tmp_path / "fleet.csv").write_text(table, encoding="utf-8")


def run(command: str) -> str:
    """What a terminal shows of a command, or of several joined by pipes: standard output, then messages."""
    out, messages = io.StringIO(), io.StringIO()
    for part in command.split(" | "):
        piped, out = io.StringIO(out.getvalue()), io.StringIO()
        with (
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(messages),
            pytest.MonkeyPatch.context() as patch,
        ):
            patch.setattr(sys, "stdin", piped)
            main(shlex.split(part)[1:])
    return out.getvalue() + messages.getvalue()


def with_outputs(block: str) -> str:
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    shown = "".join(f"{line}\n{run(line[2:])}" for line in commands)
    return shown.replace(os.environ["XDG_DATA_HOME"], "~/.local/share")


def counts() -> str:
    """The one sentence of figures in the README."""
    vehicles = catalog.open()
    claims = sum(len(found) for record in vehicles.records.values() for found in record.claims.values())
    makes = {vehicle.make for vehicle in vehicles.values()}
    return (
        f"The shipped catalog holds **{len(vehicles)} vehicles** of {len(makes)} makes: {claims} claims in "
        f"{len(vehicles.fields)} fields, from {len(vehicles.sources)} sources, and {len(vehicles.plants)} plants.\n"
    )


def expected_readme(text: str) -> str:
    text = _CONSOLE.sub(lambda match: match[1] + with_outputs(match[2]) + match[3], text)
    return _COUNTS.sub(lambda match: match[1] + counts() + match[3], text)


def test_commands_print_what_the_readme_shows(request: pytest.FixtureRequest) -> None:
    text = README.read_text(encoding="utf-8")
    expected = expected_readme(text)
    if request.config.getoption("--update-goldens", default=False):
        README.write_text(expected, encoding="utf-8")
        return
    assert text == expected


def test_python_example_runs_and_gives_what_its_comments_say() -> None:
    (source,) = _PYTHON.findall(README.read_text(encoding="utf-8"))
    names: dict[str, object] = {}
    checked = 0
    for line in source.splitlines():
        code, _, comment = line.partition("#")
        if not code.strip():
            continue
        if re.match(r"\w+ = |import |print\(", code):
            with contextlib.redirect_stdout(io.StringIO()):
                exec(code.strip(), names)
            continue
        value = repr(eval(code.strip(), names)).replace("\\xa0", " ")
        assert comment.strip().startswith(value), line
        checked += 1
    assert checked >= 6


def test_every_command_is_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    table = text.partition("| command | |")[2].partition("\n\n")[0]
    for name in COMMANDS:
        assert f"`{name}`" in table or f"`vehicles {name}" in table, name


def test_ci_runs_exactly_the_readme_commands() -> None:
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    commands = [line for block in _SHELL.findall(README.read_text(encoding="utf-8")) for line in block.splitlines()]
    assert len(commands) == 2
    for command in commands:
        assert command in ci


def test_every_example_spec_of_the_readmes_is_read(tmp_path: Path) -> None:
    """The TOML examples load, but for the sources that they cite."""
    for document in (README, ROOT / "specs" / "README.md"):
        blocks = re.findall(r"```toml\n(make = .*?)```", document.read_text(encoding="utf-8"), re.DOTALL)
        assert blocks, document
        for block in blocks:
            folder = tmp_path / "vehicles" / "acme"
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "example.toml").write_text(block, encoding="utf-8")
            faults = catalog.open(tmp_path, strict=False).faults
            wrong = [
                fault
                for fault in faults
                if "there is no source" not in fault.message and "no plant" not in fault.message
            ]
            assert not wrong


def test_the_version_has_its_changelog() -> None:
    assert "## Unreleased" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8") or catalog.__version__ in (
        ROOT / "CHANGELOG.md"
    ).read_text(encoding="utf-8")
