"""The catalog: open it, list it, get a vehicle, compare some."""

from __future__ import annotations

from collections.abc import ItemsView, Iterable, Iterator, KeysView, Mapping, Sequence, ValuesView
from os import PathLike
from pathlib import Path

from catalog.collection.chosen import Chosen
from catalog.collection.names import Match, resolve
from catalog.collection.reader import Reader
from catalog.compare import Comparison, compare
from catalog.compare.derived import DERIVED
from catalog.errors import Fault, SpecError
from catalog.index.keeping import index_of
from catalog.model import FIELDS, FieldTable, Plant, Record, Source, Vehicle, find_field
from catalog.plain import replace
from catalog.query import compile_query, order_by
from catalog.reading import Loaded, default_roots, load
from catalog.wording import UnitChoice, choose


class Catalog:
    """All vehicles by id, with the sources and plants they cite. Make one with ``catalog.open()``.

    It reads like a mapping of ids to vehicles (``catalog["foton-iblue-ev"]``, ``in``, ``len``, ``values()``);
    ``get`` goes further than a mapping's and takes what a user types.
    """

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._records: dict[str, Record] = {}
        self._reader: Reader | None = None

    @classmethod
    def open(
        cls, specs: str | PathLike[str] | Iterable[str | PathLike[str]] | None = None, *, strict: bool = True
    ) -> Catalog:
        """Read spec folders: the shipped one and the user's where none is named.

        Raises SpecError with every fault of every file; with ``strict=False`` files with faults are left
        out and told in ``faults``.
        """
        if specs is None:
            roots = default_roots()
        elif isinstance(specs, str | PathLike):
            roots = (Path(specs),)
        else:
            roots = tuple(Path(entry) for entry in specs)
        loaded = load(roots)
        if strict and loaded.faults:
            raise SpecError(loaded.faults)
        return cls(loaded)

    def __getitem__(self, vehicle_id: str) -> Vehicle:
        return self._loaded.vehicles[vehicle_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._loaded.vehicles)

    def __contains__(self, vehicle_id: object) -> bool:
        return vehicle_id in self._loaded.vehicles

    def keys(self) -> KeysView[str]:
        """The ids."""
        return self._loaded.vehicles.keys()

    def values(self) -> ValuesView[Vehicle]:
        """The vehicles, by id."""
        return self._loaded.vehicles.values()

    def items(self) -> ItemsView[str, Vehicle]:
        """Ids and vehicles."""
        return self._loaded.vehicles.items()

    def __len__(self) -> int:
        return len(self._loaded.vehicles)

    def __repr__(self) -> str:
        return f"<Catalog of {len(self)} vehicles>"

    @property
    def fields(self) -> FieldTable:
        """The field table: every spec field by its key."""
        return FIELDS

    @property
    def sources(self) -> Mapping[str, Source]:
        """Every source by id."""
        return self._loaded.sources

    @property
    def plants(self) -> Mapping[str, Plant]:
        """Every plant by id."""
        return self._loaded.plants

    @property
    def faults(self) -> Sequence[Fault]:
        """What is wrong in the spec files (only with ``strict=False``)."""
        return self._loaded.faults

    @property
    def files(self) -> Mapping[str, Path]:
        """The spec file of each vehicle by its id."""
        return self._loaded.files

    @property
    def records(self) -> Mapping[str, Record]:
        """Every vehicle as a plain record."""
        if not self._records:
            self._records = {key: vehicle.record() for key, vehicle in self._loaded.vehicles.items()}
        return self._records

    @property
    def reader(self) -> Reader:
        """The same catalog as commands read it: an index in memory."""
        if self._reader is None:
            self._reader = Reader(index_of(self._loaded))
        return self._reader

    def resolve(self, name: str) -> Match:
        """The vehicle a name means: an id, alias, prefix, or words of its name, with what else it fits."""
        return resolve(name, self.records)

    def get(self, name: str) -> Vehicle:
        """A vehicle by id, alias, prefix or words of its name. Raises NotFound with the nearest, or Ambiguous."""
        return self[self.resolve(name).id]

    def list(self, *words: str, where: str | None = None, sort: str | None = None, **filters: str | None) -> Chosen:
        """Vehicles that match every filter (``make``, ``vehicle_type``, ``category``, ``powertrain``,
        ``market``, ``plant``), every word (in id, make, model, version or type) and the query ``where``, by id or in
        the order of ``sort``.

            catalog.list(where="payload >= 1 t and range[wltp] > 150 mi", sort="-payload,make")

        What is found is a list that becomes a data frame (``to_pandas``, ``to_polars``, ``to_arrow``).

        Raises SettingsError for a filter that is none, NotFound for a value that no vehicle has, QueryError
        (with the place) for a query or sort that cannot be understood.
        """
        reader = self.reader
        query = None if where is None else compile_query(where, reader.schema)
        order = "" if sort is None else order_by(sort, reader.schema)[0]
        return Chosen((self[key] for key in reader.select(words, query, order, filters).ids), self.sources)

    def compare(
        self,
        *names: str,
        units: UnitChoice | str = "metric",
        fields: Iterable[str] | None = None,
        baseline: str | None = None,
        derived: bool = True,
    ) -> Comparison:
        """Vehicles side by side. Names as in ``get``; ``units`` a system (metric, us, uk, si) or a choice.

        ``fields`` are keys, ``baseline`` the vehicle against which differences are taken.
        """
        choice = choose(FIELDS, units) if isinstance(units, str) else units
        ids = [self.resolve(name).id for name in names]
        base = self.resolve(baseline).id if baseline is not None else None
        derived_keys = {info.key: info for info in DERIVED}
        keys = (
            None if fields is None else [key if key in derived_keys else find_field(FIELDS, key).key for key in fields]
        )
        records = [self.records[key] for key in dict.fromkeys(ids)]
        found = compare(records, FIELDS, choice, keys=keys, baseline=base, derived=derived)
        return replace(found, sources=self.sources)
