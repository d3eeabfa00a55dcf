"""The snapshot in force: made anew, beside the one that answers, when spec files change."""

from __future__ import annotations

import logging
import multiprocessing
import signal
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from catalog.errors import CatalogError
from catalog.index.freshness import survey
from catalog.index.keeping import open_index
from catalog.index.place import absolute
from catalog.index.serving import open_several
from catalog.places import default_specs
from catalog.web.snapshot import Snapshot, version_of

if TYPE_CHECKING:
    from catalog.index.freshness import Stamps

log = logging.getLogger("vehicles.web")
#: As many queries run at once.
QUERIES = 4
_PATIENCE = 5.0  # seconds that the end waits for an index that is being made


class Live:
    """The catalog of some spec folders, kept up to date by a thread between ``start`` and ``stop``."""

    def __init__(
        self, specs: Sequence[str] = (), *, cache: bool = True, every: float = 2.0, seconds: float = 2.0
    ) -> None:
        """The folders are looked at ``every`` so many seconds; a query may take ``seconds``.

        Raises CatalogError where no catalog can be read.
        """
        self._specs = tuple(specs)
        self._cache = cache
        self._every = every
        self._seconds = seconds
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._stamps = self._survey()
        self.snapshot = self._read()

    def start(self) -> None:
        """Begin to look for changes."""
        self._thread = threading.Thread(target=self._watch, name="catalog", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(_PATIENCE)

    def refresh(self) -> bool:
        """Read the catalog anew where its files have changed; what cannot be read leaves the old one in force."""
        stamps = self._survey()
        if stamps == self._stamps:
            return False
        self._stamps = stamps
        try:
            self._build()
            found = self._read()
        except (CatalogError, OSError) as error:
            log.warning("the catalog stays as it was: %s", error)
            return False
        if found.version == self.snapshot.version:
            return False
        self.snapshot = found
        log.info("the spec files have changed; now %d vehicles, version %s", len(found.names), found.version)
        return True

    def _watch(self) -> None:
        while not self._stopping.wait(self._every):
            try:
                self.refresh()
            except Exception:  # a fault of ours, which must not end the looking
                log.exception("the catalog stays as it was")

    def _survey(self) -> Stamps:
        return survey([absolute(root) for root in self._specs or default_specs()])

    def _build(self) -> None:
        """Make the index anew in a process of its own, so that requests are answered at full speed meanwhile."""
        if self._cache:
            context = multiprocessing.get_context("spawn")
            builder = context.Process(target=_make_index, args=(self._specs,), daemon=True)
            builder.start()
            builder.join()

    def _read(self) -> Snapshot:
        indexes, digests = open_several(self._specs, QUERIES, cache=self._cache)
        return Snapshot(indexes, version_of(digests), self._seconds)


def _make_index(specs: Sequence[str]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends this too
    open_index(specs).close()
