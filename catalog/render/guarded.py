"""Texts in cells that a spreadsheet opens: none of them is run as a formula, and each comes back as it was."""

from __future__ import annotations

import re

#: What a spreadsheet takes for the start of a formula (OWASP), the wide forms of Japanese settings too.
FORMULA = "=+\\-@\t\r\n\0＝＋－＠"
NUMBER = re.compile(r"[-+]?\d+(\.\d+)?([eE][-+]?\d+)?")
_OPENS = re.compile(f"'*[{FORMULA}]")
_GUARDED = re.compile(f"''*[{FORMULA}]")


def guarded(text: str) -> str:
    """A text that a spreadsheet would run as a formula gets a leading apostrophe; numbers stay.

    So does one that begins with an apostrophe before such a sign, so that ``unguarded`` gives every text back.
    A carriage return, which the csv module leaves unquoted, becomes a line feed.

    >>> guarded("=1+1"), guarded("-5"), guarded("'=x"), guarded("l'")
    ("'=1+1", '-5', "''=x", "l'")
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if _OPENS.match(text) and not NUMBER.fullmatch(text) else text


def unguarded(text: str) -> str:
    """What ``guarded`` was given.

    >>> unguarded("'=1+1"), unguarded("''=x"), unguarded("'s Hertogenbosch")
    ('=1+1', "'=x", "'s Hertogenbosch")
    """
    return text[1:] if _GUARDED.match(text) else text
