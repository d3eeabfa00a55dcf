"""The bar of commands that take their time."""

from __future__ import annotations

import sys
import time

import pytest

from catalog.cli import progress


def test_no_bar_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with progress.progress_bar("x") as told:
        told("reading", 0.5)
    assert capsys.readouterr().err == ""


class _Terminal:
    """A standard error that says it is a terminal."""

    encoding = "utf-8"

    def __init__(self) -> None:
        self.text = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None:
        """Nothing is held back."""


def test_a_bar_on_a_terminal_only_for_what_takes_over_a_second(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = _Terminal()
    monkeypatch.setattr("sys.stderr", terminal)  # not in a fixture: pytest puts its own back before the test
    with progress.progress_bar("x") as told:
        told("reading", 0.5)
    assert terminal.text == ""
    monkeypatch.setattr(progress, "_DELAY", 0.0)
    monkeypatch.setattr(progress, "_EVERY", 0.01)
    with progress.progress_bar("vehicles.csv") as told:
        told("converting", 0.5)
        for _ in range(1000):
            if "vehicles.csv: converting" in terminal.text:
                break
            time.sleep(0.01)
    assert "vehicles.csv: converting" in terminal.text


def test_no_bar_where_there_is_no_tqdm(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setitem(sys.modules, "tqdm", None)
    monkeypatch.setattr(progress, "_DELAY", 0.0)
    with progress.progress_bar("x") as told:
        told("reading", 0.5)
    assert terminal.text == ""
