"""``docs/drawing.md`` cannot lie: its picture is what its command draws, its Python runs.

``pytest --update-goldens`` draws the picture anew.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from catalog.cli.main import main

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "drawing.md"


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings and no specs of the person who runs the tests."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    for name in ("VEHICLES_UNITS", "VEHICLES_UNIT", "VEHICLES_FORMAT", "VEHICLES_SPECS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def test_the_picture_is_what_the_command_draws(
    request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    (command,) = re.findall(r"^vehicles (.*) > (\S+\.svg)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    arguments, image = command
    assert main(shlex.split(arguments)) == 0
    drawn, path = capsys.readouterr().out, ROOT / image
    if request.config.getoption("--update-goldens"):
        path.write_bytes(drawn.encode())
    assert path.read_bytes().decode() == drawn


def test_its_python_runs() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    names: dict[str, object] = {}
    exec(code, names)
    assert names["drawing"].svg.startswith("<?xml")  # type: ignore[attr-defined]


def test_the_readme_shows_it() -> None:
    assert "docs/images/to-scale.svg" in (ROOT / "README.md").read_text(encoding="utf-8")
