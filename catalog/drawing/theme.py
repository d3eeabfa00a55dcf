"""Colours, line patterns and fonts: of a file that stands alone, and of an element whose page decides."""

from __future__ import annotations

from catalog.plain import dataclass

#: Each vehicle's line: it is told apart by its pattern and letter; the colour helps those who see it. The colours stand
#: out by 3 to 1 and more from white and from black.
PATTERNS = ("", "10 4", "3 3", "12 3 3 3", "12 3 3 3 3 3")
_COLOURS = ("#1f6fc4", "#cf5410", "#12855a", "#a04cc0", "#8a6d1f")
_FONT = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', Arial, sans-serif"
SIZE, SMALL, LARGE = 12.0, 11.0, 14.0
#: An average letter of a wide sans-serif font, in ems; a Chinese sign takes two.
_EM = 0.58


@dataclass(frozen=True, slots=True)
class Theme:
    """What lines and letters are drawn with."""

    ink: str
    paper: str
    test: str
    vehicles: tuple[str, ...]
    font: str | None

    def colour(self, place: int) -> str:
        return self.vehicles[place % len(self.vehicles)]


ALONE = Theme("#1b1b1b", "#ffffff", "#b3261e", _COLOURS, _FONT)
#: A page may set ``--drawing-paper``, ``--drawing-test`` and ``--drawing-1`` to ``--drawing-5``; the ink is its
#: text colour.
INLINE = Theme(
    "currentColor",
    "var(--drawing-paper, Canvas)",
    "var(--drawing-test, #d0493f)",
    tuple(f"var(--drawing-{place}, {colour})" for place, colour in enumerate(_COLOURS, 1)),
    None,
)


def text_length(words: str, size: float = SIZE) -> float:
    """About how many pixels a text takes; rather too many than too few."""
    from catalog.render.text import text_width

    return text_width(words) * size * _EM


def lines_of(words: str, width: float, size: float) -> list[str]:
    """A text in lines of at most so many pixels."""
    from catalog.render.text import wrap

    fit = max(int(width / (size * _EM)), 8)
    return wrap(words, fit, longest=fit)
