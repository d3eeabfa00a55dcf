"""Arithmetic brought into the one form in which it is compared: columns with factors, and a constant.

All factors are exact until they are written out, so ``2 * payload + 500 kg >= 3 t`` becomes
``payload_low >= 1250`` and is as right at its boundary as if it had been asked that way.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog.plain import dataclass
from catalog.query.bound import Compare, Constant, Formula, Measure, Operand
from catalog.query.exact import ONE, Exact

_ZERO = Exact(0)


@dataclass(frozen=True, slots=True)
class Ratio:
    """One sum over another. Unknown where the lower one may be below zero, or an end of it is zero."""

    over: Linear
    under: Linear


@dataclass(frozen=True, slots=True)
class Linear:
    """The sum of columns and ratios, each times a factor, and of a constant."""

    terms: tuple[tuple[Measure | Ratio, Exact], ...] = ()
    constant: Exact = _ZERO

    def times(self, factor: Exact) -> Linear:
        return Linear(tuple((atom, own * factor) for atom, own in self.terms), self.constant * factor)

    def plus(self, other: Linear) -> Linear:
        return Linear(self.terms + other.terms, self.constant + other.constant)

    @property
    def ratios(self) -> tuple[Ratio, ...]:
        return tuple(atom for atom, _ in self.terms if isinstance(atom, Ratio))

    @property
    def never_negative(self) -> bool:
        """Whether it cannot be below zero, as no column is."""
        inner = all(ratio.over.never_negative for ratio in self.ratios)
        return inner and self.constant >= 0 and all(factor >= 0 for _, factor in self.terms)

    def numbers(self) -> Iterator[Exact]:
        """The constant and every factor, those inside ratios too."""
        yield self.constant
        for atom, factor in self.terms:
            yield factor
            if isinstance(atom, Ratio):
                yield from atom.over.numbers()
                yield from atom.under.numbers()


def linear(operand: Operand) -> Linear:
    """The sum that an operand is. A constant divisor must not be zero."""
    match operand:
        case Constant(value):
            return Linear(constant=value)
        case Measure(column, scale, currency):
            return Linear(((Measure(column, currency=currency), scale),))
        case Formula(operator, left, right):
            return _joined(operator, linear(left), linear(right))


def _joined(operator: str, left: Linear, right: Linear) -> Linear:
    if operator == "+":
        return left.plus(right)
    if operator == "-":
        return left.plus(right.times(-ONE))
    if operator == "*":
        return right.times(left.constant) if not left.terms else left.times(right.constant)
    if not right.terms:
        return left.times(ONE / right.constant)
    return Linear(((Ratio(left, right), ONE),))


def difference(compare: Compare) -> tuple[Linear, bool]:
    """``left - right`` over the factor of its first column, and whether that turns the comparison with zero."""
    found = linear(compare.left).plus(linear(compare.right).times(-ONE))
    first = next((factor for _, factor in found.terms if factor), ONE)
    return found.times(ONE / first), first < 0
