"""What a check is, and how what it suspects becomes a finding: with the reason where there is one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from catalog.checks.finding import Finding
from catalog.model import Claim, FieldTable, Plant, Record, Source
from catalog.plain import dataclass, replace


@dataclass(frozen=True, slots=True)
class Scope:
    """All that is checked, and for the checks of acceptances: all codes, and the findings made before."""

    records: Sequence[Record]
    sources: Mapping[str, Source]
    plants: Mapping[str, Plant]
    fields: FieldTable
    codes: Sequence[str] = ()
    findings: Sequence[Finding] = ()


@dataclass(frozen=True, slots=True)
class Suspicion:
    """What a check says, before it is known whether somebody gave a reason.

    ``reason`` is one the data holds elsewhere (the note of a mended unit).
    """

    message: str
    claims: tuple[Claim, ...] = ()
    subject: str = ""
    field: str | None = None
    reason: str | None = None
    info: bool = False


Find = Callable[[Scope], Iterator[Suspicion]]
FindInVehicle = Callable[[Record], Iterator[Suspicion]]


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its stable code, its explanation (first line: what is wrong), and its function."""

    code: str
    doc: str | None
    find: Find

    @property
    def title(self) -> str:
        """What is wrong where it fires, in one line."""
        return self.explanation.partition("\n")[0]

    @property
    def explanation(self) -> str:
        """What is checked, with which limits, where they come from, and what else may explain it."""
        return (self.doc or self.code).strip()

    def run(self, scope: Scope) -> Iterator[Finding]:
        """Its findings, those with a reason included."""
        records = {record.id: record for record in scope.records}
        for suspicion in self.find(scope):
            claims = suspicion.claims
            yield Finding(
                code=self.code,
                subject=suspicion.subject,
                field=suspicion.field or (claims[0].field if claims else None),
                message=suspicion.message,
                values=tuple((claim.field, claim.published) for claim in claims),
                accepted=self._reason(suspicion, records.get(suspicion.subject)),
                info=suspicion.info,
                claims=claims,
            )

    def _reason(self, suspicion: Suspicion, record: Record | None) -> str | None:
        """The written reason: of a value, a doubt about one, of the whole file, or the check's own."""
        for claim in suspicion.claims:
            if self.code in claim.accepted:
                return claim.accepted[self.code]
        for claim in suspicion.claims:
            if claim.doubt:
                return claim.doubt
        if record is not None and self.code in record.accept:
            return record.accept[self.code]
        return suspicion.reason


def per_vehicle(find: FindInVehicle) -> Find:
    """A check of one vehicle, run over all of them."""

    def each(scope: Scope) -> Iterator[Suspicion]:
        for record in scope.records:
            for suspicion in find(record):
                yield replace(suspicion, subject=record.id)

    return each
