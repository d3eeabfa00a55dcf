"""What a query means, written down a second time and as plainly as possible.

A condition is two answers, each true, false or None (unknown): is it certain, and is it possible? ``not``
swaps and negates them, ``maybe`` takes the second for both. Numbers are intervals of exact fractions, and every
mention of a field is taken for itself. A row maps the columns of the index to exact fractions and texts.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from fractions import Fraction

from catalog.errors import ReadingError
from catalog.query.schema import IDENTITY, Schema
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
from catalog.units import KINDS, Form, Kind, Unit, convert, find

Row = Mapping[str, Fraction | str | None]
Truth = bool | None
Answers = tuple[Truth, Truth]
End = Fraction | None
Interval = tuple[End, End]


def negate(value: Truth) -> Truth:
    return None if value is None else not value


def all_of(values: Iterable[Truth]) -> Truth:
    found = list(values)
    return False if False in found else None if None in found else True


def any_of(values: Iterable[Truth]) -> Truth:
    return negate(all_of(negate(value) for value in values))


def swap(answers: Answers) -> Answers:
    return negate(answers[1]), negate(answers[0])


def same(value: Truth) -> Answers:
    return value, value


class Evaluator:
    """Answers conditions about one vehicle."""

    def __init__(self, row: Row, schema: Schema) -> None:
        self.row = row
        self.schema = schema

    def matches(self, tree: Condition) -> bool:
        return self.condition(tree)[0] is True

    def condition(self, node: Condition) -> Answers:
        match node:
            case And(parts):
                found = [self.condition(part) for part in parts]
                return all_of(one for one, _ in found), all_of(other for _, other in found)
            case Or(parts):
                found = [self.condition(part) for part in parts]
                return any_of(one for one, _ in found), any_of(other for _, other in found)
            case Not(inner):
                return swap(self.condition(inner))
            case Maybe(inner):
                return same(self.condition(inner)[1])
            case Comparison(operator, left, right):
                return self.comparison(operator, left, right)
            case Among(value, choices, negated):
                answer = self.condition(Or(tuple(Comparison("=", value, choice) for choice in choices)))
            case Between(value, low, high, negated):
                answer = self.condition(And((Comparison(">=", value, low), Comparison("<=", value, high))))
            case Like(Name(name), pattern, negated):
                answer = same(self.like(self.text(name), pattern))
            case Missing(Name() as name, negated):
                answer = same(self.missing(name))
            case _:
                raise AssertionError(node)
        return swap(answer) if negated else answer

    # -- texts and dates

    def text(self, name: str) -> str | None:
        column = IDENTITY.get(name, (name, False))[0]
        value = self.row.get(column)
        assert not isinstance(value, Fraction)
        return value

    def is_text(self, node: Value) -> bool:
        return isinstance(node, Name) and (node.name in IDENTITY or not self.schema.fields[node.name].spec.numeric)

    def missing(self, name: Name) -> bool:
        return self.text(name.name) is None if self.is_text(name) else self.interval(name, None, "")[0] is None

    def like(self, text: str | None, pattern: str) -> Truth:
        """Letters of ASCII alone lose their case, as in SQLite."""
        if text is None:
            return None
        signs = {"%": ".*", "_": "."}
        expression = "".join(signs.get(sign, re.escape(sign)) for sign in lower(pattern))
        return re.fullmatch(expression, lower(text), re.DOTALL) is not None

    def text_is(self, name: str, choice: str) -> Truth:
        text = self.text(name)
        if text is None:
            return None
        kind = self.schema.fields[name].spec.kind if name in self.schema.fields else ""
        if name in ("market", "plant"):
            held = lower(text).strip(",").split(",")
            return lower(choice) in held or (name == "market" and choice.upper() in ("DE", "AT") and "eu" in held)
        if kind == "words":
            return lower(choice) in lower(text).split(", ")
        return lower(text) == lower(choice)

    def comparison(self, operator: str, left: Value, right: Value) -> Answers:
        if not isinstance(left, Name) or not self.is_text(left):
            return self.numbers(operator, left, right)
        choice = right.text if isinstance(right, Text) else right.name if isinstance(right, Name) else ""
        if left.name in self.schema.fields and self.schema.fields[left.name].spec.kind == "date":
            return dates(self.text(left.name), operator, choice)
        equal = self.text_is(left.name, choice)
        return same(equal if operator == "=" else negate(equal))

    # -- numbers

    def numbers(self, operator: str, left: Value, right: Value) -> Answers:
        kind = self.kind(left) or self.kind(right)
        assert kind is not None
        currency = "" if kind.name != "money" else (self.currency(left) or self.currency(right))
        one, other = (self.side(side, kind, currency) for side in (left, right))
        for literal, values in ((right, one), (left, other)):
            if isinstance(literal, Quantity) and literal.unit:
                unit = unit_of(literal, kind)
                if unit.form is not Form.LINEAR:  # compared in the unit that was written
                    ends = [None if end is None else convert(end, kind.canonical, unit) for end in values]
                    ends = sorted(ends, key=lambda end: end or 0)
                    written = Fraction(literal.number)
                    if literal is right:
                        return compared(operator, (ends[0], ends[1]), (written, written))
                    return compared(operator, (written, written), (ends[0], ends[1]))
        return compared(operator, one, other)

    def kind(self, node: Value) -> Kind | None:
        match node:
            case Name(name):
                return KINDS[self.schema.fields[name].spec.kind]
            case Arithmetic("/", left, right):
                return self.kind(left) if is_plain(right) else KINDS["ratio"]
            case Arithmetic(_, left, right):
                return self.kind(left) or self.kind(right)
        return None

    def currency(self, node: Value) -> str:
        match node:
            case Quantity():
                return find(node.unit, "money").dimension.removeprefix("money ")
            case Name("price", str() as definition):
                return definition[:3]
        return ""

    def side(self, node: Value, kind: Kind, currency: str) -> Interval:
        match node:
            case Name():
                return self.interval(node, kind, currency)
            case Quantity():
                unit = unit_of(node, kind)
                target = kind.canonical_for(unit) if kind.name == "money" else kind.canonical
                value = convert(Fraction(node.number), unit, target)
                return value, value
            case Arithmetic("+", left, right):
                return added(self.side(left, kind, currency), self.side(right, kind, currency))
            case Arithmetic("-", left, right):
                return added(self.side(left, kind, currency), times(self.side(right, kind, currency), Fraction(-1)))
            case Arithmetic("*", left, right):
                factor, scaled = (left, right) if is_plain(left) else (right, left)
                assert isinstance(factor, Quantity)
                return times(self.side(scaled, kind, currency), Fraction(factor.number))
            case Arithmetic("/", left, Quantity(number, "")):
                return times(self.side(left, kind, currency), 1 / Fraction(number))
            case Arithmetic("/", left, right):
                inner = self.kind(left) or self.kind(right)
                assert inner is not None
                over, under = self.side(left, inner, currency), self.side(right, inner, currency)
                if isinstance(right, Quantity):
                    assert under[0]
                    return times(over, 1 / under[0])
                return divided(over, under)
        raise AssertionError(node)

    def interval(self, name: Name, kind: Kind | None, currency: str) -> Interval:
        stem = name.name if name.definition is None else self.schema.definitions[name.name][name.definition]
        low, high = self.row.get(f"{stem}_low"), self.row.get(f"{stem}_high")
        assert not isinstance(low, str)
        assert not isinstance(high, str)
        shown = self.row.get(f"{name.name}_definition")
        if currency and name.definition is None and not str(shown).startswith(currency):
            return None, None
        return low, high


def lower(text: str) -> str:
    return re.sub("[A-Z]", lambda letter: letter[0].lower(), text)


def is_plain(node: Value) -> bool:
    return isinstance(node, Quantity) and not node.unit


def unit_of(quantity: Quantity, kind: Kind) -> Unit:
    try:
        return find(quantity.unit, kind)
    except ReadingError:
        assert kind.name == "ratio"
        return find(quantity.unit, "share")


def added(one: Interval, other: Interval) -> Interval:
    low = None if one[0] is None or other[0] is None else one[0] + other[0]
    high = None if one[1] is None or other[1] is None else one[1] + other[1]
    return low, high


def times(one: Interval, factor: Fraction) -> Interval:
    ends = [None if end is None else end * factor for end in one]
    return (ends[0], ends[1]) if factor >= 0 else (ends[1], ends[0])


def divided(over: Interval, under: Interval) -> Interval:
    """An end is unknown where it would be divided by zero; both are where the divisor may be below zero."""
    if under[0] is None or under[0] < 0:
        return None, None

    def over_end(end: End, divisor: End) -> End:
        return None if end is None or divisor is None or divisor == 0 else end / divisor

    low = over_end(over[0], under[1] if over[0] is not None and over[0] >= 0 else under[0])
    high = over_end(over[1], under[0] if over[1] is not None and over[1] >= 0 else under[1])
    return low, high


def compared(operator: str, one: Interval, other: Interval) -> Answers:
    low, high = added(one, times(other, Fraction(-1)))
    below = None if high is None else high < 0
    at_most = None if high is None else high <= 0
    above = None if low is None else low > 0
    at_least = None if low is None else low >= 0
    certain: dict[str, Truth] = {
        "<": below,
        "<=": at_most,
        ">": above,
        ">=": at_least,
        "=": all_of((None if low is None else low == 0, None if high is None else high == 0)),
        "!=": any_of((above, below)),
    }
    opposite = {"<": ">=", ">=": "<", ">": "<=", "<=": ">", "=": "!=", "!=": "="}
    return certain[operator], negate(certain[opposite[operator]])


Day = tuple[int, int, int]


def days(text: str) -> tuple[Day, Day] | None:
    """The first and the last day of a date; a quarter or season is taken for its year."""
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:-[QHa-z]\w*)?", text)
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    last = monthrange(year, month or 12)[1]
    return (year, month or 1, day or 1), (year, month or 12, day or last)


def dates(text: str | None, operator: str, choice: str) -> Answers:
    if text is None:
        return None, None
    if re.search("[A-Za-z]", choice):
        return same((text == choice) == (operator == "="))
    period, wanted = days(text), days(choice)
    assert wanted is not None
    if period is None:
        return None, None
    certain = {
        "<": period[1] < wanted[0],
        "<=": period[1] <= wanted[1],
        ">": period[0] > wanted[1],
        ">=": period[0] >= wanted[0],
        "=": wanted[0] <= period[0] and period[1] <= wanted[1],
        "!=": period[1] < wanted[0] or period[0] > wanted[1],
    }
    opposite = {"<": ">=", ">=": "<", ">": "<=", "<=": ">", "=": "!=", "!=": "="}
    return certain[operator], not certain[opposite[operator]]
