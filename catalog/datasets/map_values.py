"""The values of a map as they have to be: whoever reads one gets what can be gone on with, and each fault is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from catalog.datasets import template
from catalog.errors import CatalogError, nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.datasets.template import Template

    Path = tuple[str | int, ...]
    Say = Callable[[Path, str, str | None], None]


class Values:
    """Reads values of a map, ``at`` a place in it: ``say`` is told that with what is wrong and what would be right."""

    def __init__(self, data: Mapping[str, Any], say: Say) -> None:
        self.data = data
        self.say = say

    def known(self, at: Path, table: Mapping[str, Any], keys: Sequence[str]) -> None:
        for key in table:
            if key not in keys:
                near = nearest(key, keys, 1)
                self.say((*at, key), "there is no such key", f"did you mean {near[0]}?" if near else ", ".join(keys))

    def table(self, at: Path) -> Mapping[str, Any]:
        value = self.data.get(str(at[-1]), {})
        if not isinstance(value, dict):
            self.say(at, "must be a table", f"[{at[-1]}]")
            return {}
        return value

    def tables(self, at: Path) -> Sequence[Mapping[str, Any]]:
        value = self.data.get(str(at[-1]), [])
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            self.say(at, "must be a list of tables", f"[[{at[-1]}]]")
            return []
        return value

    def text(self, at: Path, value: object) -> str:
        if isinstance(value, str) and value.strip():
            return value.strip()
        self.say(at, "must be a text in quotes, and not empty", None)
        return ""

    def texts(self, at: Path, value: object) -> tuple[str, ...]:
        values = [value] if isinstance(value, str) else value
        if isinstance(values, list | tuple) and all(isinstance(entry, str) for entry in values):
            return tuple(" ".join(entry.split()) for entry in values)
        self.say(at, "must be a text, or a list of texts", '["a", "b"]')
        return ()

    def one_of(self, at: Path, value: object, words: Sequence[str]) -> str | None:
        if value is None or value in words:
            return value if isinstance(value, str) else None
        near = nearest(str(value), words, 1)
        hint = f"did you mean {near[0]}?" if near else f"one of {', '.join(words)}"
        self.say(at, f"cannot be {str(value)[:60]!r}", hint)
        return None

    def template(self, at: Path, value: object) -> Template:
        if value is None:
            self.say(at, "is missing", 'a text with columns in braces, such as "{Make}"')
            return template.parse("")
        try:
            return template.parse(self.text(at, value))
        except ValueError as error:
            self.say(at, str(error), None)
            return template.parse("")

    def pattern(self, at: Path, value: object) -> str:
        text = self.text(at, value)
        try:
            re.compile(text)
        except re.error as error:
            self.say(at, f"is no regular expression: {error}", None)
            return ""
        return text

    def words(self, at: Path, value: object) -> dict[str, str]:
        """``{ word = ["text", ...] }`` by the text, whose case does not count."""
        if not isinstance(value, dict):
            self.say(at, "must be a table", '{ van = ["Vans", "Minivan"] }')
            return {}
        found: dict[str, str] = {}
        for word, texts in value.items():
            for text in self.texts((*at, word), texts):
                if found.setdefault(text.casefold(), word) != word:
                    self.say((*at, word), f"{text!r} stands under {found[text.casefold()]!r} as well", None)
        return found

    def flag(self, at: Path, value: object) -> bool:
        if not isinstance(value, bool):
            self.say(at, "must be true or false, without quotes", None)
        return value is True

    def positive(self, at: Path, value: object) -> float:
        if isinstance(value, int | float) and not isinstance(value, bool) and value > 0:
            return float(value)
        self.say(at, "must be a number above 0", None)
        return 1.0

    def count(self, at: Path, value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and value > 0:
            return value
        self.say(at, "must be a whole number above 0", None)
        return 1

    def tried(self, at: Path, read: Callable[[str], object], text: str) -> None:
        try:
            read(text)
        except CatalogError as error:
            self.say(at, str(error), None)
