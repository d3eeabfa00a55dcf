"""A sheet: what every view hands to a renderer. It knows rows and columns, nothing of vehicles."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from catalog.plain import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a sheet. ``section`` opens a group; ``level`` indents the first cell."""

    cells: tuple[str, ...]
    section: bool = False
    level: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table for people, and the same content for programs.

    ``headers`` name the columns (a header may have several lines, parted by a line feed); ``lines`` are
    the rows; ``notes`` stand below. ``align`` is left or right for each column; ``fixed`` columns at the
    left are repeated where a wide table is folded; a long list does not fold (``folds`` is False) but leaves
    columns out at the right and says which; ``notes_of`` are its notes where only these columns (by their places)
    are shown. ``records`` are flat rows for CSV and JSON lines, ``keys`` their
    columns where there may be none, ``document`` the whole for JSON.
    """

    headers: tuple[str, ...]
    lines: tuple[Line, ...]
    title: str = ""
    notes: tuple[str, ...] = ()
    align: tuple[str, ...] = ()
    fixed: int = 1
    folds: bool = True
    notes_of: Callable[[Sequence[int]], tuple[str, ...]] | None = None
    records: Sequence[Mapping[str, Any]] = field(default_factory=tuple)
    keys: tuple[str, ...] = ()
    document: Any = None
    empty: str = "nothing to show"
