"""From a publisher's file to a data set of the user's catalog, in one transaction."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from catalog.datasets.background import Thread
from catalog.datasets.errors import DataSetDamaged, FileRefused, LibraryMissing
from catalog.datasets.limits import DEFAULT, Limits
from catalog.datasets.manifest import Manifest
from catalog.datasets.mapping import Map
from catalog.datasets.release import release_of
from catalog.datasets.rows import Reject
from catalog.datasets.source_table import SourceTable, read_table
from catalog.datasets.store import Store
from catalog.errors import SettingsError
from catalog.model.record import ALL, SPECS
from catalog.plain import dataclass, replace
from catalog.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.datasets.changes import Changes
    from catalog.datasets.frame import Frame
    from catalog.datasets.wide import Wide

Progress = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did. ``rejected`` and ``unread`` are also in the report beside the data set.

    ``changes`` is what differs from the former generation; None where there was none, or where it was damaged.
    """

    manifest: Manifest
    folder: str
    rejected: Sequence[Reject]
    unread: Sequence[Reject]
    changes: Changes | None
    damaged: str | None = None


def import_file(
    path: str,
    map_: Map,
    store: Store | None = None,
    *,
    name: str | None = None,
    version: str | None = None,
    force: bool = False,
    limits: Limits = DEFAULT,
    progress: Progress = lambda step, share: None,
) -> Imported:
    """Import a file or folder through its map and make it the data set ``name`` (else the map's).

    Raises CatalogError, and then the data set is what it was before: FileRefused for a file that is none, or over a
    limit, MapError for a map that does not fit, SettingsError for a name that another publisher's data have, which
    ``force`` lets it take.
    """
    progress("reading", 0.0)
    with Thread(read_table, path, map_, limits) as reading:
        _prepare()  # what takes the interpreter, while the file is read, which hardly does
    table = reading.result()
    return import_table(table, map_, store, name=name, version=version, force=force, limits=limits, progress=progress)


def import_table(
    table: SourceTable,
    map_: Map,
    store: Store | None = None,
    *,
    name: str | None = None,
    version: str | None = None,
    force: bool = False,
    limits: Limits = DEFAULT,
    progress: Progress = lambda step, share: None,
) -> Imported:
    """The same for a table that was read already."""
    _prepare()
    from catalog.datasets.choosing import chosen
    from catalog.datasets.frame import Frame
    from catalog.datasets.wide import parquet_of, wide_table

    prefix = name or map_.prefix
    name = name or map_.name
    if name in (SPECS, ALL):
        raise SettingsError(f"no data set can be called {name!r}, which names something else; name it otherwise (--as)")
    store = store or Store()
    if not force:
        check_owner(store, name, map_)
    frame = Frame(table.name, table.rows, map_)
    progress("converting", 0.3)
    rows, ids, left_out = chosen(frame)
    if rows.count == 0:
        raise FileRefused(table.name, nothing_loaded([*table.rows.rejected, *left_out]))
    if left_out:
        frame = Frame(table.name, rows, map_)
    wide = wide_table(frame, ids, name, prefix)
    rejected = sorted([*table.rows.rejected, *left_out], key=lambda reject: reject.line)
    progress("writing", 0.7)
    data = parquet_of(wide.table)
    manifest = _manifest(table, frame, wide, (name, prefix), version, len(rejected))
    report = _report(rejected, wide.unread, limits)
    with store.lock():
        if not force:
            check_owner(store, name, map_)
        _check_prefix(store, name, prefix)
        changes, damaged = _changes(store, manifest, wide)
        final = store.commit(manifest, data, report)
    progress("done", 1.0)
    return Imported(final, store.path(name, ""), tuple(rejected), wide.unread, changes, damaged)


def _prepare() -> None:
    """Import what converts and writes. Raises LibraryMissing."""
    try:
        import catalog.datasets.choosing
        import catalog.datasets.wide
        import catalog.model.dates  # noqa: F401
    except ImportError:
        raise LibraryMissing("pyarrow") from None


def nothing_loaded(rejected: Sequence[Reject]) -> str:
    """Why a table has no row that can be loaded."""
    if not rejected:
        return "has a header and no rows"
    return f"has no row that can be loaded; the first, on line {rejected[0].line}: {rejected[0].reason}"


def _manifest(
    table: SourceTable, frame: Frame, wide: Wide, names: tuple[str, str], version: str | None, rejected: int
) -> Manifest:
    from datetime import UTC, datetime

    map_, rows = frame.map, frame.rows
    placed: dict[int, list[dict[str, Any]]] = {}
    for column, key, definition, count in wide.filled:
        place = frame.position(column)
        if place is not None:
            placed.setdefault(place, []).append({"field": key, "definition": definition, "rows": count})
    held = {frame.position(column): one for column, one in wide.withheld.items()}
    columns_by_header = _source_names(frame)
    identity = {frame.position(column) for column in _identity_columns(map_)}
    unknown = set(frame.unknown)
    columns = []
    for place, header in enumerate(rows.header):
        entry: dict[str, Any] = {"header": header, "name": columns_by_header[header], "placed": placed.get(place, [])}
        reason = frame.kept_reason(header) if not entry["placed"] and place not in identity else None
        if reason is not None:
            entry["kept"] = reason
        elif not entry["placed"] and place not in identity:
            known = header not in unknown
            entry["kept"] = "no row has a value that is placed" if known else "the map does not know this column"
        if place in held:
            entry |= {"values": held[place].values, "withheld": held[place].withheld}
        columns.append(entry)
    return Manifest(
        name=names[0],
        prefix=names[1],
        title=map_.title,
        publisher=map_.publisher,
        licence=map_.licence,
        url=map_.url,
        kind=map_.kind,
        version=version or release_of(frame, table) or "version not stated",
        imported=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        importer=__version__,
        files=[{"name": file.name, "sha256": file.sha256, "size": file.size} for file in table.files],
        rows={
            "read": rows.count + rejected,
            "loaded": rows.count,
            "rejected": rejected,
            "unread": len(wide.unread),
        },
        columns=columns,
        map=map_.data,
        stored={},
        licence_text=table.licence_text,
        told=table.rows.told,
        absent=frame.absent,
        unknown=[
            {"what": what, "column": column, "text": text, "rows": count}
            for (what, column, text), count in sorted(wide.unknown.items(), key=lambda entry: -entry[1])
        ],
        findings=dict(wide.findings),
    )


def _source_names(frame: Frame) -> dict[str, str]:
    from catalog.datasets.names import source_names

    return {header: name for name, header in source_names(frame.rows.header).items()}


def _identity_columns(map_: Map) -> Sequence[str]:
    """The columns that say what a vehicle is, or whether another column counts."""
    bare = replace(map_, places=(), kept={}, checks=())
    tested = [column for place in map_.places for column in place.columns if column != place.column]
    return [*bare.columns, *tested]


def _report(rejected: Sequence[Reject], unread: Sequence[Reject], limits: Limits) -> bytes:
    """One JSON line for each row that was not loaded and each value that was not read."""
    lines = []
    for what, entries in (("row", rejected), ("value", unread)):
        for entry in entries[: limits.rejects]:
            parts = {"line": entry.line, "column": entry.column, "reason": entry.reason, "text": entry.text}
            lines.append(json.dumps({"not loaded": what, **parts}, ensure_ascii=False))
        if len(entries) > limits.rejects:
            lines.append(json.dumps({"not loaded": what, "reason": f"{len(entries) - limits.rejects:,} more"}))
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")


def check_owner(store: Store, name: str, map_: Map) -> None:
    """Nobody's data take the place of another publisher's by their name alone. Raises SettingsError."""
    from catalog.datasets.map_file import known_maps, shipped_map

    cure = "name this one otherwise (--as), or replace it (--force)"
    if name in known_maps() and (owner := shipped_map(name).publisher) != map_.publisher:
        raise SettingsError(f"the name {name} is for the data of {owner}; {cure}")
    try:
        former = store.manifest_or_none(name)
    except DataSetDamaged:
        return
    if former is None:
        return
    owners = former.publisher, str(former.map.get("name"))
    if owners[0] != map_.publisher:
        raise SettingsError(f"the data set {name} is of another publisher, {owners[0]} ({former.title}); {cure}")
    if owners[1] != map_.name:
        raise SettingsError(f"the data set {name} was imported with another map, {owners[1]} ({former.title}); {cure}")


def _check_prefix(store: Store, name: str, prefix: str) -> None:
    """An id says by its beginning which data set it is of, so that no two may have the same."""
    for other in store.names():
        if other == name:
            continue
        try:
            taken = store.manifest(other).prefix
        except DataSetDamaged:
            continue
        if taken == prefix:
            raise SettingsError(
                f"the ids of the data set {other} begin with {prefix}: too; name this one otherwise (--as)"
            )


def _changes(store: Store, manifest: Manifest, wide: Wide) -> tuple[Changes | None, str | None]:
    """What differs from the generation in force."""
    from catalog.datasets.changes import changes

    try:
        if store.manifest_or_none(manifest.name) is None:
            return None, None
        former, path = store.verified(manifest.name)
    except DataSetDamaged as error:
        return None, error.reason
    return changes(path, _by_header(former), wide.table, _by_header(manifest)), None


def _by_header(manifest: Manifest) -> Mapping[str, str]:
    return {str(column["header"]): str(column["name"]) for column in manifest.columns}
