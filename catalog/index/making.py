"""Making an index: under a lock, beside the old one, renamed into place when it is whole."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path

from catalog.errors import IndexDamaged
from catalog.index.build import write_index
from catalog.index.check import Check, Seal, as_bytes, checksums
from catalog.index.index import Index
from catalog.index.parts import Writer
from catalog.index.place import Place
from catalog.locking import locked
from catalog.reading import Loaded, load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.index.freshness import Stamps

_WAIT = 120.0  # seconds for another process to finish its build
_ENDINGS = (".sqlite", ".parts", ".stamps", ".lock", ".new")
_OLD = 30 * 24 * 3600.0  # an index that nobody looked into for so long is of folders that are gone


def load_roots(roots: Sequence[str]) -> Loaded:
    """The spec files of these folders, whose paths are whole."""
    return load(tuple(Path(root) for root in roots))


def made_anew(place: Place, code: Stamps, rebuild: bool) -> Index:
    """A fresh index in place, made by this process or by another that held the lock before.

    ``code`` is what the code was before this process imported it.
    """
    os.makedirs(place.folder, mode=0o700, exist_ok=True)
    lock = locked(place.lock, _WAIT)
    try:
        now_ns = time.time_ns()
        if not rebuild and (index := _still_right(place, now_ns)) is not None:
            return index
        _sweep(place)
        seal = _build(place, code, now_ns)
        index = place.open(Check(as_bytes({}, seal), place.database, place.parts))
        if index is None or not index.looked_at():
            raise IndexDamaged("it was changed while it was made")
        return index
    finally:
        lock.close()


def _still_right(place: Place, now_ns: int) -> Index | None:
    """The index in place where its files hold what they held, whatever their stamps; those are kept anew then."""
    check = place.check()
    if check.seal is None or not check.sound():
        return None
    stamps = place.survey(now_ns)  # before the contents are read: what changes from here on will not fit
    fresh = check.fresh()
    index = place.open(Check(as_bytes({}, check.seal), place.database, place.parts))
    if index is None:
        return None
    if index.looked_at() and (fresh or index.digests == place.digests()):
        if not fresh:
            _write(place.stamps, as_bytes(stamps, check.seal))
        return index
    index.close()
    return None


def _build(place: Place, code: Stamps, now_ns: int) -> Seal:
    before = {**place.survey(), **code}
    stamps = place.survey(now_ns)
    digests = place.digests()
    loaded = load_roots(place.roots)
    about = {"version": place.version, "roots": place.roots, "built": time.strftime("%FT%TZ", time.gmtime())}
    database, parts = (f"{path}.{os.getpid()}.new" for path in (place.database, place.parts))
    try:
        with open(parts, "wb") as file:
            writer = Writer(file)
            connection = sqlite3.connect(database, isolation_level=None)
            try:
                connection.execute("pragma journal_mode = off")  # nobody sees it before it is whole
                connection.execute("pragma synchronous = off")
                front = write_index(connection, writer, loaded, about, digests)
            finally:
                connection.close()
            sealed = writer.finish()
            file.flush()
            os.fsync(file.fileno())
        _sync(database)
        sums = checksums(database, front)
        if sums is None:
            raise IndexDamaged("what was written cannot be read")
        seal = Seal(front, *sums, sealed, len(digests))
        os.replace(database, place.database)
        os.replace(parts, place.parts)
    except BaseException:
        _remove(database)
        _remove(parts)
        raise
    if place.survey() == before:
        _write(place.stamps, as_bytes(stamps, seal))
    else:  # something changed while it was read, and may have changed back: the next process reads all anew
        _remove(place.stamps)
    return seal


def _write(path: str, content: bytes) -> None:
    """Replace a file by one with this content."""
    new = f"{path}.{os.getpid()}.new"
    try:
        with open(new, "wb") as file:
            file.write(content)
        os.replace(new, path)
    except BaseException:
        _remove(new)
        raise


def _sync(path: str) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sweep(place: Place) -> None:
    """Remove what killed builds of this index left, and indexes that nobody used for long."""
    with os.scandir(place.folder) as entries:
        for entry in entries:
            own = entry.name.startswith(os.path.basename(place.database)[:8]) and entry.name.endswith(".new")
            if own or (entry.name.endswith(_ENDINGS) and entry.path != place.lock and _unused(entry)):
                _remove(entry.path)


def _unused(entry: os.DirEntry[str]) -> bool:
    try:
        status = entry.stat()
    except OSError:  # another process sweeps as well
        return False
    return max(status.st_mtime, status.st_atime) < time.time() - _OLD


def _remove(path: str) -> None:
    with contextlib.suppress(OSError):
        os.unlink(path)
