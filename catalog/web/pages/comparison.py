"""A comparison as a page shows it: cells in parts, sources by number, and what a reader has to know as lettered notes.

Nothing is formatted here: the texts are those of the comparison.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from catalog.compare.sheet import best_mark, difference_text, disagreement_text, remarks, status_text, value_text
from catalog.plain import dataclass
from catalog.wording.printed import NBSP
from catalog.wording.values import published_text
from catalog.wording.words import worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.compare.comparison import Cell, Comparison, Row
    from catalog.model.cited import Cited
    from catalog.model.claim import Claim
    from catalog.model.record import Record
    from catalog.model.table import FieldTable

#: What an empty cell says, and what stands for it on the page.
EMPTY = {
    "unknown": ("–", "nothing in the catalog"),
    "other definition": ("–", "stated under another definition"),
    "not published": ("not published", ""),
    "not applicable": ("not applicable", ""),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A reference to a source or a note: what it is called, and its text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class CellView:
    """One value. ``best`` is ▲, ▼ or empty; an empty cell has only ``empty`` and ``said``."""

    text: str = ""
    best: str = ""
    status: str = ""
    difference: str = ""
    disagreement: str = ""
    sources: tuple[Mark, ...] = ()
    note: Mark | None = None
    empty: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class RowView:
    """One field under one definition. ``label`` is empty in the second and later rows of a field."""

    field: str
    label: str
    words: str
    meaning: str
    formula: str
    cells: tuple[CellView, ...]
    first: bool
    many: bool
    ranked: bool


@dataclass(frozen=True, slots=True)
class GroupView:
    """The rows of a group of fields."""

    name: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """Groups of rows, and what stands below the table."""

    vehicles: tuple[Record, ...]
    baseline: str | None
    groups: tuple[GroupView, ...]
    sources: tuple[tuple[str, str, Cited | None], ...]
    notes: tuple[Mark, ...]
    remarks: tuple[str, ...]
    marks: frozenset[str]


class _Numbers:
    """Numbers for sources and letters for notes, in the order in which a page meets them."""

    def __init__(self, sources: Mapping[str, Cited]) -> None:
        self._sources = sources
        self.cited: dict[str, int] = {}
        self.notes: dict[str, str] = {}

    def source(self, key: str, published: str = "") -> Mark:
        number = self.cited.setdefault(key, len(self.cited) + 1)
        known = self._sources.get(key)
        citation = known.citation if known else key
        return Mark(str(number), f"{published}. {citation}" if published else citation)

    def note(self, text: str) -> Mark:
        return Mark(self.notes.setdefault(text, letters(len(self.notes))), text)


def letters(count: int) -> str:
    """The name of the note after ``count`` others.

    >>> [letters(count) for count in (0, 25, 26, 701, 702)]
    ['a', 'z', 'aa', 'zz', 'aaa']
    """
    name = ""
    while count >= 0:
        name = chr(ord("a") + count % 26) + name
        count = count // 26 - 1
    return name


def comparison_view(comparison: Comparison, fields: FieldTable, sources: Mapping[str, Cited]) -> ComparisonView:
    """What the page of a comparison shows."""
    numbers = _Numbers(sources)
    groups = []
    for name, rows in groupby(comparison.rows, key=lambda row: row.group):
        views: list[RowView] = []
        for _, same in groupby(rows, key=lambda row: row.field):
            own = list(same)
            views += [_row(row, place, len(own), fields, numbers) for place, row in enumerate(own)]
        groups.append(GroupView(name, tuple(views)))
    return ComparisonView(
        comparison.vehicles,
        comparison.baseline,
        tuple(groups),
        tuple((str(number), key, sources.get(key)) for key, number in numbers.cited.items()),
        tuple(Mark(letter, text) for text, letter in numbers.notes.items()),
        tuple(remarks(comparison)),
        frozenset(_marks(groups)),
    )


def _row(row: Row, place: int, count: int, fields: FieldTable, numbers: _Numbers) -> RowView:
    words = (row.head.short_words or "no more stated") if count > 1 else row.head.words
    meaning = fields[row.field].spec.what if row.field in fields and row.formula is None else ""
    return RowView(
        row.field,
        row.label,
        words,
        meaning,
        row.formula or "",
        tuple(_cell(cell, row, numbers) for cell in row.cells),
        place == 0,
        count > 1,
        row.comparable,
    )


def _cell(cell: Cell, row: Row, numbers: _Numbers) -> CellView:
    if cell.claim is None:
        sign, said = EMPTY[cell.reason or "unknown"]
        return CellView(empty=sign, said=said)
    told = ". ".join(part[:1].upper() + part[1:] for part in _told(cell, row, numbers))
    printed = published_text(cell.claim, cell.text) if cell.claim.published and not row.formula else ""
    plain = f"Published {printed}" if printed and not _needs_saying(cell.claim) else ""
    return CellView(
        text=value_text(cell),
        best=best_mark(cell, row),
        status=status_text(cell, row),
        difference=difference_text(cell, row) if cell.difference is not None else "",
        disagreement=disagreement_text(cell, row) if cell.others else "",
        sources=tuple(numbers.source(key, plain) for key in cell.claim.sources),
        note=numbers.note(f"{told}.") if told else None,
    )


def _needs_saying(claim: Claim) -> bool:
    """Whether the print says something else than the value, not the same in another unit or spelling."""
    return bool(claim.read_as or claim.published_as)


def _told(cell: Cell, row: Row, numbers: _Numbers) -> Iterator[str]:
    """What a reader has to know of a value."""
    claim = cell.claim
    assert claim is not None
    if cell.others:
        yield "sources disagree: " + "; ".join(
            f"{worded(one, row.unit).text} {''.join(f'[{numbers.source(key).name}]' for key in one.sources)}"
            for one in (claim, *cell.others)
        )
    if claim.doubt:
        yield f"in doubt: {claim.doubt.rstrip('.')}"
    if claim.applies_to:
        yield f"for {claim.applies_to}"
    if row.formula:
        yield f"derived: {claim.note}" if claim.note else f"derived: {row.formula}"
        return
    if claim.published and _needs_saying(claim) and (words := published_text(claim, cell.text)):
        yield f"published {words}"
    if claim.note:
        yield " ".join(claim.note.split()).rstrip(".")


def _marks(groups: Sequence[GroupView]) -> Iterator[str]:
    for cell in (cell for group in groups for row in group.rows for cell in row.cells):
        yield cell.best
        yield cell.empty
        yield "?" if cell.text.replace(NBSP, "").endswith(("?", "?*")) else ""
        yield "*" if cell.text.endswith("*") else ""
        yield "~" if "(~" in cell.difference else ""
