"""Two values of one field and definition differ by more than a quarter.

Sources disagree, and both are kept; but what is said of one configuration by one definition seldom differs
by more than 25 %. Where it does, the factor is named if it is one that slips between the units of the kind: 1.609
(miles and kilometres), 1.36 (kilowatts and metric horsepower), 2.205 (pounds and kilograms), 3.28 (feet and metres), 2
(radius and diameter), 10, 1000. Else the definitions are probably not the same (peak and continuous, one body and
another, two model years) and should be said.

Where neither says by which procedure, over which window of charge, at which rating, by which method or between
which speeds, they may well mean different things: then only a factor that slips is reported, or one above three.
Counts, shares and prices, which change with time, are left out, and so are values of variants. Written digits and
bounds count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.checks.figures import comparable, numeric, possible, qualifier, said, shown, stated
from catalog.checks.span import Span
from catalog.model import FIELDS, Claim, Record

MOST, MOST_UNDEFINED = Fraction(125, 100), Fraction(3)
#: Qualifiers without which values of one field lie far apart.
WIDE = {"procedure", "soc", "during", "rating", "method", "seats", "speeds"}
CHANGING = {"count", "money", "share"}
_MILES = (Fraction(1609344, 1000000), "miles and kilometres")
#: Factors that slip in values of one kind; the last two in any.
SLIPS: dict[str, tuple[tuple[Fraction, str], ...]] = {
    "distance": (_MILES,),
    "speed": (_MILES,),
    "energy consumption": (_MILES,),
    "power": (
        (Fraction(13596, 10000), "kilowatts and metric horsepower"),
        (Fraction(13410, 10000), "kilowatts and mechanical horsepower"),
    ),
    "mass": ((Fraction(220462, 100000), "pounds and kilograms"),),
    "length": ((Fraction(328084, 100000), "feet and metres"), (Fraction(2), "radius and diameter")),
}
OF_ANY_KIND = ((Fraction(10), "one decimal place and the next"), (Fraction(1000), "units a thousand apart"))
NEAR = Span(Fraction(985, 1000), Fraction(1015, 1000))


def _canonical(claim: Claim) -> Span:
    assert claim.reading is not None
    return possible(claim, claim.reading.kind.canonical_for(claim.reading.unit).symbol)


def _factor(one: Claim, other: Claim) -> Fraction:
    """How many times the larger is the smaller, at their nearest points."""
    first, second = _canonical(one), _canonical(other)
    low, high = (first, second) if first.low <= second.low else (second, first)
    return max(Fraction(1), high.low / low.high) if low.high else Fraction(1)


def _slip(one: Claim, other: Claim) -> str | None:
    """What slips by the factor between the numbers as they stand, if anything does."""
    assert one.reading is not None
    unit = one.reading.kind.canonical_for(one.reading.unit).symbol
    first, second = stated(one, unit), stated(other, unit)
    low, high = (first, second) if first.low <= second.low else (second, first)
    for factor, what in (*SLIPS.get(one.reading.kind.name, ()), *OF_ANY_KIND):
        if (high / low).meets(NEAR.scaled(factor)):
            return what
    return None


def _defined(claim: Claim) -> bool:
    """Whether it says what values of its field may not leave open if they are to agree."""
    return all(qualifier(claim, name) for name in FIELDS[claim.field].spec.required if name in WIDE)


def find(record: Record) -> Iterator[Suspicion]:
    for key in record.claims:
        if not FIELDS[key].spec.numeric or FIELDS[key].spec.kind in CHANGING:
            continue
        claims = sorted(numeric(record, key), key=lambda claim: claim.definition)
        for _, group in groupby(claims, lambda claim: claim.definition):
            yield from _in_one_row([claim for claim in group if claim.applies_to is None])


def _in_one_row(claims: Sequence[Claim]) -> Iterator[Suspicion]:
    """The widest disagreement among the undoubted, and each doubted one against the nearest of the others."""
    trusted = [claim for claim in claims if not claim.doubt]
    pairs = [(one, other) for at, one in enumerate(trusted) for other in trusted[at + 1 :] if comparable(one, other)]
    widest = [max(pairs, key=lambda pair: _factor(*pair))] if pairs else []
    for doubted in (claim for claim in claims if claim.doubt):
        others = [other for other in trusted if comparable(doubted, other)]
        widest += [(doubted, min(others, key=lambda other: _factor(doubted, other)))] if others else []
    for one, other in widest:
        factor, slip = _factor(one, other), _slip(one, other)
        if factor > MOST and (slip or _defined(one) or factor > MOST_UNDEFINED):
            why = f"as between {slip}" if slip else "other conditions, versions or definitions?"
            yield Suspicion(f"{said(one)} and {said(other)} differ by a factor of {shown(factor)}, {why}", (one, other))


CHECK = Check("disagreement", __doc__, per_vehicle(find))
