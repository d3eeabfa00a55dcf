"""Exact numbers of a query: its thresholds and factors, as two integers until they are written out.

``fractions`` does the same and much more, and its import takes as long as all the modules of a query do.
"""

from __future__ import annotations


class Exact:
    """A fraction in lowest terms, with what thresholds need of arithmetic.

    >>> Exact.of("0.5") * 3 + 1
    Exact(5, 2)
    >>> float(Exact(1, 3)) == 1 / 3  # rounded once
    True
    """

    __slots__ = ("denominator", "numerator")

    def __init__(self, numerator: int, denominator: int = 1) -> None:
        if not denominator:
            raise ZeroDivisionError(f"{numerator}/0")
        one, other = numerator, denominator
        while other:
            one, other = other, one % other
        # the common divisor has the sign of the denominator, so that this becomes positive
        self.numerator = numerator // one if (one > 0) == (denominator > 0) else -(numerator // one)
        self.denominator = abs(denominator // one)

    @classmethod
    def of(cls, text: str) -> Exact:
        """The number of a decimal text such as ``-12.50``."""
        whole, _, decimals = text.partition(".")
        return cls(int(whole + decimals), 10 ** len(decimals))

    def __add__(self, other: Exact | int) -> Exact:
        return Exact(
            self.numerator * other.denominator + other.numerator * self.denominator,
            self.denominator * other.denominator,
        )

    def __sub__(self, other: Exact | int) -> Exact:
        return self + -other

    def __mul__(self, other: Exact | int) -> Exact:
        return Exact(self.numerator * other.numerator, self.denominator * other.denominator)

    def __truediv__(self, other: Exact) -> Exact:
        """Raises ZeroDivisionError."""
        if not other:
            raise ZeroDivisionError(f"{self} / 0")
        return Exact(self.numerator * other.denominator, self.denominator * other.numerator)

    def __neg__(self) -> Exact:
        return Exact(-self.numerator, self.denominator)

    def __abs__(self) -> Exact:
        return Exact(abs(self.numerator), self.denominator)

    def __bool__(self) -> bool:
        return self.numerator != 0

    def __float__(self) -> float:
        return self.numerator / self.denominator  # which Python rounds once, to the nearest

    def __lt__(self, other: Exact | int) -> bool:
        return self.numerator * other.denominator < other.numerator * self.denominator

    def __le__(self, other: Exact | int) -> bool:
        return self.numerator * other.denominator <= other.numerator * self.denominator

    def __gt__(self, other: Exact | int) -> bool:
        return not self <= other

    def __ge__(self, other: Exact | int) -> bool:
        return not self < other

    def __eq__(self, other: object) -> bool:
        """Equal to whole numbers and fractions of other kinds as well."""
        try:
            same: bool = (self.numerator, self.denominator) == (other.numerator, other.denominator)  # type: ignore[attr-defined]
        except AttributeError:
            return NotImplemented
        return same

    def __hash__(self) -> int:
        return hash(self.numerator) if self.denominator == 1 else hash((self.numerator, self.denominator))

    def __repr__(self) -> str:
        return f"Exact({self.numerator}, {self.denominator})"


ONE = Exact(1)
