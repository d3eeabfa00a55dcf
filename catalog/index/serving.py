"""An index for a server: several connections to one and the same content, and a limit on what a query may take."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from catalog.errors import IndexDamaged, IndexStale, QueryTooSlow
from catalog.index.freshness import digests
from catalog.index.index import Index
from catalog.index.keeping import open_index
from catalog.index.place import absolute
from catalog.places import default_specs

#: As many steps of SQLite's machine are a fraction of a millisecond.
_STEPS = 10_000
_TRIES = 5


def open_several(specs: Sequence[str], count: int, *, cache: bool = True) -> tuple[list[Index], dict[str, str]]:
    """``count`` indexes of these spec folders as they are now (made anew where it has to be), all of one content, and
    the SHA-256 of each file that it was made of. Each has a connection of its own, which is open.

    Where no index can be kept there is one alone, in memory. Raises IndexDamaged where the files change all the time.
    """
    for _ in range(_TRIES):
        first = open_index(specs, cache=cache)
        if first.meta["version"] == "memory":
            return [first], digests([absolute(root) for root in specs or default_specs()])
        found = [first, *(open_index(specs, cache=cache) for _ in range(count - 1))]
        try:
            if all(index.connection and index.digests == first.digests for index in found):
                return found, first.digests
        except IndexStale:  # another process has replaced the index meanwhile
            pass
        for index in found:
            index.close()
    raise IndexDamaged("the spec files change faster than they are read")


@contextmanager
def limited(index: Index, seconds: float) -> Iterator[None]:
    """All that is asked of the index within takes ``seconds`` at most; what goes beyond raises QueryTooSlow."""
    until = time.monotonic() + seconds
    connection = index.connection
    stopped = False

    def is_over() -> bool:
        nonlocal stopped
        stopped = time.monotonic() > until
        return stopped

    connection.set_progress_handler(is_over, _STEPS)
    try:
        yield
    except IndexDamaged:
        if stopped:
            raise QueryTooSlow(seconds) from None
        raise
    finally:
        connection.set_progress_handler(None, _STEPS)
