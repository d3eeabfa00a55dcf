"""Where data sets lie, and how they stay whole: one lock, everything under another name first, one step that counts.

``<folder>/<name>/manifest.json`` names the generation that is in force, ``vehicles-<digest>.parquet`` is its table and
``report-<digest>.jsonl`` what was not loaded. A new generation is written beside the old one and becomes the data set
when its manifest takes the place of the old manifest; what an import that was killed has left lying is removed by
the next one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from catalog.datasets.errors import DataSetDamaged
from catalog.datasets.manifest import Manifest, from_json
from catalog.datasets.proof import Proof, digest_of
from catalog.errors import CatalogError, NotFound, SettingsError, nearest
from catalog.places import user_specs
from catalog.plain import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing_extensions import Buffer

MANIFEST = "manifest.json"
_CHUNK = 1 << 20
_RETRIES = 5


def user_folder() -> str:
    """The user's folder of data sets (which need not exist). Raises SettingsError without a home."""
    specs = user_specs()
    if specs is None:
        raise SettingsError("there is no home folder to keep data sets in; set XDG_DATA_HOME")
    return os.path.join(os.path.dirname(specs), "datasets")


class Store:
    """The data sets of one folder."""

    def __init__(self, folder: str | None = None) -> None:
        self.folder = os.path.abspath(folder or user_folder())

    def names(self) -> list[str]:
        """The data sets that there are, by name."""
        try:
            entries = os.listdir(self.folder)
        except OSError:
            return []
        return sorted(entry for entry in entries if os.path.isfile(self._path(entry, MANIFEST)))

    def manifest(self, name: str) -> Manifest:
        """What a data set says of itself. Raises NotFound, or DataSetDamaged."""
        found = self.manifest_or_none(name)
        if found is None:
            known = self.names()
            hint = f"there are {', '.join(known)}" if known else "`vehicles import` makes one"
            raise NotFound("data set", name, nearest(name, known), hint)
        return found

    def manifest_or_none(self, name: str) -> Manifest | None:
        """The same; None where there is no such data set."""
        try:
            with open(self._path(name, MANIFEST), "rb") as file:
                data = file.read()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise CatalogError(f"cannot read {error.filename}: {error.strerror}") from None
        return from_json(data, name)

    def opened(self, name: str) -> tuple[Manifest, str, Proof]:
        """A data set's manifest, the path of its table, and the proof, under way, that it is what was written.

        Raises NotFound, or DataSetDamaged.
        """
        for _ in range(_RETRIES):
            manifest = self.manifest(name)
            path = self._path(name, str(manifest.stored["file"]))
            try:
                proof = Proof(name, path, int(manifest.stored["size"]), str(manifest.stored["xxh3_128"]))
            except FileNotFoundError:
                continue  # an import has just replaced this generation
            except OSError as error:
                raise CatalogError(f"cannot read {path}: {error.strerror}") from None
            return manifest, path, proof
        raise DataSetDamaged(name, f"{path} is gone")

    def verified(self, name: str) -> tuple[Manifest, str]:
        """A data set's manifest and the path of its table, which is what was written. Raises NotFound, or
        DataSetDamaged."""
        manifest, path, proof = self.opened(name)
        proof.wait()
        return manifest, path

    @contextmanager
    def lock(self, seconds: float = 60.0) -> Iterator[None]:
        """Nobody else changes data sets until the end of the block. Given back by the system where a process dies."""
        from sqlite3 import Error

        from catalog.locking import is_held, locked

        path = os.path.join(self.folder, ".lock")
        with _told(self.folder):
            os.makedirs(self.folder, exist_ok=True)
            # says why where it cannot be written, which SQLite does not
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o666))
            try:
                lock = locked(path, seconds)
            except Error as error:
                if not is_held(error):
                    raise OSError(str(error)) from None
                raise CatalogError(f"another import has been at work in {self.folder} for {seconds:g} s") from None
        try:
            yield
        finally:
            lock.close()

    def commit(self, manifest: Manifest, table: Buffer, report: bytes) -> Manifest:
        """Make this the data set of its name; call it under the lock. Raises CatalogError, and then nothing has
        changed."""
        digest = digest_of(table)
        file = f"vehicles-{digest[:12]}.parquet"
        report_file = f"report-{digest[:12]}.jsonl" if report else None
        stored = {"file": file, "xxh3_128": digest, "size": memoryview(table).nbytes}
        final = replace(manifest, stored=stored, report=report_file)
        with _told(self._path(manifest.name)):
            os.makedirs(self._path(manifest.name), exist_ok=True)
            self._sweep(manifest.name)
            self._write(manifest.name, file, table)
            if report_file:
                self._write(manifest.name, report_file, report)
            self._write(manifest.name, MANIFEST, final.to_json())
        self._sweep(manifest.name)
        return final

    def remove(self, name: str) -> None:
        """Take a data set out. Raises NotFound, or CatalogError where it cannot be removed."""
        with self.lock():
            if not os.path.isfile(self._path(name, MANIFEST)):
                self.manifest(name)
            with _told(self._path(name)):
                os.unlink(self._path(name, MANIFEST))  # from here on it is no data set
                shutil.rmtree(self._path(name))

    def path(self, name: str, file: str) -> str:
        """The full path of a file of a data set."""
        return self._path(name, file)

    def _path(self, *parts: str) -> str:
        return os.path.join(self.folder, *parts)

    def _write(self, name: str, file: str, data: Buffer) -> None:
        """A file, whole and on the disk, or not there at all."""
        target, partial = self._path(name, file), self._path(name, f".{file}.partial")
        try:
            with open(partial, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(partial, target)
        except BaseException:
            with suppress(OSError):
                os.unlink(partial)
            raise
        _sync_folder(self._path(name))

    def _sweep(self, name: str) -> None:
        """Remove what is not of the generation in force: the former one, and leftovers of imports that were killed."""
        try:
            manifest = self.manifest_or_none(name)
        except DataSetDamaged:
            return  # what can still be looked at is left; the import that comes now replaces the manifest
        kept = {MANIFEST} | ({str(manifest.stored["file"]), str(manifest.report)} if manifest else set())
        for entry in _entries(self._path(name)):
            if entry not in kept and entry.startswith(
                ("vehicles-", "report-", ".vehicles-", ".report-", f".{MANIFEST}")
            ):
                with suppress(OSError):  # on Windows, who still reads the old one holds it
                    os.unlink(self._path(name, entry))


def _entries(folder: str) -> Sequence[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return ()


def _sync_folder(folder: str) -> None:
    if os.name == "nt":
        return  # Windows opens no folders; there the name is on the disk with the file
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _told(folder: str) -> Iterator[None]:
    """Errors of the system as those of this package, with the promise that holds."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise CatalogError(f"cannot write in {folder}: {reason}; what was there before is still in force") from None
