"""From a number with its unit, as written in a query, to an exact number in a kind's canonical unit."""

from __future__ import annotations

from catalog.errors import NotConvertible, QueryError, ReadingError
from catalog.query.bound import Constant
from catalog.query.exact import Exact
from catalog.query.tree import Quantity
from catalog.units import KINDS, Form, Kind, Unit, reverses
from catalog.units.convert import ratio

_BARE = ("count", "ratio")


def a(kind: Kind) -> str:
    """A kind with its article: ``a mass``, ``an energy``."""
    if kind.name == "money":
        return "an amount of money"
    label = kind.label.partition(" (")[0]
    return f"{'an' if label[0] in 'aeio' else 'a'} {label}"


def find(spelling: str, kind: Kind) -> Unit:
    """The unit that is spelled so, at once where its kind's table has it so. Raises ReadingError."""
    for unit in kind.units:
        if spelling in unit.spellings:
            return unit
    from catalog.units.spelling import find as find_folded

    return find_folded(spelling, kind)


def unit_of(quantity: Quantity, kind: Kind, text: str) -> Unit:
    """The unit of a quantity that is to be of ``kind``. Raises QueryError with the units there are."""
    if not quantity.unit and kind.name not in _BARE:
        raise QueryError(text, quantity.position, quantity.length, *_no_unit(quantity.number, kind))
    try:
        return find(quantity.unit, kind)
    except ReadingError as error:
        if kind.name == "ratio":  # 40 % is as good as 0.4
            try:
                return find(quantity.unit, KINDS["share"])
            except ReadingError:
                pass
        offer = tuple(f"{quantity.number} {choice}" for choice in error.choices[:5])
        raise QueryError(text, quantity.position, quantity.length, error.reason, offer) from None


def _no_unit(number: str, kind: Kind) -> tuple[str, tuple[str, ...]]:
    if kind.name == "share":
        offer = [f"{number} %"]
        if 0 < (part := Exact.of(number)) <= 1:
            offer.append(f"{float(part * 100):.15g} %")
        return f"{a(kind)} needs its unit, %", tuple(offer)
    if kind.name == "money":
        return f"{a(kind)} needs its currency", (f"{number} EUR", f"{number} USD")
    symbols = tuple(unit.symbol for unit in kind.units if unit.symbol)
    reason = f"{a(kind)} needs a unit: {', '.join(symbols)}"
    return reason, tuple(f"{number} {symbol}" for symbol in symbols[:3])


def constant(quantity: Quantity, kind: Kind, text: str, whole: bool = True) -> tuple[Constant, bool]:
    """A quantity in the kind's canonical unit (money: its own currency), and whether its unit is a reciprocal one.

    ``whole``: the quantity is all of one side of a comparison. Only there may its unit be one that does not
    add up (mpg, degrees of slope).
    """
    unit = unit_of(quantity, kind, text)
    target = kind.canonical_for(unit) if kind.name == "money" else kind.canonical
    number = Exact.of(quantity.number)
    if not whole and (unit.form is not Form.LINEAR or unit.offset):
        reason = f"{unit.symbol} does not add up; within a calculation a {kind.label} is written in {target.symbol}"
        raise QueryError(text, quantity.position, quantity.length, reason)
    if unit.form is Form.RECIPROCAL and number <= 0:
        raise QueryError(text, quantity.position, quantity.length, f"a number of {unit.symbol} is above 0")
    try:
        value = converted(number, unit, target)
    except NotConvertible as error:
        raise QueryError(text, quantity.position, quantity.length, error.reason) from None
    return Constant(value, shown(quantity.number, unit)), reverses(unit, target)


def converted(number: Exact, unit: Unit, target: Unit) -> Exact:
    """A number of one unit in another. Raises NotConvertible where they measure different things."""
    if Form.TANGENT not in (unit.form, target.form):
        a, b, c, d = ratio(unit, target)
        return (number * a + b) / (number * c + d)
    from fractions import Fraction

    from catalog.units.convert import convert

    value = convert(Fraction(number.numerator, number.denominator), unit, target)
    return Exact(value.numerator, value.denominator)


def shown(number: str, unit: Unit) -> str:
    """A quantity in a sentence: ``1 t``, ``16.7°``, ``5``."""
    return f"{number}°" if unit.symbol == "°" else f"{number} {unit.symbol}".rstrip()


def plain_number(quantity: Quantity) -> Exact | None:
    """A number without a unit, or a share in percent, as a factor; None for any other quantity."""
    if not quantity.unit:
        return Exact.of(quantity.number)
    try:
        return converted(Exact.of(quantity.number), find(quantity.unit, KINDS["share"]), KINDS["ratio"].canonical)
    except ReadingError:
        return None
