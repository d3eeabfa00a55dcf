"""A claim in the words of a reader's unit. What was worded once may be kept: an index keeps it for each unit system."""

from __future__ import annotations

from catalog.plain import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.model.claim import Claim


@dataclass(frozen=True, slots=True)
class Words:
    """A value as a table shows it (``~ 254.8 mi``), without its unit (``~ 254.8``), for programs, and its bound.

    ``value`` is the exactly converted number, ``[low, high]`` for an interval or list, or the text of a field
    without numbers.
    """

    text: str
    numbers: str
    value: Any
    bound: str | None = None


def worded(claim: Claim, symbol: str | None) -> Words:
    """The words of a claim in the unit of its kind with this symbol (None: not a number)."""
    if symbol is None or not claim.numeric:
        return Words(claim.text, claim.text, claim.text)
    kept = claim.kept_words(symbol)
    return Words(*kept) if kept is not None else words_in(claim, symbol)


def words_in(claim: Claim, symbol: str) -> Words:
    """The words of a claim that holds a number, made anew."""
    from catalog.model.span import bound_in
    from catalog.wording.values import numbers_text, value_in, value_text

    reading = claim.reading
    assert reading is not None
    unit = reading.kind.unit(symbol)
    return Words(
        value_text(claim, unit), numbers_text(reading, unit), value_in(claim, unit), bound_in(reading, unit).value
    )
