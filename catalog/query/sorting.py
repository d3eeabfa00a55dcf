"""From sort keys such as ``-payload,range[wltp],make`` to an ``order by``: what is not known comes last."""

from __future__ import annotations

from catalog.errors import QueryError
from catalog.plain import dataclass
from catalog.query.bound import NumberColumn, TextColumn
from catalog.query.names import resolve
from catalog.query.tokens import tokenize
from catalog.query.tree import Name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.query.schema import Schema
    from catalog.query.tokens import Token

MAX_KEYS = 20


@dataclass(frozen=True, slots=True)
class SortKey:
    """One sort key: a field (with its definition, if one was named) or an identity name, and its direction."""

    key: str
    definition: str | None = None
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """One expression of an ``order by``: a column of texts, ``folded`` where case does not count, or of numbers."""

    column: str
    descending: bool = False
    folded: bool = False
    numeric: bool = False

    def __str__(self) -> str:
        return f"lower({self.column})" if self.folded else self.column


@dataclass(frozen=True, slots=True)
class Level:
    """What one sort key orders by. ``missing`` is the column that is null where nothing is known; None where
    that cannot be (an id)."""

    missing: str | None
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Ordering:
    """An order of vehicles in which no two are equal, as the last level is the id."""

    keys: tuple[SortKey, ...]
    levels: tuple[Level, ...]

    @property
    def text(self) -> str:
        """The SQL after ``order by``."""
        clauses: list[str] = []
        for level in self.levels:
            if level.missing is not None:
                clauses.append(f"case when {level.missing} is null then 1 else 0 end")
            clauses += [f"{term} desc" if term.descending else str(term) for term in level.terms]
        return ", ".join(clauses)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that decide, each once: what a page has to know of its last row (``rows_after``)."""
        return tuple(dict.fromkeys(term.column for level in self.levels for term in level.terms))


def order_by(text: str, schema: Schema) -> tuple[str, tuple[SortKey, ...]]:
    """The SQL after ``order by``, and the keys. Raises QueryError.

    Vehicles of which a key is not known come last, in either direction; vehicles equal in all keys come in the
    order of their ids. Prices are sorted within their currency, which is never converted.

    >>> from catalog.model import FIELDS
    >>> from catalog.query.schema import Schema
    >>> order_by("-payload", Schema(FIELDS, {}))[0]
    'case when payload_low is null then 1 else 0 end, payload_low desc, payload_high desc, id'
    """
    found = ordering(text, schema)
    return found.text, found.keys


def ordering(text: str, schema: Schema) -> Ordering:
    """The order that sort keys make, in parts. Raises QueryError."""
    keys: list[SortKey] = []
    levels: list[Level] = []
    for name, descending in _names(text):
        column = resolve(name, schema, text)
        definition = column.definition if isinstance(column, NumberColumn) else None
        if any((known.key, known.definition) == (column.key, definition) for known in keys):
            raise QueryError(text, name.position, name.length, f"{column.label} is a sort key already")
        keys.append(SortKey(column.key, definition, descending))
        levels.append(_level(column, descending))
    if not any(key.key == "id" for key in keys):
        levels.append(Level(None, (Term("id"),)))
    place = next(place for place, level in enumerate(levels) if level.missing is None)
    del levels[place + 1 :]  # no two vehicles are equal in their ids
    return Ordering(tuple(keys), tuple(levels))


def _level(column: NumberColumn | TextColumn, descending: bool) -> Level:
    if column.key == "id":
        return Level(None, (Term("id", descending),))
    if isinstance(column, TextColumn):
        return Level(column.column, (Term(column.column, descending, folded=True),))
    low, high = f"{column.stem}_low", f"{column.stem}_high"
    currency = (Term(f"{column.key}_definition"),) if column.kind == "money" and column.definition is None else ()
    return Level(low, (*currency, *(Term(end, descending, numeric=True) for end in (low, high))))


def _names(text: str) -> Iterator[tuple[Name, bool]]:
    """The names between the commas, and whether a minus stands before each."""
    tokens = tokenize(text)
    index = 0
    for count in range(MAX_KEYS + 1):
        descending = tokens[index].is_sign("-")
        index += tokens[index].is_sign("-", "+")
        start = index
        while tokens[index].kind == "word":
            index += 1
        if start == index:
            raise _wrong(text, tokens[index], "a sort key is a field, with a minus for the highest first")
        words = tokens[start:index]
        definition = tokens[index].text if tokens[index].kind == "definition" else None
        index += definition is not None
        place = words[0].position
        length = tokens[index - 1].end - place
        if count == MAX_KEYS:
            raise QueryError(text, place, length, f"more than {MAX_KEYS} sort keys")
        yield Name(" ".join(word.text for word in words), definition, position=place, length=length), descending
        if tokens[index].kind == "end":
            return
        if not tokens[index].is_sign(","):
            raise _wrong(text, tokens[index], "sort keys are separated by commas: -payload,range[wltp],make")
        index += 1


def _wrong(text: str, token: Token, reason: str) -> QueryError:
    return QueryError(text, token.position, token.length, reason)
