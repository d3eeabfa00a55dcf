"""Completion as the shells ask for it, through argcomplete's own protocol."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from catalog.units import KINDS

pytestmark = pytest.mark.usefixtures("fixture_specs")


def complete(line: str) -> list[str]:
    """What a shell would offer at the end of ``line``: argcomplete answers on file descriptor 8."""
    environment = {
        **os.environ,
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_IFS": "\n",
        "_ARGCOMPLETE_SUPPRESS_SPACE": "1",
        "_ARGCOMPLETE_COMP_WORDBREAKS": " \t\n\"'><=;|&(:",
        "COMP_LINE": line,
        "COMP_POINT": str(len(line.encode())),
        "COMP_TYPE": "9",
    }
    done = subprocess.run(
        ["bash", "-c", '"$0" -m catalog 8>&1 9>/dev/null 1>/dev/null', sys.executable],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert done.stderr == ""
    return [word for word in done.stdout.split("\n") if word]


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("vehicles co", ["compare", "convert", "config", "completion"]),
        ("vehicles show a", ["acme-e-van-75"]),
        ("vehicles compare acme-e-van-75 t", ["tianma-d9-7-5-t"]),
        ("vehicles compare acme-e-van-75 --baseline c", ["citroen-e-hauler-50"]),
        ("vehicles compare acme-e-van-75 --base", ["--baseline"]),
        ("vehicles fields battery_e", ["battery_energy", "battery_energy_density"]),
        ("vehicles compare --fields payload,battery_e", ["payload,battery_energy", "payload,battery_energy_density"]),
        ("vehicles compare --fields battery_energy,battery_e", ["battery_energy,battery_energy_density"]),
        ("vehicles list --columns id,payl", ["id,payload"]),
        ("vehicles list --type t", ["truck", "tractor"]),
        ("vehicles list --make Ti", ["Tianma"]),
        ("vehicles list --plant g", ["graz"]),
        ("vehicles list --group-by m", ["make", "market"]),
        ("vehicles list --format js", ["json", "jsonl"]),
        ("vehicles list --units m", ["metric"]),
        ("vehicles compare --format sv", ["svg"]),
        ("vehicles compare --views side,t", ["side,top"]),
        ("vehicles compare --arrange b", ["beside"]),
        ("vehicles compare --grid f", ["ft"]),
        ("vehicles compare --fit p", ["pallet="]),
        ("vehicles units spec", ["specific energy"]),
        ("vehicles sources acme-b", ["acme-brochure-2024"]),
        ("vehicles plants e", ["empty-hall"]),
        ("vehicles new A B --type v", ["van"]),
        ("vehicles completion f", ["fish"]),
    ],
)
def test_words(line: str, offered: list[str]) -> None:
    found = [word.strip().replace("\\ ", " ") for word in complete(line)]
    assert sorted(found) == sorted(offered)


def test_units_are_those_that_fit_the_field() -> None:
    """bash breaks words at =, so that what is offered begins after it."""
    assert complete("vehicles list --unit rang") == ["range="]
    offered = {word.strip().replace("\\", "") for word in complete("vehicles list --unit range=")}
    assert offered == {unit.symbol for unit in KINDS["distance"].units}
    assert complete("vehicles list --unit gearbox=") == []


def test_faults_of_the_settings_do_not_show_while_typing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VEHICLES_UNITS", "imperial")
    monkeypatch.setenv("VEHICLES_SPECS", "/gone")
    assert [word.strip() for word in complete("vehicles list --type v")] == ["van"]
    assert complete("vehicles show acme") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_gets_a_script(shell: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "catalog", "completion", shell], capture_output=True, text=True, check=True
    )
    assert "vehicles" in done.stdout
    assert done.stdout.endswith("\n")
    assert done.stderr == ""


def test_bash_takes_its_script() -> None:
    script = f'eval "$({sys.executable} -m catalog completion bash)" && complete -p vehicles'
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    assert "_python_argcomplete" in done.stdout
