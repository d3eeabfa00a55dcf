"""A comparison from a snapshot."""

from __future__ import annotations

from catalog.compare.comparison import Comparison
from catalog.errors import NotComparable
from catalog.requests.comparing import CompareRequest, field_keys, put_side_by_side, settled
from catalog.requests.units import units_of
from catalog.web.snapshot import Snapshot


def compared(request: CompareRequest, snapshot: Snapshot) -> Comparison:
    """The comparison that is asked for, names and all, from the records that the snapshot keeps.

    Raises NotFound, Ambiguous, NotComparable, SettingsError.
    """
    asked = settled(request, snapshot)
    return put_side_by_side(asked, snapshot.records(asked.ids))


def compared_text(request: CompareRequest, snapshot: Snapshot) -> str:
    """The JSON of ``document(compared(...))``, made of what the snapshot keeps of each vehicle."""
    asked = settled(request, snapshot)
    if not asked.ids:
        raise NotComparable("nothing to compare: no names were given")
    return snapshot.writer.text(
        snapshot.sides(asked.ids),
        units_of(asked.units, asked.unit),
        keys=field_keys(asked.fields) if asked.fields else None,
        baseline=asked.baseline,
        derived=not asked.no_derived,
        only_differences=asked.only_differences,
    )
