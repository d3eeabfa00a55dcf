"""What is packed into the parts of an index, and back: claims with their span and words, so that neither is made again
when shown, and the records and heads around them.

The form is Python's own (``marshal``), which reads and writes tuples, texts and numbers without anything imported. It
is no form to exchange: an index is made by the program that reads it, and looked at for damage before it is unpacked.
A claim's reading (exact numbers) is unpacked only when something asks for it, as a difference does.
"""

from __future__ import annotations

import marshal

from catalog.model.claim import Claim, Claims, Status
from catalog.model.record import Record
from catalog.model.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any

    from catalog.units import Reading
    from catalog.wording.heads import Head

_STATUS = {status.value: status for status in Status}
#: What the keys of figures begin with that follow from others.
DERIVED = "derived_"


class StoredClaim(Claim):
    """A claim from an index, with what was kept beside it."""

    __slots__ = ("_head", "_numbers", "_span", "_words")

    _head: Head | None
    _numbers: Sequence[Any] | None
    _span: Span | None
    _words: dict[str, Sequence[Any]]

    @property
    def reading(self) -> Reading | None:
        """The reading, made anew from its exact numbers."""
        return None if self._numbers is None else reading_of(*self._numbers)

    @property
    def numeric(self) -> bool:
        return self._numbers is not None

    @property
    def span(self) -> Span | None:
        return self._span

    @property
    def kept_head(self) -> Head | None:
        return self._head

    def kept_words(self, symbol: str) -> Sequence[Any] | None:
        return self._words.get(symbol)


_SET_HEAD, _SET_NUMBERS, _SET_SPAN, _SET_WORDS = (getattr(StoredClaim, name).__set__ for name in StoredClaim.__slots__)
_STATUS_PLACE = Claim.__match_args__.index("status")
_READING_PLACE = Claim.__match_args__.index("reading")


def packed(value: Any) -> bytes:
    """Plain data (texts, numbers, tuples, lists, dicts, None) as bytes; equal values give equal bytes."""
    return marshal.dumps(value, 2)  # later versions depend on which objects are one and the same


def unpacked(body: bytes) -> Any:
    """What was packed. Only what a checksum has shown to be whole is to be unpacked."""
    return marshal.loads(body)


def pack_claim(claim: Claim, symbols: Iterable[str], head: int | None = None) -> tuple[Any, ...]:
    """A claim as plain data, worded in the units of these symbols, with the number of its head."""
    from catalog.wording.words import words_in

    own = [getattr(claim, name) for name in Claim.__match_args__]
    reading, span = claim.reading, claim.span
    own[_READING_PLACE] = None
    own[_STATUS_PLACE] = claim.status.value
    words = {}
    if reading is not None:
        for symbol in symbols:
            worded = words_in(claim, symbol)
            words[symbol] = (worded.text, worded.numbers, worded.value, worded.bound)
    return (
        tuple(dict(part) if name == "accepted" else part for name, part in zip(Claim.__match_args__, own, strict=True)),
        None if reading is None else numbers_of(reading),
        None if span is None else tuple(getattr(span, name) for name in Span.__match_args__),
        words,
        head,
    )


def unpack_claim(plain: Sequence[Any], head: Head | None = None) -> StoredClaim:
    """The claim of plain data."""
    own, numbers, span, words, _ = plain
    parts = list(own)
    parts[_STATUS_PLACE] = _STATUS[parts[_STATUS_PLACE]]
    claim = StoredClaim(*parts)
    _SET_HEAD(claim, head)
    _SET_NUMBERS(claim, numbers)
    _SET_SPAN(claim, None if span is None else Span(*span))
    _SET_WORDS(claim, words)
    return claim


def numbers_of(reading: Reading) -> tuple[Any, ...]:
    """A reading as plain data, with its exact numbers."""
    numbers = tuple((str(number.value), number.decimals, number.unit.symbol) for number in reading.numbers)
    return reading.kind.name, reading.bound.value, numbers


def reading_of(kind: str, bound: str, numbers: Sequence[Sequence[Any]]) -> Reading:
    """The reading of plain data."""
    from decimal import Decimal

    from catalog.units import KINDS, Bound, Number, Reading

    units = KINDS[kind]
    return Reading(
        units,
        Bound(bound),
        tuple(Number(Decimal(value), decimals, units.unit(symbol)) for value, decimals, symbol in numbers),
    )


def pack_identity(record: Record) -> tuple[Any, ...]:
    """A record without its claims as plain data."""
    own = (getattr(record, name) for name in Record.__match_args__ if name != "claims")
    return tuple(dict(part) if hasattr(part, "keys") else part for part in own)


def restored(identity: Sequence[Any], claims: Mapping[str, Claims]) -> Record:
    """The record of a packed identity with these claims."""
    parts: list[Any] = [*identity, claims]
    return Record(*parts)


def pack_record(record: Record, claims: Mapping[str, Sequence[tuple[Any, ...]]]) -> bytes:
    """A record with its packed claims by field; those of a field are unpacked only when they are asked for."""
    return packed((pack_identity(record), {key: packed(own) for key, own in claims.items()}))


def unpack_record(body: bytes, fields: frozenset[str] | None, derived: bool, head: Callable[[int], Head]) -> Record:
    """The record with its claims, of some fields only where they are named; ``derived``: with the figures that follow
    from its claims."""
    identity, kept = unpacked(body)
    claims = {
        key: Claims([unpack_claim(claim, head(claim[-1])) for claim in unpacked(own)])
        for key, own in kept.items()
        if (fields is None or key in fields) and (derived or not key.startswith(DERIVED))
    }
    return restored(identity, claims)
