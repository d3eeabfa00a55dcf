"""Whether the spec files are still those that an index was made from.

Each file that is read (or told of) has a stamp: its path, size, modification and change time. A change time cannot be
set back, so a file restored with an old time stamp is noticed where a file system has it. Stamps differ also where
nothing was changed (a copied folder, a fresh checkout): then the contents decide.
"""

from __future__ import annotations

import marshal
import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Stamp = tuple[str, int, int, int]

#: A file changed as lately as this before it was stamped may change again within the tick of its clock.
_TICK_NS = 2_000_000_000
_FOLDERS = ("vehicles", "plants")


def stamps(roots: Sequence[str], code: str | None = None) -> list[Stamp]:
    """The stamps of every file under spec folders that a reader looks at, and of the modules under ``code``."""
    found: list[Stamp] = []
    for root in roots:
        _one(os.path.join(root, "sources.toml"), found)
        for folder in _FOLDERS:
            _walk(os.path.join(root, folder), ".toml", found)
        if not found or not found[-1][0].startswith(root):  # an empty or missing folder counts as well
            found.append((root, os.path.isdir(root), 0, 0))
    if code is not None:
        _walk(code, ".py", found)
    return sorted(found)


def as_bytes(found: Sequence[Stamp], now_ns: int | None = None) -> bytes:
    """Stamps as they are kept. Those as young as ``now_ns`` are kept so that they never fit: contents decide then."""
    if now_ns is not None:
        young = now_ns - _TICK_NS
        found = [entry if max(entry[2], entry[3]) < young else (entry[0], -1, 0, 0) for entry in found]
    return marshal.dumps(list(found), 2)  # version 2 of the format depends on the values alone


def _walk(folder: str, ending: str, found: list[Stamp]) -> None:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                name = entry.name
                if name.startswith("."):
                    continue
                if entry.is_dir():
                    _walk(entry.path, ending, found)
                elif name.endswith(ending) or name.casefold().endswith(ending):
                    _one(entry.path, found)
    except OSError as error:
        found.append((folder, -1, error.errno or 0, 0))


def _one(path: str, found: list[Stamp]) -> None:
    try:
        status = os.stat(path)
    except FileNotFoundError:
        if os.path.islink(path):
            found.append((path, -1, 0, 0))
        return
    except OSError as error:
        found.append((path, -1, error.errno or 0, 0))
        return
    found.append((path, status.st_size, status.st_mtime_ns, status.st_ctime_ns))


def digests(found: Iterable[Stamp]) -> dict[str, str]:
    """The SHA-256 of each stamped file by its path; what cannot be read has its reason instead."""
    return dict(_digests(found))


def _digests(found: Iterable[Stamp]) -> Iterator[tuple[str, str]]:
    from hashlib import sha256

    for path, *_ in found:
        try:
            with open(path, "rb") as file:
                yield path, sha256(file.read()).hexdigest()
        except OSError as error:
            yield path, f"error {error.errno}"
