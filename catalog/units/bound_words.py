"""Words and signs that bound a published value: up to, from, about, over, and what other languages say."""

from __future__ import annotations

import re

from catalog.errors import ReadingError
from catalog.units.bounds import Bound

_WORDS: dict[Bound, tuple[str, ...]] = {
    Bound.ABOUT: (
        "about", "approximately", "approx.", "approx", "around", "roughly", "circa", "ca.", "ca", "c.", "almost",
        "nearly", "~", "≈", "≃", "∼", "около", "примерно", "почти", "etwa", "rund", "env.", "environ", "cerca de",
        "약", "约", "大约",
    ),
    Bound.UP_TO: (
        "up to", "upto", "max.", "max", "maximum", "at most", "not more than", "no more than", "<=", "≤", "⩽", "≦",
        "до", "макс.", "не более", "bis zu", "bis", "jusqu'à", "fino a", "hasta", "até", "tot", "最大", "最高",
    ),
    Bound.LESS_THAN: ("less than", "below", "under", "just under", "<", "менее", "меньше", "unter", "moins de", "低于"),
    Bound.AT_LEAST: (
        "from", "at least", "min.", "minimum", "not less than", "no less than", "starting at", ">=", "≥", "⩾", "≧",
        "от", "не менее", "ab", "mindestens", "à partir de", "da", "desde", "至少",
    ),
    Bound.MORE_THAN: (
        "more than", "over", "above", "just over", "greater than", ">", "более", "больше", "свыше", "über",
        "mehr als", "plus de", "più di", "más de", "超过",
    ),
}  # fmt: skip
_BY_WORD = {word: bound for bound, words in _WORDS.items() for word in words}
_ALTERNATIVES = "|".join(re.escape(word) for word in sorted(_BY_WORD, key=len, reverse=True))
_PREFIX = re.compile(rf"({_ALTERNATIVES})(?=[\s\d])\s*(?=.)", re.IGNORECASE)
_PLUS = re.compile(r"([\d .,'’]*\d) ?\+(?= ?[^\d\s/-])")
_SUFFIX = re.compile(r"\s*(?:(?P<up>\(?max(?:imum|\.)?\)?|or less)|(?P<least>\+|or more|и более))$", re.IGNORECASE)


def _bound_of(word: str) -> Bound:
    """The bound of a matched word. Matching without case lets in letters that lower() keeps (MİN.)."""
    known = _BY_WORD.get(word.lower())
    return known or next(bound for key, bound in _BY_WORD.items() if re.fullmatch(re.escape(key), word, re.IGNORECASE))


def split(text: str) -> tuple[Bound, str]:
    """The bound that a text opens (or ends) with, and the rest of it.

    >>> split("up to 80000 cars")
    (<Bound.UP_TO: 'up to'>, '80000 cars')
    """
    if prefix := _PREFIX.match(text):
        rest = text[prefix.end() :]
        if again := _PREFIX.match(rest):
            raise ReadingError(text, f"two bounds, {prefix[1]!r} and {again[1]!r}; write one")
        return _bound_of(prefix[1]), rest
    if plus := _PLUS.match(text):
        return Bound.AT_LEAST, f"{plus[1]} {text[plus.end() :].strip()}"
    if suffix := _SUFFIX.search(text):
        return (Bound.UP_TO if suffix["up"] else Bound.AT_LEAST), text[: suffix.start()]
    return Bound.EXACT, text
