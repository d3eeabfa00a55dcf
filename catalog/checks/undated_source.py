"""A source has no date.

Values change with model years, and the newest source of a kind is shown first; an undated one comes last. For
information: many texts carry no date, and the date of retrieval is no substitute.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog.checks.check import Check, Scope, Suspicion


def find(scope: Scope) -> Iterator[Suspicion]:
    for key, source in scope.sources.items():
        if source.date is None:
            yield Suspicion(
                f"{source.publisher}, “{source.title}” has no date: it is shown after dated sources of its kind",
                subject=key,
                field="date",
                info=True,
            )


CHECK = Check("undated-source", __doc__, find)
