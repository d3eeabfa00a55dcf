"""An acceptance no longer matches any finding.

The value, the rule or a partner of the value changed, and what was accepted is gone. The entry is taken out, so
that it does not silence something else later.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog.checks.acceptance import Acceptance, acceptances
from catalog.checks.check import Check, Scope, Suspicion
from catalog.checks.finding import Finding


def _matches(acceptance: Acceptance, finding: Finding) -> bool:
    if finding.code != acceptance.code:
        return False
    if acceptance.claim is None:
        return finding.subject == acceptance.record.id
    return any(claim is acceptance.claim for claim in finding.claims)


def find(scope: Scope) -> Iterator[Suspicion]:
    for record in scope.records:
        for acceptance in acceptances(record):
            known = acceptance.code in scope.codes
            if known and not any(_matches(acceptance, finding) for finding in scope.findings):
                yield Suspicion(
                    f"{acceptance.code} is accepted, but nothing of that kind is found any more",
                    acceptance.claims,
                    subject=record.id,
                    field=acceptance.field,
                )


CHECK = Check("unused-accept", __doc__, find)
