"""From what ``--catalog`` says to a holding: ``specs``, the name of a data set, ``all``, or several of them; or a
catalog that was published, by its URL or file.

A further kind of holding is recognised in ``open_holding``, where a text is looked at for the first time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from catalog.errors import NotFound, SettingsError, nearest
from catalog.model.record import ALL, SPECS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.collection.holding import Holding
    from catalog.datasets.store import Store
    from catalog.index import Index

#: Among so many ids a near one is looked for.
_LIKE = 2_000


def open_holding(names: Sequence[str], specs: Callable[[], Index]) -> Holding:
    """The holding of these names; none is the specs, which ``specs`` opens.

    Raises NotFound for a name that is none, with the nearest, DataSetDamaged, and SettingsError where a library is
    missing, or a published catalog cannot be reached.
    """
    if set(names) <= {SPECS}:
        return specs()
    if any(is_published(name) for name in names):
        return _published(names)
    from catalog.collection.shelf import Shelf
    from catalog.datasets.dataset import DataSet
    from catalog.datasets.store import Store

    store = Store()
    there = store.names()
    for name in names:
        if name not in (SPECS, ALL, *there):
            raise _unknown(name, there)
    sets = there if ALL in names else [name for name in names if name != SPECS]
    if not sets:
        return specs()
    with_specs = ALL in names or SPECS in names
    return Shelf([DataSet.open(name, store) for name in sets], specs() if with_specs else None)


def is_published(name: str) -> bool:
    """Whether a name is that of a published catalog: a URL, or a Parquet file."""
    return "://" in name or name.endswith(".parquet")


def _published(names: Sequence[str]) -> Holding:
    from catalog.collection.published import PublishedFile, open_server
    from catalog.engine.publish import is_server, shown_target

    if len(names) > 1:
        told = ", ".join(shown_target(name) for name in names)
        raise SettingsError(f"a published catalog is searched alone, and this names several: {told}")
    (name,) = names
    if is_server(name):
        return open_server(name)
    if "://" in name:
        scheme = name.partition("://")[0]
        raise SettingsError(f"no catalog can be read from {scheme}://; write postgresql://user@host:5432/database")
    return PublishedFile(name)


def holding_of(vehicle_id: str) -> Holding | None:
    """The data set in which an id such as ``epa:47000`` would be, by what the id begins with; None where there is
    none."""
    prefix = vehicle_id.partition(":")[0]
    from catalog.datasets.store import Store

    try:
        store = Store()
    except SettingsError:
        return None
    name = _with_prefix(store, prefix)
    if name is None:
        return None
    from catalog.collection.shelf import Shelf
    from catalog.datasets.dataset import DataSet

    return Shelf([DataSet.open(name, store)])


def near_ids(vehicle_id: str) -> tuple[str, ...]:
    """The ids most like one that no data set has, of the data set that it begins with (``epa:...``) or of one that is
    called much like that; none where there is no such data set."""
    from catalog.datasets.errors import DataSetDamaged
    from catalog.datasets.store import Store

    prefix, _, row = vehicle_id.partition(":")
    try:
        store = Store()
        prefixes = [store.manifest(name).prefix for name in store.names()]
    except (SettingsError, DataSetDamaged):
        return ()
    if prefix not in prefixes:
        meant = nearest(prefix, prefixes, 1)
        if not meant:
            return ()
        vehicle_id = f"{meant[0]}:{row}"
    holding = holding_of(vehicle_id)
    if holding is None or not row:
        return ()
    return (vehicle_id,) if holding.has(vehicle_id) else _like(vehicle_id, holding, len(vehicle_id) - len(row))


def _like(vehicle_id: str, holding: Holding, least: int) -> tuple[str, ...]:
    """Of the ids that begin as this one does, as far as any does, those most like it."""
    for end in range(min(len(vehicle_id), 100) - 1, least, -1):
        statement = f"select id from vehicles where starts_with(id, ?) order by id limit {_LIKE}"
        if found := nearest(vehicle_id, [row[0] for row in holding.rows(statement, (vehicle_id[:end],))]):
            return found
    return ()


def known_names() -> list[str]:
    """What can be opened by its name."""
    from catalog.datasets.store import Store

    try:
        return [SPECS, ALL, *Store().names()]
    except SettingsError:
        return [SPECS, ALL]


def _with_prefix(store: Store, prefix: str) -> str | None:
    from catalog.datasets.errors import DataSetDamaged

    for name in store.names():
        try:
            if store.manifest(name).prefix == prefix:
                return name
        except DataSetDamaged:
            if name == prefix:  # which is what it most likely was: say so rather than that there is none
                raise
    return None


def _unknown(name: str, there: Sequence[str]) -> NotFound:
    known = (SPECS, ALL, *there)
    hint = f"there are {', '.join(known)}" if there else "there are specs, and what `vehicles import` makes of a file"
    return NotFound("data set", name, nearest(name, known), hint)
