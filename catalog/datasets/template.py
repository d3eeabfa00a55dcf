"""Texts with places for cells: ``{displ} L``."""

from __future__ import annotations

from collections.abc import Callable

from catalog.plain import dataclass


@dataclass(frozen=True, slots=True)
class Template:
    """``pieces`` are literal texts, each followed by the column whose cell comes after it (None at the end)."""

    pieces: tuple[tuple[str, str | None], ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns whose cells it needs, each once."""
        return tuple(dict.fromkeys(column for _, column in self.pieces if column is not None))

    def fill(self, cell: Callable[[str], str | None]) -> str | None:
        """The text with the cells in their places; None where one of them has no value."""
        parts = []
        for literal, column in self.pieces:
            parts.append(literal)
            if column is not None:
                value = cell(column)
                if value is None:
                    return None
                parts.append(value)
        return "".join(parts)


def parse(text: str) -> Template:
    """The template of a text. Two braces stand for one. Raises ValueError for a brace that is not closed.

    >>> parse("{displ} L").columns
    ('displ',)
    >>> parse("{displ} L").fill({"displ": "2.0"}.get)
    '2.0 L'
    >>> parse("{{sic}}").fill({}.get)
    '{sic}'
    """
    pieces: list[tuple[str, str | None]] = []
    literal, rest = "", text
    while rest:
        if rest[:2] in ("{{", "}}"):
            literal, rest = literal + rest[0], rest[2:]
        elif rest[0] == "{":
            column, closed, rest = rest[1:].partition("}")
            if not closed or not column.strip():
                raise ValueError("a brace opens and no column's name follows up to a closing one")
            pieces.append((literal, column.strip()))
            literal = ""
        elif rest[0] == "}":
            raise ValueError("a brace closes and none has opened; write }} for the sign itself")
        else:
            literal, rest = literal + rest[0], rest[1:]
    if literal or not pieces:
        pieces.append((literal, None))
    return Template(tuple(pieces))
