"""A sheet as text for a terminal, through tabulate: folded to the width, numbers never cut.

Cells wrap at spaces only (a number and its unit are joined by a no-break space). A table that still does
not fit is folded: blocks of columns below one another, each with the leading columns repeated.
"""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Sequence

from catalog.render.sheet import Line, Sheet

_GAP = 2
_MIN_CELL = 10
_MIN_LABEL = 14
_MAX_WORD = 46
_NBSP = "\u00a0"


def render_table(sheet: Sheet, width: int = 80, style: str = "simple") -> str:
    """The sheet as text of at most ``width`` columns where its words allow; ``style`` is a tabulate format."""
    if not sheet.lines:
        body = f"({sheet.empty})"
    else:
        body = "\n\n".join(_block(sheet, columns, widths, style) for columns, widths in _blocks(sheet, width))
    notes = "\n".join(_wrap_note(note, width) for note in sheet.notes)
    parts = [part for part in (sheet.title, body, notes) if part]
    return "\n\n".join(parts).replace(_NBSP, " ") + "\n"


def _wrap_note(note: str, width: int) -> str:
    indent = " " * (note.index("] ") + 2 if note.startswith("[") and "] " in note else 2)
    return textwrap.fill(note, max(width, 20), subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _indented(line: Line) -> str:
    return _NBSP * (2 * line.level) + line.cells[0]


def _columns(sheet: Sheet) -> list[list[str]]:
    rows = [line for line in sheet.lines if not line.section]
    columns = [[header, *(line.cells[index] for line in rows)] for index, header in enumerate(sheet.headers)]
    columns[0] = [sheet.headers[0], *(_indented(line) for line in rows)]
    return columns


def text_width(text: str) -> int:
    """Terminal columns of a text: wide East Asian characters count two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )


def _natural(cells: Sequence[str]) -> int:
    return max((text_width(part) for cell in cells for part in cell.split("\n")), default=0)


def _longest_word(cells: Sequence[str]) -> int:
    """A word that no table can hold (a url) is broken; ids and figures are not."""
    return max((min(text_width(word), _MAX_WORD) for cell in cells for word in cell.split()), default=0)


def _blocks(sheet: Sheet, width: int) -> list[tuple[list[int], list[int]]]:
    """The column indices of each block, with their widths."""
    columns = _columns(sheet)
    natural = [_natural(column) for column in columns]
    least = [max(_longest_word(column), min(_natural(column), _MIN_CELL)) for column in columns]
    fixed = list(range(sheet.fixed))
    for index in fixed:
        least[index] = max(least[index], min(natural[index], _MIN_LABEL))
    rest = list(range(sheet.fixed, len(columns)))
    blocks: list[list[int]] = []
    current: list[int] = []
    for index in rest:
        if current and _needed([*fixed, *current, index], least) > width:
            blocks.append(current)
            current = []
        current.append(index)
    blocks.append(current)
    return [
        ([*fixed, *block], _share([*fixed, *block], natural, least, width))
        for block in _even(blocks, fixed, least, width)
    ]


def _even(blocks: list[list[int]], fixed: list[int], least: list[int], width: int) -> list[list[int]]:
    """The same number of blocks with about as many columns each, where they fit."""
    columns = [index for block in blocks for index in block]
    if len(blocks) < 2:
        return blocks
    size = -(-len(columns) // len(blocks))
    evened = [columns[start : start + size] for start in range(0, len(columns), size)]
    fits = all(_needed([*fixed, *block], least) <= width for block in evened)
    return evened if fits else blocks


def _needed(columns: Sequence[int], widths: Sequence[int]) -> int:
    return sum(widths[index] for index in columns) + _GAP * (len(columns) - 1)


def _share(columns: list[int], natural: list[int], least: list[int], width: int) -> list[int]:
    """Widths between least and natural: what is left over goes to the columns that want most."""
    widths = {index: min(natural[index], least[index]) for index in columns}
    left = width - _needed(columns, least)
    while left > 0:
        wanting = [index for index in columns if widths[index] < natural[index]]
        if not wanting:
            break
        for index in wanting:
            if left > 0:
                widths[index] += 1
                left -= 1
    return [widths[index] for index in columns]


def _wrap(text: str, width: int) -> str:
    lines = []
    for part in text.split("\n"):
        indent = len(part) - len(part.lstrip(_NBSP))
        lines += textwrap.wrap(
            part,
            max(width, 1),
            subsequent_indent=_NBSP * indent,
            break_on_hyphens=False,
            break_long_words=_too_long(part, width),
        ) or [""]
    return "\n".join(lines)


def _too_long(text: str, width: int) -> bool:
    return any(len(word) > max(width, _MAX_WORD) for word in text.split())


def _block(sheet: Sheet, columns: list[int], widths: list[int], style: str) -> str:
    from tabulate import tabulate

    align = [sheet.align[index] if index < len(sheet.align) else "left" for index in columns]
    headers = [_wrap(sheet.headers[index], width) for index, width in zip(columns, widths, strict=True)]
    table: list[list[str]] = []
    lines = [line for line in sheet.lines if not _empty_here(line, columns, sheet.fixed)]
    for number, line in enumerate(lines):
        if line.section:
            following = lines[number + 1] if number + 1 < len(lines) else None
            if following is None or following.section:
                continue
            if table:
                table.append([_NBSP, *[""] * (len(columns) - 1)])  # tabulate drops a row that is all empty
            table.append([line.cells[0].upper(), *[""] * (len(columns) - 1)])
            continue
        texts = [_indented(line) if index == 0 else line.cells[index] for index in columns]
        table.append([_wrap(text, width) for text, width in zip(texts, widths, strict=True)])
    text = tabulate(table, headers, tablefmt=style, disable_numparse=True, colalign=align, preserve_whitespace=True)
    return "\n".join(part.rstrip() for part in text.splitlines())


def _empty_here(line: Line, columns: list[int], fixed: int) -> bool:
    """Whether a folded block has nothing to say on this line."""
    return (
        not line.section
        and len(columns) > fixed
        and all(line.cells[index] in ("",) for index in columns[fixed:])
        and any(cell for cell in line.cells[fixed:])
    )
