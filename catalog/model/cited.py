"""What every source can say of itself, whatever it was read from."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

#: Which kind of source is shown first where several state a value; the newest within a kind.
RANK: dict[str, int] = {
    kind: rank
    for rank, kind in enumerate(("regulator", "manufacturer", "data set", "press", "encyclopedia", "dealer", "forum"))
}
PARTS = ("id", "publisher", "title", "date", "url", "kind", "mirror", "low_trust", "note")


class Cited:
    """The parts of a source (see ``catalog.model.source.Source``) and what follows from them."""

    if TYPE_CHECKING:
        id: str
        publisher: str
        title: str
        date: str | None
        url: str | None
        kind: Any
        mirror: bool
        low_trust: bool
        note: str

    @property
    def preference(self) -> tuple[bool, int, bool]:
        """Sorts the sources that are shown first to the front (dates are compared apart, newest first)."""
        return self.low_trust, RANK[self.kind], self.mirror

    @property
    def date_key(self) -> str:
        from catalog.model.dates import sort_key

        return sort_key(self.date or "")

    @property
    def citation(self) -> str:
        """Publisher, title, date and url in one line, as a footnote."""
        parts = [self.publisher, f"“{self.title}”", self.date or "undated", *([self.url] if self.url else [])]
        return ", ".join(parts)

    @property
    def counted(self) -> int | None:
        """How many values cite it, where that is known without looking at them: a data set counted them."""
        return None

    def as_dict(self) -> dict[str, Any]:
        """Its parts by name, as JSON has them."""
        return {name: getattr(self, name) for name in PARTS}
