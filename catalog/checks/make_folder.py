"""The folder of a vehicle is not its make.

A vehicle's id begins with the name of its folder, which is the make in small letters without accents, words joined by
hyphens: "Mercedes-Benz" is mercedes-benz, "Great Wall" great-wall. Otherwise the file lies in another make's
folder or the make is misspelt, and the vehicle is not found among its siblings.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from catalog.checks.check import Check, Suspicion, per_vehicle
from catalog.model import Record


def slug(make: str) -> str:
    """A make as a folder is named.

    >>> slug("Škoda"), slug("Great Wall")
    ('skoda', 'great-wall')
    """
    plain = unicodedata.normalize("NFKD", make).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def find(record: Record) -> Iterator[Suspicion]:
    if not record.id.startswith(f"{slug(record.make)}-"):
        yield Suspicion(f"the id does not begin with the make {record.make!r} as {slug(record.make)}-", field="make")


CHECK = Check("make-folder", __doc__, per_vehicle(find))
