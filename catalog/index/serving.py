"""An index for a server: several connections to one and the same content, each of which stops what takes too long."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from catalog.errors import IndexDamaged, QueryTooSlow
from catalog.index.freshness import digests
from catalog.index.index import Index
from catalog.index.keeping import Place, absolute, open_index
from catalog.places import cache_folder, default_specs

#: As many steps of SQLite's machine are a fraction of a millisecond.
_STEPS = 10_000
_TRIES = 5


class ServedIndex(Index):
    """An index whose statements may take only so long while ``limited``."""

    _seconds = 0.0

    @contextmanager
    def limited(self, seconds: float) -> Iterator[None]:
        """All statements within take ``seconds`` together at most; the one that goes beyond raises QueryTooSlow."""
        until = time.monotonic() + seconds
        self._seconds = seconds
        self.connection.set_progress_handler(lambda: time.monotonic() > until, _STEPS)
        try:
            yield
        finally:
            self.connection.set_progress_handler(None, _STEPS)

    def _rows(self, statement: str, parameters: Sequence[Any] = ()) -> list[Any]:
        try:
            return super()._rows(statement, parameters)
        except IndexDamaged as error:
            cause = error.__context__
            if isinstance(cause, sqlite3.OperationalError) and cause.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                raise QueryTooSlow(self._seconds) from None
            raise


def open_several(specs: Sequence[str], count: int, *, cache: bool = True) -> tuple[list[ServedIndex], dict[str, str]]:
    """``count`` connections to the index of these spec folders as they are now (made anew where it has to be), and the
    SHA-256 of each file that it was made of.

    Where no index can be kept, each is a copy in memory. Raises IndexDamaged where the files change all the time.
    """
    for _ in range(_TRIES):
        first = open_index(specs, cache=cache)
        if first.meta["version"] == "memory":
            roots = [absolute(root) for root in specs or default_specs()]
            return [_copy(first) for _ in range(count)], digests(roots)
        found = [_again(specs) for _ in range(count)]
        known = first.digests
        first.close()
        if all(index.digests == known for index in found):
            return found, known
        for index in found:  # another process has replaced the index between two of them
            index.close()
    raise IndexDamaged("the spec files change faster than they are read")


def _again(specs: Sequence[str]) -> ServedIndex:
    folder = cache_folder()
    assert folder is not None
    place = Place(folder, tuple(specs) or default_specs())
    found = ServedIndex.open(place.database, place.roots, place.version)
    assert isinstance(found, ServedIndex)
    return found


def _copy(index: Index) -> ServedIndex:
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    index.connection.backup(connection)
    return ServedIndex(connection)
