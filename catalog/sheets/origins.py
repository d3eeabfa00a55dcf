"""The data sets that vehicles are of, as sources: whoever reads a figure must find whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.model.cited import Cited
    from catalog.model.record import Record


def origins(records: Iterable[Record], sources: Mapping[str, Cited]) -> dict[str, Cited]:
    """The sources that are the records' data sets, each once. Those of spec files name their own sources."""
    names = dict.fromkeys(record.data_set for record in records)
    return {name: sources[name] for name in names if name in sources}
