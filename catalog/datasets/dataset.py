"""A data set of the user's catalog: found by name, proved unchanged, searched by DuckDB, shown as records."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from catalog.datasets.manifest import Manifest
from catalog.datasets.names import FINDINGS, ROW
from catalog.datasets.store import Store
from catalog.errors import NotFound
from catalog.model.cited import Cited

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.datasets.records import RowReader
    from catalog.engine.duckdb import Database
    from catalog.model.record import Record


class DataSource(Cited):
    """A data set as the source that its values cite."""

    def __init__(self, manifest: Manifest) -> None:
        self.id = manifest.name
        self.publisher = manifest.publisher
        self.title = manifest.title
        self.date = None
        self.url = manifest.url
        self.kind = manifest.kind
        self.mirror = False
        self.low_trust = False
        files = ", ".join(f"{file['name']} (SHA-256 {str(file['sha256'])[:12]})" for file in manifest.files)
        self.note = f"Data set {manifest.name}, {manifest.version}; licence: {manifest.licence}; imported from {files}"


class DataSet:
    """One data set. Make one with ``DataSet.open``, which proves that its table is what the import wrote."""

    def __init__(self, manifest: Manifest, path: str) -> None:
        self.manifest = manifest
        self.name = manifest.name
        self.path = path

    @classmethod
    def open(cls, name: str, store: Store | None = None) -> DataSet:
        """The data set of this name. Raises NotFound, or DataSetDamaged; reads the whole table once to prove it."""
        return cls(*(store or Store()).verified(name))

    @property
    def source(self) -> DataSource:
        """The data set as a source: publisher, title, licence, version and file."""
        return DataSource(self.manifest)

    @cached_property
    def database(self) -> Database:
        """The table for queries (``catalog.engine.duckdb.select_ids``)."""
        from catalog.engine.duckdb import open_parquet

        return open_parquet(self.path)

    @cached_property
    def _reader(self) -> RowReader:
        from catalog.datasets.map_file import from_data
        from catalog.datasets.records import RowReader

        header = tuple(str(column["header"]) for column in self.manifest.columns)
        return RowReader(
            self.name, self.manifest.prefix, from_data(self.manifest.map, f"the map of {self.name}"), header
        )

    def row(self, vehicle_id: str) -> dict[str, Any]:
        """A row as it was published: the cells by the publisher's headers, and the row's own id. Raises NotFound."""
        ((_, row, _, cells),) = self._rows([vehicle_id])
        return {ROW: row, **cells}

    def records(self, ids: Sequence[str]) -> list[Record]:
        """The vehicles with these ids, in this order. Raises NotFound for one that is not there."""
        return [self._reader.record(row, cells, findings) for _, row, findings, cells in self._rows(ids)]

    def _rows(self, ids: Sequence[str]) -> list[tuple[str, str, str | None, dict[str, str | None]]]:
        wanted = list(dict.fromkeys(ids))
        if not wanted:
            return []
        columns = {str(column["name"]): str(column["header"]) for column in self.manifest.columns}
        listed = ", ".join(("id", ROW, FINDINGS, *columns))
        marks = ", ".join(["?"] * len(wanted))
        with self.database.cursor() as cursor:
            rows = cursor.execute(f"select {listed} from vehicles where id in ({marks})", wanted).fetchall()
        found = {row[0]: (*row[:3], dict(zip(columns.values(), row[3:], strict=True))) for row in rows}
        for vehicle_id in wanted:
            if vehicle_id not in found:
                raise NotFound("vehicle", vehicle_id, (), f"not in the data set {self.name}")
        return [found[vehicle_id] for vehicle_id in ids]
