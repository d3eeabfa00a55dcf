"""The text that a value of a query stands for, where a text is compared."""

from __future__ import annotations

from catalog.errors import QueryError
from catalog.query.bound import TextColumn
from catalog.query.tree import Arithmetic, Name, Node, Quantity, Text, Value


def source(node: Node, text: str) -> str:
    """What was written for a part of the query."""
    return " ".join(text[node.position : node.position + node.length].split())


def written(value: Value, text: str) -> str:
    """The text that a value is: in quotes, as words, or as a number is written (``model = 416``)."""
    match value:
        case Text(content):
            return " ".join(content.split())
        case Name(words, None):
            return words
        case Quantity():
            return source(value, text)
        case Name() | Arithmetic():
            from catalog.query.unparse import quoted

            place = value.position, value.length
            raise QueryError(text, *place, "a text with such signs stands in quotes", (quoted(source(value, text)),))


def choice(column: TextColumn, value: Value, text: str) -> str:
    """The text that a column is asked for. A column that holds several is asked for one at a time."""
    found = written(value, text)
    not_empty(value, found, text)
    if column.style in ("list", "words") and "," in found:
        reason = f"one {column.label} holds no comma; several stand in parentheses: in (DE, AT)"
        raise QueryError(text, value.position, value.length, reason)
    return found


def not_empty(node: Node, found: str, text: str) -> None:
    if not found.strip():
        reason = "an empty text; whether nothing is known is asked with is missing"
        raise QueryError(text, node.position, node.length, reason)
