"""What a unit and a quantity kind are.

A *kind* is finer than a dimension: torque and energy share a dimension, and so do a vehicle's length and
its range, but a sheet that gives a torque in joules or a range in millimetres is wrong. Each field of the
catalog has one kind, and each kind lists the units and the spellings that it accepts.
"""

from __future__ import annotations

from collections.abc import Mapping

from catalog.plain import Enum, dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fractions import Fraction

SYSTEMS = ("metric", "us", "uk", "si")


class Form(Enum):
    """How a number in a unit relates to the base unit of its dimension."""

    LINEAR = "linear"  # base = number * factor + offset
    RECIPROCAL = "reciprocal"  # base = factor / number (mpg against L/100 km)
    TANGENT = "tangent"  # base = factor * tan(number degrees) (a slope given as an angle)


_FRACTIONS: dict[str, Fraction] = {}


def integers(text: str) -> tuple[int, int]:
    """The product and quotient of decimal texts, exactly, as numerator and denominator: all that stands after the
    slash divides.

    >>> integers("0.3048*2/0.5")
    (60960, 50000)
    """
    over, _, under = text.partition("/")
    numerator = denominator = 1
    for place, parts in enumerate((over, under)):
        for part in parts.split("*") if parts else ():
            whole, _, decimals = part.partition(".")
            number, power = int(whole + decimals), 10 ** len(decimals)
            numerator, denominator = (
                (numerator * power, denominator * number) if place else (numerator * number, denominator * power)
            )
    return numerator, denominator


def fraction(text: str) -> Fraction:
    """The same as a fraction.

    >>> fraction("0.45359237*9.80665")
    Fraction(8896443230521, 2000000000000)
    """
    found = _FRACTIONS.get(text)
    if found is None:
        from fractions import Fraction  # 2 ms: whoever only names or finds units does not pay for it

        found = _FRACTIONS[text] = Fraction(*integers(text))
    return found


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of measure.

    ``size`` is the number of base units (SI, coherent) in one of this unit, and ``start`` where its scale begins
    in them, as the unit's definition writes them (``"75*9.80665"``); ``factor`` and ``offset`` are the same as
    exact fractions. ``pint`` is the same unit as a pint expression; a test holds the two together. ``ucum`` and
    ``rec20`` are its codes in UCUM and UN/CEFACT Recommendation 20, where there is one.
    """

    symbol: str
    name: str
    size: str
    dimension: str
    pint: str
    spellings: tuple[str, ...] = ()
    form: Form = Form.LINEAR
    start: str = "0"
    ucum: str | None = None
    rec20: str | None = None

    @property
    def factor(self) -> Fraction:
        return fraction(self.size)

    @property
    def offset(self) -> Fraction:
        return fraction(self.start)

    def __str__(self) -> str:
        return self.symbol


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """A spelling that means different units in different places.

    ``symbols`` are the candidates; ``by_market`` says what a market (ISO 3166 alpha-2) settles.
    """

    symbols: tuple[str, ...]
    why: str
    by_market: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)  # one object a kind, compared by identity
class Kind:
    """A quantity kind: what a field measures, and the units it accepts.

    ``units[0]`` is the canonical unit, in which an index stores numbers. ``systems`` gives the display
    unit of each unit system. ``choices`` are spellings that need the market to be read; ``mistakes`` are
    spellings seen in print that are refused, with the likely intention. ``max_decimals`` lets
    ``80,000 cars`` be read (a count has no decimals, so the comma groups digits).
    """

    name: str
    label: str
    units: tuple[Unit, ...]
    systems: Mapping[str, str]
    choices: Mapping[str, Choice] = field(default_factory=dict)
    mistakes: Mapping[str, str] = field(default_factory=dict)
    max_decimals: int | None = None
    signed: bool = False

    @property
    def canonical(self) -> Unit:
        return self.units[0]

    @property
    def dimension(self) -> str:
        return self.units[0].dimension

    def unit(self, symbol: str) -> Unit:
        """The unit with exactly this symbol. Raises KeyError for a symbol that the kind does not have."""
        for unit in self.units:
            if unit.symbol == symbol:
                return unit
        raise KeyError(symbol)

    def canonical_for(self, unit: Unit) -> Unit:
        """The kind's first unit of the same dimension: the canonical one, but each currency has its own."""
        return next(own for own in self.units if own.dimension == unit.dimension)

    def display(self, system: str) -> Unit:
        """The unit in which ``system`` (one of ``SYSTEMS``) shows this kind."""
        return self.unit(self.systems[system]) if system in self.systems else self.canonical


def reverses(source: Unit, target: Unit) -> bool:
    """Whether the order of numbers turns round between two units (mpg and L/100 km)."""
    return (source.form is Form.RECIPROCAL) != (target.form is Form.RECIPROCAL)
