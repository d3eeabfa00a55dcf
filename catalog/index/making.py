"""Making an index: under a lock, beside the old one, renamed into place when it is whole."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path

from catalog.errors import IndexDamaged
from catalog.index import freshness
from catalog.index.build import write_index
from catalog.index.index import Index
from catalog.index.keeping import Place
from catalog.index.packing import as_json
from catalog.reading import Loaded, load

_WAIT = 120.0  # seconds for another process to finish its build
_OLD = 30 * 24 * 3600.0  # an index that nobody looked into for so long is of folders that are gone


def load_roots(roots: Sequence[str]) -> Loaded:
    """The spec files of these folders."""
    return load(tuple(Path(root).expanduser() for root in roots))


def made_anew(place: Place, rebuild: bool) -> Index:
    """A fresh index in place, made by this process or by another that held the lock before."""
    os.makedirs(place.folder, mode=0o700, exist_ok=True)
    lock = sqlite3.connect(place.lock, timeout=_WAIT, isolation_level=None)
    try:
        lock.execute("begin exclusive")
        now_ns = time.time_ns()
        if not rebuild and (index := _still_right(place, now_ns)) is not None:
            return index
        _sweep(place)
        _build(place, now_ns)
        return Index.open(place.database, place.roots, place.version)
    finally:
        lock.close()


def _still_right(place: Place, now_ns: int) -> Index | None:
    """The index in place where its files hold what they held, whatever their stamps; those are kept anew then."""
    try:
        index = Index.open(place.database, place.roots, place.version)
    except IndexDamaged:
        return None
    if place.check().right():
        return index
    stamps = freshness.as_bytes(freshness.survey(place.roots, place.code, now_ns))
    if index.digests != freshness.digests(place.roots, place.code):
        index.close()
        return None
    _write(place.stamps, stamps)
    return index


def _build(place: Place, now_ns: int) -> None:
    # before anything is read: what changes from here on will not fit
    stamps = freshness.as_bytes(freshness.survey(place.roots, place.code, now_ns))
    digests = freshness.digests(place.roots, place.code)
    loaded = load_roots(place.roots)
    made = f"{place.database}.{os.getpid()}.new"
    try:
        connection = sqlite3.connect(made, isolation_level=None)
        try:
            connection.execute("pragma journal_mode = off")  # nobody sees it before it is whole
            connection.execute("pragma synchronous = off")
            meta = {
                "version": place.version,
                "roots": as_json(place.roots),
                "built": time.strftime("%FT%TZ", time.gmtime()),
            }
            write_index(connection, loaded, meta)
            connection.executemany("insert into files values (?, ?)", digests.items())
        finally:
            connection.close()
        _sync(made)
        os.replace(made, place.database)
    except BaseException:
        _remove(made)
        raise
    _write(place.stamps, stamps)


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
            if own or (entry.name.endswith((".sqlite", ".stamps", ".lock")) and _unused(entry)):
                _remove(entry.path)


def _unused(entry: os.DirEntry[str]) -> bool:
    status = entry.stat()
    return max(status.st_mtime, status.st_atime) < time.time() - _OLD


def _remove(path: str) -> None:
    with contextlib.suppress(OSError):
        os.unlink(path)
