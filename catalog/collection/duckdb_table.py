"""A table of vehicles in DuckDB as a holding, but for its records: those depend on where the table comes from."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from catalog.collection.names import words as words_of
from catalog.engine.folding import folded
from catalog.engine.table import IDENTITY
from catalog.model.fields import FIELDS
from catalog.model.record import ImportedRecord, Record
from catalog.query.schema import Schema

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.engine.duckdb import Database
    from catalog.errors import Fault
    from catalog.model.cited import Cited
    from catalog.model.plant_record import PlantRecord
    from catalog.model.table import FieldTable

#: As many vehicles that hold the words of a name are ranked; and as many names are looked through for a near one.
_RANKED, _NEAR = 2_000, 20_000
_NAME = "lower(strip_accents(concat_ws(' ', id, make, model, version, type)))"


class DuckDBTable(ABC):
    """What ``catalog.collection.holding.Holding`` asks of a holding, over a DuckDB database."""

    @property
    @abstractmethod
    def database(self) -> Database:
        """The database that has the table."""

    @property
    @abstractmethod
    def sources(self) -> Mapping[str, Cited]:
        """The sources by id."""

    @abstractmethod
    def records(self, ids: Sequence[str], fields: Iterable[str] | None = None, derived: bool = False) -> list[Record]:
        """These vehicles in this order."""

    @cached_property
    def schema(self) -> Schema:
        return Schema(FIELDS, self.database.definitions)

    @property
    def fields(self) -> FieldTable:
        return FIELDS

    @property
    def plants(self) -> Mapping[str, PlantRecord]:
        return {}

    @property
    def faults(self) -> Sequence[Fault]:
        return ()

    def rows(self, statement: str, parameters: Sequence[Any] = ()) -> list[Any]:
        return self.database.rows(statement, parameters)

    def size(self) -> int:
        return int(self.rows("select count(*) from vehicles")[0][0])

    def ids(self) -> list[str]:
        return [row[0] for row in self.rows("select id from vehicles order by id")]

    def curated(self) -> list[str]:
        return []

    def has(self, vehicle_id: str) -> bool:
        return bool(self.rows("select 1 from vehicles where id = ? limit 1", (vehicle_id,)))

    def names(self, ids: Sequence[str] | None = None) -> Mapping[str, Record]:
        if ids is None:
            return self._names("", ())
        return self._names(f"where id in ({', '.join('?' * len(ids))})", ids) if ids else {}

    def candidates(self, name: str) -> Mapping[str, Record]:
        typed = folded(name.strip())
        wanted = words_of(name)
        found = dict(self._names("where starts_with(id, ?) order by id limit 2", (typed,))) if typed else {}
        if wanted:
            condition, parameters = self.with_words(wanted)
            found |= self._names(f"where {condition} order by length({_NAME}), id limit {_RANKED}", parameters)
        if found:
            return found
        return self._names(
            f"where id in (select min(id) from vehicles group by make, model order by 1 limit {_NEAR})", ()
        )

    def with_words(self, words: Sequence[str]) -> tuple[str, list[Any]]:
        texts = [f"contains({_NAME}, lower(strip_accents(?)))" for _ in words]
        return f"({' and '.join(texts)})", list(words)

    def _names(self, clause: str, parameters: Sequence[Any]) -> Mapping[str, Record]:
        rows = self.rows(f"select {', '.join(IDENTITY)} from vehicles {clause}", parameters)
        return {row[0]: _identity(dict(zip(IDENTITY, row, strict=True))) for row in rows}


def _identity(row: Mapping[str, Any]) -> Record:
    return ImportedRecord(
        id=row["id"],
        make=row["make"],
        model=row["model"],
        version=row["version"] or "",
        vehicle_type=row["type"] or "",
        category=row["category"],
        powertrain=row["powertrain"],
        body=row["body"] or "",
        markets=_members(row["markets"]),
        plants=_members(row["plants"]),
        data_set=row["data_set"],
    )


def _members(text: str | None) -> tuple[str, ...]:
    return tuple(text.strip(",").split(",")) if text else ()
