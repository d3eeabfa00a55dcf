"""A data set of the user's catalog: found by name, proved unchanged, searched by DuckDB, shown as records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from catalog.datasets.manifest import Manifest
from catalog.datasets.names import FINDINGS, ROW
from catalog.datasets.proof import Proof
from catalog.datasets.store import Store
from catalog.errors import NotFound
from catalog.model.cited import Cited

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.datasets.records import RowReader
    from catalog.engine.duckdb import Database
    from catalog.model.record import Record

#: As many rows are read at once.
_MANY = 10_000


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
        self.licence = manifest.licence
        self.version = manifest.version
        self.vehicles = manifest.rows["loaded"]
        self._values = sum(int(place["rows"]) for column in manifest.columns for place in column["placed"])
        files = ", ".join(f"{file['name']} (SHA-256 {str(file['sha256'])[:12]})" for file in manifest.files)
        self.note = f"Data set {manifest.name}, {manifest.version}; licence: {manifest.licence}; imported from {files}"

    @property
    def citation(self) -> str:
        """Publisher, title, version, url on one line as a footnote, with the licence; without what nobody stated."""
        parts = [self.publisher, f"“{self.title}”", self.version, self.url or ""]
        stated = ", ".join(part for part in parts if part and not part.endswith("not stated"))
        return stated if self.licence == "not stated" else f"{stated}; licence: {self.licence}"

    @property
    def counted(self) -> int:
        return self._values

    def as_dict(self) -> dict[str, Any]:
        """Its parts by name, as JSON has them, with licence, version and how many vehicles there are."""
        own = {"licence": self.licence, "version": self.version, "vehicles": self.vehicles}
        return {**super().as_dict(), **own}


class DataSet:
    """One data set. Make one with ``DataSet.open``.

    Whether its table is what the import wrote is looked at while the engine is started; nothing is read of it before
    that is proved.
    """

    def __init__(self, manifest: Manifest, path: str, proof: Proof) -> None:
        self.manifest = manifest
        self.name = manifest.name
        self.path = path
        self._proof = proof

    @classmethod
    def open(cls, name: str, store: Store | None = None) -> DataSet:
        """The data set of this name. Raises NotFound, or DataSetDamaged."""
        return cls(*(store or Store()).opened(name))

    def prove(self) -> None:
        """Raises DataSetDamaged where its table is not what the import wrote."""
        self._proof.wait()

    @cached_property
    def source(self) -> DataSource:
        """The data set as a source: publisher, title, licence, version and file."""
        return DataSource(self.manifest)

    @cached_property
    def database(self) -> Database:
        """The table for queries (``catalog.engine.duckdb.select_ids``)."""
        from catalog.engine.duckdb import open_parquet, ready

        ready()  # while the file is looked at
        self.prove()
        return open_parquet(self.path)

    @cached_property
    def _reader(self) -> RowReader:
        from catalog.datasets.map_file import from_data
        from catalog.datasets.records import RowReader

        header = tuple(str(column["header"]) for column in self.manifest.columns)
        return RowReader(
            self.name, self.manifest.prefix, from_data(self.manifest.map, f"the map of {self.name}"), header
        )

    def has(self, vehicle_id: str) -> bool:
        """Whether there is a vehicle with this id."""
        return bool(self.database.rows("select 1 from vehicles where id = ? limit 1", (vehicle_id,)))

    def row(self, vehicle_id: str) -> dict[str, Any]:
        """A row as it was published: the cells by the publisher's headers, and the row's own id. Raises NotFound."""
        headers = [str(column["header"]) for column in self.manifest.columns]
        (row,) = self._rows([vehicle_id], headers)
        return {ROW: row[1], **dict(zip(headers, row[3:], strict=True))}

    def records(self, ids: Sequence[str], fields: Iterable[str] | None = None, derived: bool = False) -> list[Record]:
        """The vehicles with these ids, in this order, with their claims (of some fields only, where they are named),
        and with the figures that follow from them where asked. Raises NotFound for one that is not there."""
        wanted = None if fields is None else set(fields)
        if wanted is not None and derived and any(key.startswith("derived_") for key in wanted):
            wanted = None  # a figure that follows may follow from any other
        reader = self._reader.of(wanted)
        found = []
        for start in range(0, len(ids), _MANY):
            for _, row, findings, *cells in self._rows(ids[start : start + _MANY], reader.header):
                found.append(reader.record(row, cells, findings))
        if derived:
            from catalog.compare.derived import with_derived

            found = [with_derived(record) for record in found]
        return found

    def _rows(self, ids: Sequence[str], headers: Sequence[str]) -> list[tuple[Any, ...]]:
        """Id, the row's own id, findings, and the cells under these headers, of each of these vehicles."""
        wanted = list(dict.fromkeys(ids))
        if not wanted:
            return []
        names = {str(column["header"]): str(column["name"]) for column in self.manifest.columns}
        listed = ", ".join(("id", ROW, FINDINGS, *(names[header] for header in headers)))
        rows = self.database.rows(f"select {listed} from vehicles where id in (select unnest(?::varchar[]))", (wanted,))
        found = {row[0]: row for row in rows}
        for vehicle_id in wanted:
            if vehicle_id not in found:
                raise NotFound("vehicle", vehicle_id, (), f"not in the data set {self.name}")
        return [found[vehicle_id] for vehicle_id in ids]
