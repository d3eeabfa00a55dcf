"""Where the index of some spec folders lies: known in the first moment of a command, before much is imported."""

from __future__ import annotations

import os
import sys
from zlib import crc32

from catalog.index.check import Check
from catalog.index.freshness import digests, survey
from catalog.index.store import FORMAT
from catalog.places import PACKAGE, is_checkout
from catalog.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from catalog.index.freshness import Stamps
    from catalog.index.index import Index


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
        from catalog.errors import IndexDamaged
        from catalog.index.index import Index
        from catalog.index.parts import Parts

        seal = check.seal
        if seal is None:
            return None
        try:
            parts = Parts.open(self.parts)
        except (OSError, IndexDamaged):
            return None
        try:
            index = Index(parts, lambda: self._connect(seal.front), check)
            about = index.meta
            fits = about.get("version") == self.version and about.get("roots") == self.roots
            if fits and parts.seal == seal.parts:
                return index
        except IndexDamaged:
            pass
        parts.close()
        return None

    def _connect(self, front: int) -> sqlite3.Connection:
        import sqlite3

        from catalog.errors import IndexStale

        if not os.path.exists(self.database):
            raise IndexStale("its database is gone")
        path = self.database.replace("%", "%25").replace("?", "%3f").replace("#", "%23")  # as a URI has it
        found = sqlite3.connect(
            f"file:{path}?mode=ro&immutable=1", uri=True, isolation_level=None, check_same_thread=False
        )
        # Read where the system has it, without a copy: nobody writes to a file that is in place
        found.execute(f"pragma mmap_size = {front}")
        return found

    def survey(self, now_ns: int | None = None) -> Stamps:
        """The stamps of the files as they are now."""
        return survey(self.roots, self.code, now_ns)

    def digests(self) -> dict[str, str]:
        """The contents of the files as they are now."""
        return digests(self.roots, self.code)


def absolute(root: str) -> str:
    """The same folder from everywhere. What follows ``..`` depends on links, and is left to the system."""
    path = os.path.expanduser(root)
    whole = path if os.path.isabs(path) else os.path.join(os.getcwd(), path)
    return whole if os.pardir in whole.split(os.sep) else os.path.normpath(whole)
