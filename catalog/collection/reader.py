"""The catalog as commands read it: records from an index, found by name, filter and query, without the models."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from catalog.collection.names import Match, resolve
from catalog.compare.rows import side_by_side
from catalog.plain import dataclass
from catalog.wording.choice import UnitChoice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.collection.facets import Facets
    from catalog.compare.comparison import Comparison
    from catalog.errors import Fault
    from catalog.index import Index
    from catalog.model.cited import Cited
    from catalog.model.plant_record import PlantRecord
    from catalog.model.record import Record
    from catalog.model.table import FieldTable
    from catalog.query import Query, Schema


#: As many vehicles are counted for a message in a few milliseconds; of more a list only says that there are more.
_COUNTED = 100_000


@dataclass(frozen=True, slots=True)
class Selection:
    """Ids of vehicles, and how many there are without limit and offset (None: more than are worth counting)."""

    ids: Sequence[str]
    total: int | None


class Reader:
    """Vehicles, sources and plants of an index."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._names: dict[str, Record] = {}

    @property
    def schema(self) -> Schema:
        """What queries may name."""
        return self.index.schema

    @property
    def fields(self) -> FieldTable:
        """The field table."""
        return self.index.fields

    @property
    def sources(self) -> Mapping[str, Cited]:
        return self.index.sources

    @property
    def plants(self) -> Mapping[str, PlantRecord]:
        return self.index.plants

    @property
    def faults(self) -> Sequence[Fault]:
        return self.index.faults

    @property
    def names(self) -> Mapping[str, Record]:
        """The identity of every vehicle by its id."""
        if not self._names:
            self._names = self.index.names()
        return self._names

    def resolve(self, name: str) -> Match:
        """The vehicle a name means: an id, alias, prefix, or words of its name, with what else it fits."""
        return Match(name, True) if self.index.has(name) else resolve(name, self.names)

    def records(
        self, ids: Sequence[str] | None = None, fields: Iterable[str] | None = None, derived: bool = False
    ) -> list[Record]:
        """Vehicles with their claims (of some fields alone, where they are named), all vehicles where no ids are;
        ``derived`` adds the figures that follow from their claims."""
        return self.index.records(self.index.ids() if ids is None else ids, fields, derived)

    def select(
        self,
        words: Sequence[str] = (),
        query: Query | None = None,
        order: str = "",
        filters: Mapping[str, str | None] | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Selection:
        """The vehicles that match the query, every filter and every word, in an ``order_by``'s order."""
        condition, parameters = self._condition(words, query, filters)
        where = f" where {condition}" if condition else ""
        statement = f"select id from vehicles{where} order by {order or 'id'}"
        if limit is None and not offset:
            ids = [row[0] for row in self.index.rows(statement, parameters)]
            return Selection(ids, len(ids))
        # one more than asked for, which tells whether there are more without counting them
        some = [-1 if limit is None else limit + 1, offset]
        ids = [row[0] for row in self.index.rows(f"{statement} limit ? offset ?", [*parameters, *some])]
        if limit is None or (len(ids) <= limit and (ids or not offset)):
            return Selection(ids, offset + len(ids))
        total = None
        if self.index.rows("select max(rowid) from vehicles")[0][0] <= _COUNTED:
            total = self.index.rows(f"select count(*) from vehicles{where}", parameters)[0][0]
        return Selection(ids[:limit], total)

    def facets(
        self,
        words: Sequence[str] = (),
        query: Query | None = None,
        filters: Mapping[str, str | None] | None = None,
        stems: Sequence[str] = (),
    ) -> Facets:
        """What the vehicles of a ``select`` are: counts of properties, and spans of the columns with these stems."""
        from catalog.collection.facets import facets

        return facets(self.index, *self._condition(words, query, filters), stems)

    def _condition(
        self, words: Sequence[str], query: Query | None, filters: Mapping[str, str | None] | None
    ) -> tuple[str, list[Any]]:
        """One SQL condition for all (empty: every vehicle), and its parameters."""
        from catalog.collection.filters import conditions

        texts, parameters = conditions(self.index, words, filters or {})
        if query is not None:
            texts.insert(0, f"({query.where})")
            parameters = [*query.parameters, *parameters]
        return " and ".join(texts), parameters

    def compare(
        self,
        *names: str,
        units: UnitChoice | None = None,
        keys: Iterable[str] | None = None,
        baseline: str | None = None,
        derived: bool = True,
    ) -> Comparison:
        """Vehicles side by side, by their ids. ``keys`` chooses and orders fields."""
        wanted = None if keys is None else list(keys)
        records = self.records(list(dict.fromkeys(names)), wanted, derived)
        return side_by_side(
            records,
            lambda claim: claim.kept_head,
            units or UnitChoice(),
            keys=wanted,
            baseline=baseline,
            derived=derived,
        )
