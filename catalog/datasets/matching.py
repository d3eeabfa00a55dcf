"""Which file is which publisher's table: by the columns of its header."""

from __future__ import annotations

import csv
import os
from collections.abc import Sequence

from catalog.datasets.content import read_content
from catalog.datasets.errors import FileRefused
from catalog.datasets.limits import Limits
from catalog.datasets.mapping import Map
from catalog.datasets.rows import folded
from catalog.errors import CatalogError

_HEAD = 1 << 17
_ENDINGS = (".csv", ".csv.gz", ".csv.zip")


def files_for(maps: Sequence[Map], path: str, limits: Limits) -> list[tuple[str, Map]]:
    """The file, or the files of a folder, each with the map that fits its header.

    Raises FileRefused where none fits, or two files of a folder are the same data set; CatalogError where it cannot
    be read. A map of another kind of file (layered JSON) takes the path as it is.
    """
    if any(map_.file.get("type", "csv") != "csv" for map_ in maps):
        return [(path, maps[0])]
    if not os.path.isdir(path):
        fitting = fitting_map(maps, path, limits)
        if fitting is None:
            wanted = " or ".join(f"{map_.title} ({', '.join(map_.needed)} ...)" for map_ in maps)
            raise FileRefused(os.path.basename(path), f"its header is not that of {wanted}")
        return [(path, fitting)]
    found: dict[str, tuple[str, Map]] = {}
    for entry in sorted(_entries(path)):
        map_ = fitting_map(maps, entry, limits)
        if map_ is None:
            continue
        if map_.name in found:
            both = f"{os.path.basename(found[map_.name][0])} and {os.path.basename(entry)}"
            raise FileRefused(path, f"{both} are both {map_.title}; name one of them")
        found[map_.name] = (entry, map_)
    if not found:
        wanted = " or ".join(map_.title for map_ in maps)
        raise FileRefused(path, f"no CSV file in it has the header of {wanted}")
    return list(found.values())


def fitting_map(maps: Sequence[Map], path: str, limits: Limits) -> Map | None:
    """The map whose columns a file has: all that it needs, and at least half of all."""
    header = _header(path, limits)
    for map_ in maps:
        names = {folded(name) for name in map_.columns}
        if {folded(name) for name in map_.needed} <= header and len(names & header) * 2 >= len(names):
            return map_
    return None


def _entries(folder: str) -> Sequence[str]:
    try:
        names = os.listdir(folder)
    except OSError as error:
        raise CatalogError(f"cannot read {folder}: {error.strerror}") from None
    return [os.path.join(folder, name) for name in names if name.lower().endswith(_ENDINGS)]


def _header(path: str, limits: Limits) -> set[str]:
    """The names of a file's columns, without case and separators; empty where they cannot be read."""
    try:
        if path.lower().endswith((".gz", ".zip")):
            data = read_content(path, limits).data[:_HEAD]
        else:
            with open(path, "rb") as file:
                data = file.read(_HEAD)
    except OSError as error:
        raise CatalogError(f"cannot read {path}: {error.strerror}") from None
    text = data.decode("utf-8-sig", "replace").lstrip("\r\n")
    try:
        return {folded(name) for name in next(csv.reader(f"{line}\n" for line in text.split("\n")), [])}
    except csv.Error:
        return set()
