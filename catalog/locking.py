"""One process at a time: a lock on a file, which the system gives back where its holder dies.

SQLite's own lock is used, which every system has that Python runs on, and which is imported in a hundredth of the
time that a library for locks takes.
"""

from __future__ import annotations

import os
import sqlite3


def locked(path: str, seconds: float) -> sqlite3.Connection:
    """The lock of this file, held until it is closed. A file that is something else is made anew.

    Raises sqlite3.OperationalError, also where another holds it for all these seconds (see ``is_held``).
    """
    try:
        return _begun(path, seconds)
    except sqlite3.DatabaseError as error:
        if _code(error) != sqlite3.SQLITE_NOTADB:
            raise
    os.unlink(path)  # something wrote into it, which nothing of ours does
    return _begun(path, seconds)


def is_held(error: sqlite3.Error) -> bool:
    """Whether that was because another process holds the lock."""
    return _code(error) == sqlite3.SQLITE_BUSY


def _code(error: sqlite3.Error) -> int | None:
    """SQLite's code; None where the error is not of SQLite itself."""
    return getattr(error, "sqlite_errorcode", None)


def _begun(path: str, seconds: float) -> sqlite3.Connection:
    lock = sqlite3.connect(path, timeout=seconds, isolation_level=None)
    try:
        lock.execute("begin exclusive")
    except sqlite3.Error:
        lock.close()
        raise
    return lock
