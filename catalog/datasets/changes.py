"""What a new generation of a data set changes: rows by their ids, cells as they were published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyarrow as pa
from pyarrow import compute as pc
from pyarrow import parquet as pq

from catalog.datasets.names import ROW
from catalog.plain import dataclass

_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Changes:
    """Numbers of rows, with the ids of a few; ``cells`` counts the changed ones by column.

    ``columns_added`` and ``columns_removed`` are headers.
    """

    added: int
    removed: int
    changed: int
    same: int
    added_ids: Sequence[str]
    removed_ids: Sequence[str]
    changed_ids: Sequence[str]
    cells: Mapping[str, int]
    columns_added: Sequence[str]
    columns_removed: Sequence[str]


def changes(old_path: str, old_names: Mapping[str, str], new: pa.Table, new_names: Mapping[str, str]) -> Changes:
    """Between a stored table and a new one; the names are those of the publisher's columns, by header."""
    shared = [header for header in new_names if header in old_names]
    old = pq.read_table(old_path, columns=[ROW, *(old_names[header] for header in shared)])
    old_ids, new_ids = _plain(old[ROW]), _plain(new[ROW])
    where = pc.index_in(new_ids, value_set=old_ids)
    known = pc.is_valid(where)
    removed = old_ids.filter(pc.invert(pc.is_in(old_ids, value_set=new_ids)))
    added = new_ids.filter(pc.invert(known))
    before, after = where.filter(known), pa.array(range(len(new_ids)), pa.int64()).filter(known)
    differs = pa.repeat(False, len(after))
    cells: dict[str, int] = {}
    for header in shared:
        one, other = _plain(old[old_names[header]]).take(before), _plain(new[new_names[header]]).take(after)
        unequal = pc.fill_null(pc.not_equal(one, other), pc.not_equal(pc.is_null(one), pc.is_null(other)))
        count = pc.sum(unequal).as_py() or 0
        if count:
            cells[header] = count
            differs = pc.or_(differs, unequal)
    changed = new_ids.take(after.filter(differs))
    return Changes(
        len(added),
        len(removed),
        len(changed),
        len(after) - len(changed),
        added[:_EXAMPLES].to_pylist(),
        removed[:_EXAMPLES].to_pylist(),
        changed[:_EXAMPLES].to_pylist(),
        cells,
        [header for header in new_names if header not in old_names],
        [header for header in old_names if header not in new_names],
    )


def _plain(column: pa.ChunkedArray) -> pa.Array:
    """A column in one piece, without a dictionary."""
    return column.cast(pa.string()).combine_chunks()
