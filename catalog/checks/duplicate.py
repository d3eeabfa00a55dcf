"""Two vehicles are one.

Either make, model and version are the same, so that nobody can tell which to choose, or all claims are the same (three
at least), so that the second says nothing new: a file copied and not yet filled in, or one configuration
under two names. What tells siblings apart belongs into ``version`` and shows in some value.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from catalog.checks.check import Check, Scope, Suspicion
from catalog.model import Record

FEWEST_CLAIMS = 3


def find(scope: Scope) -> Iterator[Suspicion]:
    for record, first in _again(scope.records, _name):
        yield Suspicion(f"has the make, model and version of {first.id}", subject=record.id, field="version")
    told = [record for record in scope.records if sum(map(len, record.claims.values())) >= FEWEST_CLAIMS]
    for record, first in _again(told, _content):
        yield Suspicion(f"says of every field what {first.id} says", subject=record.id, field="version")


def _name(record: Record) -> Hashable:
    return tuple(" ".join(part.split()).casefold() for part in (record.make, record.model, record.version))


def _content(record: Record) -> Hashable:
    return frozenset(
        (claim.field, claim.published, claim.definition, claim.applies_to, claim.sources)
        for claims in record.claims.values()
        for claim in claims
    )


def _again(records: Sequence[Record], key: object) -> Iterator[tuple[Record, Record]]:
    assert callable(key)
    groups: dict[Hashable, list[Record]] = defaultdict(list)
    for record in records:
        groups[key(record)].append(record)
    for first, *others in groups.values():
        for other in others:
            yield other, first


CHECK = Check("duplicate", __doc__, find)
