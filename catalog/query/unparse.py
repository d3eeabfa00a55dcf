"""A syntax tree as query text again: parsing it gives the same tree."""

from __future__ import annotations

from catalog.query.tree import (
    Among,
    And,
    Arithmetic,
    Between,
    Comparison,
    Condition,
    Like,
    Maybe,
    Missing,
    Name,
    Not,
    Or,
    Quantity,
    Text,
    Value,
)

_SIGNS = frozenset("[]\"'")


def unparse(node: Condition | Value) -> str:
    """The query that ``node`` is the tree of, with as few parentheses as it needs.

    >>> from catalog.query.parser import parse
    >>> unparse(parse("NOT (make in(Ford,'Mercedes-Benz') or  range[ WLTP ]>=150mi)"))
    'not (make in (Ford, "Mercedes-Benz") or range[WLTP] >= 150 mi)'
    """
    match node:
        case Name() | Quantity() | Text() | Arithmetic():
            return _value(node)
        case And(conditions):
            return " and ".join(_inside(part) for part in conditions)
        case Or(conditions):
            return " or ".join(f"({unparse(part)})" if isinstance(part, Or) else unparse(part) for part in conditions)
        case Not(condition):
            return f"not {_inside(condition)}"
        case Maybe(condition):
            return f"maybe({unparse(condition)})"
        case _:
            return _predicate(node)


def _predicate(node: Comparison | Among | Between | Like | Missing) -> str:
    match node:
        case Comparison(operator, left, right):
            return f"{_value(left)} {operator} {_value(right)}"
        case Among(value, choices, negated):
            return f"{_value(value)} {_not(negated)}in ({', '.join(_value(choice) for choice in choices)})"
        case Between(value, low, high, negated):
            return f"{_value(value)} {_not(negated)}between {_value(low)} and {_value(high)}"
        case Like(value, pattern, negated):
            return f"{_value(value)} {_not(negated)}like {quoted(pattern)}"
        case Missing(value, negated):
            return f"{_value(value)} is {'known' if negated else 'missing'}"


def _not(negated: bool) -> str:
    return "not " if negated else ""


def _inside(node: Condition) -> str:
    return f"({unparse(node)})" if isinstance(node, And | Or) else unparse(node)


def _value(node: Value) -> str:
    match node:
        case Name(name, None):
            return name
        case Name(name, definition):
            assert definition is not None
            return f"{name}[{quoted(definition) if not definition or set(definition) & _SIGNS else definition}]"
        case Quantity(number, unit):
            return f"{number} {unit}" if unit else number
        case Text(text):
            return quoted(text)
        case Arithmetic(operator, left, right):
            return f"{_operand(left, operator, False)} {operator} {_operand(right, operator, True)}"


def _operand(node: Value, operator: str, right: bool) -> str:
    if not isinstance(node, Arithmetic):
        return _value(node)
    looser = node.operator in "+-" and operator in "*/"
    same = (node.operator in "+-") == (operator in "+-")
    return f"({_value(node)})" if looser or (right and same) else _value(node)


def quoted(text: str) -> str:
    """A text in quotes, with quotes inside it doubled where both kinds occur."""
    sign = '"' if '"' not in text or "'" in text else "'"
    return sign + text.replace(sign, sign * 2) + sign
