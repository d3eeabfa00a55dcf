"""From the tokens of a query to its syntax tree, by precedence climbing.

    condition   or < and < not < predicate
    predicate   value = != < <= > >= value | value [not] in (value, ...) | value [not] between value and value
                | value [not] like text | value is [not] missing | value is [not] known
                | maybe(condition) | (condition)
    value       + - < * / < number [unit] | text | date | name [definition] | (value)

A name is one word or several (``gross vehicle mass``); a hyphen inside a word belongs to it, so a minus
stands between spaces. Nothing is known here of fields and units: ``catalog.query.bind`` looks them up.
"""

from __future__ import annotations

from catalog.errors import QueryError
from catalog.query.cursor import Cursor
from catalog.query.tokens import Token
from catalog.query.tree import (
    VALUES,
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

MAX_DEPTH = 50
MAX_TERMS = 200
_OR, _AND, _NOT, _COMPARE, _SUM, _PRODUCT = range(1, 7)
_SIGNS = {
    **dict.fromkeys(("=", "!=", "<", "<=", ">", ">="), _COMPARE),
    **dict.fromkeys("+-", _SUM),
    **dict.fromkeys("*/", _PRODUCT),
}
_WORDS = {"or": _OR, "and": _AND, **dict.fromkeys(("not", "in", "between", "like", "is"), _COMPARE)}


def parse(text: str) -> Condition:
    """The syntax tree of a query. Raises QueryError with the place of what is wrong.

    >>> parse("payload >= 1 t")
    Comparison(operator='>=', left=Name(name='payload', definition=None), right=Quantity(number='1', unit='t'))
    """
    return _Parser(text).query()


class _Parser(Cursor):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.depth = 0
        self.terms = 0

    def query(self) -> Condition:
        if self.token.kind == "end":
            raise QueryError(self.text, 0, 1, "the query is empty; write for example payload >= 1 t")
        found = self.expression(0)
        if self.token.kind != "end":
            self.misplaced()
        return self.condition(found)

    def expression(self, power: int) -> Condition | Value:
        """What stands here, up to an operator that binds no closer than ``power``."""
        self.depth += 1
        left = self.prefix()
        chained = 0
        while (level := self.level()) > power:
            chained += level in (_SUM, _PRODUCT)
            if self.depth + chained > MAX_DEPTH:
                self.fail(self.token, f"nested more than {MAX_DEPTH} deep")
            left = self.infix(left, level)
        self.depth -= 1
        return left

    def level(self) -> int:
        """How closely the operator that stands here binds; 0 for what is none."""
        known = _SIGNS if self.token.kind == "sign" else _WORDS if self.token.kind == "keyword" else {}
        return known.get(self.token.text, 0)

    def prefix(self) -> Condition | Value:
        if self.depth > MAX_DEPTH:
            self.fail(self.token, f"nested more than {MAX_DEPTH} deep")
        token = self.advance()
        if token.is_sign("("):
            inner = self.expression(0)
            self.close()
            return inner
        if token.is_keyword("not"):
            return Not(self.condition(self.expression(_NOT)), **self.since(token.position))
        if token.is_keyword("maybe"):
            self.advance()  # the parenthesis that makes a keyword of it
            condition = self.condition(self.expression(0))
            self.close()
            return Maybe(condition, **self.since(token.position))
        return self.term(token)

    def term(self, token: Token) -> Value:
        self.terms += 1
        if self.terms > MAX_TERMS:
            self.fail(token, f"more than {MAX_TERMS} names, numbers and texts")
        if token.kind == "word":
            words = [token.text]
            while self.token.kind == "word":
                words.append(self.advance().text)
            definition = self.advance().text if self.token.kind == "definition" else None
            return Name(" ".join(words), definition, **self.since(token.position))
        if token.kind in ("text", "date"):
            return Text(token.text, **self.since(token.position))
        minus = token.is_sign("-") and self.token.kind == "number"
        number = self.advance() if minus else token
        if number.kind != "number":
            from catalog.query.complaints import no_operand

            raise no_operand(self.text, token)
        unit = self.advance().text if self.token.kind == "unit" else ""
        return Quantity(f"{'-' if minus else ''}{number.text}", unit, **self.since(token.position))

    def infix(self, left: Condition | Value, level: int) -> Condition | Value:
        if level in (_OR, _AND):
            return self.joined(left, level)
        value = self.value(left)
        token = self.advance()
        if level in (_SUM, _PRODUCT):
            right = self.value(self.expression(level))
            return Arithmetic(token.text, value, right, **self.since(left.position))
        if token.kind == "sign":
            right = self.value(self.expression(_COMPARE))
            return Comparison(token.text, value, right, **self.since(left.position))
        if token.text == "is":
            return self.missing(value)
        negated = token.text == "not"
        return self.worded(value, self.advance() if negated else token, negated)

    def worded(self, value: Value, token: Token, negated: bool) -> Condition:
        """``in``, ``between`` or ``like``, whose word has just been read."""
        if token.is_keyword("in"):
            self.advance()  # the parenthesis that makes a keyword of it
            choices = [self.value(self.expression(_COMPARE))]
            while self.token.is_sign(","):
                self.advance()
                choices.append(self.value(self.expression(_COMPARE)))
            self.close()
            return Among(value, tuple(choices), negated, **self.since(value.position))
        if token.is_keyword("between"):
            low = self.value(self.expression(_COMPARE))
            if not self.token.is_keyword("and"):
                self.fail(self.token, "between needs both ends: between 1 t and 2 t")
            self.advance()
            high = self.value(self.expression(_COMPARE))
            return Between(value, low, high, negated, **self.since(value.position))
        if token.is_keyword("like"):
            match self.expression(_COMPARE):
                case Text(pattern) | Name(pattern, None):
                    return Like(value, pattern, negated, **self.since(value.position))
                case other:
                    self.fail(other, "like compares with a text in quotes: like '%transit%'")
        return self.fail(token, "not is followed by in (...), between or like here")

    def missing(self, value: Value) -> Condition:
        negated = self.token.is_keyword("not")
        if negated:
            self.advance()
        token = self.advance()
        if token.kind != "word" or token.text.lower() not in ("missing", "known"):
            from catalog.query.complaints import after_is

            raise after_is(self.text, token, negated)
        return Missing(value, negated != (token.text.lower() == "known"), **self.since(value.position))

    def joined(self, left: Condition | Value, level: int) -> Condition:
        """All parts that one kind of word joins, ``and`` or ``or``."""
        word = self.token.text
        parts = [self.condition(left)]
        while self.token.is_keyword(word):
            self.advance()
            part = self.expression(level)
            if level == _OR and isinstance(part, VALUES):
                from catalog.query.complaints import another_choice

                raise another_choice(self.text, parts[-1], part)
            parts.append(self.condition(part))
        return (And if level == _AND else Or)(tuple(parts), **self.since(left.position))

    def value(self, node: Condition | Value) -> Value:
        if isinstance(node, VALUES):
            return node
        return self.fail(node, "a condition is no value to compare or count with; join two comparisons with and")

    def condition(self, node: Condition | Value) -> Condition:
        if not isinstance(node, VALUES):
            return node
        from catalog.query.complaints import no_condition

        raise no_condition(self.text, node)
