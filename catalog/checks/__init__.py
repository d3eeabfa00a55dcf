"""Plausibility checks on top of the schema: what cannot be right, or is right and looks wrong.

One check is one file: its code, its explanation (the module's docstring) and its function. A finding is
settled by mending the spec file, by a ``doubt`` on the value, or by ``accept = { "code" = "reason" }`` on the
value or the file. A check never changes anything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from catalog.checks import (
    axle_loads,
    boot_volume,
    cargo_volume,
    category,
    charge_and_voltage,
    charging,
    city_range,
    class_ceiling,
    disagreement,
    duplicate,
    energy_per_range,
    field_leak,
    gross_or_usable,
    home_page_source,
    kept_mass,
    load_bay,
    magnitude,
    make_folder,
    mass_identity,
    mass_order,
    mended_unit,
    packs,
    payload_share,
    peak_and_continuous,
    power_units,
    powertrain,
    range_and_consumption,
    swapped_digits,
    turning,
    undated_source,
    undefined_mass,
    unknown_accept,
    unused_accept,
    unused_source,
    usable_energy,
    wheelbase_and_length,
    widths,
    zero,
)
from catalog.checks.check import Check, Scope
from catalog.checks.finding import Finding
from catalog.model import FieldTable, Plant, Record, Source
from catalog.plain import replace

#: All checks, in the order in which they run and are listed; the last two look at the findings of the others.
CHECKS: tuple[Check, ...] = tuple(
    module.CHECK
    for module in (
        # what a value is
        zero,
        magnitude,
        mended_unit,
        powertrain,
        category,
        # masses
        mass_order,
        mass_identity,
        payload_share,
        class_ceiling,
        undefined_mass,
        axle_loads,
        # dimensions and load space
        wheelbase_and_length,
        widths,
        turning,
        load_bay,
        cargo_volume,
        boot_volume,
        # battery, range, charging
        usable_energy,
        gross_or_usable,
        packs,
        charge_and_voltage,
        energy_per_range,
        range_and_consumption,
        city_range,
        charging,
        # power
        peak_and_continuous,
        power_units,
        # several values
        disagreement,
        swapped_digits,
        field_leak,
        # several vehicles, sources
        kept_mass,
        duplicate,
        make_folder,
        unused_source,
        undated_source,
        home_page_source,
        # what was accepted
        unknown_accept,
        unused_accept,
    )
)
CODES: tuple[str, ...] = tuple(check.code for check in CHECKS)


def run_checks(
    records: Sequence[Record], sources: Mapping[str, Source], plants: Mapping[str, Plant], fields: FieldTable
) -> list[Finding]:
    """All findings, accepted ones with their reason, in the order of the checks.

    >>> from catalog.model import FIELDS, Vehicle
    >>> van = Vehicle.model_validate({
    ...     "id": "acme-van", "make": "Acme", "model": "Van", "vehicle_type": "van", "sources": ["brochure"],
    ...     "specs": {"kerb_mass": "3500 kg", "gross_vehicle_mass": "3.5 t"},
    ... })
    >>> [finding.code for finding in run_checks([van.record()], {}, {}, FIELDS)]
    ['mass-order', 'class-ceiling']
    """
    scope = Scope(records, sources, plants, fields, CODES)
    findings: list[Finding] = []
    for check in CHECKS:
        findings += check.run(replace(scope, findings=tuple(findings)))
    return findings


__all__ = ["CHECKS", "CODES", "Check", "Finding", "run_checks"]
