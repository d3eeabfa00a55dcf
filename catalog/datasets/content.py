"""The bytes of a file, unpacked where it is packed, within limits; and the digest by which it is known again."""

from __future__ import annotations

import hashlib
import os

from catalog.datasets.errors import FileRefused
from catalog.datasets.limits import Limits, size_text
from catalog.errors import CatalogError
from catalog.plain import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    class _Reads(Protocol):
        def read(self, size: int = -1, /) -> bytes: ...


_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Content:
    """``data`` is what the file holds after unpacking; ``sha256`` and ``size`` are of the file itself."""

    name: str
    data: bytes
    sha256: str
    size: int


def read_content(path: str, limits: Limits, unpack: bool = True) -> Content:
    """A file's content; of a gzip file or a zip archive of one file, what is packed in it.

    Raises CatalogError where it cannot be read, FileRefused where it is over a limit.
    """
    name = shown_name(path)
    try:
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > limits.bytes:
                raise FileRefused(name, f"{size_text(size)}; at most {size_text(limits.bytes)} are imported")
            raw = file.read(limits.bytes + 1)
    except OSError as error:
        raise CatalogError(f"cannot read {path}: {error.strerror or error}") from None
    if len(raw) > limits.bytes:  # a pipe or a growing file has no size to ask for
        raise FileRefused(name, f"more than {size_text(limits.bytes)}, which is the most that is imported")
    digest = hashlib.sha256(raw).hexdigest()
    data = raw
    if unpack and raw.startswith(_GZIP):
        data = _gunzip(name, raw, limits)
    elif unpack and raw.startswith(_ZIP):
        data = _only_member(name, raw, limits)
    return Content(name, data, digest, len(raw))


def shown_name(path: str) -> str:
    """The name of a file or folder as messages and manifests have it, whatever bytes it is made of."""
    return os.path.basename(os.path.abspath(path)).encode("utf-8", "replace").decode()


def bounded(file: str, stream: _Reads, limits: Limits) -> bytes:
    """All of a stream that unpacks as it is read. Raises FileRefused where it is more than may be."""
    data = stream.read(limits.unpacked + 1)
    if len(data) > limits.unpacked:
        most = size_text(limits.unpacked)
        raise FileRefused(file, f"unpacks to more than {most}, which is the most that is imported")
    return data


def _gunzip(file: str, raw: bytes, limits: Limits) -> bytes:
    import gzip
    import io
    import zlib

    try:
        with gzip.GzipFile(fileobj=io.BytesIO(raw)) as stream:
            return bounded(file, stream, limits)
    except (OSError, EOFError, zlib.error) as error:
        raise FileRefused(file, f"is damaged: {error}") from None


def _only_member(file: str, raw: bytes, limits: Limits) -> bytes:
    import io
    import zipfile
    import zlib

    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            if any(member.filename.startswith("xl/") for member in members):
                return raw  # a workbook is a zip archive of its own kind
            if len(members) != 1:
                raise FileRefused(file, f"holds {len(members):,} files; unpack it and name the one to import")
            with archive.open(members[0]) as stream:
                return bounded(file, stream, limits)
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise FileRefused(file, f"is damaged, or packed in a way that is not known: {error}") from None
