"""A file that nobody has mapped: read it as what it is recognised to be, and propose a map."""

from __future__ import annotations

from collections.abc import Mapping

from catalog.datasets.content import read_content
from catalog.datasets.errors import FileRefused, LibraryMissing
from catalog.datasets.importing import nothing_loaded
from catalog.datasets.limits import DEFAULT, Limits
from catalog.datasets.source_table import SourceTable, read_typed, type_of
from catalog.plain import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.datasets.proposal import Proposal

#: Columns that an export of single values has, and no table of vehicles.
_CLAIMS = frozenset({"vehicle", "field", "definition", "published", "published_as", "applies_to"})


def proposed(
    path: str,
    market: str | None = None,
    about: Mapping[str, str] | None = None,
    options: Mapping[str, str] | None = None,
    limits: Limits = DEFAULT,
) -> tuple[SourceTable, Proposal]:
    """The table of a file and a map for it. ``about`` is what its user knows of it, ``options`` of the file.

    Raises FileRefused for what cannot be read or is an export of single values, CatalogError for no readable file.
    """
    try:
        from catalog.datasets.proposal import propose
    except ImportError:
        raise LibraryMissing("pyarrow") from None
    kind = type_of(path)
    file = {"type": kind, **(options or {})}
    told: tuple[str, ...] = ()
    if kind == "csv":
        from catalog.datasets.dialect import recognised

        content = read_content(path, limits)
        dialect = recognised(content.name, content.data, file.get("encoding"))
        file |= {"encoding": dialect.encoding, "delimiter": dialect.delimiter}
        told = dialect.told
    table = read_typed(path, kind, file, limits)
    if table.rows.count == 0:
        raise FileRefused(table.name, nothing_loaded(table.rows.rejected))
    if told:
        table = replace(table, rows=replace(table.rows, told=(*told, *table.rows.told)))
    if set(table.rows.header) >= _CLAIMS:
        reason = (
            "it is an export of single published values (--shape claims), and its rows are no vehicles; "
            "export the vehicles (vehicles export FILE, one row each) and import that"
        )
        raise FileRefused(table.name, reason)
    return table, propose(table.name, table.rows, file, market, about)
