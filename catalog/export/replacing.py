"""Write a file whole or not at all: under another name beside it, on the disk, then in its place in one step."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from secrets import token_hex

from catalog.errors import CatalogError


@contextmanager
def replacement(file: str) -> Iterator[str]:
    """A name to write to; at the end of the block what was written is on the disk and takes the place of ``file``.

    A file that was there keeps its rights, and a link its name: what it points to is replaced. Raises CatalogError
    where it cannot be written, and then what was there before is as it was.
    """
    target = os.path.realpath(file)
    folder, name = os.path.split(target)
    partial = os.path.join(folder, f".{name}.{os.getpid()}-{token_hex(4)}.partial")
    try:
        yield partial
        with suppress(FileNotFoundError):
            os.chmod(partial, stat.S_IMODE(os.stat(target).st_mode))
        _to_disk(partial)
        os.replace(partial, target)
        _to_disk(folder)
    except OSError as error:
        raise CatalogError(f"cannot write {file}: {error.strerror or error}") from None
    finally:
        with suppress(FileNotFoundError):
            os.unlink(partial)


def _to_disk(path: str) -> None:
    if os.name == "nt" and os.path.isdir(path):
        return  # Windows opens no folders; there the name is on the disk with the file
    descriptor = os.open(path, os.O_RDONLY if os.path.isdir(path) else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
