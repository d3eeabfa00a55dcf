"""`vehicles import` imports neither pandas nor pydantic: each takes longer than the conversion."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.datasets.conftest import write_table
from tests.datasets.test_doors import EPA

PROGRAM = """
import os, sys
from catalog.cli import main
sys.argv = ["vehicles", *sys.argv[1:]]
main._leave = lambda code: print(code, sorted({"pandas", "pydantic", "pint", "pyarrow"} & set(sys.modules)))
main.run()
"""


def test_an_import_leaves_the_heavy_ones_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    path = write_table(tmp_path / "vehicles.csv", "epa", EPA)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "import", "epa", path], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "0 ['pyarrow']", done.stderr
