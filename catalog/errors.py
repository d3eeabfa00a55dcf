"""Every error the catalog raises on purpose.

    CatalogError
    ├── ReadingError        a published text that cannot be read as a value
    ├── SpecError           one or more faults in spec files (all of them, not the first)
    ├── NotFound            no such vehicle, field, unit, source or plant
    ├── Ambiguous           a name that fits several
    ├── NoSingleValue       a field without a value, or with an interval where one number was asked for
    ├── NotConvertible      two units that do not measure the same kind of thing
    ├── NotComparable       a comparison that cannot be made
    ├── QueryError          a query that cannot be understood, with the place in it
    ├── QueryTooSlow        a query that took longer than it may
    ├── ParameterError      a part of a request that cannot be used
    ├── IndexDamaged        an index that does not hold what was written to it
    │   └── IndexStale      ... or is of spec files as they were before
    └── SettingsError       an option, environment variable or config file that cannot be used

Each error holds its parts as attributes; the message is made from them. ``exit_code`` is the code of
the ``vehicles`` command and ``http_status`` the code of a web face: this table is the only place where
they are decided.
"""

from __future__ import annotations

from collections.abc import Sequence

from catalog.plain import dataclass

__all__ = [
    "Ambiguous",
    "CatalogError",
    "Fault",
    "IndexDamaged",
    "IndexStale",
    "NoSingleValue",
    "NotComparable",
    "NotConvertible",
    "NotFound",
    "ParameterError",
    "QueryError",
    "QueryTooSlow",
    "ReadingError",
    "SettingsError",
    "SpecError",
    "nearest",
]


def nearest(name: str, known: Sequence[str], count: int = 3) -> tuple[str, ...]:
    """The known names most like ``name``, best first.

    >>> nearest("payloda", ["payload", "length", "range"])
    ('payload',)
    """
    from difflib import get_close_matches

    by_fold = {entry.casefold(): entry for entry in reversed(known)}
    found = get_close_matches(name.casefold()[:100], list(by_fold), n=count, cutoff=0.6)
    return tuple(by_fold[key] for key in found)


def _or_list(names: Sequence[str]) -> str:
    return " or ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


class CatalogError(Exception):
    """Root of all errors of this package. ``str()`` of it is what a user should read."""

    exit_code = 1
    http_status = 400


class ReadingError(CatalogError):
    """A published text cannot be read as a value of its kind.

    ``text`` is what was read, ``reason`` what is wrong with it, ``choices`` the spellings that would be
    read, ready to be copied.
    """

    http_status = 422

    def __init__(self, text: str, reason: str, choices: Sequence[str] = ()) -> None:
        self.text = text
        self.reason = reason
        self.choices = tuple(choices)
        super().__init__(text, reason, self.choices)

    def __str__(self) -> str:
        shown = self.text if len(self.text) <= 60 else self.text[:57] + "..."
        message = f"cannot read {shown!r}: {self.reason}"
        return f"{message}; write {_or_list(self.choices)}" if self.choices else message


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in one file: where it is, what is wrong, and the nearest right thing."""

    file: str
    line: int | None
    field: str | None
    message: str
    hint: str | None = None
    code: str = "schema"

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        about = f"{self.field}: " if self.field else ""
        return f"{place}: {about}{self.message}" + (f" ({self.hint})" if self.hint else "")


class SpecError(CatalogError):
    """Spec files with faults. ``faults`` holds all of them, in file and line order."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        count = len(self.faults)
        head = f"{count} fault{'s' if count != 1 else ''} in the spec files:"
        return "\n".join([head, *(f"  {fault}" for fault in self.faults)])


class NotFound(CatalogError):
    """There is no ``what`` called ``name``; ``suggestions`` are the nearest names there are."""

    exit_code = 3
    http_status = 404

    def __init__(self, what: str, name: str, suggestions: Sequence[str] = (), hint: str = "") -> None:
        self.what = what
        self.name = name
        self.suggestions = tuple(suggestions)
        self.hint = hint
        super().__init__(what, name, self.suggestions, hint)

    def __str__(self) -> str:
        shown = self.name if len(self.name) <= 60 else self.name[:57] + "..."
        message = f"no {self.what} {shown!r}"
        if self.suggestions:
            message += f"; did you mean {_or_list(self.suggestions)}?"
        return f"{message} ({self.hint})" if self.hint else message


class Ambiguous(CatalogError):
    """``name`` fits several; ``candidates`` lists them."""

    exit_code = 3

    def __init__(self, what: str, name: str, candidates: Sequence[str]) -> None:
        self.what = what
        self.name = name
        self.candidates = tuple(candidates)
        super().__init__(what, name, self.candidates)

    def __str__(self) -> str:
        shown = ", ".join(self.candidates[:8]) + (", ..." if len(self.candidates) > 8 else "")
        return f"{self.name!r} fits {len(self.candidates)} {self.what}s: {shown}"


class NotConvertible(CatalogError):
    """``source`` and ``target`` do not measure the same kind of thing; ``reason`` says what each is."""

    exit_code = 4
    http_status = 422

    def __init__(self, source: str, target: str, reason: str) -> None:
        self.source = source
        self.target = target
        self.reason = reason
        super().__init__(source, target, reason)

    def __str__(self) -> str:
        return f"cannot convert {self.source!r} to {self.target!r}: {self.reason}"


class NoSingleValue(CatalogError, LookupError):
    """A field without a value, or with an interval or list where one number was asked for.

    ``field`` and ``text`` (as published; empty where nothing is known) say of what. A LookupError as well,
    because that is what asking for what is not there raises.
    """

    exit_code = 3
    http_status = 404

    def __init__(self, field: str, text: str, reason: str) -> None:
        self.field = field
        self.text = text
        self.reason = reason
        super().__init__(field, text, reason)

    def __str__(self) -> str:
        about = f"{self.field} ({self.text})" if self.text else self.field
        return f"{about}: {self.reason}"


class NotComparable(CatalogError):
    """A comparison that cannot be made (fewer than two vehicles, no field in common)."""

    exit_code = 4
    http_status = 422


class QueryError(CatalogError):
    """A query that cannot be understood.

    ``text`` is the whole query, ``position`` and ``length`` the place in it, ``reason`` what is wrong there,
    ``suggestions`` what could stand there instead. The message shows the line with the place marked.

    >>> print(QueryError("paylod > 1 t", 0, 6, "no field 'paylod'", ["payload"]))
    paylod > 1 t
    ^^^^^^
    no field 'paylod'; did you mean payload?
    """

    exit_code = 2
    http_status = 422
    _WIDTH = 100  # a longer line is shown in part

    def __init__(self, text: str, position: int, length: int, reason: str, suggestions: Sequence[str] = ()) -> None:
        self.text = text
        self.position = position
        self.length = length
        self.reason = reason
        self.suggestions = tuple(suggestions)
        super().__init__(text, position, length, reason, self.suggestions)

    def __str__(self) -> str:
        start = self.text.rfind("\n", 0, self.position) + 1
        line = self.text[start:].partition("\n")[0]
        place = self.position - start
        if len(line) > self._WIDTH:
            cut = max(0, min(place - self._WIDTH // 2, len(line) - self._WIDTH))
            before, after = "..." if cut else "", "..." if cut + self._WIDTH < len(line) else ""
            line = f"{before}{line[cut : cut + self._WIDTH]}{after}"
            place += len(before) - cut
        line = "".join(character if character.isprintable() else " " for character in line)
        marked = line[place : place + self.length]
        message = f"{line}\n{' ' * _columns(line[:place])}{'^' * max(1, _columns(marked))}\n{self.reason}"
        return f"{message}; did you mean {_or_list(self.suggestions)}?" if self.suggestions else message


def _columns(text: str) -> int:
    """How wide a terminal shows a text: some signs take two columns."""
    from unicodedata import east_asian_width

    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


class QueryTooSlow(CatalogError):
    """A query was stopped because it took longer than ``seconds``, which whoever asks has set."""

    http_status = 422

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(seconds)

    def __str__(self) -> str:
        return f"the query took longer than {self.seconds:g} s and was stopped; ask for less"


class ParameterError(CatalogError):
    """The part ``name`` of a request cannot be used; ``reason`` says why, ``suggestions`` what could stand there."""

    exit_code = 2
    http_status = 422

    def __init__(self, name: str, reason: str, suggestions: Sequence[str] = ()) -> None:
        self.name = name
        self.reason = reason
        self.suggestions = tuple(suggestions)
        super().__init__(name, reason, self.suggestions)

    def __str__(self) -> str:
        shown = self.name if len(self.name) <= 60 else self.name[:57] + "..."
        message = f"{shown}: {self.reason}"
        return f"{message}; did you mean {_or_list(self.suggestions[:8])}?" if self.suggestions else message


class SettingsError(CatalogError):
    """An option, environment variable or config file that cannot be used; the message says which."""

    exit_code = 2


class IndexDamaged(CatalogError):
    """An index does not hold what was written to it. It follows from the spec files and is made anew."""

    http_status = 503

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)

    def __str__(self) -> str:
        return f"the index is damaged: {self.reason}"


class IndexStale(IndexDamaged):
    """An index turned out to be of spec files as they were before."""

    def __str__(self) -> str:
        return f"the index is out of date: {self.reason}"
