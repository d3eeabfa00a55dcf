"""From the text of a query to its tokens, each with its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from catalog.errors import QueryError
from catalog.plain import dataclass
from catalog.query.spelled import unit_end

MAX_LENGTH = 2000
MAX_DIGITS = 20
KEYWORDS = frozenset({"and", "or", "not", "in", "is", "like", "between", "maybe"})
#: These are words like any other unless a parenthesis follows (``mass in running order``).
_WITH_PARENTHESIS = frozenset({"in", "maybe"})

_SPACE = re.compile(r"\s*")
_DATE = re.compile(
    r"[0-9]{4}-(?:[0-9]{2}(?:-[0-9]{2})?|[QH][0-9]|early|mid|late|spring|summer|autumn|winter)(?![\w.-])",
    re.IGNORECASE | re.ASCII,
)
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_EXPONENT = re.compile(r"[eE][+-]?[0-9]+")
_WORD = re.compile(r"[^\W\d]\w*(?:[-.]\w+)*")
_SIGN = re.compile(r"<=|>=|!=|<>|==|[-<>=≤≥≠+*/(),−]")
_QUOTED = re.compile(r"'((?:[^']|'')*)'|\"((?:[^\"]|\"\")*)\"")
_BRACKETS = re.compile(r"\[\s*(?:'((?:[^']|'')*)'|\"((?:[^\"]|\"\")*)\"|([^\[\]\"']*))\s*\]")
_SAME = {"<>": "!=", "==": "=", "≤": "<=", "≥": ">=", "≠": "!=", "−": "-"}
_RATHER = {
    "!": ("there is no sign '!'", ("not", "!=")),
    "&": ("conditions are joined by words", ("and",)),
    "|": ("conditions are joined by words", ("or",)),
    ".": ("a point stands between digits", ()),
    "]": ("there is no [ for this ]", ()),
    "[": ("the definition in brackets is not closed; a ] is missing", ()),
}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query: what kind it is, what it says, and where it stands.

    Kinds: ``number``, ``unit`` (after a number), ``text`` (in quotes), ``date``, ``word``, ``keyword``,
    ``definition`` (in brackets), ``sign``, and ``end``.
    """

    kind: str
    text: str
    position: int
    length: int

    @property
    def end(self) -> int:
        return self.position + self.length

    def is_sign(self, *signs: str) -> bool:
        """Whether it is one of these signs (or any, where none is named)."""
        return self.kind == "sign" and (not signs or self.text in signs)

    def is_keyword(self, *words: str) -> bool:
        return self.kind == "keyword" and self.text in words


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of a query, the last of them its ``end``. Raises QueryError.

    >>> [token.text for token in tokenize("range[WLTP city] >= 150 mi")]
    ['range', 'WLTP city', '>=', '150', 'mi', '']
    """
    if len(text) > MAX_LENGTH:
        raise QueryError(text, MAX_LENGTH, 1, f"a query has at most {MAX_LENGTH} characters, this one {len(text)}")
    for position, character in enumerate(text):
        if unicodedata.category(character) in ("Cc", "Cf", "Cn", "Co", "Cs") and character not in "\t\n\r":
            raise QueryError(text, position, 1, f"an invisible character (U+{ord(character):04X}); type it anew")
    return tuple(_scan(text))


def _scan(text: str) -> Iterator[Token]:
    position = _after_space(text, 0)
    while position < len(text):
        token = _next(text, position)
        yield token
        position = _after_space(text, token.end)
        if token.kind == "number":
            end = unit_end(text, position, KEYWORDS)
            if end > position:
                yield Token("unit", " ".join(text[position:end].split()), position, end - position)
                position = _after_space(text, end)
    yield Token("end", "", len(text), 1)


def _after_space(text: str, position: int) -> int:
    found = _SPACE.match(text, position)
    return found.end() if found else position


def _next(text: str, at: int) -> Token:
    if date := _DATE.match(text, at):
        return Token("date", date[0], at, len(date[0]))
    if number := _NUMBER.match(text, at):
        if len(number[0]) > MAX_DIGITS:
            raise QueryError(text, at, len(number[0]), f"a number has at most {MAX_DIGITS} digits")
        if exponent := _EXPONENT.match(text, number.end()):
            raise QueryError(text, at, exponent.end() - at, "a number is written without exponent, digit by digit")
        return Token("number", number[0], at, len(number[0]))
    if word := _WORD.match(text, at):
        return _word(text, at, word[0])
    if sign := _SIGN.match(text, at):
        return Token("sign", _SAME.get(sign[0], sign[0]), at, len(sign[0]))
    if quoted := _QUOTED.match(text, at):
        return Token("text", _content(quoted), at, len(quoted[0]))
    if brackets := _BRACKETS.match(text, at):
        return Token("definition", " ".join(_content(brackets).split()), at, len(brackets[0]))
    raise _meaningless(text, at)


def _word(text: str, at: int, word: str) -> Token:
    low = word.lower()
    keyword = low in KEYWORDS
    if low in _WITH_PARENTHESIS:
        keyword = text[_after_space(text, at + len(word)) :].startswith("(")
    return Token("keyword" if keyword else "word", low if keyword else word, at, len(word))


def _content(match: re.Match[str]) -> str:
    """What stands between quotes, a doubled quote being one; or between brackets."""
    if match[1] is not None:
        return match[1].replace("''", "'")
    if match[2] is not None:
        return match[2].replace('""', '"')
    return match[3]


def _meaningless(text: str, at: int) -> QueryError:
    character = text[at]
    if character in "'\"":
        if at and text[at - 1].isdigit():
            return QueryError(text, at, 1, "feet are written ft and inches in; digits are not grouped")
        return QueryError(text, at, len(text) - at, "the text is not closed; a quote is missing at its end")
    if character in "“”„‟«»‘’‚‛`":
        return QueryError(text, at, 1, "texts stand in plain quotes", ('"', "'"))
    if character in _RATHER:
        return QueryError(text, at, 1, *_RATHER[character])
    if character.isnumeric() or unicodedata.category(character) == "Sc":
        return QueryError(text, at, 1, "a number is written in the digits 0 to 9, and its unit follows it")
    return QueryError(text, at, 1, f"{character!r} means nothing here; a text stands in quotes")
