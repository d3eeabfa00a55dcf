"""A source is cited by nothing.

Every source in the list is there because a value of a vehicle or plant cites it, or a note or doubt names its id as
evidence; one that is not was left over when a value moved, or a value lost its source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog.checks.check import Check, Scope, Suspicion
from catalog.model import Claim, Plant, Record

_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _texts(claim: Claim) -> Iterator[str]:
    yield from (claim.note or "", claim.doubt or "", *claim.accepted.values())


def cited(scope: Scope) -> set[str]:
    """The ids of all sources that a vehicle, plant or claim names, in ``sources`` or in the text of a note."""
    owners: list[Record | Plant] = [*scope.records, *scope.plants.values()]
    claims = [claim for record in scope.records for group in record.claims.values() for claim in group]
    claims += [claim for plant in scope.plants.values() for claim in plant.claims]
    texts = [owner.note for owner in owners] + [source.note for source in scope.sources.values()]
    texts += [reason for record in scope.records for reason in record.accept.values()]
    texts += [text for claim in claims for text in _texts(claim)]
    named = {word for text in texts for word in _WORD.findall(text)}
    return named.union(*(claim.sources for claim in claims), *(owner.sources for owner in owners))


def find(scope: Scope) -> Iterator[Suspicion]:
    used = cited(scope)
    for key, source in scope.sources.items():
        if key not in used:
            yield Suspicion(f"{source.publisher}, “{source.title}”: no value cites it", subject=key, field="id")


CHECK = Check("unused-source", __doc__, find)
