"""An open index: records, sources, plants and faults as plain data, and the table that queries run on."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from catalog.engine.folding import fold
from catalog.errors import Fault, IndexDamaged, IndexStale
from catalog.index.packing import checked, unpack
from catalog.model.claim import Claims
from catalog.model.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.index.check import Check
    from catalog.model.cited import Cited
    from catalog.model.plant_record import PlantRecord
    from catalog.model.table import FieldTable
    from catalog.query import Schema
    from catalog.wording.heads import Head

#: SQLite takes at least this many parameters in one statement.
_MANY = 500


class Index:
    """Reading an index. Every method raises IndexDamaged where the file does not hold what was written to it."""

    def __init__(self, connection: sqlite3.Connection, check: Check | None = None) -> None:
        self.connection = connection
        # SQLite's own lower() knows ASCII alone, and would not find Škoda
        connection.create_function("lower", 1, fold, deterministic=True)
        self._heads: dict[int, Head] = {}
        self._check = check
        self._meta: dict[str, str] = {}

    @classmethod
    def open(cls, path: str, roots: Sequence[str], version: str, check: Check | None = None) -> Index:
        """The index in a file. Raises IndexDamaged where there is none, or one of other folders or another version.

        What is read of vehicles waits for ``check``, and raises IndexStale where that finds the index out of date.
        """
        try:
            connection = sqlite3.connect(
                f"file:{_quoted(path)}?mode=ro&immutable=1", uri=True, isolation_level=None, check_same_thread=False
            )
            index = cls(connection, check)
            meta = index.meta
        except (sqlite3.Error, IndexDamaged) as error:
            raise IndexDamaged(str(error)) from None
        if meta.get("version") != version or meta.get("roots") != json.dumps(roots):
            index.close()
            raise IndexDamaged("made by another version, or of other folders")
        return index

    def close(self) -> None:
        self.connection.close()

    def rows(self, statement: str, parameters: Sequence[Any] = ()) -> list[Any]:
        """The rows of a statement."""
        self._wait()
        return self._rows(statement, parameters)

    def _wait(self) -> None:
        if self._check is not None:
            if not self._check.right():
                raise IndexStale("a spec file has changed")
            self._check = None

    def _rows(self, statement: str, parameters: Sequence[Any] = ()) -> list[Any]:
        try:
            return self.connection.execute(statement, parameters).fetchall()
        except UnicodeEncodeError:  # half a character, as a shell may pass it: no text here holds one
            whole = [part.encode("utf-8", "replace").decode() if isinstance(part, str) else part for part in parameters]
            return self._rows(statement, whole)
        except sqlite3.DatabaseError as error:
            raise IndexDamaged(str(error)) from None

    @property
    def meta(self) -> dict[str, str]:
        """What is known of the index itself."""
        if not self._meta:
            self._meta = dict(self._rows("select key, value from meta"))
        return self._meta

    @property
    def digests(self) -> dict[str, str]:
        """The SHA-256 of each file that the index was made of."""
        return dict(self.rows("select path, digest from files"))

    @property
    def schema(self) -> Schema:
        """What a query may name."""
        self._wait()  # what is said of a query should not be said of one of yesterday's files
        from catalog.query.schema import Schema

        return Schema(self.fields, json.loads(self.meta["definitions"]))

    @property
    def fields(self) -> FieldTable:
        """The field table."""
        from catalog.index.fields import StoredFields

        return StoredFields(self)

    def about(self, statement: str, parameters: Sequence[Any] = ()) -> list[Any]:
        """The rows of a statement on what depends on the package alone, and waits for no check."""
        return self._rows(statement, parameters)

    def has(self, vehicle_id: str) -> bool:
        return bool(self.rows("select 1 from records where id = ?", (vehicle_id,)))

    def ids(self) -> list[str]:
        return [row[0] for row in self.rows("select id from records order by id")]

    def names(self) -> dict[str, Record]:
        """Every vehicle's identity, with the keys of its known fields and none of their claims."""
        bodies = checked(self.rows("select body, crc from records order by id"))
        return {body[0]: _record(body, dict.fromkeys(body[-1], Claims())) for body in bodies}

    def records(self, ids: Sequence[str], fields: Iterable[str] | None = None, derived: bool = False) -> list[Record]:
        """These vehicles in this order with their claims (of some fields only, where they are named), and with the
        figures that follow from them where asked."""
        wanted = None if fields is None else list(dict.fromkeys(fields))
        found: dict[str, Record] = {}
        for start in range(0, len(ids), _MANY):
            some = ids[start : start + _MANY]
            claims = self._claims(some, wanted, derived)
            marks = ", ".join("?" * len(some))
            for body in checked(self.rows(f"select body, crc from records where id in ({marks})", some)):
                found[body[0]] = _record(body, claims.get(body[0], {}))
        return [found[key] for key in ids]

    def _claims(self, ids: Sequence[str], fields: Sequence[str] | None, derived: bool) -> dict[str, dict[str, Claims]]:
        where = f"vehicle in ({', '.join('?' * len(ids))})"
        if fields is not None:
            where += f" and field in ({', '.join('?' * len(fields))})"
        if not derived:
            where += " and field not glob 'derived_*'"
        rows = self.rows(
            f"select body, crc, vehicle, field, head from claims where {where} order by vehicle, field, place",
            [*ids, *(fields or ())],
        )
        self._load_heads({row[4] for row in rows})
        lists: dict[str, dict[str, list[Any]]] = {}
        for packed, (_, _, vehicle, field, head) in zip(checked([row[:2] for row in rows]), rows, strict=True):
            lists.setdefault(vehicle, {}).setdefault(field, []).append(unpack(packed, self._heads[head]))
        return {vehicle: {key: Claims(own) for key, own in by_field.items()} for vehicle, by_field in lists.items()}

    def _load_heads(self, numbers: set[int]) -> None:
        missing = sorted(numbers - self._heads.keys())
        if not missing:
            return
        from catalog.wording.heads import Head

        for start in range(0, len(missing), _MANY):
            some = missing[start : start + _MANY]
            rows = self.rows(f"select body, crc, id from heads where id in ({', '.join('?' * len(some))})", some)
            for body, row in zip(checked([row[:2] for row in rows]), rows, strict=True):
                body[4] = tuple((name, value) for name, value in body[4])
                self._heads[row[2]] = Head(*body)

    @property
    def sources(self) -> Mapping[str, Cited]:
        """Every source by its id."""
        from catalog.index.stored import StoredSource

        return {
            row[0]: StoredSource(json.loads(row[1])) for row in self.rows("select id, body from sources order by rowid")
        }

    @property
    def plants(self) -> Mapping[str, PlantRecord]:
        """Every plant by its id."""
        from catalog.index.stored import stored_plant

        return {
            row[0]: stored_plant(json.loads(row[1])) for row in self.rows("select id, body from plants order by rowid")
        }

    @property
    def faults(self) -> list[Fault]:
        """What is wrong in the spec files; what has faults is not in the index."""
        if self.meta.get("faults") == "0":
            return []
        return [Fault(*json.loads(row[0])) for row in self.rows("select body from faults order by place")]


def _record(body: Sequence[Any], claims: dict[str, Claims]) -> Record:
    *identity, known = body
    own = [tuple(value) if isinstance(value, list) else value for value in identity]
    ordered = {key: claims[key] for key in known if key in claims}
    parts: dict[str, Any] = dict(zip(Record.__match_args__, [*own, {**ordered, **claims}], strict=True))
    return Record(**parts)


def _quoted(path: str) -> str:
    """A path inside of a URI, where a few signs have a meaning."""
    return path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
