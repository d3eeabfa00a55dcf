"""The catalog as it is at one moment: connections to one index, and what is kept of it in memory."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from queue import Empty, SimpleQueue
from threading import Lock

from catalog.collection.names import Match, resolve
from catalog.collection.reader import Reader
from catalog.compare.derived import DERIVED
from catalog.compare.sides import Side, Writer
from catalog.errors import Fault, QueryTooSlow
from catalog.index.index import Index
from catalog.index.serving import limited
from catalog.model.cited import Cited
from catalog.model.claim import Claim
from catalog.model.fields import FIELDS
from catalog.model.plant_record import PlantRecord
from catalog.model.record import Record
from catalog.model.table import FieldTable
from catalog.plain import dataclass, replace
from catalog.sheets.sources import citations
from catalog.version import __version__
from catalog.wording.heads import Head

#: As many vehicles are kept in memory with all their claims.
KEPT = 500
_DERIVED = frozenset(info.key for info in DERIVED)
_PATIENCE = 3  # how many slow queries are waited for
_SOME = 200  # vehicles that are read at a time where all are


@dataclass(frozen=True, slots=True)
class Citations:
    """How many values cite each source, and which vehicles do."""

    counts: Mapping[str, int]
    vehicles: Mapping[str, Sequence[str]]


class Snapshot:
    """What is read of one index. It does not change, and several threads may use it at once."""

    def __init__(self, indexes: Sequence[Index], version: str, seconds: float) -> None:
        """Indexes of one content: the first reads vehicles by their ids, which needs no connection; each serves one
        query at a time, which may take ``seconds``."""
        self._indexes = tuple(indexes)
        own = indexes[0]
        self._reader = Reader(own)
        self._free: SimpleQueue[tuple[Index, Reader]] = SimpleQueue()
        for index in indexes:
            self._free.put((index, Reader(index)))
        self._seconds = seconds
        self._sides: OrderedDict[str, Side] = OrderedDict()
        self.writer = Writer()
        self._citations: Citations | None = None
        self._counting = Lock()
        self.version = version
        self.fields: FieldTable = FIELDS
        self.names: Mapping[str, Record] = own.names()
        self.sources: Mapping[str, Cited] = self._reader.sources
        self.plants: Mapping[str, PlantRecord] = self._reader.plants
        self.faults: Sequence[Fault] = tuple(own.faults)

    def __del__(self) -> None:
        for index in getattr(self, "_indexes", ()):  # nobody reads any more
            index.close()

    @contextmanager
    def reader(self) -> Iterator[Reader]:
        """A reader of one's own, for queries: in a thread, as it may have to be waited for. What takes too long within,
        or has to wait too long, raises QueryTooSlow."""
        try:
            index, reader = self._free.get(timeout=_PATIENCE * self._seconds)
        except Empty:
            raise QueryTooSlow(_PATIENCE * self._seconds) from None
        try:
            with limited(index, self._seconds):
                yield reader
        finally:
            self._free.put((index, reader))

    def resolve(self, name: str) -> Match:
        """The vehicle a name means. Raises NotFound or Ambiguous."""
        return Match(name, True) if name in self.names else resolve(name, self.names)

    def sides(self, ids: Sequence[str]) -> list[Side]:
        """Vehicles by their ids, as they stand in comparisons."""
        kept = self._sides
        found = {key: side for key in ids if (side := kept.get(key)) is not None}
        missing = [key for key in ids if key not in found]
        if missing:
            new = {record.id: Side(record, _head) for record in self._reader.records(missing, derived=True)}
            found |= new
            kept.update(new)
            while len(kept) > KEPT:
                kept.popitem(last=False)
        return [found[key] for key in ids]

    def records(self, ids: Sequence[str]) -> list[Record]:
        """Vehicles by their ids, with their claims and the figures that follow from them."""
        return [side.record for side in self.sides(ids)]

    def record(self, key: str) -> Record:
        """One vehicle, as ``records`` has several."""
        return self.records((key,))[0]

    def published(self, ids: Sequence[str]) -> list[Record]:
        """Several vehicles with what is published of them alone."""
        return [
            replace(record, claims={key: own for key, own in record.claims.items() if key not in _DERIVED})
            for record in self.records(ids)
        ]

    @property
    def citations(self) -> Citations:
        """What cites what, counted when it is first asked for: in a thread, as all vehicles are read for it."""
        with self._counting:
            if self._citations is None:
                self._citations = self._count()
            return self._citations

    def _count(self) -> Citations:
        counts = citations({}, self.plants)
        vehicles: dict[str, list[str]] = {}
        ids = list(self.names)
        for start in range(0, len(ids), _SOME):
            for record in self._reader.records(ids[start : start + _SOME]):
                own = citations({record.id: record}, {})
                counts.update(own)
                for source in own:
                    vehicles.setdefault(source, []).append(record.id)
        return Citations(counts, vehicles)


def _head(claim: Claim) -> Head | None:
    head: Head | None = claim.kept_head
    return head


def version_of(digests: Mapping[str, str]) -> str:
    """A short text that stands for the contents of the spec files and for this version of the code."""
    return sha256(json.dumps([__version__, sorted(digests.items())]).encode()).hexdigest()[:16]
