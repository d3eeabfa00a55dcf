"""Whether an index in place is still right: undamaged where it is read, and made of the files as they are now.

SQLite does not notice a flipped bit, so a checksum is kept of the database, and one of its front, which is all that
queries read. Each part of the other file has its own, and the seal of that file is kept too. So the stamps tie the
files together: they never speak for an index that they were not written for, whatever was killed between two of them.
"""

from __future__ import annotations

import marshal
import os
from zlib import adler32, crc32

from catalog.index.beside import Beside
from catalog.index.freshness import stamp
from catalog.plain import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.index.freshness import Folder, Stamps

#: From as many files on, a process of its own looks at them while the command goes on.
MANY = 2_000
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Seal:
    """The checksums of an index: of the first ``front`` bytes of its database, of all of it, and of its parts; and of
    how many files it was made."""

    front: int
    searched: int
    database: int
    parts: int
    files: int


def as_bytes(stamps: Stamps, seal: Seal) -> bytes:
    """Stamps as they are kept, with the seal of their index, behind a checksum of both."""
    own = tuple(getattr(seal, name) for name in Seal.__match_args__)
    body = marshal.dumps((own, dict(stamps)), 2)
    return crc32(body).to_bytes(4, "big") + body


def checksums(path: str, front: int, whole: bool = True) -> tuple[int, int] | None:
    """The checksums of the first ``front`` bytes of a file and of all of it (unless ``whole``: of the front again).

    None where it cannot be read.
    """
    # Adler's is twice as fast as a CRC, and as sure to notice a flipped bit.
    first = found = 1
    left = front
    room = memoryview(bytearray(_CHUNK))  # filled again and again, as new memory takes longer than reading into it
    try:
        with open(path, "rb", buffering=0) as file:
            while left and (count := file.readinto(room[:left])):
                first = found = adler32(room[:count], found)
                left -= count
            while whole and (count := file.readinto(room)):
                found = adler32(room[:count], found)
    except OSError:
        return None
    return first, found


class Check:
    """Whether kept stamps are still right, and the files of the index are those they were kept with.

    The stamps are to be read before the files are opened, and the check made after it: then all belong together even
    where another process replaces them meanwhile.
    """

    def __init__(self, kept: bytes, database: str, parts: str) -> None:
        self._database = database
        self._parts = parts
        self._beside: Beside | None = None
        self._fresh: bool | None = None
        self._searched: bool | None = None
        self._looked_at: tuple[int, ...] = ()
        self._folders: Sequence[Folder] = ()
        self.seal: Seal | None = None
        if crc32(kept[4:]).to_bytes(4, "big") == kept[:4]:  # damaged stamps fit nothing
            own, stamps = marshal.loads(kept[4:])
            self.seal = Seal(*own)
            self._folders = list(stamps.items())

    def start(self) -> bool:
        """Begin to look at the files beside the caller, where there are enough for that to be worth it.

        Whether that was begun, now or before.
        """
        if self._beside is None and self.seal is not None and self.seal.files >= MANY and hasattr(os, "fork"):
            self._looked_at = _identity(self._database)
            try:
                self._beside = Beside([None, *self._folders], self._fits)
            except OSError:  # as many processes or open files as there may be: then one after the other
                return False
        return self._beside is not None

    def fresh(self) -> bool:
        """Whether the spec files are those that the index was made of, and where that was begun beside the caller, the
        database holds what was written to it; waited for."""
        if self._fresh is None:
            if self._beside is not None:
                self._fresh = self._beside.all()
            else:
                self._fresh = self.seal is not None and all(map(self._fits, self._folders))
        return self._fresh

    def searched(self) -> bool:
        """Whether the database holds what was written to it, as far as queries read it. Where that is looked at beside
        the caller, who has opened it meanwhile: whether it is the same; ``fresh`` has the answer."""
        if self._searched is None:
            beside = self._beside is not None
            self._searched = self._looked_at == _identity(self._database) if beside else self._front_fits()
        return self._searched

    def _fits(self, folder: Folder | None) -> bool:
        """Whether a folder is as it was; for None, whether the front of the database is."""
        if folder is None:
            return self._front_fits()
        path, (ending, kept) = folder
        return stamp(path, ending) == kept

    def _front_fits(self) -> bool:
        seal = self.seal
        found = None if seal is None else checksums(self._database, seal.front, whole=False)
        return seal is not None and found is not None and found[0] == seal.searched

    def sound(self) -> bool:
        """Whether both files hold what was written to them, to the last bit."""
        from catalog.errors import IndexDamaged
        from catalog.index.parts import Parts

        seal = self.seal
        if seal is None or checksums(self._database, seal.front) != (seal.searched, seal.database):
            return False
        try:
            parts = Parts.open(self._parts)
        except (OSError, IndexDamaged):
            return False
        try:
            parts.look_at_all()
        except IndexDamaged:
            return False
        finally:
            parts.close()
        return parts.seal == seal.parts

    def right(self) -> bool:
        """Whether the index is fresh, and sound to the last bit."""
        return self.fresh() and self.sound()


def _identity(path: str) -> tuple[int, ...]:
    """What no other file has that was ever put in its place; nothing where there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return ()
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
