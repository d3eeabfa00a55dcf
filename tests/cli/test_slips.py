"""Slips that people make, each answered with what is wrong and never with another vehicle or an empty column."""

from __future__ import annotations

import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from io import StringIO
from pathlib import Path

import pytest

from catalog.cli.main import main
from tests.conftest import SPECS

FIXTURE = ["--specs", str(SPECS), "--no-config"]
VAN = "acme-e-van-75"


@pytest.mark.parametrize(
    ("piped", "said"), [("", "names none"), (f"{VAN}\ncitroen-e-hauler-50\n", "standard input names 2")]
)
def test_show_takes_one_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], piped: str, said: str
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(piped))
    assert main(["show", "-", *FIXTURE]) == 2
    assert said in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin", StringIO(f"{VAN}\n"))
    assert main(["show", "-", *FIXTURE]) == 0


def test_a_baseline_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", VAN, "--baseline", "-", *FIXTURE]) == 2
    assert "--baseline takes a name" in capsys.readouterr().err


def test_the_header_of_a_piped_list_is_no_vehicle(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["list", "--columns", "id", "--format", "csv", *FIXTURE]) == 0
    monkeypatch.setattr("sys.stdin", StringIO(capsys.readouterr().out))
    assert main(["compare", "-", "--format", "json", *FIXTURE]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("command", [["list"], ["export", "-", "--format", "csv"]])
@pytest.mark.parametrize("column", ["range[wlpt]", "length[wltp]"])
def test_a_definition_that_is_none(capsys: pytest.CaptureFixture[str], command: list[str], column: str) -> None:
    assert main([*command, "--columns", f"id,{column}", *FIXTURE]) == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert "did you mean" in told.err


@pytest.mark.parametrize("limit", [[], ["--limit", "5"]])
def test_beyond_the_end_of_a_list(capsys: pytest.CaptureFixture[str], limit: list[str]) -> None:
    assert main(["list", "--format", "ids", *FIXTURE]) == 0
    total = len(capsys.readouterr().out.split())
    assert main(["list", "--offset", "1000", *limit, *FIXTURE]) == 0
    told = capsys.readouterr()
    assert "no vehicle matches" not in told.out
    assert told.err == f"vehicles: shown none of {total}: nothing stands from number 1001 on\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A copy of the fixture catalog."""
    shutil.copytree(SPECS, tmp_path / "specs")
    return tmp_path / "specs"


def test_no_other_stands_for_a_vehicle_whose_file_has_a_fault(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = own / "vehicles/acme/e-van-75.toml"
    shutil.copy(file, own / "vehicles/acme/e-van-75-long.toml")
    longer = own / "vehicles/acme/e-van-75-long.toml"
    longer.write_text(longer.read_text().replace(VAN, f"{VAN}-long"))
    file.write_text(file.read_text() + "\noops = = 1\n")
    for command in (["show", VAN], ["compare", VAN, "citroen-e-hauler-50"]):
        assert main([*command, "--specs", str(own), "--no-config"]) == 3
        told = capsys.readouterr()
        assert told.out == ""
        assert f"no vehicle {VAN!r}" in told.err
        assert "has a fault and is left out" in told.err


def test_a_file_that_is_not_in_its_place_keeps_nothing_from_being_read(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(own / "vehicles/acme/e-van-75.toml", own / "vehicles/stray.toml")
    assert main(["list", "--format", "ids", "--specs", str(own), "--no-config"]) == 0
    told = capsys.readouterr()
    assert VAN in told.out
    assert "is not read, as it is not in its place (which is vehicles/<make>/<name>.toml)" in told.err


def test_the_users_folder_may_hold_something_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "vehicle-catalog/specs"
    folder.mkdir(parents=True)
    (folder / ".DS_Store").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("VEHICLES_SPECS", raising=False)
    assert main(["list", "--limit", "1", "--format", "ids", "--no-config"]) == 0
    told = capsys.readouterr()
    assert told.out
    assert "not a spec folder" in told.err


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_an_interrupt_belongs_to_the_pager(tmp_path: Path) -> None:
    """The command waits for the pager, which answers Ctrl-C itself and goes on."""
    pager = tmp_path / "pager"
    pager.write_text(
        "#!/bin/sh\ntrap 'echo interrupted' INT\necho ready\ncat >/dev/null\nsleep 1\nsleep 1\necho ended\n"
    )
    pager.chmod(0o755)
    primary, secondary = pty.openpty()
    environment = {**os.environ, "PAGER": str(pager), "TERM": "xterm", "LINES": "5", "COLUMNS": "80"}
    process = subprocess.Popen(
        [sys.executable, "-m", "catalog", "list", *FIXTURE],
        stdin=secondary, stdout=secondary, stderr=secondary, env=environment, start_new_session=True,
    )  # fmt: skip
    os.close(secondary)
    seen = b""
    while b"ready" not in seen:
        seen += os.read(primary, 1024)
    time.sleep(0.3)
    os.killpg(process.pid, signal.SIGINT)
    while b"ended" not in seen:
        try:
            more = os.read(primary, 1024)
        except OSError:
            break
        seen += more
    assert b"interrupted" in seen
    assert b"ended" in seen
    assert process.wait(20) == 0
    os.close(primary)
