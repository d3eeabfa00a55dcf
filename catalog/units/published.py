"""A published value as it was read: its numbers, their written digits and unit, and what bounds them."""

from __future__ import annotations

from catalog.plain import dataclass
from catalog.units.bounds import Bound
from catalog.units.convert import convert
from catalog.units.unit import Form, Kind, Unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

#: A longer text is no published value, and is refused unread.
MAX_LENGTH = 160


@dataclass(frozen=True, slots=True)
class Number:
    """One number as published: its value, the decimals written, and its unit."""

    value: Decimal
    decimals: int
    unit: Unit

    def in_unit(self, unit: Unit) -> Fraction:
        """The exact value in another unit of the same dimension."""
        return convert(self.value, self.unit, unit)

    def reach(self, unit: Unit) -> tuple[Fraction, Fraction]:
        """What the written digits stand for, low and high, in ``unit``: 7.5 t is 7450 to 7550 kg."""
        from fractions import Fraction

        from catalog.units.rounding import half_step

        half = half_step(self.decimals)
        low = Fraction(self.value) - half
        if self.unit.form is not Form.LINEAR and low <= 0:
            low = Fraction(self.value)
        ends = convert(low, self.unit, unit), convert(Fraction(self.value) + half, self.unit, unit)
        return min(ends), max(ends)


@dataclass(frozen=True, slots=True)
class Reading:
    """A published value as read. ``numbers`` holds one number, both ends of an interval, or a list."""

    kind: Kind
    bound: Bound
    numbers: tuple[Number, ...]

    @property
    def unit(self) -> Unit:
        """The published unit (of the first number)."""
        return self.numbers[0].unit

    def ends(self, unit: Unit) -> tuple[Fraction, Fraction]:
        """The lowest and the highest number, exactly, in ``unit``; equal for a single number."""
        values = [number.in_unit(unit) for number in self.numbers]
        return min(values), max(values)

    @property
    def canonical(self) -> tuple[float, float]:
        """``ends`` in the kind's canonical unit, each rounded once to a float (money: its own currency)."""
        low, high = self.ends(self.kind.canonical_for(self.unit))
        return float(low), float(high)
