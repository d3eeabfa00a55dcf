"""Whether a stored file is what was written: its XXH3-128 digest, taken beside what is done with the file.

A flipped bit in a Parquet file is another number in most cases, and no error. SHA-256 finds it too, at about one
gigabyte a second; XXH3 reads as fast as memory does, so that looking costs less than starting the engine. It is no
proof against somebody who means harm: who can write the file can write its manifest.
"""

from __future__ import annotations

import os

from catalog.datasets.background import Thread
from catalog.datasets.errors import DataSetDamaged
from catalog.engine.seal import xxh3

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

    from typing_extensions import Buffer

_CHUNK = 1 << 18  # as much as stays in the processor's own memory


class Proof:
    """A file being looked at, in a thread of its own. It is opened at once: FileNotFoundError where it is gone."""

    def __init__(self, name: str, path: str, size: int, digest: str) -> None:
        self._name = name
        self._path = path
        self._expected = digest
        self._done = False
        stream = open(path, "rb", buffering=0)  # noqa: SIM115 - the thread closes it
        if os.fstat(stream.fileno()).st_size != size:
            stream.close()
            raise DataSetDamaged(name, f"{path} is not as long as it was")
        self._call = Thread(_digest_and_close, stream)
        self._call.start()

    def wait(self) -> None:
        """Until it is known. Raises DataSetDamaged where it is not what was written."""
        if self._done:
            return
        try:
            digest = self._call.result()
        except OSError as error:
            raise DataSetDamaged(self._name, f"{self._path} cannot be read: {error.strerror or error}") from None
        if digest != self._expected:
            raise DataSetDamaged(self._name, f"{self._path} is not what was written")
        self._done = True


def digest_of(data: Buffer) -> str:
    """The digest of bytes, as hexadecimal digits."""
    digest = xxh3()
    digest.update(data)
    return str(digest.hexdigest())


def _digest_and_close(stream: BinaryIO) -> str:
    digest = xxh3()
    chunk = bytearray(_CHUNK)
    view = memoryview(chunk)
    with stream:
        while count := stream.readinto(chunk):  # type: ignore[attr-defined]
            digest.update(view[:count])
    return str(digest.hexdigest())
