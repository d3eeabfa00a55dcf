"""What commands read vehicles from: an index of spec files, data sets, a database. One interface for all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from catalog.errors import Fault
from catalog.model.cited import Cited
from catalog.model.plant_record import PlantRecord
from catalog.model.record import Record
from catalog.model.table import FieldTable
from catalog.query.schema import Schema


class Holding(Protocol):
    """Vehicles in a table ``vehicles`` (``catalog.query.schema`` has its contract), and their records.

    Nothing here may take as long as there are vehicles, but for ``ids()`` and ``names()`` of all of them.
    """

    @property
    def schema(self) -> Schema:
        """What a query may name."""

    @property
    def fields(self) -> FieldTable:
        """The field table."""

    @property
    def sources(self) -> Mapping[str, Cited]:
        """The sources that its claims cite, by id."""

    @property
    def plants(self) -> Mapping[str, PlantRecord]:
        """The plants by id."""

    @property
    def faults(self) -> Sequence[Fault]:
        """What was left out, and why."""

    def rows(self, statement: str, parameters: Sequence[Any] = ()) -> list[Any]:
        """The rows of a statement in portable SQL, its parameters marked with ``?``."""

    def size(self) -> int:
        """How many vehicles there are, about (it is not counted for that)."""

    def data_sets(self) -> Sequence[str]:
        """The names of the data sets that its vehicles are of; that of the spec files is ``specs``."""

    def ids(self) -> list[str]:
        """The ids of all vehicles, in order."""

    def curated(self) -> list[str]:
        """The ids of the vehicles that spec files describe, each value with its own source."""

    def has(self, vehicle_id: str) -> bool:
        """Whether there is a vehicle with this id."""

    def names(self, ids: Sequence[str] | None = None) -> Mapping[str, Record]:
        """The identity of these vehicles (of all, where none are named), by id."""

    def candidates(self, name: str) -> Mapping[str, Record]:
        """The identity of the vehicles among which ``catalog.collection.names.resolve`` is to look for a typed name:
        at least those that hold its words; where there are none, enough to suggest from."""

    def with_words(self, words: Sequence[str]) -> tuple[str, list[Any]]:
        """An SQL condition with its parameters: that id, make, model, version and type together hold each of these
        words, whatever the case and the accents."""

    def records(self, ids: Sequence[str], fields: Iterable[str] | None = None, derived: bool = False) -> list[Record]:
        """These vehicles in this order with their claims (of some fields only, where they are named), and with the
        figures that follow from them where asked."""
