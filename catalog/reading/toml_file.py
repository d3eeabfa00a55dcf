"""TOML text to data, within limits.

The limits keep a hostile file from costing more than it should: a dotted key of 100 kB takes tomllib 15 seconds and
4 GB, and brackets nested a few hundred deep end in a RecursionError wherever they are walked.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from catalog.errors import Fault
from catalog.reading.locator import Locator, deep_line, long_key
from catalog.reading.page import legible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MAX_BYTES = 1_000_000
MAX_LINE = 20_000
MAX_PARTS = 20
MAX_DEPTH = 20
MAX_DIGITS = 1_000
_AT_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")
_DIGITS = re.compile(rf"[0-9A-Fa-f_]{{{MAX_DIGITS + 1}}}")


class TomlFault(Exception):
    """A file that is not TOML, or over a limit. Holds the fault."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(str(fault))


def read_toml(path: Path, shown: str) -> tuple[dict[str, Any], Locator]:
    """The data of a file, and where in it things stand; ``shown`` is its name in messages. Raises TomlFault."""
    try:
        return _read(path)
    except _Refused as refused:
        message, hint = legible(refused.message, 1000), refused.hint and legible(refused.hint, 1000)
        raise TomlFault(Fault(shown, refused.line, None, message, hint, code="toml")) from None


class _Refused(Exception):
    def __init__(self, message: str, line: int | None = None, hint: str | None = None) -> None:
        self.message, self.line, self.hint = message, line, hint
        super().__init__(message)


def _read(path: Path) -> tuple[dict[str, Any], Locator]:
    text = _text(path)
    lines = text.split("\n")
    _check_lines(text, lines)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(str(error), lines) from None
    except RecursionError:
        raise _too_deep(deep_line(text, MAX_DEPTH)) from None
    except ValueError:  # Python refuses to make an int of more than 4300 digits
        raise _Refused(f"a number of more than {MAX_DIGITS:,} digits", _line_with(_DIGITS, lines)) from None
    locator = Locator(text)
    _check_depth(data, locator)
    return data, locator


def _text(path: Path) -> str:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise _Refused(f"{size:,} bytes; a spec file has at most {MAX_BYTES:,}")
        if not path.is_file():
            raise _Refused("not a file")
        raw = path.read_bytes()
    except OSError as error:
        raise _Refused(f"cannot be read: {error.strerror or error}") from None
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _Refused("not UTF-8", line, "save the file as UTF-8") from None


def _check_lines(text: str, lines: list[str]) -> None:
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE:
            raise _Refused(f"a line of {len(line):,} characters; at most {MAX_LINE:,}", number)
    # dots in texts and comments are no keys, which only the tokens tell; most files need not be cut into them
    if any(line.count(".") >= MAX_PARTS for line in lines) and (found := long_key(text, MAX_PARTS)):
        raise _Refused(f"a key of more than {MAX_PARTS} parts", found)


def _check_depth(data: dict[str, Any], locator: Locator) -> None:
    stack: list[tuple[tuple[str | int, ...], Any]] = [((), data)]
    while stack:
        path, value = stack.pop()
        if len(path) > MAX_DEPTH:
            raise _too_deep(locator.line(*path))
        if isinstance(value, dict):
            stack += [((*path, key), entry) for key, entry in value.items() if isinstance(entry, dict | list)]
        elif isinstance(value, list):
            stack += [((*path, index), entry) for index, entry in enumerate(value) if isinstance(entry, dict | list)]


def _too_deep(line: int | None) -> _Refused:
    return _Refused(f"nested more than {MAX_DEPTH} deep", line)


def _not_toml(message: str, lines: list[str]) -> _Refused:
    at = _AT_LINE.search(message)
    number = int(at[1]) if at else len(lines) - (lines[-1] == "")
    plain = _AT_LINE.sub("", message).replace("(at end of document)", "at the end of the file").strip()
    return _Refused(f"not TOML: {plain}", number, _hint(plain, lines[number - 1]))


_HINTS = (
    ("Cannot overwrite a value", "the key is there twice; several values of a field go in a list: [..., ...]"),
    ("Cannot declare", "the table is there twice; put its keys together"),
    ("Expected '=' after a key", 'write key = "value"'),
    ("Illegal character", "close the quotes"),
    ("Unescaped", "a backslash is written \\\\, or the text in single quotes"),
    ("Invalid hex value", "a backslash is written \\\\, or the text in single quotes"),
    ("Unclosed", "a comma or a quote is missing before it, or the closing bracket"),
)


def _hint(message: str, line: str) -> str | None:
    """What is usually meant where spec files are not TOML."""
    if re.search("[“”„«»‘’]", line):
        return 'quotes are straight: "'
    if line.rstrip().endswith(("{", ",")) and "{" in line:
        return "a table in braces stands on one line"
    value = line.partition("=")[2].partition("#")[0].strip()
    if value[:1] in ('"', "'") and value.count(value[0]) == 1:
        return f"close the quotes: {value}{value[0]}"
    if message.startswith(("Invalid value", "Invalid date", "Expected newline")) and value[:1].isalnum():
        return f'a value stands in quotes: "{value}"' if '"' not in value else None
    return next((hint for start, hint in _HINTS if message.startswith(start)), None)


def _line_with(pattern: re.Pattern[str], lines: list[str]) -> int | None:
    return next((number for number, line in enumerate(lines, 1) if pattern.search(line)), None)
