"""Text in terminal columns: how wide it is, how it wraps with numbers whole, what a terminal must not obey."""

from __future__ import annotations

NBSP = "\u00a0"
_FIXED_SPACES = str.maketrans("\u202f\u2007", NBSP * 2)
#: What would move the cursor, colour, or turn the direction of writing: shown by its code instead.
_CONTROLS = [
    chr(code)
    for part in (range(9), range(11, 32), range(127, 160), range(0x202A, 0x202F), range(0x2066, 0x206A))
    for code in part
]
#: A space between a number and its unit, its sign, its currency or its next three digits.
_INSIDE_NUMBER = (
    r"(?<=\d) (?=\d{3}(?!\d)|[%°€£$¥]|[^\W\d_]\S{0,9}(?!\S))|(?<=[≤≥<>=~≈±−+]) (?=\d)|(?<=\b[A-Z]{3}) (?=\d)"
)
#: Where a word that no column can hold (a url) is broken.
_JOINTS = frozenset("/-_?&=.,;")


_WIDTHS: dict[str, int] = {}


def text_width(text: str) -> int:
    """Terminal columns of a text: wide East Asian characters count two, combining marks none."""
    return len(text) if text.isascii() else sum(map(character_width, text))


def character_width(character: str) -> int:
    """Terminal columns of one character."""
    found = _WIDTHS.get(character)
    if found is None:
        from unicodedata import category, east_asian_width

        found = 0 if category(character) in ("Mn", "Me", "Cf") else 2 if east_asian_width(character) in "WF" else 1
        _WIDTHS[character] = found
    return found


def visible(text: str) -> str:
    r"""``text`` with control characters shown by their code, so that no spec file can steer a terminal.

    >>> visible("red \x1b[31m")
    'red \\u001b[31m'
    """
    if text.isprintable() or not any(character in text for character in _CONTROLS):
        return text
    return text.translate({ord(sign): f"\\u{ord(sign):04x}" for sign in _CONTROLS})


def tidy(text: str) -> str:
    """``text`` for a cell: visible, spaces single, numbers joined to their units by no-break spaces."""
    import re

    plain = visible(re.sub(r"[^\S\n\u00a0]+", " ", text.translate(_FIXED_SPACES)))
    return re.sub(_INSIDE_NUMBER, NBSP, plain)


def wrap(text: str, width: int, indent: str = "", longest: int | None = None) -> list[str]:
    """``text`` in lines of at most ``width`` columns where its words allow; line feeds break.

    Numbers keep their units. Words wider than ``longest`` are broken (never where it is None), and those
    in a script without spaces; later lines begin with ``indent``, or as far in as the first.
    """
    lines: list[str] = []
    for part in tidy(text).split("\n"):
        bare = part.lstrip(NBSP)
        lead = NBSP * (len(part) - len(bare))
        line, empty = lead, True
        for word in bare.split(" "):
            for number, piece in enumerate(_pieces(word, width - text_width(indent or lead), longest)):
                if not empty and (number or text_width(line) + 1 + text_width(piece) > width):
                    lines.append(line)
                    line, empty = indent or lead, True
                line, empty = (f"{line}{piece}" if empty else f"{line} {piece}"), False
        lines.append(line.rstrip(" "))
    return lines


def _pieces(word: str, width: int, longest: int | None) -> list[str]:
    """The word, or what it is broken into where it may be."""
    total = text_width(word)
    if total <= width or not (_is_wide(word) or (longest is not None and total > longest)):
        return [word]
    pieces: list[str] = []
    while text_width(word) > width:
        cut = _cut(word, max(width, 2))
        pieces.append(word[:cut])
        word = word[cut:]
    return [*pieces, word] if word else pieces


def _is_wide(word: str) -> bool:
    return not word.isascii() and any(character_width(character) == 2 for character in word)


def _cut(word: str, width: int) -> int:
    """The last joint of a word within ``width``, or ``width``: after a sign, beside a wide character."""
    used = joint = 0
    for index, character in enumerate(word):
        wide = character_width(character)
        if wide == 2 and index:
            joint = index
        if used + wide > width:
            return joint or max(index, 1)
        used += wide
        if wide == 2 or character in _JOINTS:
            joint = index + 1
    return len(word)
