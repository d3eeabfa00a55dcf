"""Writing out: encodings, control characters, the pager."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from catalog.cli.output import MIN_WIDTH, encoding_of, say, terminal_width, write


class Stream(io.StringIO):
    """A text stream with an encoding, on a terminal or not."""

    def __init__(self, encoding: str = "utf-8", terminal: bool = False) -> None:
        super().__init__()
        self._encoding = encoding
        self._terminal = terminal

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._encoding

    def isatty(self) -> bool:
        return self._terminal


def opened(monkeypatch: pytest.MonkeyPatch, encoding: str = "utf-8", terminal: bool = False) -> Stream:
    """A stream as standard output (pytest puts its own back between a fixture and its test)."""
    stream = Stream(encoding, terminal)
    monkeypatch.setattr(sys, "stdout", stream)
    return stream


def test_text_is_written_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    stdout = opened(monkeypatch)
    write("Citroën ≤ 317 km ▲\n")
    assert stdout.getvalue() == "Citroën ≤ 317 km ▲\n"


def test_what_the_encoding_lacks_is_written_in_ascii(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = opened(monkeypatch, "ascii")
    write("Citroën ≤ 317 km ▲\n")
    write('{"make": "Citroën"}\n', quoted=True)
    assert stream.getvalue() == 'Citroen <= 317 km ^\n{"make": "Citro\\u00ebn"}\n'


def test_control_characters_never_reach_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    stdout, messages = opened(monkeypatch), Stream()
    monkeypatch.setattr(sys, "stderr", messages)
    write("a\x1b[31mb\x9bc\rd\n")
    say("no vehicle \x1b[31m")
    assert stdout.getvalue() == "a\\u001b[31mb\\u009bc\\u000dd\n"
    assert messages.getvalue() == "vehicles: no vehicle \\u001b[31m\n"


def test_a_closed_stdout_is_an_error_and_a_closed_stderr_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(OSError, match="standard output is closed"):
        write("x")
    monkeypatch.setattr(sys, "stderr", None)
    say("nobody hears this")


def test_a_message_that_cannot_be_written_is_lost_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(Stream):
        def write(self, _: str) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(sys, "stderr", Full())
    say("x")


@pytest.mark.parametrize(("columns", "width"), [("132", 132), ("5", MIN_WIDTH), ("0", 80), ("wide", 80)])
def test_the_width_is_that_of_the_terminal(monkeypatch: pytest.MonkeyPatch, columns: str, width: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(sys, "__stdout__", None)
    assert terminal_width() == width


def test_a_stream_without_an_encoding_is_utf_8() -> None:
    assert encoding_of(None) == "utf-8"
    assert encoding_of(io.StringIO()) == "utf-8"


@pytest.fixture
def ten_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of ten lines."""
    monkeypatch.setenv("LINES", "10")
    monkeypatch.setenv("TERM", "xterm")


LONG = "line\n" * 20


@pytest.mark.usefixtures("ten_lines")
def test_long_output_on_a_terminal_goes_through_the_pager(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    terminal = opened(monkeypatch, terminal=True)
    monkeypatch.setenv("PAGER", f"cat > {tmp_path}/other")
    monkeypatch.setenv("VEHICLES_PAGER", f"cat > {tmp_path}/paged")
    write(LONG)
    assert (tmp_path / "paged").read_text(encoding="utf-8") == LONG
    assert not (tmp_path / "other").exists()
    assert terminal.getvalue() == ""


@pytest.mark.usefixtures("ten_lines")
@pytest.mark.parametrize("name", ["PAGER", "VEHICLES_PAGER"])
@pytest.mark.parametrize("pager", ["cat", "no-such-program-anywhere"])
def test_without_a_pager_it_is_printed(monkeypatch: pytest.MonkeyPatch, name: str, pager: str) -> None:
    terminal = opened(monkeypatch, terminal=True)
    monkeypatch.setenv(name, pager)
    write(LONG)
    assert terminal.getvalue() == LONG


@pytest.mark.usefixtures("ten_lines")
@pytest.mark.parametrize("case", ["short", "not wanted", "dumb", "pipe"])
def test_what_needs_no_pager_gets_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, case: str) -> None:
    terminal = opened(monkeypatch, terminal=case != "pipe")
    monkeypatch.setenv("VEHICLES_PAGER", f"cat > {tmp_path}/paged")
    if case == "dumb":
        monkeypatch.setenv("TERM", "dumb")
    write("line\n" * 5 if case == "short" else LONG, pager=case != "not wanted")
    assert terminal.getvalue()
    assert not (tmp_path / "paged").exists()
