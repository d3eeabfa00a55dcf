"""The field table as a sheet: what each field means, its units, and what it must say to be compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from catalog.model import FieldInfo, Record
from catalog.model.qualifiers import QUALIFIERS
from catalog.render.sheet import Line, Sheet
from catalog.units import SYSTEMS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def fields_sheet(fields: Sequence[FieldInfo], records: Mapping[str, Record] | None = None) -> Sheet:
    """All fields by group; with ``records`` also how many vehicles know each."""
    coverage = records is not None
    known = {info.key: sum(bool(record.values(info.key)) for record in (records or {}).values()) for info in fields}
    headers = ("Field", "Known", "of", "Share") if coverage else ("Field", "Label", "Unit", "Must state")
    lines: list[Line] = []
    for group, members in groupby(fields, key=lambda info: info.group):
        lines.append(Line((group, *[""] * (len(headers) - 1)), section=True))
        for info in members:
            if coverage:
                able = sum(
                    info.spec.applies(record.vehicle_type, record.powertrain) for record in (records or {}).values()
                )
                share = f"{known[info.key] / able:.0%}" if able else "-"
                lines.append(Line((info.key, str(known[info.key]), str(able), share)))
            else:
                lines.append(Line((info.key, info.label, unit_symbol(info), ", ".join(info.spec.required) or "")))
    documents = [field_document(info) | ({"known": known[info.key]} if coverage else {}) for info in fields]
    return Sheet(
        headers=headers,
        lines=tuple(lines),
        notes=(
            ("Known: vehicles with a value; of: vehicles that the field applies to.",)
            if coverage
            else ("`vehicles fields FIELD` explains one. A value that does not state what it must is not ranked.",)
        ),
        align=("left", "right", "right", "right") if coverage else (),
        fixed=1,
        records=tuple(_flat(document) for document in documents),
        document={"shape": 1, "fields": documents},
    )


def unit_symbol(info: FieldInfo, system: str = "metric") -> str:
    """The display unit of a field, or what it holds instead."""
    if not info.spec.numeric:
        return info.spec.kind
    if info.spec.kind == "money":
        return "currency"
    return info.spec.unit(system).symbol or "number"


def field_sheet(info: FieldInfo) -> Sheet:
    """One field in full."""
    spec = info.spec
    rows = [("Label", info.label), ("Group", info.group), ("Meaning", spec.what), ("Kind", spec.kind)]
    if spec.numeric and spec.kind != "money":
        shown = "; ".join(f"{system}: {spec.unit(system).symbol or 'number'}" for system in SYSTEMS)
        rows.append(("Shown in", shown))
        rows.append(("Units read", ", ".join(unit.symbol or "(none)" for unit in spec.quantity_kind.units)))
    if spec.vocabulary:
        rows.append(("Words", ", ".join(spec.vocabulary)))
    for name in spec.definition:
        qualifier = QUALIFIERS[name.rstrip("?")]
        words = ", ".join(qualifier.values) or qualifier.example
        need = "may state" if name.endswith("?") else "must state"
        rows.append((need, f"{qualifier.key}: {qualifier.what} ({words})"))
    rows.append(("Better", spec.better or "neither: it depends on the use, nothing is marked best"))
    if spec.powertrains:
        rows.append(("Applies to", ", ".join(sorted(spec.powertrains))))
    if spec.types:
        rows.append(("Applies to", ", ".join(sorted(spec.types))))
    rows += [(f"Code ({name})", code) for name, code in spec.codes.items()]
    if spec.schema_org:
        rows.append(("schema.org", spec.schema_org))
    return Sheet(
        headers=("", info.key),
        lines=tuple(Line(row) for row in rows),
        fixed=1,
        records=(_flat(field_document(info)),),
        document=field_document(info),
    )


def field_document(info: FieldInfo) -> dict[str, Any]:
    """One field as JSON."""
    spec = info.spec
    numeric = spec.numeric and spec.kind != "money"
    return {
        "key": info.key,
        "label": info.label,
        "group": info.group,
        "what": spec.what,
        "kind": spec.kind,
        "unit": spec.quantity_kind.canonical.symbol if numeric else None,
        "units": {system: spec.unit(system).symbol for system in SYSTEMS} if numeric else None,
        "must_state": list(spec.required),
        "may_state": [name.rstrip("?") for name in spec.definition if name.endswith("?")],
        "better": spec.better,
        "powertrains": sorted(spec.powertrains) if spec.powertrains else None,
        "vehicle_types": sorted(spec.types) if spec.types else None,
        "words": list(spec.vocabulary) or None,
        "codes": dict(spec.codes),
        "schema_org": spec.schema_org,
    }


def _flat(document: dict[str, Any]) -> dict[str, Any]:
    flat = {key: value for key, value in document.items() if key not in ("units", "codes")}
    return flat | {f"unit_{system}": (document["units"] or {}).get(system) for system in SYSTEMS}
