"""Data sets as a holding, one or several together, and the curated specs among them where asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from catalog.collection.duckdb_table import DuckDBTable
from catalog.errors import NotFound
from catalog.model.record import SPECS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.datasets.dataset import DataSet
    from catalog.engine.duckdb import Database
    from catalog.engine.table import Table
    from catalog.errors import Fault
    from catalog.index import Index
    from catalog.model.cited import Cited
    from catalog.model.plant_record import PlantRecord
    from catalog.model.record import Record


class Shelf(DuckDBTable):
    """Data sets, and the specs of an index where one is given, as one table: columns of one name are one column.

    What any method reads was proved first to be what the import wrote (``DataSetDamaged`` otherwise).
    """

    def __init__(self, sets: Sequence[DataSet], specs: Index | None = None) -> None:
        self._sets = {one.manifest.prefix: one for one in sets}
        self._specs = specs

    @cached_property
    def database(self) -> Database:
        return self.opened()

    def opened(self, writes: str | None = None) -> Database:
        """The table once more, for a query that takes as long as it takes and may write this one file."""
        from catalog.engine.duckdb import open_parquet, ready

        ready()  # while the files are looked at
        for one in self._sets.values():
            one.prove()
        paths = [one.path for one in self._sets.values()]
        beside = _table(self._specs) if self._specs is not None else None
        return open_parquet(*paths, beside=beside, writes=writes, seconds=None if writes else 30.0)

    @property
    def sources(self) -> Mapping[str, Cited]:
        own: dict[str, Cited] = dict(self._specs.sources) if self._specs is not None else {}
        return {**own, **{one.name: one.source for one in self._sets.values()}}

    @property
    def plants(self) -> Mapping[str, PlantRecord]:
        return self._specs.plants if self._specs is not None else {}

    @property
    def faults(self) -> Sequence[Fault]:
        return self._specs.faults if self._specs is not None else ()

    def data_sets(self) -> Sequence[str]:
        return [*([SPECS] if self._specs is not None else []), *(one.name for one in self._sets.values())]

    def curated(self) -> list[str]:
        return self._specs.ids() if self._specs is not None else []

    def size(self) -> int:
        own = sum(one.manifest.rows["loaded"] for one in self._sets.values())
        return own + (self._specs.size() if self._specs is not None else 0)

    def has(self, vehicle_id: str) -> bool:
        prefix, colon, _ = vehicle_id.partition(":")
        if colon:
            return prefix in self._sets and self._sets[prefix].has(vehicle_id)
        return self._specs is not None and self._specs.has(vehicle_id)

    def records(self, ids: Sequence[str], fields: Iterable[str] | None = None, derived: bool = False) -> list[Record]:
        wanted = None if fields is None else list(fields)
        by_prefix: dict[str, list[str]] = {}
        for vehicle_id in dict.fromkeys(ids):
            prefix, colon, _ = vehicle_id.partition(":")
            by_prefix.setdefault(prefix if colon else "", []).append(vehicle_id)
        found: dict[str, Record] = {}
        for prefix, own in by_prefix.items():
            holder = self._sets.get(prefix) if prefix else self._specs
            if holder is None:
                raise NotFound("vehicle", own[0])
            found |= zip(own, holder.records(own, wanted, derived), strict=True)
        return [found[vehicle_id] for vehicle_id in ids]


def _table(index: Index) -> Table:
    """The wide table of an index."""
    from catalog.engine.table import Table

    columns = {row[1]: str(row[2]).lower() for row in index.rows("pragma table_info(vehicles)")}
    return Table(index.schema, columns, index.rows("select * from vehicles"))
