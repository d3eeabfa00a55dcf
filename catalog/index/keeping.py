"""Where an index lies, and how it stays whole: atomic replacement, one builder at a time, no cache where none can be.

An index is three files in the user's cache: ``<key>.sqlite`` and ``<key>.parts``, never changed once they are in place,
and ``<key>.stamps``, which says of which spec files they are made and has their checksums. The key stands for the spec
folders and the format. Whoever finds them out of date makes new ones beside them under a lock that the operating system
gives back even from a killed process, and renames them into place; who reads the old ones meanwhile reads on. An index
of another version, or a damaged one, is one that is out of date.
"""

from __future__ import annotations

from catalog.errors import IndexDamaged
from catalog.index import ahead
from catalog.index.freshness import survey
from catalog.index.index import Index
from catalog.index.parts import Parts
from catalog.index.place import Place, absolute
from catalog.places import cache_folder, default_specs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from catalog.reading import Loaded


def open_index(
    specs: Sequence[str] = (),
    *,
    cache: bool = True,
    rebuild: bool = False,
    parallel: bool = False,
    say: Callable[[str], None] | None = None,
) -> Index:
    """The index of these spec folders (the shipped and the user's where none is named), made anew where it has to be.

    Without a cache, or where it cannot be written, the index is made in memory; ``say`` is told the reason. With
    ``parallel``, thousands of files are looked at by a process of its own, the database is opened by the first query,
    and reading raises IndexStale or IndexDamaged where something turns out to have changed. Without, all is looked at
    before, to the last bit, and what was opened stays right.
    """
    roots = tuple(specs) or default_specs()
    folder = cache_folder() if cache else None
    if folder is None:
        return in_memory(roots)
    place = Place(folder, roots)
    if not rebuild and (index := _in_place(place, parallel)) is not None:
        return index
    from sqlite3 import Error

    try:
        code = survey((), place.code)  # before it is imported
        from catalog.index.making import made_anew

        return made_anew(place, code, rebuild)
    except (OSError, Error, IndexDamaged) as error:
        if say is not None:
            reason = getattr(error, "strerror", None) or str(error)
            say(f"no index can be kept in {folder} ({reason}); all spec files are read each time")
        return in_memory(roots)


def _in_place(place: Place, parallel: bool) -> Index | None:
    """The index in place, where it is right."""
    check = ahead.begun(place) if parallel else place.check()
    started = parallel and check.start()
    index = place.open(check)
    if index is None or started:
        return index
    if check.fresh() and (parallel or index.looked_at()):
        return index
    index.close()
    return None


def in_memory(roots: Sequence[str]) -> Index:
    """The index of these folders without a file."""
    from catalog.index.making import load_roots

    return index_of(load_roots([absolute(root) for root in roots]))


def index_of(loaded: Loaded) -> Index:
    """The index of loaded spec files, without a file."""
    import sqlite3
    from io import BytesIO

    from catalog.index.build import write_index
    from catalog.index.parts import Writer

    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        content = BytesIO()
        parts = Writer(content)
        write_index(connection, parts, loaded, {"version": "memory"}, {})
        parts.finish()
        index = Index(Parts.of(content.getvalue()), lambda: connection)
        assert index.connection is connection  # the index's own from here on: it closes it
    except BaseException:
        connection.close()
        raise
    return index
