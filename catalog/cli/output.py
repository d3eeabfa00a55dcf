"""Writing out: data to stdout (through a pager on a terminal), messages to stderr, quiet on a closed pipe."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TextIO

_ASCII = str.maketrans(
    {
        "▲": "^", "▼": "v", "≤": "<=", "≥": ">=", "–": "-", "−": "-", "×": "x", "±": "+/-", "†": "+", "“": '"',
        "”": '"', "²": "2", "³": "3", "°": " deg", "\u00a0": " ", "’": "'", "…": "...",
    }
)  # fmt: skip


def terminal_width(default: int = 80) -> int:
    """The columns of the terminal: COLUMNS, or the terminal's own, or 80 in a pipe."""
    return shutil.get_terminal_size((default, 24)).columns


def write(text: str, pager: bool = True) -> None:
    """``text`` to stdout. Raises BrokenPipeError and OSError for the caller to answer."""
    stream = sys.stdout
    text = _encodable(text, stream)
    if pager and _wants_pager(text, stream) and _page(text):
        return
    stream.write(text)
    stream.flush()


def say(message: str) -> None:
    """A message to stderr, marked as ours."""
    print(_encodable(f"vehicles: {message}", sys.stderr), file=sys.stderr)


def _encodable(text: str, stream: TextIO) -> str:
    """``text`` as the stream's encoding can hold it: signs in ASCII first, the rest escaped, nothing lost."""
    encoding = stream.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        plain = text.translate(_ASCII)
        return plain.encode(encoding, "backslashreplace").decode(encoding)
    return text


def _wants_pager(text: str, stream: TextIO) -> bool:
    if not stream.isatty() or os.environ.get("TERM") == "dumb":
        return False
    return text.count("\n") >= shutil.get_terminal_size().lines


def _page(text: str) -> bool:
    """Show ``text`` in $PAGER (less by default); False where there is none."""
    command = os.environ.get("VEHICLES_PAGER") or os.environ.get("PAGER") or "less -FIRX"
    if command.strip() in ("", "cat"):
        return False
    try:
        # A pager is a command line by custom ("less -R"), so it goes through the shell as git and man do it.
        done = subprocess.run(command, shell=True, input=text, text=True, encoding=sys.stdout.encoding, check=False)
    except (OSError, BrokenPipeError):
        return False
    return done.returncode not in (126, 127)
