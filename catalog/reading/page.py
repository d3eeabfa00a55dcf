"""One file while it is read: its name in messages, where its keys stand, and what is wrong in it."""

from __future__ import annotations

from collections.abc import Sequence

from catalog.errors import Fault
from catalog.reading.locator import Locator, Path


class Page:
    """Collects the faults of one file."""

    def __init__(self, shown: str, locator: Locator | None = None, faults: Sequence[Fault] = ()) -> None:
        self.shown = shown
        self.locator = locator or Locator()
        self.faults = list(faults)

    @property
    def unread(self) -> bool:
        """Whether the file could not be read at all."""
        return any(fault.code == "toml" for fault in self.faults)

    def say(self, path: Path, name: str | None, message: str, hint: str | None = None, code: str = "schema") -> None:
        """Add a fault at the key or element with this path in the file; an empty path is the whole file."""
        message, hint = legible(message, 1000), hint and legible(hint, 1000)
        self.faults.append(Fault(self.shown, self.locator.line(*path), name and legible(name), message, hint, code))

    def say_missing(self, path: Path, name: str, hint: str | None) -> None:
        """A key that is not there: told at the table it should stand in, or at the top."""
        line = self.locator.line(*path) or 1
        self.faults.append(Fault(self.shown, line, legible(name), "is missing", hint))


def legible(text: str, most: int = 100) -> str:
    """Text for one line of a terminal: control characters escaped, its beginning where it is long.

    >>> legible("a\\nb")
    'a\\\\nb'
    """
    short = text if len(text) <= most else f"{text[: most - 3]}..."
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode() for character in short
    )
