"""A field holds a value that this kind of vehicle does not have.

The field table says for which powertrains and types of vehicle a field applies: an engine's power in a
battery-electric truck, a battery's energy in a diesel van, a boot in a truck. Either the value belongs to another
vehicle of the text, or the powertrain is not what it says, or the field is the wrong one. A vehicle whose
powertrain is not published may have any.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog.checks.check import Check, Scope, Suspicion
from catalog.checks.figures import said


def find(scope: Scope) -> Iterator[Suspicion]:
    for record in scope.records:
        for key, claims in record.claims.items():
            values = record.values(key)
            if not values or scope.fields[key].spec.applies(record.vehicle_type, record.powertrain):
                continue
            what = f"{record.powertrain} {record.vehicle_type}" if record.powertrain else record.vehicle_type
            yield Suspicion(f"{said(values[0])} in a {what}, which has none", tuple(claims), subject=record.id)


CHECK = Check("powertrain", __doc__, find)
