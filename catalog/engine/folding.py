"""Texts as they are compared.

``fold`` is what ``lower`` does to a text in a query, on every engine alike: Unicode's mapping of one letter to one
letter. ``folded`` is for names that people type: accents do not count either.

Python's own ``str.lower`` is the first but for two letters: it makes two characters of ``İ``, and writes ``Σ`` as
``ς`` at the end of a word. A pattern with ``_`` must count the characters that were written, and a word must be
found wherever it stands, so the two are mapped singly here, as DuckDB's ``lower`` does.
"""

from __future__ import annotations

#: The two letters, and what Unicode's simple mapping makes of them.
EXCEPTIONS = {"İ": "i", "Σ": "σ"}


def fold(text: str | None) -> str | None:
    """``text`` as queries compare it; None stays None.

    >>> fold("ŠKODA"), fold("İzmir"), fold("ΟΔΟΣ"), fold(None)
    ('škoda', 'izmir', 'οδοσ', None)
    """
    if text is None:
        return None
    return text.lower() if text.isascii() else text.replace("İ", "i").replace("Σ", "σ").lower()


def folded(text: str) -> str:
    """``text`` as a typed name is compared with it: case and accents left out, so that ``citroen`` finds a Citroën.

    >>> folded("Citroën ë-Jumpy")
    'citroen e-jumpy'
    """
    if text.isascii():
        return text.casefold()
    import unicodedata

    parts = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", "".join(part for part in parts if not unicodedata.combining(part)))


def holds(text: str, words: str) -> bool:
    """Whether a text holds each of the folded words, which stand on lines of their own.

    >>> holds("Citroën ë-Jumpy 75", "jumpy\\ncitroen")
    True
    """
    own = folded(text)
    return all(word in own for word in words.split("\n"))
