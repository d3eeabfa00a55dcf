"""From the text of a query to its tokens, each with its place."""

from __future__ import annotations

from catalog.errors import QueryError
from catalog.plain import dataclass
from catalog.query.unit_end import unit_end

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

MAX_LENGTH = 2000
MAX_DIGITS = 20
KEYWORDS = frozenset({"and", "or", "not", "in", "is", "like", "between", "maybe"})
#: These are words like any other unless a parenthesis follows (``mass in running order``).
_WITH_PARENTHESIS = frozenset({"in", "maybe"})

_DIGITS = "0123456789"
_SIGNS = frozenset("-<>=≤≥≠+*/(),−")
_DOUBLE_SIGNS = frozenset(("<=", ">=", "!=", "<>", "=="))
_TURNED = {"=>": ">=", "=<": "<="}
# Compiled where they are used and kept by ``re``: most queries need none of them, and they take 2 ms together.
_DATE = r"[0-9]{4}-(?:[0-9]{2}(?:-[0-9]{2})?|[QH][0-9]|early|mid|late|spring|summer|autumn|winter)(?![\w.-])"
_EXPONENT = r"[eE][+-]?[0-9]+"
_DAY_FIRST = r"([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4})(?![0-9])"
_QUOTED = r"'((?:[^']|'')*)'|\"((?:[^\"]|\"\")*)\""
_BRACKETS = r"\[\s*(?:'((?:[^']|'')*)'|\"((?:[^\"]|\"\")*)\"|([^\[\]\"']*))\s*\]"
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
    if not (text.isascii() and text.isprintable()):
        _refuse_invisible(text)
    return tuple(_scan(text))


def _refuse_invisible(text: str) -> None:
    from unicodedata import category

    for position, character in enumerate(text):
        if category(character) in ("Cc", "Cf", "Cn", "Co", "Cs") and character not in "\t\n\r":
            raise QueryError(text, position, 1, f"an invisible character (U+{ord(character):04X}); type it anew")


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
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _next(text: str, at: int) -> Token:
    first = text[at]
    if first in _DIGITS:
        return _date(text, at) or _number(text, at)
    if _in_word(first) and not first.isdecimal():
        return _word(text, at)
    if text[at : at + 2] in _DOUBLE_SIGNS:
        sign = text[at : at + 2]
        return Token("sign", _SAME.get(sign, sign), at, 2)
    if text[at : at + 2] in _TURNED:
        sign = text[at : at + 2]
        raise QueryError(text, at, 2, f"there is no sign {sign!r}", (_TURNED[sign],))
    if first in _SIGNS:
        return Token("sign", _SAME.get(first, first), at, 1)
    found = _quoted(text, at) if first in "'\"" else _definition(text, at) if first == "[" else None
    if found is None:
        raise _meaningless(text, at)
    return found


def _date(text: str, at: int) -> Token | None:
    """A date, but not a year alone, which is a number to begin with."""
    if text[at + 4 : at + 5] != "-":
        return None
    import re

    found = re.compile(_DATE, re.IGNORECASE | re.ASCII).match(text, at)
    return Token("date", found[0], at, len(found[0])) if found else None


def _number(text: str, at: int) -> Token:
    end = _after_digits(text, at)
    if text[end : end + 1] == "." and text[end + 1 : end + 2] in tuple(_DIGITS):
        end = _after_digits(text, end + 1)
    if end - at > MAX_DIGITS:
        raise QueryError(text, at, end - at, f"a number has at most {MAX_DIGITS} digits")
    if text[end : end + 1] and text[end] in "eE./":
        _refuse_longer(text, at, end)
    number = text[at:end]
    whole, _, decimals = number.partition(".")
    if len(decimals) == 3 and len(whole) <= 3 and not whole.startswith("0"):
        reason = "a point before three digits is either a decimal sign or groups thousands"
        raise QueryError(text, at, end - at, reason, (whole + decimals, f"{number}0"))
    return Token("number", number, at, end - at)


def _refuse_longer(text: str, at: int, end: int) -> None:
    """Where a number goes on with an exponent, or is the day of a date."""
    import re

    if exponent := re.compile(_EXPONENT).match(text, end):
        raise QueryError(text, at, exponent.end() - at, "a number is written without exponent, digit by digit")
    if date := re.compile(_DAY_FIRST).match(text, at):
        months = [(date[2], date[1])] + [(date[1], date[2])] * ("/" in date[0])  # a stroke is American too
        offer = tuple(f"{date[3]}-{int(month):02}-{int(day):02}" for month, day in months if 0 < int(month) <= 12)
        raise QueryError(text, at, date.end() - at, "a date begins with its year, then the month, then the day", offer)


def _after_digits(text: str, position: int) -> int:
    while position < len(text) and text[position] in _DIGITS:
        position += 1
    return position


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _word(text: str, at: int) -> Token:
    """A word; a hyphen or a point inside it belongs to it."""
    end = at + 1
    while end < len(text) and (_in_word(text[end]) or (text[end] in "-." and _in_word(text[end + 1 : end + 2]))):
        end += 1
    word = text[at:end]
    low = word.lower()
    keyword = low in KEYWORDS
    if low in _WITH_PARENTHESIS:
        keyword = text[_after_space(text, end) :].startswith("(")
    return Token("keyword" if keyword else "word", low if keyword else word, at, len(word))


def _quoted(text: str, at: int) -> Token | None:
    import re

    found = re.compile(_QUOTED).match(text, at)
    return Token("text", _content(found), at, len(found[0])) if found else None


def _definition(text: str, at: int) -> Token | None:
    end = text.find("]", at)
    inner = text[at + 1 : end]
    if end > 0 and not set(inner) & set("[\"'"):
        return Token("definition", " ".join(inner.split()), at, end + 1 - at)
    import re

    found = re.compile(_BRACKETS).match(text, at)
    return Token("definition", " ".join(_content(found).split()), at, len(found[0])) if found else None


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
    from unicodedata import category

    if character.isnumeric() or category(character) == "Sc":
        return QueryError(text, at, 1, "a number is written in the digits 0 to 9, and its unit follows it")
    return QueryError(text, at, 1, f"{character!r} means nothing here; a text stands in quotes")
