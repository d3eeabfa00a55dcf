"""What is kept of an index, and whether it still fits its spec files."""

from __future__ import annotations

import os

from catalog.errors import IndexDamaged
from catalog.index.index import Index
from catalog.index.keeping import Place
from catalog.places import cache_folder, default_specs
from catalog.plain import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Status:
    """``state`` is fresh, out of date, damaged, none yet, or no cache; ``detail`` says why."""

    path: str
    roots: Sequence[str]
    state: str
    detail: str = ""
    bytes: int = 0
    built: str = ""
    vehicles: int = 0
    claims: int = 0
    sources: int = 0
    plants: int = 0
    faults: int = 0


def status(specs: Sequence[str] = ()) -> Status:
    """The state of the index of these spec folders; every bit of it is looked at, and of the files it was made of."""
    roots = tuple(specs) or default_specs()
    folder = cache_folder()
    if folder is None:
        return Status("", roots, "no cache", "there is no home folder, and XDG_CACHE_HOME is not set")
    place = Place(folder, roots)
    if not os.path.exists(place.database):
        return Status(place.database, place.roots, "none yet")
    try:
        index = Index.open(place.database, place.roots, place.version)
        return _of(index, place)
    except IndexDamaged as error:
        return Status(place.database, place.roots, "damaged", error.reason, os.path.getsize(place.database))


def _of(index: Index, place: Place) -> Status:
    if not place.check().sound():
        raise IndexDamaged("its checksum does not fit")
    counts = {
        name: index.rows(f"select count(*) from {name}")[0][0]
        for name in ("vehicles", "claims", "sources", "plants", "faults")
    }
    changed = _changed(index, place)
    return Status(
        place.database,
        place.roots,
        "out of date" if changed else "fresh",
        changed,
        os.path.getsize(place.database),
        index.meta["built"],
        **counts,
    )


def _changed(index: Index, place: Place) -> str:
    """Which files are not what they were; empty where all are."""
    was, now = index.digests, place.digests()
    differs = sorted(path for path in {*was, *now} if was.get(path) != now.get(path))
    if not differs:
        return ""
    shown = ", ".join(differs[:3]) + (f" and {len(differs) - 3} more" if len(differs) > 3 else "")
    return f"changed: {shown}"


__all__ = ["Status", "status"]
