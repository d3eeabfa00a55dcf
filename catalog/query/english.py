"""A bound query as an English sentence: what will be asked, in the reader's own units."""

from __future__ import annotations

from catalog.query.bound import (
    All,
    Any,
    Bound,
    Compare,
    Constant,
    DateCompare,
    Formula,
    IsMissing,
    Measure,
    Operand,
    Several,
    TextColumn,
    TextIs,
    TextLike,
)

_NUMBERS = {"=": "", "!=": "not ", "<": "below ", "<=": "at most ", ">": "above ", ">=": "at least "}
_DATES = {"=": "in ", "!=": "not in ", "<": "before ", "<=": "in or before ", ">": "after ", ">=": "in or after "}
_JOINED = {"+": "plus", "-": "minus", "*": "times", "/": "divided by"}


def sentence(bound: Bound) -> str:
    """What the query asks, as a sentence."""
    return f"Vehicles where {clause(bound)}."


def clause(bound: Bound) -> str:
    """The condition in words."""
    match bound:
        case All(parts):
            return " and ".join(_part(part) for part in parts)
        case Any(parts):
            return " or ".join(_part(part) for part in parts)
        case Several():
            return _several(bound)
        case Compare() | DateCompare():
            return f"{_subject(bound)} {_relation(bound)}{_object(bound)}"
        case TextIs(column, choices, negated):
            return _text_is(column, choices, negated)
        case TextLike(column, pattern, negated):
            return f"{column.label} {_is(column.label)} {'not ' if negated else ''}like “{pattern}”"
        case IsMissing(column, negated):
            return f"{column.label} {_is(column.label)} {'known' if negated else 'not known'}"


def _part(bound: Bound) -> str:
    return f"({clause(bound)})" if isinstance(bound, All | Any) else clause(bound)


def _is(label: str) -> str:
    return "are" if label.endswith("s") and not label.endswith("ss") else "is"


def _verb(compare: Compare | DateCompare) -> str:
    return "may be" if compare.possible else _is(_subject(compare))


def _relation(compare: Compare | DateCompare) -> str:
    if compare.possible and compare.operator == "!=":
        return "may be other than "
    words = _NUMBERS if isinstance(compare, Compare) else _DATES
    return f"{_verb(compare)} {words[compare.operator]}"


def _subject(compare: Compare | DateCompare) -> str:
    return operand(compare.left) if isinstance(compare, Compare) else compare.column.label


def _object(compare: Compare | DateCompare) -> str:
    return operand(compare.right) if isinstance(compare, Compare) else compare.date


def _several(several: Several) -> str:
    first, objects = several.parts[0], tuple(_object(part) for part in several.parts)
    start = f"{_subject(first)} {_verb(first)}"
    if several.word == "between":
        return f"{start} {'not ' if several.negated else ''}between {objects[0]} and {objects[1]}"
    return f"{start} {_choice(objects, several.negated)}"


def _text_is(column: TextColumn, choices: tuple[str, ...], negated: bool) -> str:
    """A column of one text, or of several, which includes what is asked for."""
    if column.style not in ("list", "words"):
        return f"{column.label} {_is(column.label)} {_choice(choices, negated)}"
    plural = column.style == "list"
    subject = f"{column.label}s" if plural else column.label
    if negated and len(choices) == 1:
        return f"{subject} {'do' if plural else 'does'} not include {choices[0]}"
    return f"{subject} include{'' if plural else 's'} {_choice(choices, negated)}"


def _choice(choices: tuple[str, ...], negated: bool) -> str:
    """``Ford``, ``Ford or Iveco``, ``not Ford``, ``neither Ford nor Iveco``."""
    if len(choices) == 1:
        return f"not {choices[0]}" if negated else choices[0]
    word = "nor" if negated else "or"
    return f"{'neither ' if negated else ''}{', '.join(choices[:-1])} {word} {choices[-1]}"


def operand(value: Operand) -> str:
    """A value in words: ``gross vehicle mass minus kerb mass``."""
    match value:
        case Constant(_, shown):
            return shown
        case Measure(column, _, currency):
            return f"{column.label} (in {currency})" if currency else column.label
        case Formula(operator, left, right):
            return f"{_inner(left, operator, False)} {_JOINED[operator]} {_inner(right, operator, True)}"


def _inner(value: Operand, operator: str, right: bool) -> str:
    """An operand inside another, in parentheses where the order of reading would change what is meant."""
    looser = isinstance(value, Formula) and (right or (value.operator in "+-" and operator in "*/"))
    return f"({operand(value)})" if looser else operand(value)
