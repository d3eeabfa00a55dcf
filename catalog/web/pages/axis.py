"""An axis of a drawing: round numbers along it, and where a number lies."""

from __future__ import annotations

from decimal import Decimal
from math import ceil, floor, log10

from catalog.plain import dataclass
from catalog.wording.printed import grouped

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
#: Where the lowest number is less than this part of the highest, the axis begins at zero.
_FROM_ZERO = 0.4


@dataclass(frozen=True, slots=True)
class Tick:
    """A round number on an axis: where it lies, and its digits."""

    place: float
    text: str


@dataclass(frozen=True, slots=True)
class Axis:
    """From ``low`` to ``high``, drawn from ``start`` to ``end`` in units of the drawing."""

    low: float
    high: float
    start: float
    end: float
    step: Decimal

    def place(self, value: float) -> float:
        """Where a number lies, in units of the drawing."""
        share = (value - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        first = round(self.low / float(self.step))
        last = round(self.high / float(self.step))
        return tuple(
            Tick(self.place(float(self.step * count)), grouped(_plain(self.step * count)))
            for count in range(first, last + 1)
        )


def axis(low: float, high: float, start: float, end: float, ticks: int = 7) -> Axis:
    """An axis over numbers from ``low`` to ``high``, ending on round ones.

    >>> [tick.text for tick in axis(1230, 5700, 0, 100).ticks]
    ['0', '1000', '2000', '3000', '4000', '5000', '6000']
    >>> [tick.text for tick in axis(7.5, 7.5, 0, 100, ticks=3).ticks]
    ['0', '2.5', '5', '7.5']
    """
    if 0 <= low < _FROM_ZERO * high or low == high:
        low = min(low, 0.0)
        high = high if high > low else low + 1
    step = _step((high - low) / ticks)
    width = float(step)
    return Axis(floor(low / width) * width, ceil(round(high / width, 9)) * width, start, end, step)


def _step(least: float) -> Decimal:
    magnitude = Decimal(10) ** floor(log10(least))
    return next(step * magnitude for step in _STEPS if float(step * magnitude) >= least * 0.999)


def _plain(value: Decimal) -> Decimal:
    value = value.normalize() if value else Decimal(0)
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value
