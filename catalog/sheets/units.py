"""Kinds and units as a sheet, and one conversion."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Context, Decimal, Inexact
from fractions import Fraction

from catalog.errors import NotConvertible, NotFound, ReadingError, nearest
from catalog.model.span import bound_in
from catalog.render.sheet import Line, Sheet
from catalog.units import KINDS, SYSTEMS, Form, Kind, Reading, Unit, convert, find, read, reverses, units_spelled
from catalog.wording import with_unit
from catalog.wording.values import numbers_text, rounded, with_bound

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def units_sheet(kind_name: str | None = None) -> Sheet:
    """All kinds with their units, or one kind's units with factors, spellings and codes."""
    if kind_name is None:
        rows = [
            (kind.name, _some(kind), kind.systems.get("metric", "-"), kind.systems.get("us", "-"))
            for kind in KINDS.values()
        ]
        return Sheet(
            headers=("Kind", "Units", "metric", "us"),
            lines=tuple(Line(row) for row in rows),
            notes=("`vehicles units KIND` shows factors, spellings and codes.",),
            records=tuple(_unit_record(kind, unit) for kind in KINDS.values() for unit in kind.units),
            document={"shape": 1, "kinds": [_kind_document(kind) for kind in KINDS.values()]},
        )
    kind = find_kind(kind_name)
    lines = [
        Line((unit.symbol or "(none)", unit.name, _factor(kind, unit), ", ".join(unit.spellings[1:]), _codes(unit)))
        for unit in kind.units
    ]
    asked = {name: f"{choice.why}; write {' or '.join(choice.symbols)}" for name, choice in kind.choices.items()}
    notes = [f"{names}: {text}" for text, names in _together(asked).items()]
    notes += [f"refused: {names} ({why})" for why, names in _together(kind.mistakes).items()]
    return Sheet(
        headers=("Unit", "Name", f"in {kind.canonical.symbol or 'ones'}", "Also written", "Codes"),
        lines=tuple(lines),
        title=kind.label,
        notes=tuple(notes),
        records=tuple(_unit_record(kind, unit) for unit in kind.units),
        document=_kind_document(kind),
    )


def _together(meanings: Mapping[str, str]) -> dict[str, str]:
    """The spellings that mean the same, by what they mean: ``hp, horsepower``."""
    spellings: dict[str, list[str]] = {}
    for spelling, meaning in meanings.items():
        spellings.setdefault(meaning, []).append(spelling)
    return {meaning: ", ".join(names) for meaning, names in spellings.items()}


def find_kind(name: str) -> Kind:
    """The kind of this name (underscores for spaces). Raises NotFound with the nearest."""
    wanted = name.strip().lower().replace("_", " ")
    if wanted not in KINDS:
        raise NotFound("kind of quantity", name, nearest(wanted, list(KINDS)), "`vehicles units` lists them")
    return KINDS[wanted]


def _some(kind: Kind) -> str:
    symbols = [unit.symbol for unit in kind.units if unit.symbol]
    return ", ".join(symbols[:9]) + (", ..." if len(symbols) > 9 else "") or "(none)"


def _factor(kind: Kind, unit: Unit) -> str:
    if unit.dimension != kind.dimension:
        return "1" if unit is kind.canonical_for(unit) else f"{float(unit.factor):.12g}"
    if unit.form is Form.RECIPROCAL:
        return f"{float(unit.factor / kind.canonical.factor):.12g} / x"
    if unit.form is Form.TANGENT:
        return "100 tan x"
    if unit.offset:
        return (
            "x"
            if unit is kind.canonical
            else f"{float(unit.factor):.12g} x + {float(convert(0, unit, kind.canonical)):.12g}"
        )
    return f"{float(unit.factor / kind.canonical.factor):.12g}"


def _codes(unit: Unit) -> str:
    return ", ".join(
        part
        for part in (f"UCUM {unit.ucum}" if unit.ucum else "", f"Rec 20 {unit.rec20}" if unit.rec20 else "")
        if part
    )


def _unit_record(kind: Kind, unit: Unit) -> dict[str, Any]:
    return {
        "kind": kind.name,
        "unit": unit.symbol,
        "name": unit.name,
        "form": unit.form.value,
        "factor": str(unit.factor),
        "offset": str(unit.offset),
        "spellings": list(unit.spellings),
        "ucum": unit.ucum,
        "rec20": unit.rec20,
    }


def _kind_document(kind: Kind) -> dict[str, Any]:
    return {
        "kind": kind.name,
        "label": kind.label,
        "canonical": kind.canonical.symbol,
        "display": {system: kind.systems.get(system) for system in SYSTEMS},
        "units": [_unit_record(kind, unit) for unit in kind.units],
    }


def conversion_sheet(text: str, target: str, market: str | None = None) -> Sheet:
    """One published value in another unit: ``30 mpg(US)`` in ``L/100km``.

    Raises ReadingError for a text that cannot be read, NotConvertible for a target of another kind.
    """
    reading, unit = convert_text(text, target, market)
    numbers = sorted(reading.numbers, key=lambda number: number.in_unit(unit))
    exact = [_exact(number.in_unit(unit)) for number in numbers]
    result = with_unit(numbers_text(reading, unit), unit.symbol)
    in_full = with_unit(with_bound(exact, bound_in(reading, unit)), unit.symbol)
    reciprocal = reverses(reading.unit, unit)
    document = {
        "shape": 1,
        "published": text,
        "kind": reading.kind.name,
        "unit": unit.symbol,
        "text": result.replace("\u00a0", " "),
        "value": [float(rounded(number, unit)) for number in numbers],
        "exact": exact,
        "exact_text": in_full.replace("\u00a0", " "),
        "bound": bound_in(reading, unit).value,
        "reciprocal": reciprocal,
    }
    return Sheet(
        headers=("As published", f"In {unit.symbol or 'ones'}", "All digits"),
        lines=(Line((text, result, in_full)),),
        notes=("reciprocal: more of one is less of the other",) if reciprocal else (),
        align=("left", "right", "right"),
        records=(document,),
        document=document,
    )


def _exact(value: Fraction) -> str:
    """All digits of a decimal that ends, else 17."""
    for digits in (30, 17):
        context = Context(prec=digits)
        found = context.divide(Decimal(value.numerator), Decimal(value.denominator))
        if not context.flags[Inexact]:
            break
    text = f"{found:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def convert_text(text: str, target: str, market: str | None = None) -> tuple[Reading, Unit]:
    """Read ``text`` as a value of the kind that has the unit ``target``, and that unit."""
    kinds = [kind for kind, _ in units_spelled(target)]
    choices = [kind for kind in KINDS.values() if any(target.strip() == spelling for spelling in kind.choices)]
    if not kinds and not choices:
        known = [spelling for kind in KINDS.values() for unit in kind.units for spelling in unit.spellings]
        raise NotFound("unit", target, nearest(target, known), "`vehicles units` lists them")
    problems: list[ReadingError] = []
    for kind in kinds or choices:
        unit = find(target, kind, market)
        try:
            return read(text, kind, market), unit
        except ReadingError as error:
            problems.append(error)
    return _elsewhere(text, target, market, problems, kinds)


def _elsewhere(
    text: str, target: str, market: str | None, problems: list[ReadingError], kinds: list[Kind]
) -> tuple[Reading, Unit]:
    """The text may be readable as another kind: of the same dimension (a length in miles), or not convertible."""
    for kind in KINDS.values():
        try:
            reading = read(text, kind, market)
        except ReadingError:
            continue
        for wanted in kinds:
            unit = find(target, wanted, market)
            if unit.dimension == reading.unit.dimension:
                return reading, unit
        raise NotConvertible(
            text, target, f"{reading.unit.symbol or 'a number'} measures {kind.label}, {target} {kinds[0].label}"
        )
    raise next((problem for problem in problems if problem.choices), problems[0])
