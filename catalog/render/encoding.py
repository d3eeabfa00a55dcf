"""What to do where the output's encoding cannot hold a sign: its ASCII form, or the format's own escape.

Tables are changed before they are laid out, so that columns still line up; formats that have escapes of
their own (JSON, HTML) lose nothing.
"""

from __future__ import annotations

from catalog.render.text import NBSP

_SIGNS = {
    "▲": "^", "▼": "v", "≤": "<=", "≥": ">=", "–": "-", "—": "-", "−": "-", "×": "x", "±": "+/-", "†": "+", "“": '"',
    "”": '"', "‘": "'", "’": "'", "…": "...", "²": "2", "³": "3", "°": " deg", "·": "*", "€": "EUR", "£": "GBP",
    "\u00a0": " ", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "æ": "ae", "Æ": "AE", "đ": "d",
}  # fmt: skip
_LINES = "[─━═]", "[│┃║]", r"[\u2500-\u257f]"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.render.sheet import Sheet


def holds(text: str, encoding: str) -> bool:
    """Whether ``encoding`` can hold ``text``."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def plain(text: str, encoding: str) -> str:
    """``text`` with the signs that ``encoding`` cannot hold in ASCII, accents dropped, the rest escaped.

    >>> plain("Citroën ≤ 317 km ▲ 东", "ascii")
    'Citroen <= 317 km ^ \\\\u4e1c'
    """
    if holds(text, encoding):
        return text
    return "".join(character if holds(character, encoding) else _ascii(character) for character in text)


def _ascii(character: str) -> str:
    if character in _SIGNS:
        return _SIGNS[character]
    import re

    for pattern, sign in zip(_LINES, "-|+", strict=True):
        if re.match(pattern, character):
            return sign
    import unicodedata

    if unicodedata.combining(character):
        return ""
    # Letters only: the decomposition of a fraction (1⁄2) without its stroke would be another number.
    base = unicodedata.normalize("NFKD", character) if character.isalpha() else ""
    return base.encode("ascii", "ignore").decode() or character.encode("ascii", "backslashreplace").decode()


def plain_sheet(sheet: Sheet, encoding: str) -> Sheet:
    """The sheet with all that people read in ``plain``; records and document stay."""

    from catalog.plain import replace
    from catalog.render.sheet import Line

    if encoding.lower() in ("utf-8", "utf8"):
        return sheet  # which holds all there is

    def fit(text: str) -> str:
        return NBSP.join(plain(part, encoding) for part in text.split(NBSP))

    return replace(
        sheet,
        headers=tuple(map(fit, sheet.headers)),
        lines=tuple(Line(tuple(map(fit, line.cells)), line.section, line.level) for line in sheet.lines),
        title=fit(sheet.title),
        notes=tuple(map(fit, sheet.notes)),
        empty=fit(sheet.empty),
    )


def escaped_json(text: str, encoding: str) -> str:
    """JSON (or a TOML text) with what ``encoding`` cannot hold as ``\\uXXXX``."""
    if holds(text, encoding):
        return text
    return "".join(character if holds(character, encoding) else _units(character) for character in text)


def _units(character: str) -> str:
    data = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{data[index]:02x}{data[index + 1]:02x}" for index in range(0, len(data), 2))


def escaped_html(text: str, encoding: str) -> str:
    """HTML with what ``encoding`` cannot hold as character references."""
    return text.encode(encoding, "xmlcharrefreplace").decode(encoding)
