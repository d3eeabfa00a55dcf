"""From sort keys such as ``-payload,range[wltp],make`` to an ``order by``: what is not known comes last."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.errors import QueryError
from catalog.plain import dataclass
from catalog.query.bound import NumberColumn, TextColumn
from catalog.query.names import resolve
from catalog.query.schema import Schema
from catalog.query.tokens import Token, tokenize
from catalog.query.tree import Name

MAX_KEYS = 20


@dataclass(frozen=True, slots=True)
class SortKey:
    """One sort key: a field (with its definition, if one was named) or an identity name, and its direction."""

    key: str
    definition: str | None = None
    descending: bool = False


def order_by(text: str, schema: Schema) -> tuple[str, tuple[SortKey, ...]]:
    """The SQL after ``order by``, and the keys. Raises QueryError.

    Vehicles of which a key is not known come last, in either direction; vehicles equal in all keys come in the
    order of their ids. Prices are sorted within their currency, which is never converted.

    >>> from catalog.model import FIELDS
    >>> order_by("-payload", Schema(FIELDS, {}))[0]
    'case when payload_low is null then 1 else 0 end, payload_low desc, payload_high desc, id'
    """
    keys: list[SortKey] = []
    clauses: list[str] = []
    for name, descending in _names(text):
        column = resolve(name, schema, text)
        definition = column.definition if isinstance(column, NumberColumn) else None
        if any((known.key, known.definition) == (column.key, definition) for known in keys):
            raise QueryError(text, name.position, name.length, f"{column.label} is a sort key already")
        keys.append(SortKey(column.key, definition, descending))
        clauses += _clauses(column, " desc" if descending else "")
    if not any(key.key == "id" for key in keys):
        clauses.append("id")
    return ", ".join(clauses), tuple(keys)


def _clauses(column: NumberColumn | TextColumn, direction: str) -> Iterator[str]:
    if column.key == "id":
        yield f"id{direction}"
        return
    name = column.column if isinstance(column, TextColumn) else f"{column.stem}_low"
    yield f"case when {name} is null then 1 else 0 end"
    if isinstance(column, TextColumn):
        yield f"lower({name}){direction}"
        return
    if column.kind == "money" and column.definition is None:
        yield f"{column.key}_definition"
    yield name + direction
    yield f"{column.stem}_high{direction}"


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
