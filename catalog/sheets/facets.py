"""Facets of a list as a sheet: counts by property, and from where to where the figures go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from catalog.render.sheet import Line, Sheet
from catalog.units import convert
from catalog.wording.choice import UnitChoice
from catalog.wording.printed import NBSP, grouped, with_unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.model.table import FieldInfo

    #: label, field, definition, lowest and highest in the canonical unit, known of how many, open at the top
    Figure = tuple[str, FieldInfo, str | None, float, float, int, bool]

#: As many values of a property are shown to people; programs get all.
_SHOWN = 12


def facets_sheet(
    total: int, counts: Mapping[str, Mapping[str, int]], figures: Sequence[Figure], units: UnitChoice
) -> Sheet:
    """A line for each value of a property, and one for each figure under one definition."""
    lines: list[Line] = []
    records: list[dict[str, Any]] = []
    for name, values in counts.items():
        lines.append(Line((name.replace("_", " ").capitalize(), ""), section=True))
        lines += [Line((value, str(count))) for value, count in list(values.items())[:_SHOWN]]
        if len(values) > _SHOWN:
            lines.append(Line((f"and {len(values) - _SHOWN} more", str(sum(list(values.values())[_SHOWN:])))))
        records += [{"facet": name, "value": value, "vehicles": count} for value, count in values.items()]
    spans = list(_spans(figures, units))
    if spans:
        lines.append(Line(("Figures", ""), section=True))
        lines += [Line((f"{label}: {text}", str(entry["vehicles"]))) for label, text, entry in spans]
        records += [entry for _, _, entry in spans]
    return Sheet(
        headers=("", "Vehicles"),
        lines=tuple(lines),
        notes=(f"{total} vehicle{'s' if total != 1 else ''}; one with several markets or plants is counted in each",),
        align=("left", "right"),
        records=tuple(records),
        keys=("facet", "value", "vehicles"),
        document={"shape": 1, "vehicles": total, "counts": counts, "figures": [entry for _, _, entry in spans]},
        empty="no vehicle matches",
    )


def _spans(figures: Sequence[Figure], units: UnitChoice) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for label, info, definition, low, high, known, is_open in figures:
        canonical = info.spec.quantity_kind.canonical
        unit = units.unit(info, canonical)
        ends = sorted(convert(Fraction(end), canonical, unit) for end in (low, high))
        texts = list(dict.fromkeys(grouped(_rounded(end)) for end in ends))
        text = with_unit("–".join(texts), unit.symbol) + (f"{NBSP}and more" if is_open else "")
        yield (
            label,
            text,
            {
                "facet": info.key,
                "value": text.replace(NBSP, " "),
                "vehicles": known,
                "definition": definition,
                "low": float(ends[0]),
                "high": float(ends[1]),
                "unit": unit.symbol,
                "open": is_open,
            },
        )


def _rounded(value: Fraction) -> Decimal:
    """Enough digits for a span: whole numbers from 100 on, else two figures after the point at most."""
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    number = Decimal(round(value * 10**digits)).scaleb(-digits)
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()
