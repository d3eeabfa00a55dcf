"""Every acceptance in the spec files, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.model import Claim, Record
from catalog.plain import dataclass


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One entry of ``accept``: of a value, or of the whole file (``claim`` is None)."""

    record: Record
    code: str
    claim: Claim | None

    @property
    def field(self) -> str:
        return self.claim.field if self.claim else "accept"

    @property
    def claims(self) -> tuple[Claim, ...]:
        return (self.claim,) if self.claim else ()


def acceptances(record: Record) -> Iterator[Acceptance]:
    """The acceptances of a vehicle, those of the whole file first."""
    for code in record.accept:
        yield Acceptance(record, code, None)
    for claims in record.claims.values():
        for claim in claims:
            for code in claim.accepted:
                yield Acceptance(record, code, claim)
