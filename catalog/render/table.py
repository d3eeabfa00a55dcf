"""A sheet as text for a terminal, through tabulate: folded to the width, numbers never cut.

Cells wrap at spaces only, and never between a number and its unit. A table that still does not fit is
folded: blocks of columns below one another, each with the leading columns repeated.
"""

from __future__ import annotations

from collections.abc import Sequence

from catalog.plain import dataclass
from catalog.render.sheet import Line, Sheet
from catalog.render.text import NBSP, character_width, text_width, tidy, wrap

_MIN_CELL = 10
_MIN_LABEL = 14
#: A word wider than this (a url) may be broken; ids and figures are not.
_MAX_WORD = 46


@dataclass(frozen=True, slots=True)
class Style:
    """What a tabulate format adds around the cells: between two, at both ends together, to a header."""

    name: str
    gap: int = 3
    edge: int = 4
    header: int = 2

    @property
    def bare(self) -> bool:
        return self.edge == 0


#: "table" is tabulate's "simple" without the two columns that tabulate adds to every header.
_STYLES = {
    "table": Style("plain", 2, 0, 0),
    "simple": Style("plain", 2, 0, 0),
    "plain": Style("plain", 2, 0, 0),
    "rst": Style("rst", 2, 0),
    "presto": Style("presto", 3, 2),
    "pretty": Style("pretty", 3, 4, 0),
}
_RULED = ("table", "simple")


def render_table(sheet: Sheet, width: int = 80, style: str = "table") -> str:
    """The sheet as text of at most ``width`` columns where its words allow; ``style`` is a tabulate format."""
    parts = ["\n".join(wrap(sheet.title, width))] if sheet.title else []
    blocks: list[tuple[list[int], list[int]]] = []
    if sheet.lines:
        look = _STYLES.get(style) or Style(style)
        blocks = _Layout(sheet, width, look).blocks()
        blocks = blocks if sheet.folds else blocks[:1]
        parts += [_block(sheet, columns, widths, look, style in _RULED) for columns, widths in blocks]
    elif sheet.empty:
        parts.append("\n".join(wrap(f"({sheet.empty})", width)))
    left_out = _left_out(sheet, blocks)
    shown = [index for columns, _ in blocks for index in columns]
    notes = [*(sheet.notes_of(shown) if left_out and sheet.notes_of else sheet.notes), *left_out]
    if notes:
        parts.append("\n".join(line for note in notes for line in wrap(note, width, _hanging(note))))
    return "\n\n".join(parts).replace(NBSP, " ") + "\n"


def _left_out(sheet: Sheet, blocks: Sequence[tuple[list[int], list[int]]]) -> list[str]:
    """A note of the columns that a list had no room for."""
    shown = {index for columns, _ in blocks for index in columns}
    names = [header.replace("\n", " ") for index, header in enumerate(sheet.headers) if blocks and index not in shown]
    return [f"not shown at this width: {', '.join(names)}"] if names else []


def _hanging(note: str) -> str:
    """The indent of a note's further lines: under the text of ``[12] text``, else two columns."""
    return " " * (note.index("] ") + 2 if note.startswith("[") and "] " in note else 2)


class _Layout:
    """Which columns stand in which block, and how wide each is there."""

    def __init__(self, sheet: Sheet, width: int, style: Style) -> None:
        self.width = width
        self.style = style
        self.folds = sheet.folds
        columns = range(len(sheet.headers))
        self.fixed = list(columns[: min(sheet.fixed, max(len(columns) - 1, 0))])
        rows = [line for line in sheet.lines if not line.section]
        self.tight: list[int] = []
        self.least: list[int] = []
        self.natural: list[int] = []
        for index, header in enumerate(sheet.headers):
            cells = [tidy(_indented(line) if index == 0 else line.cells[index]) for line in rows]
            if index == 0 and not style.bare:  # in a frame a heading stands in the first column
                cells += [
                    word for line in sheet.lines if line.section for word in tidy(line.cells[0].upper()).split(" ")
                ]
            tight = max(_longest_word(tidy(header)) + style.header, *map(_longest_word, cells), 1)
            natural = max(_natural(tidy(header)) + style.header, *map(_natural, cells), 1)
            comfortable = _MIN_LABEL if index in self.fixed else _MIN_CELL
            self.tight.append(tight)
            self.least.append(max(tight, min(natural, comfortable)))
            self.natural.append(max(natural, tight))
        while len(self.fixed) > 1 and any(
            self._needed([*self.fixed, index], self.tight) > width for index in columns[len(self.fixed) :]
        ):
            self.fixed.pop()  # better alone beside its label than too wide

    def blocks(self) -> list[tuple[list[int], list[int]]]:
        """The columns of each block with their widths: as few blocks as fit, evenly filled."""
        rest = [index for index in range(len(self.natural)) if index not in self.fixed]
        blocks: list[list[int]] = [[]]
        for index in rest:
            if blocks[-1] and self._needed([*self.fixed, *blocks[-1], index], self.least) > self.width:
                blocks.append([])
            blocks[-1].append(index)
        blocks = self._even(blocks) if self.folds else blocks
        return [([*self.fixed, *block], self._share([*self.fixed, *block])) for block in blocks]

    def _even(self, blocks: list[list[int]]) -> list[list[int]]:
        """The same number of blocks with about as many columns each, where they fit."""
        columns = [index for block in blocks for index in block]
        size = -(-len(columns) // len(blocks))
        evened = [columns[start : start + size] for start in range(0, len(columns), max(size, 1))]
        fits = all(self._needed([*self.fixed, *block], self.least) <= self.width for block in evened)
        return evened if fits else blocks

    def _needed(self, columns: Sequence[int], widths: Sequence[int]) -> int:
        return sum(widths[index] for index in columns) + self.style.gap * (len(columns) - 1) + self.style.edge

    def _share(self, columns: list[int]) -> list[int]:
        """Widths from the longest word up to the natural width, what is left over shared a column at a time."""
        widths = {index: self.tight[index] for index in columns}
        left = self.width - self._needed(columns, self.tight)
        for goal in (self.least, self.natural):
            while left > 0 and (wanting := [index for index in columns if widths[index] < goal[index]]):
                for index in wanting[:left]:
                    widths[index] += 1
                left -= len(wanting[:left])
        return [widths[index] for index in columns]


def _natural(text: str) -> int:
    return max(map(text_width, text.split("\n")))


def _longest_word(text: str) -> int:
    """The widest word, with the indent of its line; what can be broken counts as much as it is left."""
    widths = [0]
    for part in text.split("\n"):
        indent = len(part) - len(part.lstrip(NBSP))
        widths += [indent + min(text_width(word), _MAX_WORD) for word in part.lstrip(NBSP).split(" ")]
    return max(widths)


def _indented(line: Line) -> str:
    return NBSP * (2 * line.level) + line.cells[0]


def _block(sheet: Sheet, columns: list[int], widths: list[int], style: Style, ruled: bool) -> str:
    """One block of columns."""
    from tabulate import tabulate

    signs = _Signs()
    rows, headings = _rows(sheet, columns, widths, style, signs)
    header = [
        signs.hide(sheet.headers[index], width - style.header) for index, width in zip(columns, widths, strict=True)
    ]
    align = [sheet.align[index] if index < len(sheet.align) else "left" for index in columns]
    own = style.name == "plain" and any(header)  # tabulate would add two columns to every header
    text = tabulate(
        [header, *rows] if own else rows,
        () if own or not any(header) else header,
        tablefmt=style.name,
        disable_numparse=True,
        colalign=align if rows else None,
    )
    lines = text.split("\n")
    if own and ruled:
        lines.insert(max(cell.count("\n") + 1 for cell in header), _rule([header, *rows], style.gap))
    return "\n".join(signs.show(headings.get(line.strip(" "), line)).rstrip() for line in lines)


def _rows(
    sheet: Sheet, columns: list[int], widths: list[int], style: Style, signs: _Signs
) -> tuple[list[list[str]], dict[str, str]]:
    """The rows for tabulate, and the headings to put in where a row holds nothing but their mark: a heading is
    wider than the first column. In a frame it has to fit there."""
    rows: list[list[str]] = []
    headings: dict[str, str] = {}
    empty = [""] * (len(columns) - 1)
    for line in _lines_here(sheet, columns):
        if not line.section:
            texts = [_indented(line) if index == 0 else line.cells[index] for index in columns]
            rows.append([signs.hide(text, width) for text, width in zip(texts, widths, strict=True)])
            continue
        heading = line.cells[0].upper()
        if style.bare:
            if rows:
                rows.append([signs.mark(), *empty])  # tabulate drops a row that is all empty
            mark = signs.mark()
            headings[mark] = "\n".join(wrap(heading, sum(widths) + style.gap * (len(widths) - 1)))
            rows.append([mark, *empty])
        else:
            rows.append([signs.hide(heading, widths[0]), *empty])
    return rows, headings


def _rule(rows: list[list[str]], gap: int) -> str:
    columns = zip(*rows, strict=True)
    return (" " * gap).join("-" * max(len(part) for cell in column for part in cell.split("\n")) for column in columns)


def _lines_here(sheet: Sheet, columns: list[int]) -> list[Line]:
    """The lines that say something in this block: no empty ones, no heading without lines."""
    lines = [line for line in sheet.lines if not _empty_here(line, columns, sheet.fixed)]
    return [
        line
        for number, line in enumerate(lines)
        if not (line.section and (number + 1 == len(lines) or lines[number + 1].section))
    ]


def _empty_here(line: Line, columns: list[int], fixed: int) -> bool:
    """Whether a folded block has nothing to say on this line."""
    return (
        not line.section
        and len(columns) > fixed
        and not any(line.cells[index] for index in columns[fixed:])
        and any(line.cells[fixed:])
    )


class _Signs:
    """Stands one private-use character for each column of a cell that tabulate would count wrongly or strip.

    tabulate counts characters: a wide one is two columns, a combining mark none; and it strips no-break spaces.
    """

    _FIRST = 0x100000

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._filler = self.mark()

    def mark(self, text: str = "") -> str:
        """A character that stands for ``text``."""
        sign = chr(self._FIRST + len(self._texts))
        self._texts[sign] = text
        return sign

    def hide(self, text: str, width: int) -> str:
        """``text`` wrapped to ``width``, its length its width."""
        wrapped = "\n".join(wrap(text, max(width, 1), longest=_MAX_WORD))
        if wrapped.isascii():
            return wrapped
        clusters: list[str] = []
        for character in wrapped:
            if clusters and character != "\n" and character_width(character) == 0:
                clusters[-1] += character
            else:
                clusters.append(character)
        return "".join(map(self._sign, clusters))

    def _sign(self, cluster: str) -> str:
        width = text_width(cluster)
        if len(cluster) == width == 1 and cluster != NBSP and ord(cluster) < self._FIRST:
            return cluster
        if cluster == "\n" or not width:
            return "\n" if cluster == "\n" else ""
        return self.mark(cluster) + self._filler * (width - 1)

    def show(self, text: str) -> str:
        """The text again."""
        return text if text.isascii() else "".join(self._texts.get(character, character) for character in text)
