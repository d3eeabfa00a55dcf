"""TOML text to data, within limits, and where in the text a value stands.

``tomllib`` reads the format; it does not say on which line a key stands, so ``Locator`` looks the key up
in the text when a message needs it. The limits keep a hostile file from costing more than it should: a
dotted key of 100 kB takes tomllib 15 seconds and 4 GB.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from catalog.errors import Fault

MAX_BYTES = 1_000_000
MAX_LINE = 20_000
MAX_DOTS = 20
_KEY = r"(?:[A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*')"
_ASSIGNMENT = re.compile(rf"\s*({_KEY}(?:\s*\.\s*{_KEY})*)\s*=")
_HEADER = re.compile(rf"\s*(\[\[?)\s*({_KEY}(?:\s*\.\s*{_KEY})*)\s*\]")
_AT_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")


class TomlFault(Exception):
    """A file that is not TOML, or over a limit. Holds the fault."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(str(fault))


def read_toml(path: Path, shown: str) -> tuple[dict[str, Any], str]:
    """The data and the text of a file; ``shown`` is its name in messages. Raises TomlFault."""

    def fault(message: str, line: int | None = None, hint: str | None = None) -> TomlFault:
        return TomlFault(Fault(shown, line, None, message, hint, code="toml"))

    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise fault(f"{size:,} bytes; a spec file has at most {MAX_BYTES:,}")
        raw = path.read_bytes()
    except OSError as error:
        raise fault(f"cannot be read: {error.strerror or error}") from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise fault("not UTF-8", line, "save the file as UTF-8") from None
    for number, content in enumerate(text.splitlines(), 1):
        if len(content) > MAX_LINE:
            raise fault(f"a line of {len(content):,} characters; at most {MAX_LINE:,}", number)
        key = content.partition("=")[0].lstrip()
        if key.count(".") > MAX_DOTS and not key.startswith(("#", '"', "'")):
            raise fault(f"a key of {key.count('.') + 1:,} parts", number)
    try:
        return tomllib.loads(text), text
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        at = _AT_LINE.search(message)
        plain = _AT_LINE.sub("", message).strip()
        raise fault(f"not TOML: {plain}", int(at[1]) if at else text.count("\n") + 1, _toml_hint(text, at)) from None
    except RecursionError:
        raise fault("nested too deeply") from None


def _toml_hint(text: str, at: re.Match[str] | None) -> str | None:
    if at is None:
        return None
    line = text.splitlines()[int(at[1]) - 1] if int(at[1]) <= text.count("\n") + 1 and text else ""
    value = line.partition("=")[2].strip()
    if value and value[0].isalnum() and not value.startswith(("true", "false")):
        return f'a value stands in quotes: "{value.split("#")[0].strip()}"'
    return None


class Locator:
    """Line numbers of keys in a TOML text: ``line("specs", "range", 1)``."""

    def __init__(self, text: str) -> None:
        self._lines: dict[tuple[str | int, ...], int] = {}
        self._index(text)

    def _index(self, text: str) -> None:
        table: tuple[str | int, ...] = ()
        counts: dict[tuple[str | int, ...], int] = {}
        inside: str | None = None
        for number, line in enumerate(text.splitlines(), 1):
            if inside is not None:
                inside = None if inside in line else inside
                continue
            if header := _HEADER.match(line):
                table = _parts(header[2])
                if header[1] == "[[":
                    index = counts.get(table, 0)
                    counts[table] = index + 1
                    self._lines.setdefault(table, number)
                    table = (*table, index)
                self._lines.setdefault(table, number)
                continue
            if assignment := _ASSIGNMENT.match(line):
                path = (*table, *_parts(assignment[1]))
                self._lines.setdefault(path, number)
                self._elements = (path, 0)
                rest = line[assignment.end() :]
                for quotes in ('"""', "'''"):
                    if rest.count(quotes) == 1:
                        inside = quotes
                self._count(path, rest, number)
            elif getattr(self, "_elements", None):
                self._count(self._elements[0], line, number)

    def _count(self, path: tuple[str | int, ...], text: str, number: int) -> None:
        """Note the lines on which elements of a list of tables or texts begin (one a line, as is usual)."""
        content = text.strip().lstrip("[").strip()
        if content.startswith(("{", '"', "'")):
            index = self._elements[1]
            self._lines.setdefault((*path, index), number)
            self._elements = (path, index + 1)

    def line(self, *path: str | int) -> int | None:
        """The line of the key, or of the nearest table around it that has one."""
        for end in range(len(path), 0, -1):
            found = self._lines.get(path[:end])
            if found is not None:
                return found
        return None


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in re.findall(_KEY, dotted))
