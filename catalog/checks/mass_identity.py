"""Payload is not gross mass less kerb mass under any known convention.

Gross mass less kerb mass less payload leaves a rest that says who counts as load:

    0 kg                crew is part of the payload (Australia, New Zealand, Philippines)
    75 kg               a driver, as in the European mass in running order
    65 kg for each seat the crew as China counts it: total = kerb + rated load + 65 kg x seats
    75 kg for each seat the crew as other papers count it

Seats are those published, else one to three (goods vehicles) or one to five. With a kerb mass that includes
the driver, or a mass in running order, one person less. Written digits and bounds count: 3 t is 2500 to
3500 kg, "up to" opens downwards. What is left over otherwise is reported with its size: a payload of another
body or variant, masses of two markets, or a gross mass filed as a kerb mass. A payload or capacity of the
bare chassis leaves no such rest and is not held against it.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.checks.figures import numeric, partners, possible, qualifier, said, shown_span, stated, together
from catalog.checks.span import Span
from catalog.model import Claim, Record

CHINESE_SEAT, PERSON = 65, 75
MOST_SEATS = 120  # a bound of the work, not of buses


def _seats(record: Record) -> range:
    published = [stated(claim, "") for claim in numeric(record, "seats") if not claim.doubt]
    if published:
        most = min(MOST_SEATS, int(max(span.high for span in published)))
        return range(int(min(span.low for span in published)), most + 1)
    return range(1, 4) if record.vehicle_type in ("truck", "van", "tractor") else range(1, 6)


def _conventions(record: Record, payload: Claim, empty: Claim) -> set[int]:
    driver_in = empty.field == "mass_in_running_order" or qualifier(empty, "driver") == "included"
    crew = qualifier(payload, "crew")
    rests: set[int] = {0} if crew != "deducted" or driver_in else set()
    if crew != "in payload":
        rests |= {PERSON} if not driver_in else set()
        rests |= {each * (seats - driver_in) for seats in _seats(record) for each in (CHINESE_SEAT, PERSON)}
    return rests


def _rest(payload: Claim, gross: Claim, empty: Claim) -> Span:
    return possible(gross, "kg") - possible(empty, "kg") - possible(payload, "kg")


def find(record: Record) -> Iterator[Suspicion]:
    gross_masses = numeric(record, "gross_vehicle_mass")
    empty_masses = numeric(record, "kerb_mass") + numeric(record, "mass_in_running_order")
    for payload in numeric(record, "payload"):
        if qualifier(payload, "body") == "in payload" and qualifier(payload, "crew") is None:
            continue
        sums = [
            (payload, gross, empty)
            for gross in partners(payload, gross_masses)
            for empty in partners(payload, empty_masses)
            if together((payload, gross, empty))
        ]
        if not sums or any(
            _rest(*each).holds(convention) for each in sums for convention in _conventions(record, payload, each[2])
        ):
            continue
        _, gross, empty = sums[0]
        yield Suspicion(
            f"{said(gross)} less {said(empty)} less {said(payload)} leaves {shown_span(_rest(*sums[0]), 'kg')}; "
            "nothing, a driver of 75 kg, or 65 or 75 kg a seat would explain a rest",
            (payload, gross, empty),
        )


CHECK = Check("mass-identity", __doc__, per_vehicle(find))
