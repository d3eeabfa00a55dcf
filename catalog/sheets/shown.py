"""A claim in the reader's units, from what an index kept of it or made anew."""

from __future__ import annotations

from functools import cache

from catalog.wording.words import Words, worded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.model.claim import Claim
    from catalog.wording.choice import UnitChoice
    from catalog.wording.heads import Head, Heads


def shown(claim: Claim, units: UnitChoice) -> tuple[Words, str | None]:
    """A claim's words, and the symbol of their unit (None: no number)."""
    symbol = units.shown(head_of(claim))[0] if claim.numeric else None
    return worded(claim, symbol), symbol


def head_of(claim: Claim) -> Head:
    """The row in which a claim would stand."""
    kept: Head | None = claim.kept_head
    return kept or made_head(claim)


def made_head(claim: Claim) -> Head:
    """The same, made from the field table whatever was kept: one head for all claims of a definition."""
    head = _table()(claim)
    assert head is not None, claim.field
    return head


def flat(claim: Claim, units: UnitChoice) -> Any:
    """The value in one cell of a flat file: ``2500..3000`` for an interval, ``1515/1535/1555`` for a list."""
    words, symbol = shown(claim, units)
    if not isinstance(words.value, list):
        return words.value
    reading = claim.reading
    assert reading is not None
    from catalog.wording.values import flat_value

    return flat_value(claim, reading.kind.unit(symbol or ""))


@cache
def _table() -> Heads:
    from catalog.compare.derived import DERIVED
    from catalog.model.fields import FIELDS
    from catalog.wording.heads import Heads

    return Heads(FIELDS.values(), DERIVED)
