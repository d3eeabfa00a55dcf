"""What the spec files are that an index is made of: their stamps, which are cheap, and their contents.

Each folder has a stamp: its number in the file system, the names in it, and of each file its size, modification and
change time. A change time cannot be set back, so a file restored with an old time stamp is noticed where a file system
has it; the number tells a folder that was put in the place of another. Stamps differ also where nothing was changed
(a copied folder, a fresh checkout): then the contents decide.
"""

from __future__ import annotations

import os
from operator import attrgetter
from stat import S_ISDIR, S_ISREG
from zlib import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    #: By the path of a folder: the ending of the names that count in it, and its stamp.
    Stamps = Mapping[str, tuple[str, bytes]]
    #: One of them.
    Folder = tuple[str, tuple[str, bytes]]

#: A file changed as lately as this before it was stamped may change again within the tick of its clock.
_TICK_NS = 2_000_000_000
#: Whether the files of an open folder can be looked at by their names alone.
_BY_FOLDER = os.stat in os.supports_dir_fd and os.listdir in os.supports_fd
_OF_A_FILE: Callable[[os.stat_result], tuple[int, int, int, int]] = attrgetter(
    "st_mode", "st_size", "st_mtime_ns", "st_ctime_ns"
)
#: What counts at the top of a spec folder.
_TOP = ("sources.toml", "vehicles", "plants")


def survey(roots: Sequence[str], code: str | None = None, now_ns: int | None = None) -> Stamps:
    """The stamps of all folders below these spec folders, and of the modules below ``code``.

    A file as young as ``now_ns`` is stamped so that it never fits: its content decides then.
    """
    found: dict[str, tuple[str, bytes]] = {}
    for root in roots:
        found[root] = "", stamp(root, "", now_ns)
        for folder in _TOP[1:]:
            found |= _below(os.path.join(root, folder), ".toml", now_ns)
    if code is not None:
        found |= _below(code, ".py", now_ns)
    return found


def _below(folder: str, ending: str, now_ns: int | None, depth: int = 0) -> dict[str, tuple[str, bytes]]:
    found = {folder: (ending, stamp(folder, ending, now_ns))}
    for name in _names(folder, ending):
        path = f"{folder}/{name}"
        if not os.path.isdir(path):
            continue
        if not os.path.islink(path):
            found |= _below(path, ending, now_ns, depth + 1)
        elif depth == 0:  # a make's folder may be a link; a reader follows no other, which may lead back here
            found[path] = ending, stamp(path, ending, now_ns)
    return found


def _names(folder: str, ending: str) -> list[str]:
    """The names in a folder that may count; none where it cannot be read."""
    try:
        return [name for name in sorted(os.listdir(folder)) if not _skipped(name, ending)]
    except OSError:
        return []


def _skipped(name: str, ending: str) -> bool:
    if not ending:
        return name not in _TOP
    return name[0] == "." or (name == "__pycache__" and ending == ".py")


def stamp(folder: str, ending: str, now_ns: int | None = None) -> bytes:
    """What a folder holds of names with this ending and of folders (of a spec folder's top: what it may hold)."""
    try:
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY) if _BY_FOLDER else None
        try:
            names, numbers = _entries(folder, opened, ending, now_ns)
        finally:
            if opened is not None:
                os.close(opened)
    except OSError as error:
        names, numbers = "", [(error.errno or 0,)]
    # Of numbers a hash is the same in every process, and far sooner made than they are written down
    number = hash(tuple(numbers)) % (1 << 64)
    return crc32(names.encode("utf-8", "surrogateescape")).to_bytes(4, "big") + number.to_bytes(8, "big")


def _entries(folder: str, opened: int | None, ending: str, now_ns: int | None) -> tuple[str, list[tuple[int, ...]]]:
    """The names in a folder that count, as one text, and its number with each file's kind, size and times.

    It is called for thousands of files at each start, and most of what it takes is what the system takes for them.
    """
    # Whole paths are looked up part by part, which takes twice as long
    at = folder if opened is None else opened
    names = sorted(os.listdir(at))
    files, text = names, f"/{'/'.join(names)}/"
    if not ending or "/." in text or text.count(f"{ending}/") != len(names):  # not all are files that count
        others = "/others" if not ending and names and not any(name in _TOP for name in names) else ""
        names = [name for name in names if not _skipped(name, ending)]
        files = [name for name in names if name.casefold().endswith(ending)]
        folders = [name for name in names if name not in files and os.path.isdir(f"{folder}/{name}")]
        text = f"/{'/'.join(files)}/{'/'.join(folders)}{others}"  # of others a reader complains
    try:
        if opened is None:
            found: list[tuple[int, ...]] = [_looked_at(f"{folder}/{name}") for name in files]
        else:
            found = [_OF_A_FILE(os.stat(name, dir_fd=opened)) for name in files]
    except OSError:  # as a link to nothing has
        found = [_looked_at(f"{folder}/{name}") for name in files]
    if not ending:  # folders have stamps of their own
        found = [status[:1] if S_ISDIR(status[0]) else status for status in found]
    if now_ns is not None:
        found = [() if _young(status, now_ns) else status for status in found]
    return text, [(os.stat(at).st_ino,), *found]


def _looked_at(path: str) -> tuple[int, ...]:
    """What counts of a file; of one that cannot be looked at the reason."""
    try:
        return _OF_A_FILE(os.stat(path))
    except OSError as error:
        return (error.errno or 0,)


def _young(status: tuple[int, ...], now_ns: int) -> bool:
    """Whether a file may change again without its times telling. A modification in the future was set by hand."""
    since = now_ns - _TICK_NS
    return len(status) == 4 and (status[3] >= since or since <= status[2] <= now_ns)


def digests(roots: Sequence[str], code: str | None = None) -> dict[str, str]:
    """The SHA-256 of each file that counts by its path; what cannot be read has its reason instead."""
    return dict(_digests(roots, code))


def _digests(roots: Sequence[str], code: str | None) -> Iterator[tuple[str, str]]:
    for folder, (ending, _) in survey(roots, code).items():
        try:
            names = sorted(os.listdir(folder))
        except OSError as error:
            yield _text(folder), f"error {error.errno}"
            continue
        if not ending:
            yield _text(folder), " ".join(name for name in names if name in _TOP) or ("others" if names else "empty")
        for name in names:
            counts = name == _TOP[0] if not ending else name.casefold().endswith(ending)
            if counts and not _skipped(name, ending):
                path = os.path.join(folder, name)
                yield _text(path), _digest(path)


def _digest(path: str) -> str:
    from hashlib import file_digest

    try:
        if not S_ISREG(os.stat(path).st_mode):  # a pipe would be waited for
            return "not a file"
        with open(path, "rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return f"error {error.errno}"


def _text(path: str) -> str:
    """A path as a database keeps it, also where it is not UTF-8."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
