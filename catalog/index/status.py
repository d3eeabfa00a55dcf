"""What is kept of an index, and whether it still fits its spec files."""

from __future__ import annotations

import os

from catalog.errors import IndexDamaged
from catalog.index.check import Check, as_bytes
from catalog.index.index import Index
from catalog.index.place import Place
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
    check = place.check()
    index = place.open(Check(as_bytes({}, check.seal), place.database, place.parts)) if check.seal else None
    if index is None:
        return _damaged(place, "made by another version, of other folders, or changed since")
    try:
        return _of(index, place) if check.sound() else _damaged(place, "its checksum does not fit")
    except IndexDamaged as error:
        return _damaged(place, error.reason)
    finally:
        index.close()


def _damaged(place: Place, reason: str) -> Status:
    return Status(place.database, place.roots, "damaged", reason, _size(place))


def _size(place: Place) -> int:
    return sum(os.path.getsize(path) for path in (place.database, place.parts) if os.path.isfile(path))


def _of(index: Index, place: Place) -> Status:
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
        _size(place),
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
