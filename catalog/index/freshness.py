"""Whether the spec files are still those that an index was made from.

Each folder has a stamp: the names in it, and of each file its size, modification and change time. A change time cannot
be set back, so a file restored with an old time stamp is noticed where a file system has it. Stamps differ also where
nothing was changed (a copied folder, a fresh checkout): then the contents decide.
"""

from __future__ import annotations

import marshal
import os
from zlib import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    #: By the path of a folder: the ending of the names that count in it, and its stamp.
    Stamps = Mapping[str, tuple[str, bytes]]

#: A file changed as lately as this before it was stamped may change again within the tick of its clock.
_TICK_NS = 2_000_000_000
#: What counts at the top of a spec folder.
_TOP = ("sources.toml", "vehicles", "plants")
#: From as many files on, two processes look at them while the command goes on.
_MANY = 2_000


def survey(roots: Sequence[str], code: str | None = None, now_ns: int | None = None) -> Stamps:
    """The stamps of all folders below these spec folders, and of the modules below ``code``.

    A file as young as ``now_ns`` is stamped so that it never fits: its content decides then.
    """
    found: dict[str, tuple[str, bytes]] = {}
    for root in roots:
        found[root] = "", _stamp(root, "", now_ns)
        for folder in _TOP[1:]:
            found |= _below(os.path.join(root, folder), ".toml", now_ns)
    if code is not None:
        found |= _below(code, ".py", now_ns)
    return found


def _below(folder: str, ending: str, now_ns: int | None) -> dict[str, tuple[str, bytes]]:
    found = {folder: (ending, _stamp(folder, ending, now_ns))}
    for name, path in _entries(folder):
        if not name.startswith(".") and os.path.isdir(path):
            found |= _below(path, ending, now_ns)
    return found


def _entries(folder: str) -> list[tuple[str, str]]:
    try:
        return [(name, os.path.join(folder, name)) for name in sorted(os.listdir(folder))]
    except OSError:
        return []


def _stamp(folder: str, ending: str, now_ns: int | None = None) -> bytes:
    """What a folder holds of names with this ending and of folders (of a spec folder's top: what it may hold)."""
    young = None if now_ns is None else now_ns - _TICK_NS
    entries: list[tuple[object, ...]] = []
    try:
        for name in sorted(os.listdir(folder)):
            if (ending and name.startswith(".")) or (not ending and name not in _TOP):
                continue
            counts = name.endswith(ending) or name.casefold().endswith(ending)
            try:
                status = os.stat(f"{folder}/{name}")
            except OSError as error:
                entries.append((name, error.errno))
                continue
            if status.st_mode & 0o170000 == 0o040000:
                entries.append((name,))
            elif counts:
                times = status.st_mtime_ns, status.st_ctime_ns
                known = young is None or max(times) < young
                entries.append((name, status.st_size, *times) if known else (name, -1))
    except OSError as error:
        entries.append(("", error.errno))
    return marshal.dumps(entries, 2)  # version 2 of the format depends on the values alone


def as_bytes(stamps: Stamps) -> bytes:
    """Stamps as they are kept, behind their checksum."""
    body = marshal.dumps(dict(stamps), 2)
    return crc32(body).to_bytes(4, "big") + body


class Check:
    """Whether stamps that were kept are still right; where there are many files, it is found out beside the caller."""

    def __init__(self, kept: bytes, parallel: bool = False) -> None:
        self._children: list[int] = []
        self._right = False
        if crc32(kept[4:]).to_bytes(4, "big") != kept[:4]:  # a damaged file fits nothing
            return
        stamps: Stamps = marshal.loads(kept[4:])
        folders = list(stamps.items())
        files = len(kept) // 40  # as many bytes a file, about
        if parallel and files > _MANY and hasattr(os, "fork"):
            self._children = [_child(folders[part::2]) for part in range(2)]
        else:
            self._right = _fit(folders)

    def right(self) -> bool:
        """The answer, waited for."""
        if self._children:
            codes = [os.waitpid(child, 0)[1] for child in self._children]
            self._children = []
            self._right = not any(codes)
        return self._right


def _child(folders: Sequence[tuple[str, tuple[str, bytes]]]) -> int:
    """A process that ends with 0 where the stamps of these folders fit, else with 1."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            code = 0 if _fit(folders) else 1
        finally:
            os._exit(code)  # without what the parent has opened, or would say at its end
    return child


def _fit(folders: Iterable[tuple[str, tuple[str, bytes]]]) -> bool:
    return all(_stamp(folder, ending) == kept for folder, (ending, kept) in folders)


def digests(roots: Sequence[str], code: str | None = None) -> dict[str, str]:
    """The SHA-256 of each file that counts by its path; what cannot be read has its reason instead."""
    return dict(_digests(roots, code))


def _digests(roots: Sequence[str], code: str | None) -> Iterator[tuple[str, str]]:
    from hashlib import sha256

    for folder, (ending, _) in survey(roots, code).items():
        if not os.path.isdir(folder):
            yield folder, "no folder"
        for name, path in _entries(folder):
            counts = name == _TOP[0] if not ending else name.casefold().endswith(ending) and not name.startswith(".")
            if not counts or os.path.isdir(path):
                continue
            try:
                with open(path, "rb") as file:
                    yield path, sha256(file.read()).hexdigest()
            except OSError as error:
                yield path, f"error {error.errno}"
