"""Column names of a stored data set: the publisher's own columns under names that every engine takes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

#: Before the names of the publisher's columns, so that none can be taken for one of the catalog's.
SOURCE = "src_"
#: What a row is known by in the file, the line it stood on, and what the checks of the map say of it.
ROW, LINE, FINDINGS = "row", "line", "findings"
_LONGEST = 63


def source_names(header: Sequence[str]) -> dict[str, str]:
    """A name for each column of a publisher, in order: lower case, unique, at most 63 characters.

    >>> source_names(["Range (km)", "range_km", "长度"])
    {'src_range_km': 'Range (km)', 'src_range_km_2': 'range_km', 'src_3': '长度'}
    """
    names: dict[str, str] = {}
    for place, column in enumerate(header, 1):
        plain = unicodedata.normalize("NFKD", column).encode("ascii", "ignore").decode().lower()
        stem = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[: _LONGEST - len(SOURCE) - 5] or str(place)
        name, number = f"{SOURCE}{stem}", 1
        while name in names:
            number += 1
            name = f"{SOURCE}{stem}_{number}"
        names[name] = column
    return names
