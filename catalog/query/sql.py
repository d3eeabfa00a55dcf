"""A bound query as one SQL condition with ``?`` parameters, the same text for every engine.

Only what SQLite, DuckDB, PostgreSQL and their like all understand alike: comparisons, ``and``, ``or``, ``in``,
``like`` with ``escape``, ``lower``, ``case when``, ``is null``, ``nullif`` and arithmetic. A ``%`` stands only
in parameters, so a driver that marks its parameters with it is not confused. Case is folded by the engine, on
both sides alike.
"""

from __future__ import annotations

from collections.abc import Sequence

from catalog.plain import dataclass
from catalog.query.bound import (
    TURNED,
    All,
    Any,
    Bound,
    Compare,
    DateCompare,
    IsMissing,
    Measure,
    Several,
    TextColumn,
    TextIs,
    TextLike,
)
from catalog.query.linear import Linear, Ratio, difference

Parameter = str | float
_ESCAPE = "!"  # a backslash would itself be escaped in some engines
_WILD = ("%", "_")
_LOW, _HIGH = "low", "high"


@dataclass(frozen=True, slots=True)
class Sql:
    """A piece of SQL and the parameters of its question marks, in order.

    ``joint``: its parts are joined by ``and`` or ``or``, so inside another it needs parentheses.
    """

    text: str
    parameters: tuple[Parameter, ...] = ()
    joint: bool = False


def join(template: str, *pieces: Sql) -> Sql:
    """``template`` with its ``{}`` filled, and the parameters of the pieces in that order."""
    parameters = tuple(parameter for piece in pieces for parameter in piece.parameters)
    return Sql(template.format(*(piece.text for piece in pieces)), parameters)


def condition(bound: Bound) -> Sql:
    """The condition of a ``where`` that ``bound`` is."""
    match bound:
        case All(parts):
            return _words("and", [condition(part) for part in parts])
        case Any(parts):
            return _words("or", [condition(part) for part in parts])
        case Several(word, parts, negated):
            return _words("or" if (word == "in") != negated else "and", [condition(part) for part in parts])
        case Compare():
            return _compare(bound)
        case DateCompare(operator, column, date, possible):
            from catalog.query.dates import date_condition

            text, dates = date_condition(column.column, operator, date, possible)
            return Sql(text, dates, " and " in text or " or " in text)
        case TextIs(column, choices, negated):
            return _text_is(column, choices, negated)
        case TextLike(column, pattern, negated):
            # without an escape sign most engines take a backslash for one
            escapes = "\\" in pattern
            return _like(column, pattern.replace(_ESCAPE, _ESCAPE * 2) if escapes else pattern, negated, escapes)
        case IsMissing(column, negated):
            name = column.column if isinstance(column, TextColumn) else f"{column.stem}_low"
            return Sql(f"{name} is {'not ' if negated else ''}null")


def _words(word: str, pieces: Sequence[Sql]) -> Sql:
    if len(pieces) == 1:
        return pieces[0]
    marks = ["({})" if piece.joint else "{}" for piece in pieces]
    found = join(f" {word} ".join(marks), *pieces)
    return Sql(found.text, found.parameters, joint=True)


# -- numbers ------------------------------------------------------------------------------------------------


def _compare(compare: Compare) -> Sql:
    total, turned = difference(compare)
    operator = compare.operator
    if turned:
        operator = TURNED[operator]
    if compare.turned:
        operator = TURNED[operator]
    whole = Linear(total.terms)
    if not total.constant and len(total.terms) > 1 and any(factor < 0 for _, factor in total.terms):
        above = Linear(tuple(term for term in total.terms if term[1] >= 0))
        below = Linear(tuple((atom, -factor) for atom, factor in total.terms if factor < 0))
        low, high = (_end(above, _LOW), _end(below, _HIGH)), (_end(above, _HIGH), _end(below, _LOW))
    else:
        threshold = Sql("?", (float(-total.constant),))
        low, high = (_end(whole, _LOW), threshold), (_end(whole, _HIGH), threshold)
    return _ends(operator, compare.possible, low, high)


def _ends(operator: str, possible: bool, low: tuple[Sql, Sql], high: tuple[Sql, Sql]) -> Sql:
    """The comparison of an interval's two ends, each with the other side that it has to meet."""
    if operator in ("=", "!="):
        if operator == "=":
            first, second, word = ("<=", ">=", "and") if possible else ("=", "=", "and")
        else:
            first, second, word = ("<>", "<>", "or") if possible else (">", "<", "or")
        return _words(word, [join(f"{{}} {first} {{}}", *low), join(f"{{}} {second} {{}}", *high)])
    lowest = (operator in (">", ">=")) != possible
    return join(f"{{}} {operator} {{}}", *(low if lowest else high))


def _end(total: Linear, end: str) -> Sql:
    """The lowest or the highest value of a sum."""
    if not total.terms:
        return Sql("?", (float(total.constant),))
    found = Sql("")
    for atom, factor in total.terms:
        own = _atom(atom, end if factor >= 0 else _other(end))
        sign = "" if not found.text else " - " if factor < 0 else " + "
        times = abs(factor) if sign else factor
        scaled = own if times == 1 else Sql(f"? * {own.text}", (float(times), *own.parameters))
        found = join(f"{{}}{sign}{{}}", found, scaled)
    if total.constant:
        sign = " - " if total.constant < 0 else " + "
        found = join(f"{{}}{sign}{{}}", found, Sql("?", (float(abs(total.constant)),)))
    return found


def _other(end: str) -> str:
    return _HIGH if end == _LOW else _LOW


def _atom(atom: Measure | Ratio, end: str) -> Sql:
    if isinstance(atom, Ratio):
        return _ratio(atom, end)
    column = atom.column
    if atom.currency:  # the definition of a price begins with its currency
        name = f"{column.key}_definition"
        return Sql(f"case when {name} like ? then {column.stem}_{end} end", (f"{atom.currency}%",))
    return Sql(f"{column.stem}_{end}")


def _ratio(ratio: Ratio, end: str) -> Sql:
    """One end of a quotient: the largest is over the smallest divisor. Unknown over zero, and below it."""
    over, inside = _end(ratio.over, end), _inside(ratio.over, end)
    unders = {side: _end(ratio.under, side) for side in (_LOW, _HIGH)}
    upward = join("{} / nullif({}, 0)", inside, unders[_other(end)])
    downward = join("{} / nullif({}, 0)", inside, unders[end])  # below zero, where the larger divisor gives more
    if ratio.over.never_negative:
        found = upward
    elif not ratio.over.terms:
        found = downward
    else:
        found = join("case when {} >= 0 then {} else {} end", over, upward, downward)
    if not ratio.under.never_negative:
        found = join("case when {} >= 0 then {} end", unders[_LOW], found)
    return found


def _inside(total: Linear, end: str) -> Sql:
    """A sum as a part of a product or quotient."""
    sql = _end(total, end)
    return join("({})", sql) if len(total.terms) + bool(total.constant) > 1 else sql


# -- texts --------------------------------------------------------------------------------------------------


def _text_is(column: TextColumn, choices: tuple[str, ...], negated: bool) -> Sql:
    if column.style in ("list", "words"):
        tests = [_holds(column, choice, pattern, negated) for choice in choices for pattern in _PATTERNS[column.style]]
        return _words("and" if negated else "or", tests)
    if len(choices) == 1:
        return Sql(f"lower({column.column}) {'<>' if negated else '='} lower(?)", choices)
    marks = ", ".join(["lower(?)"] * len(choices))
    return Sql(f"lower({column.column}) {'not in' if negated else 'in'} ({marks})", choices)


#: A list that holds a text: between commas, or words with a comma and a space between.
_PATTERNS = {"list": ("%,{},%",), "words": ("{}", "{}, %", "%, {}", "%, {}, %")}


def _holds(column: TextColumn, choice: str, pattern: str, negated: bool) -> Sql:
    literal = choice
    escapes = any(sign in choice for sign in (*_WILD, "\\"))
    if escapes:
        for sign in (_ESCAPE, *_WILD):
            literal = literal.replace(sign, _ESCAPE + sign)
    return _like(column, pattern.format(literal), negated, escapes)


def _like(column: TextColumn, pattern: str, negated: bool, escapes: bool) -> Sql:
    """``escape`` stands only where it is needed: BigQuery does not know it."""
    word, end = "not like" if negated else "like", f" escape '{_ESCAPE}'" if escapes else ""
    return Sql(f"lower({column.column}) {word} lower(?){end}", (pattern,))
