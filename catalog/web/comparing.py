"""A comparison from a snapshot."""

from __future__ import annotations

from catalog.compare.comparison import Comparison
from catalog.requests.comparing import CompareRequest, put_side_by_side, settled
from catalog.web.snapshot import Snapshot


def compared(request: CompareRequest, snapshot: Snapshot) -> Comparison:
    """The comparison that is asked for, names and all, from the records that the snapshot keeps.

    Raises NotFound, Ambiguous, NotComparable, SettingsError.
    """
    asked = settled(request, snapshot)
    return put_side_by_side(asked, snapshot.records(asked.ids))
