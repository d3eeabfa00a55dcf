"""Writing out: data to stdout (through a pager on a terminal), messages to stderr, quiet on a closed pipe.

Both wait where it is not sure yet that what was read still holds: ``hold``.
"""

from __future__ import annotations

import errno
import os
import sys

from catalog.render.encoding import escaped_json, plain
from catalog.render.text import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

MIN_WIDTH = 20

#: What make sure that all still holds that is to be told; and what is told then, in this order.
_sure: list[Callable[[], None]] = []
_held: list[Callable[[], None]] = []


def hold(sure: Callable[[], None]) -> None:
    """Keep all that is said and written from here on until ``release``."""
    _sure.append(sure)


def release() -> None:
    """Tell what was held, where no ``sure`` raises."""
    sure, held = _sure[:], _held[:]
    forget()
    for check in sure:
        check()
    for part in held:
        part()


def forget() -> None:
    """Hold nothing any more; what was held is never told."""
    _sure.clear()
    _held.clear()


def terminal_width(default: int = 80) -> int:
    """The columns of the terminal: COLUMNS, or the terminal's own, or 80 in a pipe; at least 20."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return max(int(columns), MIN_WIDTH)
    try:
        found = os.get_terminal_size(sys.__stdout__.fileno()).columns if sys.__stdout__ is not None else 0
    except (OSError, ValueError):
        found = 0
    return max(found or default, MIN_WIDTH)


def encoding_of(stream: TextIO | None) -> str:
    """The encoding in which a stream writes."""
    return (stream.encoding if stream is not None else None) or "utf-8"


def write(text: str, pager: bool = True, quoted: bool = False) -> None:
    """``text`` to stdout, in what its encoding holds (``quoted``: JSON or TOML, with their own escapes).

    Control characters are shown, never sent. Raises BrokenPipeError and OSError for the caller to answer.
    """
    if _sure:
        _held.append(lambda: write(text, pager, quoted))
        return
    stream = sys.stdout
    if stream is None:
        raise OSError(errno.EBADF, "standard output is closed")
    text = (escaped_json if quoted else plain)(visible(text), encoding_of(stream))
    if pager and _wants_pager(text, stream) and _page(text):
        return
    stream.write(text)
    stream.flush()


def say(message: str) -> None:
    """A message to stderr, marked as ours; lost where stderr is."""
    if _sure:
        _held.append(lambda: say(message))
        return
    stream = sys.stderr
    if stream is not None:
        try:
            print(plain(visible(f"vehicles: {message}"), encoding_of(stream)), file=stream)
        except OSError:
            return


def _wants_pager(text: str, stream: TextIO) -> bool:
    if not stream.isatty() or os.environ.get("TERM") == "dumb":
        return False
    from shutil import get_terminal_size

    return text.count("\n") >= get_terminal_size().lines


def _page(text: str) -> bool:
    """Show ``text`` in $PAGER (less by default); False where there is none."""
    command = os.environ.get("VEHICLES_PAGER") or os.environ.get("PAGER") or "less -FIRX"
    if command.strip() in ("", "cat"):
        return False
    import signal
    import subprocess

    try:
        # A pager is a command line by custom ("less -R"), so it goes through the shell as git and man do it.
        with subprocess.Popen(
            command, shell=True, stdin=subprocess.PIPE, text=True, encoding=sys.stdout.encoding
        ) as pager:
            before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the pager's, which may well go on
            try:
                pager.communicate(text)
            finally:
                signal.signal(signal.SIGINT, before)
    except OSError:
        return False
    return pager.returncode not in (126, 127)
