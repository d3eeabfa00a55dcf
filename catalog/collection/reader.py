"""The catalog as commands read it: records of a holding, found by name, filter and query, without the models."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from catalog.errors import NotFound
from catalog.model.record import SPECS
from catalog.plain import dataclass, replace
from catalog.wording.choice import UnitChoice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.collection.facets import Facets
    from catalog.collection.holding import Holding
    from catalog.collection.names import Match
    from catalog.compare.comparison import Comparison
    from catalog.engine.relation import Relation
    from catalog.errors import Fault
    from catalog.model.cited import Cited
    from catalog.model.claim import Claim
    from catalog.model.plant_record import PlantRecord
    from catalog.model.record import Record
    from catalog.model.table import FieldTable
    from catalog.query import Query, Schema
    from catalog.wording.definitions import Definition
    from catalog.wording.heads import Head


#: As many vehicles are counted for a message in a few milliseconds; of more a list only says that there are more.
_COUNTED = 100_000
_NO_LIMIT = 2**62


@dataclass(frozen=True, slots=True)
class Selection:
    """Ids of vehicles, and how many there are without limit and offset (None: more than are worth counting)."""

    ids: Sequence[str]
    total: int | None


class Reader:
    """Vehicles, sources and plants of a holding.

    A vehicle whose id is that of a data set (``epa:47000``) is found beside those of the holding.
    """

    def __init__(self, holding: Holding) -> None:
        self.holding = holding
        self._others: dict[str, Holding] = {}

    @property
    def schema(self) -> Schema:
        """What queries may name."""
        return self.holding.schema

    @property
    def fields(self) -> FieldTable:
        """The field table."""
        return self.holding.fields

    @property
    def sources(self) -> Mapping[str, Cited]:
        """The sources by id, with those of the vehicles that were found beside the holding."""
        found = self.holding.sources
        for other in self._others.values():
            found = {**found, **other.sources}
        return found

    @property
    def plants(self) -> Mapping[str, PlantRecord]:
        return self.holding.plants

    @property
    def faults(self) -> Sequence[Fault]:
        return self.holding.faults

    def ids(self) -> list[str]:
        """The ids of all vehicles."""
        return self.holding.ids()

    def names(self, ids: Sequence[str]) -> Mapping[str, Record]:
        """The identity of these vehicles, by id."""
        found: dict[str, Record] = {}
        for holding, own in self._holders(ids):
            found |= holding.names(own)
        return found

    def known(self, column: str) -> list[str]:
        """The values that vehicles have of a property (``make``, ``data_set`` ...)."""
        from catalog.collection.filters import known

        return known(self.holding, column)

    def resolve(self, name: str) -> Match:
        """The vehicle a name means: an id, alias, prefix, or words of its name, with what else it fits."""
        from catalog.collection.names import Match, resolve

        if self.is_id(name):
            return Match(name, True)
        for fault in self.faults:  # its file is left out: no other stands for it
            if _id_of(fault.file) == name:
                raise NotFound("vehicle", name, (), f"its file {fault.file} has a fault and is left out")
        try:
            return resolve(name, self.holding.candidates(name))
        except NotFound as error:
            if ":" not in name:
                raise
            from catalog.collection.opening import near_ids

            near = near_ids(name)
            if not near:
                raise
            raise NotFound(error.what, name, near, error.hint) from None

    def is_id(self, name: str) -> bool:
        """Whether it is the id of a vehicle of the holding, or of a data set beside it."""
        return self.holding.has(name) or self._beside(name)

    def _beside(self, name: str) -> bool:
        if ":" not in name:
            return False
        from catalog.collection.opening import holding_of

        prefix = name.partition(":")[0]
        other = self._others.get(prefix) or holding_of(name)
        if other is None or not other.has(name):
            return False
        self._others[prefix] = other
        return True

    def records(
        self, ids: Sequence[str] | None = None, fields: Iterable[str] | None = None, derived: bool = False
    ) -> list[Record]:
        """Vehicles with their claims (of some fields alone, where they are named), all vehicles where no ids are;
        ``derived`` adds the figures that follow from their claims."""
        if ids is None:
            ids = self.holding.ids()
        if not self._others:
            return self.holding.records(ids, fields, derived)
        wanted = None if fields is None else list(fields)
        found: dict[str, Record] = {}
        for holding, own in self._holders(ids):
            found |= zip(own, holding.records(own, wanted, derived), strict=True)
        return [found[key] for key in ids]

    def _holders(self, ids: Sequence[str]) -> Iterable[tuple[Holding, list[str]]]:
        """In which holding each of these vehicles is."""
        if not self._others:
            return [(self.holding, list(ids))]
        found: dict[Holding, list[str]] = {}
        for key in dict.fromkeys(ids):
            found.setdefault(self._others.get(key.partition(":")[0], self.holding), []).append(key)
        return found.items()

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
            ids = [row[0] for row in self.holding.rows(statement, parameters)]
            return Selection(ids, len(ids))
        # one more than asked for, which tells whether there are more without counting them
        some = [_NO_LIMIT if limit is None else limit + 1, offset]
        ids = [row[0] for row in self.holding.rows(f"{statement} limit ? offset ?", [*parameters, *some])]
        if (limit is None or len(ids) <= limit) and (ids or not offset):
            return Selection(ids, offset + len(ids))
        total = None
        if not ids or self.holding.size() <= _COUNTED:
            total = self.holding.rows(f"select count(*) from vehicles{where}", parameters)[0][0]
        return Selection(ids[:limit], total)

    def relation(
        self,
        units: UnitChoice,
        words: Sequence[str] = (),
        query: Query | None = None,
        order: str = "",
        filters: Mapping[str, str | None] | None = None,
        limit: int | None = None,
        offset: int = 0,
        columns: Sequence[str] = (),
    ) -> Relation | None:
        """The vehicles of a ``select`` as a table to be exported, in whole columns; None where the holding has no
        engine for that, and its records are the way. ``columns`` as ``catalog.sheets.tables.vehicles`` takes them."""
        from catalog.collection.shelf import Shelf

        if not isinstance(self.holding, Shelf):
            return None
        from catalog.engine.relation import Asked, Relation
        from catalog.sheets.tables import Wanted

        where, parameters = self._condition(words, query, filters)
        return Relation(
            self.holding.database,
            self.holding.opened,
            Asked(where, parameters, order, limit, offset),
            units,
            [source.as_dict() for source in self.holding.sources.values()],
            Wanted(units, columns),
            self._named,
        )

    def _named(self, key: str, words: str, ids: Sequence[str]) -> Definition | None:
        """The definition with this id (``deducted``) that a field has in these vehicles; None where theirs differ."""
        from catalog.wording import definition_id

        spec = self.fields[key].spec
        claims = (claim for record in self.records(ids, [key]) for claim in record.values(key))
        found = {claim.definition for claim in claims if definition_id(spec, claim.definition) == words}
        return found.pop() if len(found) == 1 else None

    def has_specs(
        self, words: Sequence[str] = (), query: Query | None = None, filters: Mapping[str, str | None] | None = None
    ) -> bool:
        """Whether some vehicle of a ``select`` is of the curated specs."""
        condition, parameters = self._condition(words, query, filters)
        where = f"({condition}) and data_set = ?" if condition else "data_set = ?"
        text = f"select id from vehicles where {where} limit 1"
        return bool(self.holding.rows(text, [*parameters, SPECS]))

    def facets(
        self,
        words: Sequence[str] = (),
        query: Query | None = None,
        filters: Mapping[str, str | None] | None = None,
        stems: Sequence[str] = (),
    ) -> Facets:
        """What the vehicles of a ``select`` are: counts of properties, and spans of the columns with these stems."""
        from catalog.collection.facets import facets

        return facets(self.holding, *self._condition(words, query, filters), stems)

    def counts(
        self,
        by: str,
        words: Sequence[str] = (),
        query: Query | None = None,
        filters: Mapping[str, str | None] | None = None,
    ) -> tuple[dict[str | None, int], int]:
        """How many vehicles of a ``select`` have each value of a property (None: it is not stated), and how many
        there are: one with several markets or plants is counted in each.

        Raises SettingsError for a property that is not counted.
        """
        from catalog.collection.facets import counts

        return counts(self.holding, by, *self._condition(words, query, filters))

    def _condition(
        self, words: Sequence[str], query: Query | None, filters: Mapping[str, str | None] | None
    ) -> tuple[str, list[Any]]:
        """One SQL condition for all (empty: every vehicle), and its parameters."""
        from catalog.collection.filters import conditions

        texts, parameters = conditions(self.holding, words, filters or {})
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
        from catalog.compare.rows import side_by_side

        wanted = None if keys is None else list(keys)
        records = self.records(list(dict.fromkeys(names)), wanted, derived)
        found = side_by_side(
            records,
            _heads(records),
            units or UnitChoice(),
            keys=wanted,
            baseline=baseline,
            derived=derived,
        )
        if all(record.data_set == SPECS for record in records):
            return found
        from catalog.sheets.origins import origins

        return replace(found, sources=origins(records, self.sources))


def _id_of(file: str) -> str:
    """The id of the vehicle in a spec file: its folder, which is the make's, and its name."""
    return "-".join(file.replace("\\", "/").removesuffix(".toml").split("/")[-2:])


def _heads(records: Sequence[Record]) -> Callable[[Claim], Head | None]:
    """The heads of the claims' rows: as an index kept them, or made where some of the claims are of no index. Those of
    one comparison are all of one kind, as claims stand in one row where they have the same."""
    if all(_kept(record) for record in records):
        return lambda claim: claim.kept_head
    from catalog.sheets.shown import made_head

    return made_head


def _kept(record: Record) -> bool:
    """Whether a record is from an index, which keeps the head of each claim."""
    first = next((claim for claims in record.claims.values() for claim in claims), None)
    return first is None or first.kept_head is not None
