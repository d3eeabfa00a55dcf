"""What changed between two states of the data: vehicles and values added, removed, changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from catalog.model import Claim, Record
from catalog.render.sheet import Line, Sheet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

Key = tuple[str, tuple[tuple[str, str], ...], tuple[str, ...], str]


def changes_sheet(old: Mapping[str, Record], new: Mapping[str, Record]) -> Sheet:
    """One line a change, vehicles in order of id."""
    found = list(_changes(old, new))
    lines: list[Line] = []
    for change in found:
        if not lines or change["vehicle"] != found[found.index(change) - 1]["vehicle"]:
            lines.append(Line((change["vehicle"], "", ""), section=True))
        lines.append(Line((change["field"] or "(vehicle)", change["was"] or change["change"], change["is"] or "")))
    return Sheet(
        headers=("Field", "Was", "Is"),
        lines=tuple(lines),
        notes=(f"{len(found)} change{'s' if len(found) != 1 else ''}",),
        records=tuple(found),
        document={"shape": 1, "changes": found},
        empty="nothing changed",
    )


def _changes(old: Mapping[str, Record], new: Mapping[str, Record]) -> Iterator[dict[str, Any]]:
    for vehicle in sorted({*old, *new}):
        if vehicle not in new or vehicle not in old:
            yield _change(vehicle, None, "removed" if vehicle not in new else "added", None, None)
            continue
        before, after = _claims(old[vehicle]), _claims(new[vehicle])
        for key in sorted({*before, *after}):
            was, now = before.get(key), after.get(key)
            if was is None or now is None or was != now:
                kind = "added" if was is None else "removed" if now is None else "changed"
                yield _change(vehicle, key[0], kind, was, now)


def _change(vehicle: str, field: str | None, kind: str, was: str | None, now: str | None) -> dict[str, Any]:
    return {"vehicle": vehicle, "field": field, "change": kind, "was": was, "is": now}


def _claims(record: Record) -> dict[Key, str]:
    """Each claim by what it is about and who says so; two of one source on one thing are numbered."""
    found: dict[Key, str] = {}
    for field, claims in record.claims.items():
        for claim in claims:
            number = 0
            while (key := (field, claim.definition, claim.sources, f"{claim.applies_to or ''}#{number}")) in found:
                number += 1
            found[key] = _words(claim)
    return found


def _words(claim: Claim) -> str:
    parts = [claim.published or claim.status.value, *(f"{name} {value}" for name, value in claim.definition)]
    parts += [f"read as {claim.read_as}"] if claim.read_as else []
    parts += ["in doubt"] if claim.doubt else []
    return ", ".join([*parts, f"[{', '.join(claim.sources)}]"])
