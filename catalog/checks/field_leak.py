"""One number stands in two different fields.

A value entered one field too far stands there with that field's unit: 4495 as the gross mass in kg and as a
wheelbase in mm. Asked of numbers that do not agree by chance: four digits that count (zeros at the end do
not) between fields of different kinds, three between fields of one kind. Fields that may hold the same value
are left out: powers among themselves, torques, energies of a battery and its packs, charging times, warranties,
ranges and charged distances, and an undefined mass, which is some other one.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, islice, product

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.checks.figures import numeric, said
from catalog.model import FIELDS, Claim, Record, Status
from catalog.plain import dataclass

DIGITS_OTHER_KIND, DIGITS_SAME_KIND = 4, 3
MAY_AGREE = (
    {"motor_power", "system_power", "engine_power", "ac_charge_power", "dc_charge_power", "v2l_power"},
    {"motor_torque", "system_torque", "engine_torque", "gearbox_torque_rating"},
    {"battery_energy", "battery_pack_energy"},
    {"ac_charge_time", "dc_charge_time", "charge_time"},
    {"range", "total_range", "charged_distance"},
    {"warranty_distance", "battery_warranty_distance", "engine_life"},
    {"boot_volume", "cargo_volume"},
    {"door_width", "cargo_width", "door_height", "cargo_height"},
    {"cargo_length", "long_item_length"},
)
SKIPPED = {"unspecified_mass", "test_mass", "authorised_mass"}


def _digits(value: Fraction) -> int:
    """Digits that count: 4495 has 4, 300 has 1, 1.5 has 2; a value with no short decimal has none."""
    for decimals in range(4):
        scaled = value * 10**decimals
        if scaled.denominator == 1:
            return len(str(scaled.numerator).strip("0"))
    return 0


@dataclass(frozen=True, slots=True)
class _Numbers:
    """A claim's numbers, as printed and in the kind's own unit (kg, mm, kWh ...)."""

    claim: Claim
    printed: frozenset[Fraction]
    canonical: frozenset[Fraction]

    @classmethod
    def of(cls, claim: Claim) -> _Numbers:
        assert claim.reading is not None
        unit = claim.reading.kind.canonical_for(claim.reading.unit)
        numbers = claim.reading.numbers
        printed = frozenset(Fraction(number.value) for number in numbers)
        return cls(claim, printed, frozenset(number.in_unit(unit) for number in numbers))

    def leaked(self, other: _Numbers) -> bool:
        """Whether a number with digits enough stands in both: the same quantity, or the same print."""
        if FIELDS[self.claim.field].spec.kind == FIELDS[other.claim.field].spec.kind:
            return any(_digits(value) >= DIGITS_SAME_KIND for value in self.canonical & other.canonical)
        both = (self.printed | self.canonical) & (other.printed | other.canonical)
        return any(_digits(value) >= DIGITS_OTHER_KIND for value in both)


def _related(first: str, second: str) -> bool:
    return any(first in group and second in group for group in MAY_AGREE)


def find(record: Record) -> Iterator[Suspicion]:
    numbers = {
        key: [_Numbers.of(claim) for claim in numeric(record, key) if claim.status is not Status.DERIVED]
        for key in record.claims
        if FIELDS[key].spec.numeric and key not in SKIPPED
    }
    for one, other in combinations(numbers, 2):
        if _related(one, other):
            continue
        leaks = (pair for pair in product(numbers[one], numbers[other]) if pair[0].leaked(pair[1]))
        for first, second in islice(leaks, 1):
            yield Suspicion(
                f"{said(first.claim)} and {said(second.claim)} are one number: entered in the wrong field?",
                (first.claim, second.claim),
            )


CHECK = Check("field-leak", __doc__, per_vehicle(find))
