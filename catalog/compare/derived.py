"""Figures that follow from published ones: marked derived, with their formula, never stored.

A figure is made only from claims that say what they are about the same way, and it carries the definition of
its inputs: a consumption from usable energy and WLTP range is "usable, WLTP". Bounds ("up to") derive nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import product

from catalog.model.claim import Claim, Claims, Status
from catalog.model.record import Record
from catalog.model.spec import Spec, units_by_system
from catalog.model.table import FieldInfo
from catalog.plain import dataclass, replace
from catalog.units import KINDS, Bound, Number, Reading, Unit, to_decimal

_GROUP = "Derived figures"
Formula = Callable[..., Fraction]


@dataclass(frozen=True, slots=True, eq=False)
class Derivation:
    """One derived figure: its field, the inputs with the units the formula takes, and the formula.

    ``rising`` says for each input whether the result rises with it, which places the ends of intervals.
    """

    info: FieldInfo
    inputs: tuple[tuple[str, str, str], ...]  # (field, kind, unit)
    formula: Formula
    rising: tuple[bool, ...]
    unit: str
    needs: Mapping[str, str]

    @property
    def result_unit(self) -> Unit:
        return KINDS[self.info.spec.kind].unit(self.unit)


def _derivation(
    key: str,
    label: str,
    kind: str,
    what: str,
    inputs: Sequence[tuple[str, str, str]],
    formula: Formula,
    rising: Sequence[bool],
    unit: str,
    definition: tuple[str, ...] = (),
    better: str | None = None,
    display: Mapping[str, str] | None = None,
    needs: Mapping[str, str] | None = None,
) -> Derivation:
    spec = Spec(label, kind, what, definition, better, display or {})  # type: ignore[arg-type]
    return Derivation(FieldInfo(key, _GROUP, spec), tuple(inputs), formula, tuple(rising), unit, needs or {})


_M = ("length", "m")
DERIVATIONS: tuple[Derivation, ...] = (
    _derivation(
        "derived_empty_mass", "Gross mass less payload", "mass", "gross_vehicle_mass - payload",
        [("gross_vehicle_mass", "mass", "kg"), ("payload", "mass", "kg")], lambda gross, load: gross - load,
        (True, False), "kg", ("crew",), "lower",
    ),
    _derivation(
        "derived_payload_share", "Payload share", "share", "payload / gross_vehicle_mass",
        [("payload", "mass", "kg"), ("gross_vehicle_mass", "mass", "kg")], lambda load, gross: load / gross * 100,
        (True, False), "%", ("crew",), "higher",
    ),
    _derivation(
        "derived_consumption", "Battery energy per range", "energy consumption", "battery_energy / range",
        [("battery_energy", "energy", "kWh"), ("range", "distance", "km")], lambda energy, way: energy / way * 100,
        (True, False), "kWh/100 km", ("capacity", "procedure", "load?", "conditions?"), "lower",
    ),
    _derivation(
        "derived_usable_share", "Usable share of the battery", "share", "battery_energy[usable] / [gross]",
        [("battery_energy", "energy", "kWh"), ("battery_energy", "energy", "kWh")],
        lambda usable, gross: usable / gross * 100, (True, False), "%", (), None, needs={"0": "usable", "1": "gross"},
    ),
    _derivation(
        "derived_specific_power", "Motor power per gross mass", "power per mass", "motor_power / gross_vehicle_mass",
        [("motor_power", "power", "kW"), ("gross_vehicle_mass", "mass", "t")], lambda power, gross: power / gross,
        (True, False), "kW/t", ("rating",), "higher",
    ),
    _derivation(
        "derived_footprint", "Footprint", "area", "length x width",
        [("length", *_M), ("width", *_M)], lambda long, wide: long * wide, (True, True), "m²",
        (), None, units_by_system("m²", "ft²"),
    ),
    _derivation(
        "derived_load_area", "Load area", "area", "cargo_length x cargo_width",
        [("cargo_length", *_M), ("cargo_width", *_M)], lambda long, wide: long * wide, (True, True), "m²",
        (), "higher", units_by_system("m²", "ft²"),
    ),
    _derivation(
        "derived_load_box", "Load box", "volume", "cargo_length x cargo_width x cargo_height",
        [("cargo_length", *_M), ("cargo_width", *_M), ("cargo_height", *_M)],
        lambda long, wide, high: long * wide * high, (True, True, True), "m³",
        (), "higher", units_by_system("m³", "ft³"),
    ),
)  # fmt: skip
#: The derived fields, in the order of a table.
DERIVED: tuple[FieldInfo, ...] = tuple(derivation.info for derivation in DERIVATIONS)


def with_derived(record: Record) -> Record:
    """The record with its derived figures among its claims."""
    found = derived_claims(record)
    return replace(record, claims={**record.claims, **found}) if found else record


def derived_claims(record: Record) -> dict[str, Claims]:
    """All derived figures of a record by key."""
    found: dict[str, Claims] = {}
    for derivation in DERIVATIONS:
        claims = _derive(record, derivation)
        if claims:
            found[derivation.info.key] = Claims(claims)
    return found


def _derive(record: Record, derivation: Derivation) -> list[Claim]:
    candidates = []
    for place, (key, _kind, _unit) in enumerate(derivation.inputs):
        wanted = derivation.needs.get(str(place))
        candidates.append(
            [claim for claim in _usable(record, key) if wanted is None or ("capacity", wanted) in claim.definition]
        )
    claims = []
    for inputs in product(*candidates):
        claim = _one(derivation, inputs)
        if claim is not None:
            claims.append(claim)
    return claims


def _usable(record: Record, key: str) -> list[Claim]:
    """The shown claim of each definition of a field, where it is a number or an interval and not in doubt."""
    by_definition: dict[tuple[tuple[str, str], ...], Claim] = {}
    for claim in record.values(key):
        by_definition.setdefault(claim.definition, claim)
    return [
        claim
        for claim in by_definition.values()
        if claim.reading is not None
        and claim.reading.bound in (Bound.EXACT, Bound.ABOUT, Bound.INTERVAL)
        and claim.doubt is None
        and claim.applies_to is None
        and not any(name == "phase" for name, _ in claim.definition)  # a figure for each phase would drown the table
        and claim.status is not Status.DERIVED
    ]


def _one(derivation: Derivation, inputs: Sequence[Claim]) -> Claim | None:
    stated = dict(pair for claim in inputs for pair in claim.definition)
    if stated.get("body") == "in payload":
        return None
    ends = []
    for claim, (_, kind, taken_in), rising in zip(inputs, derivation.inputs, derivation.rising, strict=True):
        assert claim.reading is not None
        low, high = claim.reading.ends(KINDS[kind].unit(taken_in))
        ends.append((low, high) if rising else (high, low))
    try:
        low, high = (derivation.formula(*(end[side] for end in ends)) for side in (0, 1))
    except ZeroDivisionError:
        return None
    if low <= 0:
        return None
    digits = min(_significant(claim) for claim in inputs)
    bounds = {claim.reading.bound for claim in inputs if claim.reading}
    bound = Bound.INTERVAL if low != high else Bound.ABOUT if Bound.ABOUT in bounds else Bound.EXACT
    unit = derivation.result_unit
    numbers = tuple(_number(value, digits, unit) for value in ((low, high) if low != high else (low,)))
    definition = tuple((name, stated[name]) for name in derivation.info.spec.qualifiers if name in stated)
    return Claim(
        field=derivation.info.key,
        published="",
        reading=Reading(KINDS[derivation.info.spec.kind], bound, numbers),
        definition=definition,
        status=Status.DERIVED,
        sources=tuple(dict.fromkeys(source for claim in inputs for source in claim.sources)),
        note=f"{derivation.info.spec.what}: " + ", ".join(claim.published for claim in inputs),
    )


def _significant(claim: Claim) -> int:
    """The least count of digits written (at least two): 104 kWh has three, 410 km three, 4.5 t two."""
    assert claim.reading is not None
    return max(2, min(len(number.value.as_tuple().digits) for number in claim.reading.numbers))


def _number(value: Fraction, digits: int, unit: Unit) -> Number:
    magnitude = Decimal(value.numerator) / Decimal(value.denominator)
    decimals = digits - 1 - magnitude.adjusted()
    return Number(to_decimal(value, decimals), decimals, unit)
