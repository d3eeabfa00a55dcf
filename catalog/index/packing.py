"""Claims packed to JSON and back: with their head, span and words, so that neither is made again when shown.

A claim's reading (exact numbers) is unpacked only when something asks for it, as a difference does.
"""

from __future__ import annotations

import json
from zlib import crc32

from catalog.errors import IndexDamaged
from catalog.model.claim import Claim, Status
from catalog.model.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from catalog.units import Reading
    from catalog.wording.heads import Head

_STATUS = {status.value: status for status in Status}


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
        return None if self._numbers is None else _reading(*self._numbers)

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


_SETTERS = {name: getattr(StoredClaim, name).__set__ for name in StoredClaim.__slots__}
_OWN = tuple(name for name in Claim.__match_args__ if name != "reading")


def pack(claim: Claim, symbols: Sequence[str]) -> str:
    """A claim as JSON text, worded in the units of these symbols."""
    from catalog.wording.words import words_in

    own = {name: getattr(claim, name) for name in _OWN if name not in ("status", "accepted")}
    own |= {"status": claim.status.value, "accepted": dict(claim.accepted)}
    reading, span = claim.reading, claim.span
    words = {}
    if reading is not None:
        for symbol in symbols:
            worded = words_in(claim, symbol)
            words[symbol] = [worded.text, worded.numbers, worded.value, worded.bound]
    packed = [
        [own[name] for name in _OWN],
        None if reading is None else _numbers(reading),
        None if span is None else [getattr(span, name) for name in Span.__match_args__],
        words,
    ]
    return as_json(packed)


def unpack(packed: Sequence[Any], head: Head | None = None) -> StoredClaim:
    """The claim of parsed JSON."""
    own, numbers, span, words = packed
    parts = dict(zip(_OWN, own, strict=True))
    parts["definition"] = tuple((name, value) for name, value in parts["definition"])
    parts["sources"] = tuple(parts["sources"])
    parts["status"] = _STATUS[parts["status"]]
    claim = StoredClaim(**parts)
    _SETTERS["_head"](claim, head)
    _SETTERS["_numbers"](claim, numbers)
    _SETTERS["_span"](claim, None if span is None else Span(*span))
    _SETTERS["_words"](claim, words)
    return claim


def _numbers(reading: Reading) -> list[Any]:
    numbers = [[str(number.value), number.decimals, number.unit.symbol] for number in reading.numbers]
    return [reading.kind.name, reading.bound.value, numbers]


def _reading(kind: str, bound: str, numbers: Sequence[Sequence[Any]]) -> Reading:
    from decimal import Decimal

    from catalog.units import KINDS, Bound, Number, Reading

    units = KINDS[kind]
    return Reading(
        units,
        Bound(bound),
        tuple(Number(Decimal(value), decimals, units.unit(symbol)) for value, decimals, symbol in numbers),
    )


def as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def checksum(body: str) -> int:
    return crc32(body.encode("utf-8", "surrogatepass"))


def checked(rows: Sequence[tuple[str, int]]) -> list[Any]:
    """The parsed bodies of rows. Raises IndexDamaged where one is not what was written."""
    for body, crc in rows:
        if crc32(body.encode("utf-8", "surrogatepass")) != crc:
            raise IndexDamaged("a checksum does not fit")
    parsed: list[Any] = json.loads(f"[{','.join(body for body, _ in rows)}]")
    return parsed
