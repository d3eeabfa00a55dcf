"""What ``lower`` does to a text in a query, on every engine alike: Unicode's mapping of one letter to one letter.

Python's own ``str.lower`` is that mapping but for two letters: it makes two characters of ``İ``, and writes ``Σ``
as ``ς`` at the end of a word. A pattern with ``_`` must count the characters that were written, and a word must
be found wherever it stands, so the two are mapped singly here, as DuckDB's ``lower`` does.
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
