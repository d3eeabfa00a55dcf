"""Vehicles of a few lines, through the same models as the spec files, and what the checks say of them."""

from __future__ import annotations

from typing import Any

from catalog.checks import Finding, run_checks
from catalog.model import FIELDS, Plant, Record, Source, Vehicle

IDENTITY = ("vehicle_type", "powertrain", "category", "make", "model", "version", "markets", "note", "accept")


def vehicle(name: str = "acme-van", /, **values: Any) -> Record:
    """``vehicle(payload="1230 kg")`` is a battery-electric van; keyword arguments are spec fields or identity."""
    data: dict[str, Any] = {
        "id": name,
        "make": "Acme",
        "model": "Van",
        "vehicle_type": "van",
        "powertrain": "battery electric",
        "sources": ["one"],
    }
    data |= {key: values.pop(key) for key in IDENTITY if key in values}
    return Vehicle.model_validate({**data, "specs": values}).record()


def source(name: str, /, **values: Any) -> Source:
    """A press text of 2024, but for what the keyword arguments say."""
    data = {"publisher": "Press", "title": name, "kind": "press", "date": "2024", "url": "https://press.example/a"}
    return Source.model_validate({**data, "id": name, **values})


def findings(*records: Record, sources: tuple[Source, ...] = (), plants: tuple[Plant, ...] = ()) -> list[Finding]:
    """Everything that all checks find."""
    by_id = {source.id: source for source in sources}
    return run_checks(records, by_id, {plant.id: plant for plant in plants}, FIELDS)


def codes(*records: Record, sources: tuple[Source, ...] = ()) -> set[str]:
    """The codes of all findings that nobody has explained."""
    return {finding.code for finding in findings(*records, sources=sources) if finding.unexplained}
