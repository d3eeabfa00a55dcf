"""The address of a source is only a home page.

A home page does not show the value that cites it, and tomorrow shows something else. The address of the page,
document or data set itself belongs there. Where there is none (a data base that is searched, an export), the
source's note says where and when it was read, and counts as the reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from catalog.checks.check import Check, Scope, Suspicion


def find(scope: Scope) -> Iterator[Suspicion]:
    for key, source in scope.sources.items():
        if source.url is None:
            continue
        parts = urlsplit(source.url)
        if parts.path in ("", "/") and not parts.query:
            yield Suspicion(
                f"{source.url} is a home page, not the page of the value",
                subject=key,
                field="url",
                reason=source.note or None,
            )


CHECK = Check("home-page-source", __doc__, find)
