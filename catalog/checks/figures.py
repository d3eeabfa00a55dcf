"""Claims as figures: their spans in a unit, which of them belong together, and how a message puts them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction

from catalog.checks.span import INFINITE, Span
from catalog.model import FIELDS, Claim, Record
from catalog.units import Bound, Form

#: "About" leaves this much above and below.
ABOUT = Fraction(1, 10)
_TURNED = {
    Bound.UP_TO: Bound.AT_LEAST,
    Bound.AT_LEAST: Bound.UP_TO,
    Bound.LESS_THAN: Bound.MORE_THAN,
    Bound.MORE_THAN: Bound.LESS_THAN,
}


def stated(claim: Claim, unit: str) -> Span:
    """The numbers of a claim, lowest to highest, just as they stand: "up to 300 km" is 300 km."""
    assert claim.reading is not None
    return Span(*claim.reading.ends(claim.reading.kind.unit(unit)))


def possible(claim: Claim, unit: str) -> Span:
    """What a claim leaves possible: its written digits (7.5 t is 7450 to 7550 kg), opened by its bound."""
    assert claim.reading is not None
    reading, target = claim.reading, claim.reading.kind.unit(unit)
    reaches = [number.reach(target) for number in reading.numbers]
    low, high = min(reach[0] for reach in reaches), max(reach[1] for reach in reaches)
    turned = (reading.unit.form is Form.RECIPROCAL) != (target.form is Form.RECIPROCAL)
    bound = _TURNED.get(reading.bound, reading.bound) if turned else reading.bound
    if bound is Bound.ABOUT:
        return Span(low * (1 - ABOUT), high * (1 + ABOUT))
    if bound in (Bound.UP_TO, Bound.LESS_THAN):
        return Span(Fraction(0), high)
    if bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        return Span(low, INFINITE)
    return Span(low, high)


def with_qualifier(claims: Iterable[Claim], name: str, value: str) -> tuple[Claim, ...]:
    """The claims whose definition says ``value``."""
    return tuple(claim for claim in claims if qualifier(claim, name) == value)


def qualifier(claim: Claim, name: str) -> str | None:
    """What a claim's definition says of ``name``."""
    return dict(claim.definition).get(name)


def same_market(first: Claim, second: Claim) -> bool:
    """Whether two claims can be about one market: the same, or one says nothing of it."""
    return first.market == second.market or first.market is None or second.market is None


def comparable(first: Claim, second: Claim) -> bool:
    """Whether two claims are about the same thing: the same variant, and markets that agree."""
    return first.applies_to == second.applies_to and same_market(first, second)


def covers(general: Claim, special: Claim) -> bool:
    """Whether ``general`` is said of what ``special`` is about: of that variant or of the whole."""
    return general.applies_to in (None, special.applies_to) and same_market(general, special)


def together(claims: Sequence[Claim]) -> bool:
    """Whether claims can stand in one sum: one variant at most is named, and no two markets."""
    variants = {claim.applies_to for claim in claims} - {None}
    markets = {claim.market for claim in claims} - {None}
    return len(variants) <= 1 and len(markets) <= 1


def partners(
    claim: Claim, others: Iterable[Claim], belongs: Callable[[Claim, Claim], bool] = comparable
) -> tuple[Claim, ...]:
    """The claims that ``claim`` is held against: of its own source where that has any, else of all.

    A doubted claim is held against others, others never against it.
    """
    found = tuple(other for other in others if other is not claim and not other.doubt and belongs(other, claim))
    own = tuple(other for other in found if set(other.sources) & set(claim.sources))
    return own or found


def unmatched(
    firsts: Sequence[Claim], seconds: Sequence[Claim], fits: Callable[[Claim, Claim], bool]
) -> Iterator[tuple[Claim, Claim]]:
    """Pairs that do not fit: a claim that fits none of its partners, with the first of them."""
    reported: set[int] = set()
    for first in firsts:
        others = partners(first, seconds)
        if others and not any(fits(first, other) for other in others):
            reported.add(id(first))
            yield first, others[0]
    for second in seconds:
        others = partners(second, firsts)
        if others and not any(fits(other, second) or id(other) in reported for other in others):
            yield others[0], second


def numeric(record: Record, key: str) -> tuple[Claim, ...]:
    """The claims of a field that hold a number. A zero stands for none, which the check of zeros reports."""
    return tuple(
        claim
        for claim in record.values(key)
        if claim.reading is not None and all(number.value for number in claim.reading.numbers)
    )


def said(claim: Claim) -> str:
    """A claim in a message: ``range 317 km (wltp)``."""
    label = FIELDS[claim.field].label
    name = label if label[:2].isupper() else label[:1].lower() + label[1:]
    text = f"“{claim.published}”, read as {claim.read_as}" if claim.read_as else claim.published
    details = [value for _, value in claim.definition] + ([claim.applies_to] if claim.applies_to else [])
    return f"{name} {text}" + (f" ({', '.join(details)})" if details else "")


def shown(value: Fraction, unit: str = "") -> str:
    """A computed number for a message, with as many digits as are of use.

    >>> shown(Fraction(10400, 410), "kWh/100 km"), shown(Fraction(3265), "kg"), shown(Fraction(86, 100))
    ('25.4 kWh/100 km', '3265 kg', '0.86')
    """
    decimals = 0 if abs(value) >= 100 else 1 if abs(value) >= 1 else 2
    text = f"{float(value):.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"{text} {unit}".strip()


def shown_span(span: Span, unit: str = "") -> str:
    """A computed span for a message: its one number, or its ends."""
    low, high = shown(span.low), shown(span.high)
    if span.high >= INFINITE:
        return f"at least {low} {unit}".strip()
    return f"{low} {unit}".strip() if low == high else f"{low} to {high} {unit}".strip()
