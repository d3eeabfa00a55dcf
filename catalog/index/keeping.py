"""Where an index lies, and how it stays whole: atomic replacement, one builder at a time, no cache where none can be.

An index is three files in the user's cache: ``<key>.sqlite`` and ``<key>.parts``, never changed once they are in place,
and ``<key>.stamps``, which says of which spec files they are made and has their checksums. The key stands for the spec
folders and the format. Whoever finds them out of date makes new ones beside them under a lock that the operating system
gives back even from a killed process, and renames them into place; who reads the old ones meanwhile reads on. An index
of another version, or a damaged one, is one that is out of date.
"""

from __future__ import annotations

import os
import sys
from zlib import crc32

from catalog.errors import IndexDamaged
from catalog.index.check import Check
from catalog.index.freshness import digests, survey
from catalog.index.index import Index
from catalog.index.parts import Parts
from catalog.index.store import FORMAT
from catalog.places import PACKAGE, cache_folder, default_specs, is_checkout
from catalog.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from catalog.index.freshness import Stamps
    from catalog.reading import Loaded


class Place:
    """The files of one index."""

    def __init__(self, folder: str, roots: Sequence[str]) -> None:
        self.folder = folder
        self.roots = tuple(absolute(root) for root in roots)
        # of one Python as well: its own form is that of the parts
        self.version = f"{FORMAT} {__version__} {sys.version_info[0]}.{sys.version_info[1]}"
        key = f"{crc32(repr((self.version, self.roots)).encode('utf-8', 'surrogateescape')):08x}"
        self.database = os.path.join(folder, f"{key}.sqlite")
        self.parts = os.path.join(folder, f"{key}.parts")
        self.stamps = os.path.join(folder, f"{key}.stamps")
        self.lock = os.path.join(folder, f"{key}.lock")

    @property
    def code(self) -> str | None:
        """The folder of the code, which may change as well in a checkout."""
        return PACKAGE if is_checkout() else None

    def check(self) -> Check:
        """Whether the index in place is whole, and made of the files as they are now."""
        try:
            with open(self.stamps, "rb") as file:
                kept = file.read()
        except OSError:
            kept = b""
        return Check(kept, self.database, self.parts)

    def open(self, check: Check) -> Index | None:
        """The index in place, if it is of these folders and this version, and the one that ``check`` is of."""
        try:
            parts = Parts.open(self.parts)
        except (OSError, IndexDamaged):
            return None
        try:
            index = Index(parts, self._connect, check)
            about = index.meta
            fits = about.get("version") == self.version and about.get("roots") == self.roots
            if fits and check.seal is not None and parts.seal == check.seal.parts:
                return index
        except IndexDamaged:
            pass
        parts.close()
        return None

    def _connect(self) -> sqlite3.Connection:
        import sqlite3

        path = self.database.replace("%", "%25").replace("?", "%3f").replace("#", "%23")  # as a URI has it
        return sqlite3.connect(
            f"file:{path}?mode=ro&immutable=1", uri=True, isolation_level=None, check_same_thread=False
        )

    def survey(self, now_ns: int | None = None) -> Stamps:
        """The stamps of the files as they are now."""
        return survey(self.roots, self.code, now_ns)

    def digests(self) -> dict[str, str]:
        """The contents of the files as they are now."""
        return digests(self.roots, self.code)


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
    ``parallel``, thousands of files are looked at by processes of their own, the database is opened by the first query,
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
    check = place.check()
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
    content = BytesIO()
    parts = Writer(content)
    write_index(connection, parts, loaded, {"version": "memory"}, {})
    parts.finish()
    return Index(Parts.of(content.getvalue()), lambda: connection)


def absolute(root: str) -> str:
    """The same folder from everywhere. What follows ``..`` depends on links, and is left to the system."""
    path = os.path.expanduser(root)
    whole = path if os.path.isabs(path) else os.path.join(os.getcwd(), path)
    return whole if os.pardir in whole.split(os.sep) else os.path.normpath(whole)
