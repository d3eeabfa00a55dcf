"""What a published number leaves possible, as plain numbers in its kind's canonical unit.

A number stands for the interval of its last digit (7.5 t is 7450 to 7550 kg); "up to" and "from" for a
half-open one. Comparison and ranking need no more than this of a reading, so an index stores it beside the claim.
"""

from __future__ import annotations

from catalog.plain import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.units import Bound, Reading, Unit

INFINITE = float("inf")
#: Bounds by their words (``catalog.units.Bound``): without a lowest value, without a highest.
BELOW = frozenset({"up to", "less than"})
ABOVE = frozenset({"at least", "more than"})


@dataclass(frozen=True, slots=True)
class Span:
    """``low`` and ``high`` are the numbers as written, ``reach_low`` and ``reach_high`` what their last digits stand
    for, all in the canonical unit of ``dimension``; ``bound`` is what the text says of them, in that unit."""

    bound: str
    low: float
    high: float
    reach_low: float
    reach_high: float
    dimension: str

    @property
    def reach(self) -> tuple[float, float]:
        """What is possible, lowest and highest: "up to" has no lowest, "from" no highest."""
        return (
            -INFINITE if self.bound in BELOW else self.reach_low,
            INFINITE if self.bound in ABOVE else self.reach_high,
        )

    def agrees(self, other: Span) -> bool:
        """Whether two say the same within what was written.

        4.5 t and 4495 kg do; 350 and 317 km do not, nor do "up to 350" and "up to 317"; "up to 350" and 317 do.
        """
        if self.dimension != other.dimension:
            return False
        if self.bound == other.bound:
            one, two = (self.reach_low, self.reach_high), (other.reach_low, other.reach_high)
        else:
            one, two = self.reach, other.reach
        # Strictly: 67 and 68 kWh touch at 67.5 and are two figures.
        return one[0] < two[1] and two[0] < one[1]


def bound_in(reading: Reading, unit: Unit) -> Bound:
    """The bound in another unit: at most 8 L/100 km is at least 29 mpg."""
    from catalog.units import Bound, reverses

    turned = {
        Bound.UP_TO: Bound.AT_LEAST,
        Bound.AT_LEAST: Bound.UP_TO,
        Bound.LESS_THAN: Bound.MORE_THAN,
        Bound.MORE_THAN: Bound.LESS_THAN,
    }
    return turned.get(reading.bound, reading.bound) if reverses(reading.unit, unit) else reading.bound


def span_of(reading: Reading) -> Span:
    """The span of a reading; each number is converted exactly and rounded once."""
    unit = reading.kind.canonical_for(reading.unit)
    ends = [number.reach(unit) for number in reading.numbers]
    low, high = reading.ends(unit)
    bound = bound_in(reading, unit)
    return Span(
        bound.value,
        float(low),
        float(high),
        float(min(end[0] for end in ends)),
        float(max(end[1] for end in ends)),
        reading.unit.dimension,
    )
