"""Imported data sets for programs: open some, list them, get a vehicle, compare vehicles of several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from catalog.collection.opening import open_holding
from catalog.collection.reader import Reader
from catalog.model.record import SPECS
from catalog.query import compile_query, order_by
from catalog.wording.choice import UnitChoice, choose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.collection.names import Match
    from catalog.compare.comparison import Comparison
    from catalog.model.cited import Cited
    from catalog.model.record import Record


class DataSets:
    """The vehicles of data sets as plain records, by id. Make one with ``catalog.open_data_sets("epa", "vca")``.

    A record has what its row says of the vehicle (``make``, ``model`` ...), the claims of its fields
    (``record.values("range")``), its ``data_set`` and the id of its ``row``. An id of another data set
    (``"vca:..."``) is found as well, so that one comparison may go over several.
    """

    def __init__(self, *names: str) -> None:
        from catalog.index import keeping

        self.reader = Reader(open_holding(names or (SPECS,), keeping.open_index))

    def __iter__(self) -> Iterator[str]:
        return iter(self.reader.ids())

    def __len__(self) -> int:
        return self.reader.holding.size()

    def __contains__(self, vehicle_id: object) -> bool:
        return isinstance(vehicle_id, str) and self.reader.is_id(vehicle_id)

    def __getitem__(self, vehicle_id: str) -> Record:
        if vehicle_id not in self:
            raise KeyError(vehicle_id)
        (record,) = self.reader.records([vehicle_id])
        return record

    @property
    def sources(self) -> Mapping[str, Cited]:
        """The data sets as sources (publisher, title, licence ...), by name."""
        return self.reader.sources

    def resolve(self, name: str) -> Match:
        """The vehicle that a name means, with what else it fits. Raises NotFound with the nearest, or Ambiguous."""
        return self.reader.resolve(name)

    def get(self, name: str) -> Record:
        """A vehicle by id or words of its name. Raises NotFound with the nearest, or Ambiguous."""
        return self[self.resolve(name).id]

    def counts(self, by: str, *words: str, where: str | None = None, **filters: str | None) -> dict[str | None, int]:
        """How many vehicles of a list have each value of a property (``make``, ``data_set`` ...); None: not stated."""
        query = None if where is None else compile_query(where, self.reader.schema)
        return self.reader.counts(by, words, query, filters)[0]

    def compare(
        self,
        *names: str,
        units: UnitChoice | str = "metric",
        fields: Iterable[str] | None = None,
        baseline: str | None = None,
        derived: bool = True,
    ) -> Comparison:
        """Vehicles side by side, as ``Catalog.compare``."""
        choice = choose(self.reader.fields, units) if isinstance(units, str) else units
        ids = dict.fromkeys(self.resolve(name).id for name in names)
        base = None if baseline is None else self.resolve(baseline).id
        return self.reader.compare(*ids, units=choice, keys=fields, baseline=base, derived=derived)

    def list(
        self,
        *words: str,
        where: str | None = None,
        sort: str | None = None,
        limit: int | None = None,
        **filters: str | None,
    ) -> list[Record]:
        """Vehicles as ``Catalog.list`` finds them, ``limit`` of them at most. Raises as that does."""
        schema = self.reader.schema
        query = None if where is None else compile_query(where, schema)
        order = "" if sort is None else order_by(sort, schema)[0]
        return self.reader.records(self.reader.select(words, query, order, filters, limit).ids)

    def __repr__(self) -> str:
        return f"<DataSets of {len(self):,} vehicles>"
