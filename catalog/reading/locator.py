"""On which line of a TOML text a key or an element of a list stands.

``tomllib`` reads the format and does not say where. So the text is cut into tokens once more, and the line of
every key, table, list element and key of an inline table is noted: only when a message asks for one. By then
tomllib has accepted the text, so the walk need not check it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

Path = tuple[str | int, ...]

_TOKEN = re.compile(
    r'(?P<string>"""(?:[^\\]|\\.)*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|(?P<unclosed>"""|\'\'\')'
    r'|"(?:[^"\\\n]|\\[^\n])*"'
    r"|'[^'\n]*')"
    r"|(?P<comment>\#[^\n]*)"
    r"|(?P<bare>[A-Za-z0-9_-]+)"
    r"|(?P<newline>\n)"
    r"|(?P<space>[^\S\n]+)"
    r"|(?P<sign>.)",
    re.DOTALL,
)


def tokens(text: str) -> Iterator[tuple[str, str, int]]:
    """Kind, text and line of each token that matters (no spaces, no comments), of any text, in linear time."""
    line = 1
    for match in _TOKEN.finditer(text):
        if match["unclosed"]:
            return
        kind, token = match.lastgroup or "sign", match[0]
        if kind not in ("comment", "space"):
            yield kind, token, line
        line += token.count("\n")


def long_key(text: str, most: int) -> int | None:
    """The line of the first dotted key of more than ``most`` parts."""
    parts, dotted = 0, False
    for kind, token, line in tokens(text):
        if kind in ("bare", "string"):
            parts = parts + 1 if dotted else 1
        dotted = token == "."
        if parts > most:
            return line
    return None


def deep_line(text: str, most: int) -> int | None:
    """The line on which brackets open more than ``most`` deep."""
    depth = 0
    for kind, token, line in tokens(text):
        if kind == "sign" and token in "[{":
            depth += 1
        elif kind == "sign" and token in "]}":
            depth -= 1
        if depth > most:
            return line
    return None


class Locator:
    """Line numbers of keys in a valid TOML text: ``line("specs", "range", 1, "procedure")``.

    >>> Locator('[specs]\\nrange = [\\n  "1 km",\\n  { value = "2 km" },\\n]\\n').line("specs", "range", 1, "value")
    4
    """

    def __init__(self, text: str = "") -> None:
        self._text = text

    @cached_property
    def _lines(self) -> dict[Path, int]:
        walk = _Walk()
        for kind, token, line in tokens(self._text):
            walk.step(kind, token, line)
        return walk.lines

    def holds(self, *path: str | int) -> bool:
        """Whether there is such a key or element."""
        return path in self._lines

    def line(self, *path: str | int) -> int | None:
        """The line of the key or element, or of the nearest thing around it that has one."""
        for end in range(len(path), 0, -1):
            found = self._lines.get(path[:end])
            if found is not None:
                return found
        return None


@dataclass(slots=True)
class _Open:
    """A list or inline table whose bracket is open."""

    path: Path
    is_list: bool
    index: int = 0


class _Walk:
    """The state between tokens: reading a key, a value or a header, inside which open brackets."""

    def __init__(self) -> None:
        self.lines: dict[Path, int] = {}
        self._table: Path = ()
        self._counts: dict[Path, int] = {}  # elements so far of each [[array of tables]]
        self._open: list[_Open] = []
        self._key: list[str] = []
        self._key_line = 1
        self._path: Path = ()  # of the key whose value is read
        self._in_value = False
        self._brackets = 0  # 1 in a [header], 2 in a [[header]]

    def step(self, kind: str, token: str, line: int) -> None:
        if kind == "newline":
            if not self._open:
                self._key, self._in_value, self._brackets = [], False, 0
        elif self._in_value:
            self._value(kind, token, line)
        elif kind in ("bare", "string"):
            self._key_line = self._key_line if self._key else line
            self._key.append(_plain(token))
        elif self._open or token not in "[]":
            self._between(token)
        elif token == "[":
            self._brackets += 1
        elif self._key:
            self._header(line)

    def _between(self, token: str) -> None:
        """A sign among keys: of an assignment, or of the inline table around it."""
        if token == "=":
            self._path = (*(self._open[-1].path if self._open else self._table), *self._key)
            for end in range(len(self._path) - len(self._key) + 1, len(self._path) + 1):
                self.lines.setdefault(self._path[:end], self._key_line)
            self._key, self._in_value = [], True
        elif token == "}":
            self._close()

    def _header(self, line: int) -> None:
        path: Path = ()
        for part in self._key[:-1]:
            path = self._element((*path, part), line)
        path = (*path, self._key[-1])
        self.lines.setdefault(path, line)
        if self._brackets > 1:
            self._counts[path] = self._counts.get(path, 0) + 1
        self._table = self._element(path, line)
        self._key = []

    def _element(self, path: Path, line: int) -> Path:
        """The table that a part of a header means: the last element where it is an array of tables."""
        if path in self._counts:
            path = (*path, self._counts[path] - 1)
        self.lines.setdefault(path, line)
        return path

    def _value(self, kind: str, token: str, line: int) -> None:
        around = self._open[-1] if self._open else None
        is_sign = kind == "sign"
        if is_sign and token == "," and around is not None:
            around.index += 1
            self._in_value = around.is_list
        elif is_sign and token in "]}":
            self._close()
        else:
            path = (*around.path, around.index) if around is not None and around.is_list else self._path
            self.lines.setdefault(path, line)
            if is_sign and token in "[{":
                self._open.append(_Open(path, token == "["))
                self._in_value = token == "["

    def _close(self) -> None:
        if self._open:
            self._open.pop()
        self._in_value = True


def _plain(token: str) -> str:
    """A key without its quotes."""
    if token[0] not in "\"'":
        return token
    return next(iter(tomllib.loads(f"{token} = 0"))) if "\\" in token else token[1:-1]
