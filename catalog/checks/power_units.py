"""A power in kilowatts and one in horsepower of the same source do not agree.

One source that prints both means one power. Metric horsepower (PS, ch, cv, l.s., pk) is 0.73550 kW,
mechanical horsepower (hp, bhp) 0.74570 kW, 1.4 % more; both printed to whole units agree within half a unit
each. Where the pair fits only as the other horsepower, that is what was printed; where it fits neither, one of
the two numbers is wrong, or they are different powers (peak and continuous, gross and net).
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.checks.figures import comparable, numeric, possible, said, shown, stated
from catalog.checks.span import Span
from catalog.model import Claim, Record
from catalog.plain import replace
from catalog.units import KINDS, Unit

FIELDS_OF_POWER = ("motor_power", "engine_power", "system_power")
METRIC, MECHANICAL = KINDS["power"].unit("PS"), KINDS["power"].unit("hp(M)")


def _as(claim: Claim, unit: Unit) -> Span:
    """What is possible in kW if the printed horsepower were this one."""
    assert claim.reading is not None
    numbers = tuple(replace(number, unit=unit) for number in claim.reading.numbers)
    return possible(replace(claim, reading=replace(claim.reading, numbers=numbers)), "kW")


def _pair(first: Claim, second: Claim) -> bool:
    return bool(set(first.sources) & set(second.sources) and first.definition == second.definition) and comparable(
        first, second
    )


def find(record: Record) -> Iterator[Suspicion]:
    for key in FIELDS_OF_POWER:
        claims = numeric(record, key)
        watts = [claim for claim in claims if claim.reading and claim.reading.unit.symbol == "kW" and not claim.read_as]
        horses = [claim for claim in claims if claim not in watts]
        for watt in watts:
            paired = [horse for horse in horses if _pair(watt, horse)]
            if not paired or any(possible(horse, "kW").meets(possible(watt, "kW")) for horse in paired):
                continue
            yield Suspicion(_message(watt, paired[0]), (watt, paired[0]))


def _message(watt: Claim, horse: Claim) -> str:
    assert horse.reading is not None
    power = stated(watt, "kW").high
    for unit, other, name in ((METRIC, MECHANICAL, "mechanical"), (MECHANICAL, METRIC, "metric")):
        if horse.reading.unit is unit and _as(horse, other).meets(possible(watt, "kW")):
            return f"{said(watt)} and {said(horse)} agree only if the horsepower is {name}"
    metric, mechanical = (shown(power * 1000 / unit.factor) for unit in (METRIC, MECHANICAL))
    return (
        f"{said(watt)} is {metric} metric or {mechanical} mechanical horsepower, and the same source gives "
        f"{said(horse)}: neither"
    )


CHECK = Check("power-units", __doc__, per_vehicle(find))
