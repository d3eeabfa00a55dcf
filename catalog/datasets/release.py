"""The version of the data: from the file's name, or the newest date that a column holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog.datasets.frame import Frame
from catalog.datasets.source_table import SourceTable

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def release_of(frame: Frame, table: SourceTable) -> str | None:
    """What the map finds of the version; None where it does not say, or finds nothing."""
    release = frame.map.release
    if release is None:
        return None
    if release.file is not None:
        found = re.search(release.file, table.name)
        return f"version {found[1] if found.re.groups else found[0]}" if found else None
    if release.column is None:
        return None
    dates = sorted(_dates(frame, release.column, release.pattern))
    return f"changed until {dates[-1]}" if dates else None


def _dates(frame: Frame, column: str, pattern: str) -> Iterator[str]:
    compiled = re.compile(pattern)
    for text in frame.values(column):
        match = compiled.fullmatch(text or "")
        parts = match.groupdict() if match is not None else {}
        month = (parts.get("month") or "").lower()
        number = month if month.isdecimal() else str(_MONTHS.index(month[:3]) + 1) if month[:3] in _MONTHS else ""
        if number and "year" in parts:
            yield f"{parts['year']}-{int(number):02}-{int(parts.get('day') or 1):02}"
