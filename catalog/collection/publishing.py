"""Publish a holding: its table of vehicles, each vehicle's record, and what the records cite."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack

from catalog.collection.packed import ALIASES, NAME, PLACE, RECORD, as_json, pack_plants, pack_record, pack_sources
from catalog.engine.archive import TOGETHER, ArchiveWriter
from catalog.engine.folding import folded
from catalog.engine.publish import is_server, publish
from catalog.engine.table import Table, columns_of
from catalog.errors import CatalogError
from catalog.places import default_specs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.collection.holding import Holding
    from catalog.engine.table import Value
    from catalog.model.record import Record

_PAGE = 512


def publish_holding(
    holding: Holding,
    target: str,
    about: Mapping[str, Any],
    progress: Callable[[str, float], None] = lambda step, share: None,
) -> int:
    """Write all vehicles to a PostgreSQL URL or a Parquet file, whole or not at all. Gives how many there are.

    ``about`` says when, by which version and from what; ``progress`` is told which share of it is done.

    Raises as ``catalog.engine.publish.publish`` does.
    """
    ids = holding.ids()
    texts = {
        "sources": pack_sources(holding.sources),
        "plants": pack_plants(holding.plants),
        "about": as_json({"vehicles": len(ids), "data_sets": holding.data_sets(), **about}),
    }
    with ExitStack() as stack:
        archive = None
        if not is_server(target):
            archive = ArchiveWriter(stack.enter_context(_scratch(target)))
        columns = columns_of(holding.schema)
        further = {NAME: "text", ALIASES: "text"} | ({RECORD: "text"} if archive is None else {PLACE: "real"})
        table = Table(holding.schema, columns | further, _Rows(holding, ids, list(columns), archive, progress))
        publish(table, target, texts, archive.file if archive is not None else None)
    return len(ids)


def _scratch(target: str) -> Any:
    """A file without a name, on the disk that is written to."""
    from tempfile import TemporaryFile

    folder = os.path.dirname(os.path.abspath(target))
    try:
        return TemporaryFile(dir=folder)
    except OSError as error:
        raise CatalogError(f"cannot write {target}: {error.strerror}") from None


class _Rows:
    """The rows of a table, read and made while they are stored."""

    def __init__(
        self,
        holding: Holding,
        ids: Sequence[str],
        columns: Sequence[str],
        archive: ArchiveWriter | None,
        progress: Callable[[str, float], None],
    ) -> None:
        self._holding = holding
        self._ids = ids
        self._statement = f"select {', '.join(columns)} from vehicles where id in "
        self._archive = archive
        self._progress = progress

    def __iter__(self) -> Iterator[tuple[Value, ...]]:
        for start in range(0, len(self._ids), _PAGE):
            self._progress("writing", start / len(self._ids))
            some = self._ids[start : start + _PAGE]
            marks = ", ".join("?" * len(some))
            wide = {row[0]: row for row in self._holding.rows(f"{self._statement}({marks})", some)}
            records = self._holding.records(some)
            kept = self._kept([pack_record(record) for record in records])
            for record, record_or_place in zip(records, kept, strict=True):
                yield (*wide[record.id], *_names(record), record_or_place)
        self._progress("closing", 1.0)

    def _kept(self, texts: list[str]) -> list[Value]:
        """What the table holds of each record: the record, or its place in the archive."""
        if self._archive is None:
            return [*texts]
        blocks = [texts[start : start + TOGETHER] for start in range(0, len(texts), TOGETHER)]
        return [place for block in blocks for place in [self._archive.add(block)] * len(block)]


def _names(record: Record) -> tuple[Value, Value]:
    parts = (record.id, record.make, record.model, record.version, record.vehicle_type)
    return folded(" ".join(parts)), folded("\n".join(record.aliases)) or None


def spec_files(specs: Sequence[str]) -> dict[str, str]:
    """The SHA-256 of the files of spec folders (of the shipped and the user's where none is named), by their paths in
    them."""
    from catalog.index.freshness import digests

    roots = tuple(map(os.path.abspath, specs)) or default_specs()
    found = {}
    for root in roots:
        for path, digest in digests((root,)).items():
            if os.path.isfile(path):
                found[os.path.relpath(path, root).replace(os.sep, "/")] = digest
    return found
