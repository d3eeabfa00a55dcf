"""Binds the two sides of a comparison: one kind for both, numbers in its canonical unit, sound arithmetic.

Values of one kind are added and subtracted; a value is multiplied or divided by a plain number; a value over
another of the same dimension is a plain share. Anything else has no meaning in this catalog and is refused.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog.errors import QueryError
from catalog.query.bound import TURNED, Compare, Constant, Formula, Measure, NumberColumn, Operand
from catalog.query.exact import ONE, Exact
from catalog.query.linear import difference, linear
from catalog.query.names import resolve
from catalog.query.quantities import a, constant, converted, plain_number, unit_of
from catalog.query.schema import Schema
from catalog.query.tree import Arithmetic, Name, Node, Quantity, Text, Value
from catalog.units import KINDS, Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

_RATIO = "ratio"
_NOT_ADDED = ("temperature", "sound level")
_FURTHEST = Exact(10**60)


class Values:
    """Binds comparisons of numbers over one schema."""

    def __init__(self, schema: Schema, text: str) -> None:
        self.schema = schema
        self.text = text
        self.currency = ""

    def compare(self, operator: str, left: Value, right: Value, possible: bool) -> Compare:
        """``left operator right``, the side without a field on the right."""
        kind = self.joint_kind(left, right)
        if kind is None:
            self.fail(left, "a comparison names at least one field, and here are only numbers")
        if self.kind(left) is None:
            left, right, operator = right, left, TURNED[operator]
        for node in (left, right):
            if isinstance(node, Quantity):
                unit_of(node, kind, self.text)
        self.currency = self.one_currency(left, right) if kind.name == "money" else ""
        one, turned = self.side(left, kind)
        other, turned_too = self.side(right, kind)
        compare = Compare(operator, one, other, turned or turned_too, possible)
        self.within_reach(compare, left)
        return compare

    def side(self, node: Value, kind: Kind) -> tuple[Operand, bool]:
        return constant(node, kind, self.text) if isinstance(node, Quantity) else (self.operand(node, kind), False)

    def kind(self, node: Value) -> Kind | None:
        """What a value measures; None for numbers alone, which measure what they are compared with."""
        match node:
            case Name():
                return KINDS[self.column(node).kind]
            case Quantity():
                return None
            case Text(written):
                return self.fail(node, f"{written!r} is a text; a number and its unit are written without quotes")
            case Arithmetic("+" | "-", left, right):
                return self.joint_kind(left, right)
            case Arithmetic("*", left, right):
                if self.plain(left) is None and self.plain(right) is None:
                    self.fail(node, "only a plain number multiplies a value; the product of two is no quantity here")
                return self.kind(right if self.plain(left) is not None else left)
            case Arithmetic(_, left, right):
                self.no_spaced_unit(node, left, right)
                if self.plain(right) is not None:
                    return self.kind(left)
                self.one_dimension(node)
                return KINDS[_RATIO]

    def one_dimension(self, node: Arithmetic) -> None:
        """Only values of one dimension are divided by each other."""
        one, other = self.kind(node.left), self.kind(node.right)
        if one and other and one.dimension != other.dimension:
            self.fail(node, f"{a(one)} divided by {a(other)} is no quantity of this catalog")

    def no_spaced_unit(self, node: Node, left: Value, right: Value) -> None:
        """``100 km / h`` divides 100 km by a field h; the speed has no spaces."""
        if not isinstance(left, Quantity):
            return
        from catalog.query.spelled import is_spelled

        if is_spelled(unit := f"{left.unit}/{_unparsed(right)}"):
            reason = "a unit is written without spaces round its stroke"
            raise QueryError(self.text, node.position, node.length, reason, (f"{left.number} {unit}",))

    def joint_kind(self, left: Value, right: Value) -> Kind | None:
        """The one kind of two values. Shares and ratios are both plain numbers."""
        one, other = self.kind(left), self.kind(right)
        if one is None or other is None or one is other:
            return one or other
        ratio = KINDS[_RATIO]
        if one.dimension != ratio.dimension or other.dimension != ratio.dimension:
            written, shown = _unparsed(right), _unparsed(left)
            self.fail(right, f"{written} is {a(other)} and {shown} {a(one)}, which do not go together")
        return ratio

    def operand(self, node: Value, kind: Kind) -> Operand:
        """A value in the canonical unit of ``kind``."""
        match node:
            case Name():
                return self.measure(node, kind)
            case Quantity():
                return constant(node, kind, self.text, whole=False)[0]
            case Arithmetic(operator, left, right):
                if kind.name in _NOT_ADDED:
                    self.fail(node, f"{a(kind)} is compared as it is; nothing is calculated with it")
                if operator in "+-":
                    return Formula(operator, self.operand(left, kind), self.operand(right, kind))
                return self.scaled(node, kind) if self.plain_side(node) else self.share(node, kind)
            case Text():
                return self.fail(node, "a text is not calculated with")

    def plain_side(self, node: Arithmetic) -> bool:
        return self.plain(node.right) is not None or (node.operator == "*" and self.plain(node.left) is not None)

    def scaled(self, node: Arithmetic, kind: Kind) -> Operand:
        """A value times a plain number, or divided by one."""
        factor = self.plain(node.right)
        if factor is None:
            factor = self.plain(node.left)
            assert factor is not None
            return Formula("*", Constant(factor, _unparsed(node.left)), self.operand(node.right, kind))
        if node.operator == "/" and not factor:
            self.fail(node.right, "division by zero")
        number = Constant(factor, _unparsed(node.right))
        if (whole := self.plain(node)) is not None and kind.name in ("ratio", "count"):
            return Constant(whole, _unparsed(node))
        return Formula(node.operator, self.operand(node.left, kind), number)

    def share(self, node: Arithmetic, kind: Kind) -> Operand:
        """A value over another of its dimension."""
        if kind.name != _RATIO:
            self.fail(node, f"a value divided by a value is a plain share, not {a(kind)}")
        one, other = self.kind(node.left), self.kind(node.right)
        inner = one or other
        if inner is None:
            self.fail(node, "a share names a field")
        self.currency = self.one_currency(node.left, node.right) if inner.name == "money" else ""
        found = Formula("/", self.operand(node.left, inner), self.operand(node.right, inner))
        under = linear(found.right)
        if linear(found.left).ratios or under.ratios:
            self.fail(node, "a share is not divided by, or into, another share")
        if not under.terms and not under.constant:
            self.fail(node.right, "division by zero")
        return found

    def plain(self, node: Value) -> Exact | None:
        """The value of numbers without units (or in percent); None where there is a unit or a field."""
        if isinstance(node, Quantity):
            return plain_number(node)
        if not isinstance(node, Arithmetic):
            return None
        left, right = self.plain(node.left), self.plain(node.right)
        if left is None or right is None:
            return None
        if node.operator == "/":
            return left / right if right else self.fail(node.right, "division by zero")
        return left * right if node.operator == "*" else left + right if node.operator == "+" else left - right

    def column(self, node: Name) -> NumberColumn:
        found = resolve(node, self.schema, self.text)
        if isinstance(found, NumberColumn):
            return found
        return self.fail(node, f"{found.label} is a text; it is not compared with numbers or calculated with")

    def measure(self, node: Name, kind: Kind) -> Measure:
        column = self.column(node)
        own = KINDS[column.kind]
        if kind.name == "money":
            return Measure(column, currency="" if column.definition else self.currency)
        return Measure(column, ONE if own is kind else converted(ONE, own.canonical, kind.canonical))

    def one_currency(self, *nodes: Value) -> str:
        """The one currency that amounts and definitions name. Raises QueryError for none or several."""
        codes = dict.fromkeys(code for node in nodes for code in self.currencies(node))
        if len(codes) == 1:
            return next(iter(codes))
        if codes:
            self.fail(nodes[0], f"{' and '.join(codes)} are not compared: nothing converts one currency to another")
        return self.fail(nodes[0], "an amount may be in any currency; name one in the definition in brackets")

    def currencies(self, node: Value) -> Iterator[str]:
        if isinstance(node, Arithmetic):
            yield from self.currencies(node.left)
            yield from self.currencies(node.right)
        elif isinstance(node, Name) and (definition := self.column(node).definition):
            yield definition.partition(" ")[0]
        elif isinstance(node, Quantity) and self.plain(node) is None:
            yield unit_of(node, KINDS["money"], self.text).dimension.removeprefix("money ")

    def within_reach(self, compare: Compare, node: Node) -> None:
        """Refuses numbers that no column can meet, and that would not fit a column's type."""
        if any(number and not ONE / _FURTHEST < abs(number) < _FURTHEST for number in difference(compare)[0].numbers()):
            self.fail(node, "the numbers of this comparison lie too far apart")

    def fail(self, at: Node, reason: str) -> NoReturn:
        raise QueryError(self.text, at.position, at.length, reason)


def _unparsed(node: Value) -> str:
    from catalog.query.unparse import unparse

    return unparse(node)
