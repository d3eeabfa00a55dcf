"""A publisher's table as it is before anything is made of it: columns of text, where each row stood, what was rejected.

Each column is dictionary-encoded: its different texts once, and for each row the number of its text. What costs
time (reading a number exactly) is done once for each different text, and spread over the rows by pyarrow.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from catalog.datasets.errors import FileRefused
from catalog.datasets.limits import Limits
from catalog.plain import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Reject:
    """A row that is not loaded, or (``whole`` is False) a value that is kept as text only: where it is, and why."""

    line: int
    column: str | None
    reason: str
    text: str = ""
    whole: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """The table of a file. ``columns`` are dictionary arrays of text, one chunk each, null where a cell is not there.

    ``lines`` are the lines (or the numbers of the records) of the rows. ``rejected`` are rows of the file that are not
    among these. ``told`` are notes on how the file was read (its encoding, its delimiter). ``numbers`` are the columns
    whose cells all are numbers in the file itself, and so have a decimal point whatever they look like.
    """

    header: tuple[str, ...]
    columns: Sequence[pa.DictionaryArray]
    count: int
    lines: Sequence[int]
    rejected: tuple[Reject, ...] = ()
    told: tuple[str, ...] = ()
    numbers: frozenset[str] = frozenset()


def folded(name: str) -> str:
    """A header without what differs between exports: case, spaces, separators.

    >>> folded("Vehicle_ID") == folded("vehicle id")
    True
    """
    return re.sub(r"[\W_]+", "", name.casefold())


def checked_header(file: str, names: Sequence[str], limits: Limits) -> tuple[str, ...]:
    """The names of the columns. A nameless one is ``column 45``. Raises FileRefused where two have one name."""
    if len(names) > limits.columns:
        raise FileRefused(file, f"{len(names):,} columns; at most {limits.columns:,}")
    header = tuple(" ".join(name.split()) or f"column {place}" for place, name in enumerate(names, 1))
    seen: dict[str, int] = {}
    for place, name in enumerate(header, 1):
        if "\0" in name:
            raise FileRefused(file, f"the name of column {place} holds a null byte")
        if len(name) > 300:
            length = f"{len(name):,} characters"
            raise FileRefused(file, f"the name of column {place} has {length}; is the first line a header?")
        if other := seen.get(name.casefold()):
            raise FileRefused(file, f"columns {other} and {place} are both called {name!r}; name one of them anew")
        seen[name.casefold()] = place
    return header


def count_checked(file: str, rows: int, columns: int, limits: Limits) -> None:
    """Raises FileRefused for a table with too many cells."""
    if rows * columns > limits.cells:
        raise FileRefused(file, f"{rows:,} rows of {columns:,} columns; at most {limits.cells:,} cells")
