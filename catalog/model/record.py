"""A vehicle as plain data: what comparison, sheets and an index work on, whatever it was read from."""

from __future__ import annotations

from collections.abc import Mapping

from catalog.model.claim import Claim, Claims, Status
from catalog.plain import dataclass, field

#: What the curated spec files are called among the data sets.
SPECS = "specs"
#: What stands for the specs and every data set.
ALL = "all"


@dataclass(frozen=True, slots=True)
class Record:
    """Identity and claims of one vehicle configuration."""

    id: str
    make: str
    model: str
    version: str = ""
    vehicle_type: str = ""
    category: str | None = None
    powertrain: str | None = None
    body: str = ""
    markets: tuple[str, ...] = ()
    plants: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    rest: str = ""
    note: str = ""
    accept: Mapping[str, str] = field(default_factory=dict)
    claims: Mapping[str, Claims] = field(default_factory=dict)

    @property
    def data_set(self) -> str:
        """The name of the data set that it is of; that of the curated spec files is ``specs``."""
        return SPECS

    @property
    def row(self) -> str | None:
        """What its data set's publisher knows it by; None where it is from a spec file."""
        return None

    @property
    def name(self) -> str:
        """Make, model and version in one line."""
        short = f"{self.make} {self.model}"
        return f"{short}, {self.version}" if self.version else short

    def values(self, key: str) -> tuple[Claim, ...]:
        """The claims of a field that hold a value, the shown one first."""
        return tuple(claim for claim in self.claims.get(key, ()) if claim.status.has_value)

    def stated(self, key: str) -> Status | None:
        """What is said of a field without a value: not published, not applicable, or None (nothing)."""
        claims = self.claims.get(key, Claims())
        if claims and not self.values(key):
            return claims[0].status
        return None if claims or not self.rest else Status(self.rest)


@dataclass(frozen=True, slots=True)
class ImportedRecord(Record):
    """A vehicle of a data set, with the set's name and what the row is known by in its file."""

    data_set: str = ""
    row: str | None = None
