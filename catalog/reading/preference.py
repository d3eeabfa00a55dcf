"""The rule of choice: in which order the claims of a field are shown."""

from __future__ import annotations

from collections.abc import Mapping

from catalog.model.claim import Claim, Claims
from catalog.model.dates import sort_key
from catalog.model.fields import FIELDS
from catalog.model.source import Source
from catalog.model.vehicle import Vehicle


def in_order(vehicle: Vehicle, sources: Mapping[str, Source]) -> Vehicle:
    """The vehicle with the claims of each field in order of preference."""
    ordered = {
        key: Claims(sorted(claims, key=lambda claim: preference(claim, sources)))
        for key in FIELDS
        if len(claims := vehicle.claims(key)) > 1
    }
    # validated claims in another order: nothing to validate again
    return vehicle.model_copy(update=ordered) if ordered else vehicle


def preference(claim: Claim, sources: Mapping[str, Source]) -> tuple[object, ...]:
    """The stated rule: not doubted, preferred, the whole configuration, the kind of source, the newest.

    What is equal in all of these stays in the order of the file.
    """
    cited = [sources[key] for key in claim.sources]
    date = sort_key(claim.date) if claim.date else max(source.date_key for source in cited)
    return (
        claim.doubt is not None,
        not claim.preferred,
        claim.applies_to is not None,
        min(source.preference for source in cited),
        _descending(date),
    )


def _descending(date: str) -> tuple[int, ...]:
    """Sorts the newest first, and the undated last: negated code points and an end above them turn text order round."""
    return (*(-ord(character) for character in date), 0)
