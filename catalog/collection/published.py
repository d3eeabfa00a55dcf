"""A published catalog as a holding: what ``vehicles publish`` wrote to PostgreSQL or to a Parquet file.

The records were published with the table, so that every value is shown as it was printed, with its sources, as by the
catalog that it was published from.
"""

from __future__ import annotations

import json
import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from catalog.collection.packed import ALIASES, NAME, PLACE, RECORD, unpack_plants, unpack_record, unpack_sources
from catalog.engine.folding import folded
from catalog.errors import CatalogError, IndexStale, NotFound
from catalog.model.fields import FIELDS
from catalog.model.record import SPECS
from catalog.query.schema import Schema

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Protocol

    from catalog.errors import Fault
    from catalog.model.cited import Cited
    from catalog.model.plant_record import PlantRecord
    from catalog.model.record import Record
    from catalog.model.table import FieldTable

    class Database(Protocol):
        """What ``catalog.engine.duckdb`` and ``catalog.engine.postgres`` have in common."""

        definitions: Mapping[str, Mapping[str, str]]

        def rows(self, text: str, parameters: Sequence[Any] = ()) -> list[Any]: ...
        def about(self, key: str) -> str | None: ...


#: As many ids stand in one statement.
_MANY = 500
#: Of so many vehicles a name is looked for among all; of more among those alone that hold its words.
_FEW = 5_000
_IDS = "select id from vehicles"
_WORD = re.compile(r"[a-z][a-z0-9_]*")


class Published(ABC):
    """The vehicles of a database. ``where`` says in messages which it is."""

    def __init__(self, database: Database, where: str) -> None:
        self.database = database
        self.where = where

    @abstractmethod
    def _texts(self, ids: Sequence[str]) -> Iterator[tuple[str, str]]:
        """The ids of these vehicles with their records as texts, in any order; those that are not there left out."""

    @cached_property
    def schema(self) -> Schema:
        return Schema(FIELDS, self.database.definitions)

    @property
    def fields(self) -> FieldTable:
        return FIELDS

    @cached_property
    def sources(self) -> Mapping[str, Cited]:
        return unpack_sources(self._about("sources"))

    @cached_property
    def plants(self) -> Mapping[str, PlantRecord]:
        return unpack_plants(self._about("plants"))

    @property
    def faults(self) -> Sequence[Fault]:
        return ()

    @cached_property
    def about(self) -> Mapping[str, Any]:
        """What the publisher said of it: when, by which version, how many vehicles, from what."""
        found: Mapping[str, Any] = json.loads(self._about("about"))
        return found

    def _about(self, key: str) -> str:
        text = self.database.about(key)
        if text is None:
            raise CatalogError(f"{self.where} holds a table of vehicles and not what they cite; publish it anew")
        return text

    def rows(self, statement: str, parameters: Sequence[Any] = ()) -> list[Any]:
        return self.database.rows(statement, parameters)

    def size(self) -> int:
        return int(self.about["vehicles"])

    def data_sets(self) -> Sequence[str]:
        return [str(name) for name in self.about["data_sets"]]

    def ids(self) -> list[str]:
        return [row[0] for row in self.rows(f"{_IDS} order by id")]

    def curated(self) -> list[str]:
        return [row[0] for row in self.rows(f"{_IDS} where data_set = ? order by id", (SPECS,))]

    def has(self, vehicle_id: str) -> bool:
        return bool(self.rows(f"{_IDS} where id = ?", (vehicle_id,)))

    def names(self, ids: Sequence[str] | None = None) -> Mapping[str, Record]:
        wanted = self.ids() if ids is None else ids
        found = dict(self._texts(wanted))
        return {key: unpack_record(found[key], names=True) for key in wanted if key in found}

    def candidates(self, name: str) -> Mapping[str, Record]:
        if self.size() <= _FEW:
            return self.names()
        typed = folded(name.strip())
        texts = [f"({NAME} like ? escape '!' or {ALIASES} like ? escape '!')" for _ in typed.split()]
        patterns = [pattern for word in typed.split() for pattern in [f"%{_escaped(word)}%"] * 2]
        condition = " or ".join(["id like ? escape '!'", *([f"({' and '.join(texts)})"] if texts else [])])
        found = self.rows(f"{_IDS} where {condition} order by id limit {_FEW}", [f"{_escaped(typed)}%", *patterns])
        if not found:  # something to suggest from
            found = self.rows(f"select min(id) from vehicles group by make, model order by 1 limit {_FEW}")
        return self.names([row[0] for row in found])

    def with_words(self, words: Sequence[str]) -> tuple[str, list[Any]]:
        condition = " and ".join([f"{NAME} like ? escape '!'"] * len(words))
        return f"({condition})", [f"%{_escaped(folded(word))}%" for word in words]

    def records(self, ids: Sequence[str], fields: Iterable[str] | None = None, derived: bool = False) -> list[Record]:
        wanted = None if fields is None else set(fields)
        found: dict[str, Record] = {}
        for key, text in self._texts(list(dict.fromkeys(ids))):
            found[key] = _derived(text, wanted) if derived else unpack_record(text, wanted)
        for key in ids:
            if key not in found:
                raise NotFound("vehicle", key, (), f"not in {self.where}")
        return [found[key] for key in ids]


class PublishedServer(Published):
    """The vehicles of a PostgreSQL database."""

    def _texts(self, ids: Sequence[str]) -> Iterator[tuple[str, str]]:
        for start in range(0, len(ids), _MANY):
            some = ids[start : start + _MANY]
            yield from self.rows(f"select id, {RECORD} from vehicles where id in ({', '.join('?' * len(some))})", some)


class PublishedFile(Published):
    """The vehicles of a Parquet file.

    The columns that a statement names are checked against the file's seal before it is run. With the ids that a
    statement finds come the places of their records: to look for them anew would take as long again.
    """

    def __init__(self, path: str) -> None:
        from catalog.engine.archive import Archive
        from catalog.engine.duckdb import open_parquet
        from catalog.engine.seal import read_seal

        self._seal = read_seal(path)
        self._archive = Archive(path, *self._seal.archive)
        self._checked: set[str] = set()
        self._places: dict[str, float] = {}
        super().__init__(open_parquet(path), path)

    def rows(self, statement: str, parameters: Sequence[Any] = ()) -> list[Any]:
        with_places = statement.startswith(f"{_IDS} ")
        if with_places:
            statement = statement.replace(_IDS, f"select id, {PLACE} from vehicles", 1)
        named = set(_WORD.findall(statement)) & self._seal.columns.keys() - self._checked
        self._seal.check(sorted(named))
        self._checked |= named
        found = super().rows(statement, parameters)
        self._not_replaced()
        if with_places:
            self._places.update(found)
            return [row[:1] for row in found]
        return found

    def _texts(self, ids: Sequence[str]) -> Iterator[tuple[str, str]]:
        unknown = [key for key in ids if key not in self._places]
        for start in range(0, len(unknown), _MANY):
            some = unknown[start : start + _MANY]
            self.rows(f"{_IDS} where id in ({', '.join('?' * len(some))})", some)
        by_place: dict[float, list[str]] = {}
        for key in ids:
            if key in self._places:
                by_place.setdefault(self._places[key], []).append(key)
        for place, wanted in sorted(by_place.items()):
            block = self._block(place)
            for key in wanted:
                begins = f'{{"id":{json.dumps(key, ensure_ascii=False)},'
                text = next((text for text in block if text.startswith(begins)), None)
                if text is None:
                    raise CatalogError(f"{self.where} is damaged: the record of {key} is not at its place")
                yield key, text

    def _block(self, place: float) -> list[str]:
        try:
            return self._archive.block(place)
        finally:
            self._not_replaced()

    def _not_replaced(self) -> None:
        if self._seal.replaced:
            raise IndexStale(f"{self.where} was replaced while it was read")


def _derived(text: str, wanted: set[str] | None) -> Record:
    """A record with the figures that follow from all its claims, and then of the fields that are wanted."""
    from catalog.compare.derived import with_derived
    from catalog.plain import replace

    whole = with_derived(unpack_record(text))
    if wanted is None:
        return whole
    return replace(whole, claims={key: claims for key, claims in whole.claims.items() if key in wanted})


def _escaped(text: str) -> str:
    """A text as ``like`` takes it, with its signs for any character as what they are."""
    return re.sub(r"([%_!])", r"!\1", text)


def open_server(url: str) -> Published:
    """The catalog that was published to a PostgreSQL database. Raises SettingsError, which never shows a password."""
    from catalog.engine.postgres import connect

    database = connect(url)
    return PublishedServer(database, database.where)
