"""An open index: records, sources, plants and faults as plain data, and the table that queries run on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from catalog.errors import Fault, IndexDamaged, IndexStale
from catalog.index.packing import restored, unpack_record, unpacked
from catalog.index.store import vehicle_part
from catalog.model.claim import Claims
from catalog.model.record import SPECS, Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from typing import Any

    from catalog.index.check import Check
    from catalog.index.parts import Parts
    from catalog.model.cited import Cited
    from catalog.model.plant_record import PlantRecord
    from catalog.model.table import FieldTable
    from catalog.query import Schema
    from catalog.wording.heads import Head


class Index:
    """Reading an index. Every method raises IndexDamaged where the files do not hold what was written to them.

    The database is opened by the first query, unless it is asked for before. With a ``check``, reading waits for it,
    and raises IndexStale where it finds the index out of date.
    """

    def __init__(self, parts: Parts, connect: Callable[[], sqlite3.Connection], check: Check | None = None) -> None:
        self._parts = parts
        self._connect = connect
        self._connection: sqlite3.Connection | None = None
        self._check = check
        self._is_fresh = check is None
        self._heads: dict[int, Head] = {}
        self._packed_heads: Sequence[bytes] = ()
        self._known_names: Mapping[str, Record] | None = None

    def close(self) -> None:
        """Close the files, as the end of the last reference does too."""
        self._parts.close()
        if self._connection is not None:
            self._connection.close()

    def __del__(self) -> None:
        if self._connection is not None:  # since Python 3.13 it would complain
            self._connection.close()

    def looked_at(self) -> bool:
        """Open the database, and look at every bit of both files; whether all are as they were written."""
        try:
            return self.connection is not None and (self._check is None or self._check.sound())
        except IndexDamaged:
            return False

    @property
    def connection(self) -> sqlite3.Connection:
        """The database, whose front is looked at once."""
        if self._connection is None:
            import sqlite3

            from catalog.engine.folding import fold, holds

            try:
                found = self._connect()
            except sqlite3.Error as error:
                raise IndexDamaged(str(error)) from None
            searched = self._check is None or self._check.searched()
            try:
                self._wait()  # for what went on meanwhile
                if not searched:  # perhaps it was replaced since
                    raise IndexStale("the checksum of its database does not fit")
            except IndexStale:
                found.close()
                raise
            # SQLite's own lower() knows ASCII alone, and would not find Škoda
            found.create_function("lower", 1, fold, deterministic=True)
            found.create_function("holds", 2, holds, deterministic=True)
            self._connection = found
        return self._connection

    def rows(self, statement: str, parameters: Sequence[Any] = ()) -> list[Any]:
        """The rows of a statement on the table ``vehicles``."""
        connection = self.connection
        try:
            return connection.execute(statement, parameters).fetchall()
        except UnicodeEncodeError:  # half a character, as a shell may pass it: no text here holds one
            whole = [part.encode("utf-8", "replace").decode() if isinstance(part, str) else part for part in parameters]
            return self.rows(statement, whole)
        except connection.DatabaseError as error:
            raise IndexDamaged(str(error)) from None

    def at_once(self) -> Callable[[], None]:
        """Let all be read without waiting for the check. What was read holds where what this gives raises nothing."""
        self._is_fresh = True
        return self._look

    def _wait(self) -> None:
        if not self._is_fresh:
            self._look()
            self._is_fresh = True

    def _look(self) -> None:
        if self._check is not None and not self._check.fresh():
            raise IndexStale("a spec file has changed")

    def _part(self, name: str) -> Any:
        self._wait()
        return unpacked(self._parts[name])

    @property
    def meta(self) -> dict[str, Any]:
        """What is known of the index itself, which waits for no check."""
        found: dict[str, Any] = unpacked(self._parts["about"])
        return found

    @property
    def digests(self) -> dict[str, str]:
        """The SHA-256 of each file that the index was made of."""
        found: dict[str, str] = self._part("files")
        return found

    @property
    def schema(self) -> Schema:
        """What a query may name."""
        from catalog.query.schema import Schema

        self.connection  # noqa: B018 - a query follows; so it is opened, and looked at, before anything is waited for
        return Schema(self.fields, self._part("definitions"))

    @property
    def fields(self) -> FieldTable:
        """The field table."""
        from catalog.index.fields import StoredFields

        return StoredFields(self._part("fields"))

    def has(self, vehicle_id: str) -> bool:
        self._wait()
        return self._parts.get(vehicle_part(vehicle_id)) is not None

    def ids(self) -> list[str]:
        return [row[0] for row in self.rows("select id from vehicles order by id")]

    def size(self) -> int:
        """How many vehicles there are: as many as were written, without counting them."""
        return int(self.rows("select coalesce(max(rowid), 0) from vehicles")[0][0])

    def names(self, ids: Sequence[str] | None = None) -> Mapping[str, Record]:
        """The identity of these vehicles (of all, where none are named), with the keys of their known fields and none
        of their claims."""
        if ids is None:
            return self._names
        return {key: self._names[key] for key in ids if key in self._names}

    @property
    def _names(self) -> Mapping[str, Record]:
        if self._known_names is None:
            none = Claims()
            self._known_names = {
                own[0]: restored(own, dict.fromkeys(known, none)) for own, known in self._part("names")
            }
        return self._known_names

    def data_sets(self) -> Sequence[str]:
        """The names of the data sets that there are: that of the spec files."""
        return (SPECS,)

    def curated(self) -> list[str]:
        """The ids of all vehicles: each has its spec file."""
        return self.ids()

    def candidates(self, name: str) -> Mapping[str, Record]:
        """The vehicles among which a typed name is looked for: all, as each may have an alias like it."""
        return self._names

    def with_words(self, words: Sequence[str]) -> tuple[str, list[Any]]:
        """The condition that a vehicle's name holds each of these words, with its parameter."""
        from catalog.engine.folding import folded

        name = " || ' ' || ".join(f"coalesce({part}, '')" for part in ("id", "make", "model", "version", "type"))
        return f"holds({name}, ?)", ["\n".join(folded(word) for word in words)]

    def records(self, ids: Sequence[str], fields: Iterable[str] | None = None, derived: bool = False) -> list[Record]:
        """These vehicles in this order with their claims (of some fields only, where they are named), and with the
        figures that follow from them where asked. Raises KeyError for an id that there is none of."""
        self._wait()
        wanted = None if fields is None else frozenset(fields)
        found: dict[str, Record] = {}
        for key in dict.fromkeys(ids):
            body = self._parts.get(vehicle_part(key))
            if body is None:
                raise KeyError(key)
            found[key] = unpack_record(body, wanted, derived, self._head)
        return [found[key] for key in ids]

    def _head(self, number: int) -> Head:
        found = self._heads.get(number)
        if found is None:
            from catalog.wording.heads import Head

            self._packed_heads = self._packed_heads or unpacked(self._parts["heads"])
            found = self._heads[number] = Head(*unpacked(self._packed_heads[number]))
        return found

    @property
    def sources(self) -> Mapping[str, Cited]:
        """Every source by its id."""
        from catalog.index.stored import StoredSource

        return {key: StoredSource(parts) for key, parts in self._part("sources").items()}

    @property
    def plants(self) -> Mapping[str, PlantRecord]:
        """Every plant by its id."""
        from catalog.index.stored import stored_plant

        return {key: stored_plant(body) for key, body in self._part("plants").items()}

    @property
    def faults(self) -> list[Fault]:
        """What is wrong in the spec files; what has faults is not in the index."""
        if not self.meta["faults"]:
            return []
        return [Fault(*parts) for parts in self._part("faults")]
