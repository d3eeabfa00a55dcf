"""A plant as plain data: what sheets and an index work on, whatever it was read from."""

from __future__ import annotations

from catalog.model.claim import Claim
from catalog.plain import dataclass


@dataclass(frozen=True, slots=True)
class OutputRecord:
    """How many vehicles a plant planned or built in a period, as one source stated it."""

    period: str
    what: str
    stated: str | None
    claim: Claim


@dataclass(frozen=True, slots=True)
class FactRecord:
    """Another published fact of a plant, as text."""

    what: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class PlantRecord:
    """One assembly plant with its claims; the parts are those of ``catalog.model.plant.Plant``."""

    id: str
    name: str
    place: str
    country: str
    owner: str
    formerly: str
    sources: tuple[str, ...]
    note: str
    output: tuple[OutputRecord, ...]
    facts: tuple[FactRecord, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims of the plant, outputs first."""
        return (*(entry.claim for entry in self.output), *(fact.claim for fact in self.facts))
