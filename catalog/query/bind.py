"""From a syntax tree to a bound one: names looked up, units converted, ``not`` and ``maybe`` carried to the leaves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from catalog.errors import QueryError
from catalog.query.bound import (
    OPPOSITE,
    TURNED,
    All,
    Any,
    Bound,
    Compare,
    DateCompare,
    IsMissing,
    Several,
    TextColumn,
    TextIs,
    TextLike,
)
from catalog.query.linear import linear
from catalog.query.names import is_text, resolve
from catalog.query.schema import Schema
from catalog.query.texts import choice, not_empty, source, written
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
    Node,
    Not,
    Or,
    Quantity,
    Value,
)
from catalog.query.values import Values

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def bind(tree: Condition, schema: Schema, text: str) -> Bound:
    """What ``tree``, parsed from ``text``, asks of the columns of ``schema``.

    Raises QueryError for names, definitions and units that are not known, and for what cannot be compared.
    """
    return _Binder(schema, text).condition(tree, True, False)


class _Binder:
    """``positive`` is False under an odd number of ``not``; ``possible`` is True where ``maybe`` counts."""

    def __init__(self, schema: Schema, text: str) -> None:
        self.schema = schema
        self.text = text
        self.values = Values(schema, text)

    def condition(self, node: Condition, positive: bool, possible: bool) -> Bound:
        match node:
            case Not(condition):
                return self.condition(condition, not positive, possible)
            case Maybe(condition):  # what is not possible is certainly not so
                return self.condition(condition, positive, positive)
            case And(parts):
                bound = tuple(self.condition(part, positive, possible) for part in parts)
                return All(bound) if positive else Any(bound)
            case Or(parts):
                bound = tuple(self.condition(part, positive, possible) for part in parts)
                return Any(bound) if positive else All(bound)
            case Comparison(operator, left, right):
                return self.comparison(operator if positive else OPPOSITE[operator], left, right, possible)
            case Among(value, choices, negated):
                return self.among(value, choices, negated == positive, possible)
            case Between(_, _, _, negated):
                return self.between(node, negated == positive, possible)
            case Like(value, pattern, negated):
                return self.like(node, value, pattern, negated == positive)
            case Missing(value, negated):
                return self.missing(value, negated == positive)

    def comparison(self, operator: str, left: Value, right: Value, possible: bool) -> Bound:
        if self.text_name(right) and not isinstance(left, Name):
            left, right = right, left
            operator = TURNED[operator]
        column = self.text_name(left)
        if column is None:
            return self.values.compare(operator, left, right, possible)
        if column.style == "date":
            return self.date(column, operator, right, possible)
        if operator not in ("=", "!="):
            self.fail(left, f"{column.label} is a text: it is compared with =, !=, in and like")
        return TextIs(column, self.choices(column, (right,)), operator == "!=")

    def among(self, value: Value, choices: Sequence[Value], negated: bool, possible: bool) -> Bound:
        column = self.text_name(value)
        if column is not None and column.style != "date":
            return TextIs(column, self.choices(column, choices), negated)
        for one in choices:
            match one:
                case Arithmetic("-", Quantity(), Quantity()):
                    low, high = source(one.left, self.text), source(one.right, self.text)
                    reason = "what lies between two values is asked with between"
                    self.fail(one, reason, (f"between {low} and {high}",))
        operator = "!=" if negated else "="
        parts = self.parts(value, [(operator, one) for one in choices], possible)
        return self.several("in", value, parts, negated)

    def choices(self, column: TextColumn, values: Sequence[Value]) -> tuple[str, ...]:
        """The texts that a column is asked for, each once."""
        from catalog.query.vocabulary import meant

        found: dict[str, None] = {}
        for value in values:
            written = choice(column, value, self.text)
            found |= dict.fromkeys(meant(column, written, value, self.schema, self.text))
        return tuple(found)

    def between(self, node: Between, negated: bool, possible: bool) -> Bound:
        column = self.text_name(node.value)
        if column is not None and column.style != "date":
            self.fail(node.value, f"{column.label} is a text: it is compared with =, !=, in and like")
        operators = ("<", ">") if negated else (">=", "<=")
        parts = self.parts(node.value, list(zip(operators, (node.low, node.high), strict=True)), possible)
        if self.reversed(parts):
            low, high = source(node.low, self.text), source(node.high, self.text)
            reason = f"nothing lies between {low} and {high}; the lower end comes first"
            self.fail(node, reason, (f"between {high} and {low}",))
        return self.several("between", node.value, parts, negated)

    def several(self, word: str, value: Value, parts: tuple[Compare | DateCompare, ...], negated: bool) -> Bound:
        if self.text_name(value) is None and self.values.kind(value) is None:  # 5 t between two fields
            return Any(parts) if (word == "in") != negated else All(parts)
        return Several(word, parts, negated)

    def parts(
        self, value: Value, ends: Iterable[tuple[str, Value]], possible: bool
    ) -> tuple[Compare | DateCompare, ...]:
        column = self.text_name(value)
        if column is None:
            return tuple(self.values.compare(operator, value, end, possible) for operator, end in ends)
        return tuple(self.date(column, operator, end, possible) for operator, end in ends)

    @staticmethod
    def reversed(parts: Sequence[Compare | DateCompare]) -> bool:
        """Whether two ends are numbers or dates of which the first lies above the second, as written."""
        match parts:
            case (Compare() as first, Compare() as second):
                low, high = linear(first.right), linear(second.right)
                if low.terms or high.terms or first.turned != second.turned:
                    return False
                return low.constant < high.constant if first.turned else low.constant > high.constant
            case (DateCompare() as early, DateCompare() as late):
                return early.date > late.date
        return False

    def like(self, node: Node, value: Value, pattern: str, negated: bool) -> Bound:
        column = self.text_name(value)
        if column is None or column.style == "date":
            self.fail(node, "like is for texts: make, model, version and the like")
        if column.style == "list":
            self.fail(node, f"like is not for {column.label}, which holds several; ask with = or in")
        not_empty(node, pattern, self.text)
        return TextLike(column, pattern, negated)

    def missing(self, value: Value, negated: bool) -> Bound:
        if not isinstance(value, Name):
            self.fail(value, "only a field is missing or known")
        return IsMissing(resolve(value, self.schema, self.text), negated)

    def text_name(self, value: Value) -> TextColumn | None:
        """The text column that a value names; None for anything else."""
        if not isinstance(value, Name) or not is_text(value, self.schema):
            return None
        found = resolve(value, self.schema, self.text)
        return found if isinstance(found, TextColumn) else None

    def date(self, column: TextColumn, operator: str, value: Value, possible: bool) -> DateCompare:
        from catalog.query.dates import EXAMPLES, is_worded, read_date

        date = read_date(written(value, self.text))
        if date is None:
            self.fail(value, f"{column.label} is a date", EXAMPLES)
        if is_worded(date) and operator not in ("=", "!="):
            self.fail(value, "a quarter, half or season is compared with = and != only", (date[:4],))
        return DateCompare(operator, column, date, possible)

    def fail(self, at: Node, reason: str, suggestions: Sequence[str] = ()) -> NoReturn:
        raise QueryError(self.text, at.position, at.length, reason, suggestions)
