"""A file that nobody has mapped: read it as what it is recognised to be, and propose a map."""

from __future__ import annotations

from collections.abc import Mapping

from catalog.datasets.content import read_content
from catalog.datasets.errors import LibraryMissing
from catalog.datasets.limits import DEFAULT, Limits
from catalog.datasets.source_table import SourceTable, read_typed, type_of
from catalog.plain import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.datasets.proposal import Proposal


def proposed(
    path: str,
    market: str | None = None,
    about: Mapping[str, str] | None = None,
    options: Mapping[str, str] | None = None,
    limits: Limits = DEFAULT,
) -> tuple[SourceTable, Proposal]:
    """The table of a file and a map for it. ``about`` is what its user knows of it, ``options`` of the file.

    Raises FileRefused or CatalogError where it cannot be read.
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
    if told:
        table = replace(table, rows=replace(table.rows, told=(*told, *table.rows.told)))
    return table, propose(table.name, table.rows, file, market, about)
