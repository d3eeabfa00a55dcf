"""An acceptance names no check.

``accept`` takes codes of checks; one that is misspelt explains nothing, and the finding it was meant for stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog.checks.acceptance import acceptances
from catalog.checks.check import Check, Scope, Suspicion
from catalog.errors import nearest


def find(scope: Scope) -> Iterator[Suspicion]:
    for record in scope.records:
        for acceptance in acceptances(record):
            if acceptance.code not in scope.codes:
                offer = nearest(acceptance.code, scope.codes, 1)
                hint = f"; did you mean {offer[0]}?" if offer else ""
                yield Suspicion(
                    f"there is no check {acceptance.code!r}{hint}",
                    acceptance.claims,
                    subject=record.id,
                    field=acceptance.field,
                )


CHECK = Check("unknown-accept", __doc__, find)
