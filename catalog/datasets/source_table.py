"""A file or folder to a table, by what its map says it is."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from catalog.datasets.content import Content, read_content
from catalog.datasets.errors import FileRefused
from catalog.datasets.limits import Limits
from catalog.datasets.mapping import Map
from catalog.datasets.rows import Rows
from catalog.datasets.units_row import with_units
from catalog.errors import CatalogError
from catalog.plain import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class SourceTable:
    """The rows of a file, and the files they came from. ``licence_text`` is what travels with the data."""

    name: str
    rows: Rows
    files: Sequence[Content]
    licence_text: str | None = None


#: What a file is by its ending, where the map does not say.
ENDINGS = {
    ".csv": "csv", ".tsv": "csv", ".txt": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json",
    ".parquet": "parquet", ".xlsx": "xlsx", ".xlsm": "xlsx",
}  # fmt: skip
TYPES = ("csv", "jsonl", "json", "parquet", "xlsx", "open-ev")


def read_table(path: str, map_: Map, limits: Limits) -> SourceTable:
    """The table of a file, as its map says that it is written. Raises FileRefused, or CatalogError."""
    kind = map_.file.get("type") or type_of(path, "csv")
    if kind == "open-ev":
        from catalog.datasets.open_ev import read_open_ev

        return read_open_ev(path, limits)
    return read_typed(path, kind, map_.file, limits)


def type_of(path: str, otherwise: str | None = None) -> str:
    """What kind of file a name stands for. Raises FileRefused where that is not known."""
    if os.path.isdir(path):
        raise CatalogError(f"{path} is a folder; name the file in it")
    plain = path.lower().removesuffix(".gz").removesuffix(".zip")
    kind = ENDINGS.get(os.path.splitext(plain)[1], otherwise)
    if kind is None:
        known = ", ".join(ENDINGS)
        raise FileRefused(
            os.path.basename(path), f"its name ends in none of {known} (also with .gz or .zip); rename it to what it is"
        )
    return kind


def read_typed(path: str, kind: str, options: Mapping[str, str], limits: Limits) -> SourceTable:
    """The table of a file of one of ``TYPES``; ``options`` are the ``[file]`` of a map."""
    if os.path.isdir(path):
        raise CatalogError(f"{path} is a folder; name the file in it")
    content = read_content(path, limits)
    return SourceTable(content.name, with_units(_rows(content, kind, options, limits)), [content])


def _rows(content: Content, kind: str, options: Mapping[str, str], limits: Limits) -> Rows:
    name, data = content.name, content.data
    if kind == "jsonl":
        from catalog.datasets.json_rows import read_json_lines

        return read_json_lines(name, data, limits)
    if kind == "json":
        from catalog.datasets.json_rows import read_json

        return read_json(name, data, limits)
    if kind == "parquet":
        from catalog.datasets.parquet_rows import read_parquet_rows

        return read_parquet_rows(name, data, limits)
    if kind == "xlsx":
        from catalog.datasets.workbook import read_workbook

        return read_workbook(name, data, limits, options.get("sheet"))
    from catalog.datasets.delimited import read_delimited

    return read_delimited(name, data, limits, options.get("delimiter", ","), options.get("encoding", "utf-8"))
