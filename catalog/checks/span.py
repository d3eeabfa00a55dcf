"""Spans of exact numbers and their arithmetic: a check asks whether any point of a span fits."""

from __future__ import annotations

from fractions import Fraction

from catalog.plain import dataclass

INFINITE = Fraction(10) ** 30


@dataclass(frozen=True, slots=True)
class Span:
    """All numbers from ``low`` to ``high`` (which are not negative in what is divided or multiplied).

    >>> gross, payload = Span.of(4490, 4500), Span.of(1230)
    >>> rest = gross - payload
    >>> rest.meets(Span.of(3265)), rest.meets(Span.of(3300))
    (True, False)
    """

    low: Fraction
    high: Fraction

    @classmethod
    def of(cls, low: int | Fraction, high: int | Fraction | None = None) -> Span:
        return cls(Fraction(low), Fraction(low if high is None else high))

    def __add__(self, other: Span) -> Span:
        return Span(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Span) -> Span:
        return Span(self.low - other.high, self.high - other.low)

    def __mul__(self, other: Span) -> Span:
        return Span(self.low * other.low, self.high * other.high)

    def __truediv__(self, other: Span) -> Span:
        low = self.low / other.high if other.high else INFINITE
        return Span(low, self.high / other.low if other.low else INFINITE)

    def scaled(self, factor: int | Fraction) -> Span:
        """Every number times a positive ``factor``."""
        return Span(self.low * factor, self.high * factor)

    def meets(self, other: Span) -> bool:
        """Whether some number is in both."""
        return self.low <= other.high and other.low <= self.high

    def holds(self, value: int | Fraction) -> bool:
        """Whether ``value`` is one of them."""
        return self.low <= value <= self.high
