"""Commands as processes of their own, on a spec folder and a cache of the test's."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

COMMAND = (sys.executable, "-m", "catalog")
UNPRIVILEGED = (sys.executable, str(Path(__file__).with_name("unprivileged.py")))
#: Asks for every figure of the small folder.
LIST = ("list", "--format", "json", "--columns", "id,ac_charge_power,payload,gross_vehicle_mass,range,length")


def surroundings(folder: Path) -> dict[str, str]:
    """The environment of a process: what it imports is compiled once for all tests that share a temporary folder."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    compiled = folder.parent.parent / "compiled"
    return {**kept, "VEHICLES_SPECS": str(folder), "PYTHONPYCACHEPREFIX": str(compiled)}


def ran(
    folder: Path,
    *arguments: str,
    command: Sequence[str] = COMMAND,
    before: Callable[[], None] | None = None,
) -> subprocess.CompletedProcess[str]:
    """A command run to its end; ``before`` is called in the process before it begins."""
    return subprocess.run(
        [*command, *(arguments or LIST)],
        capture_output=True,
        encoding="utf-8",
        env=surroundings(folder),
        preexec_fn=before,
        check=False,
    )


def started(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """A command that runs on."""
    return subprocess.Popen(
        [*COMMAND, *(arguments or LIST)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=surroundings(folder),
    )


def names_in(folder: Path) -> list[str]:
    """What lies in a cache folder, the changing part of the names left out."""
    return sorted(path.name.partition(".")[2] for path in folder.iterdir()) if folder.is_dir() else []
