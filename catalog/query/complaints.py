"""What is wrong where a token cannot stand, told from what stands around it."""

from __future__ import annotations

from collections.abc import Sequence

from catalog.errors import QueryError
from catalog.query.spelled import is_spelled
from catalog.query.tokens import Token
from catalog.query.tree import Comparison, Condition, Name, Quantity, Text, Value
from catalog.query.unparse import quoted, unparse

_OPERATORS = "=, !=, <, <=, >, >=, in (...), between, like, is missing or is known"
LIST = "in is followed by its choices in parentheses: in (Ford, Iveco)"
_COMMA = "a comma only stands between the choices of in (...)"


def no_operand(text: str, token: Token) -> QueryError:
    """A field or a value should stand where ``token`` stands."""
    if token.kind == "end":
        return QueryError(text, token.position, 1, "the query stops where a field or a value is expected")
    if token.kind == "definition":
        reason = "a definition in brackets stands after the name of its field: range[wltp]"
    elif token.is_sign("-"):
        reason = "a minus stands before a number, or with spaces between two values"
    else:
        reason = f"a field or a value is expected before {token.text!r}"
    return QueryError(text, token.position, token.length, reason)


def misplaced(text: str, tokens: Sequence[Token], index: int) -> QueryError:
    """An operator, or the end, should stand where token ``index`` stands."""
    token, before = tokens[index], tokens[index - 1]
    if token.is_sign(",") and before.kind == "number" and tokens[index + 1].position == token.end:
        return _comma(text, before, tokens[index + 1])
    if token.kind == "number":
        return _number(text, tokens, index)
    reason = f"an operator is expected before {token.text!r}: {_OPERATORS}, and, or"
    if token.is_sign(","):
        reason = _COMMA
    elif token.is_sign(")"):
        reason = "there is no ( for this )"
    elif token.is_sign("("):
        hint = "; a definition stands in brackets: range[wltp]" if before.kind == "word" else ""
        reason = f"an operator is expected before the parenthesis{hint}"
    elif token.kind == "definition":
        reason = "a definition in brackets stands right after the name of its field: range[wltp]"
    return QueryError(text, token.position, token.length, reason)


def no_condition(text: str, node: Value) -> QueryError:
    """A condition should stand where a value stands."""
    shown = unparse(node)
    words = shown.lower().split() if isinstance(node, Name) else []
    reason, offer = f"{shown} is a value, not a condition; compare it, or ask whether it is known", ""
    if "in" in words:
        reason = LIST
    elif len(words) > 1 and words[-1] in ("missing", "known"):
        offer = f"{shown[: -len(words[-1]) - 1]} is {words[-1]}"
    elif len(words) > 2 and words[1] in ("contains", "contain", "has", "have", "includes", "include", "equals"):
        offer = f"{shown.split()[0]} = {shown.split(maxsplit=2)[2]}"
    elif len(words) == 1:
        offer = f"{shown} is known"
    return QueryError(text, node.position, node.length, reason, (offer,) if offer else ())


def another_choice(text: str, before: Condition, node: Value) -> QueryError:
    """A value stands after ``or``: ``make = Ford or Iveco``."""
    match before:
        case Comparison("=", left, right) if isinstance(node, Name | Text | Quantity):
            offer = f"{unparse(left)} in ({unparse(right)}, {unparse(node)})"
            reason = f"{unparse(node)} is a value, not a condition; several choices stand in parentheses"
            return QueryError(text, node.position, node.length, reason, (offer,))
    return no_condition(text, node)


def after_is(text: str, token: Token, negated: bool) -> QueryError:
    """Something else than ``missing`` or ``known`` stands after ``is`` or ``is not``."""
    reason = "after is stands missing or known; a value is compared with ="
    offer: tuple[str, ...] = ()
    if token.text.lower() in ("null", "none", "unknown", "empty"):
        offer = ("is known" if negated else "is missing",)
    elif token.kind in ("word", "text", "number", "date"):
        value = quoted(token.text) if token.kind == "text" else token.text
        offer = (f"{'!=' if negated else '='} {value}",)
    return QueryError(text, token.position, token.length, reason, offer)


def _comma(text: str, before: Token, after: Token) -> QueryError:
    if after.kind != "number":
        return QueryError(text, before.end, 1, _COMMA)
    grouping = len(after.text.partition(".")[0]) == 3 and not before.text.startswith("0")
    grouped = (before.text + after.text,) if grouping else ()
    filled = "0" if len(after.text) == 3 and not before.text.startswith("0") else ""  # 1.000 could be 1000
    decimal = (f"{before.text}.{after.text}{filled}",) if "." not in before.text + after.text else ()
    reason = "the decimal sign of a query is a point, and digits are not grouped"
    return QueryError(text, before.position, after.end - before.position, reason, (*grouped, *decimal))


def _number(text: str, tokens: Sequence[Token], index: int) -> QueryError:
    token, before = tokens[index], tokens[index - 1]
    if before.kind == "number":
        reason = "two numbers in a row; digits are not grouped"
        offer = (f"{before.text}{token.text}",)
        return QueryError(text, before.position, token.end - before.position, reason, offer)
    if before.kind == "unit":
        reason = "two numbers in a row; a quantity is one number and one unit (19.5 ft)"
        return QueryError(text, token.position, token.length, reason)
    if before.kind == "word" and before.text.lower() == "in":
        return QueryError(text, before.position, before.length, LIST)
    reason = f"an operator is expected before {token.text!r}: {_OPERATORS}"
    if before.kind != "word":
        return QueryError(text, token.position, token.length, reason)
    start = index - 1
    while start and tokens[start - 1].kind == "word":
        start -= 1
    if not tokens[start - 1].is_sign():
        return QueryError(text, token.position, token.length, reason)
    words = quoted(" ".join(part.text for part in tokens[start : index + 1]))
    unit = f"{token.text} {before.text}" if start == index - 1 and is_spelled(before.text) else ""
    reason = "a unit stands after its number, and a text with digits in quotes"
    place = tokens[start].position
    return QueryError(text, place, token.end - place, reason, (unit, words) if unit else (words,))
