"""Walks over the tokens of a query: what stands here, where something began, and what is wrong here."""

from __future__ import annotations

from catalog.errors import QueryError
from catalog.query.tokens import Token, tokenize
from catalog.query.tree import Node

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


class Cursor:
    """A place among the tokens of one query."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokenize(text)
        self.index = 0

    @property
    def token(self) -> Token:
        return self.tokens[self.index]

    def advance(self) -> Token:
        """The token that stands here; the cursor goes on to the next, but not beyond the end."""
        token = self.token
        self.index += token.kind != "end"
        return token

    def close(self) -> None:
        """Goes past a closing parenthesis. Raises QueryError where none stands."""
        if self.token.kind == "end":
            self.fail(self.token, "a ) is missing")
        if not self.token.is_sign(")"):
            self.misplaced()
        self.advance()

    def since(self, position: int) -> dict[str, int]:
        """The place from ``position`` to the end of what has been read."""
        return {"position": position, "length": self.tokens[self.index - 1].end - position}

    def misplaced(self) -> NoReturn:
        from catalog.query.complaints import misplaced

        raise misplaced(self.text, self.tokens, self.index)

    def fail(self, at: Token | Node, reason: str, suggestions: tuple[str, ...] = ()) -> NoReturn:
        raise QueryError(self.text, at.position, at.length, reason, suggestions)
