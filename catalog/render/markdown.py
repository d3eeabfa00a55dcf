"""A sheet as a Markdown table (GitHub's), everything escaped; addresses become links."""

from __future__ import annotations

import re

from catalog.render.sheet import Sheet
from catalog.render.text import visible

_SPECIAL = re.compile(r"([\\`*_{}\[\]|~#$])")
#: What would open a list or a heading at the start of a line.
_OPENING = re.compile(r"^([-+=]|\d{1,9}[.)])")
_URL = re.compile(r"(https?://[^\s<>|\\\"“”]*[^\s<>|\\\"“”.,;:!?'’)\]])")


def escape(text: str) -> str:
    """``text`` with Markdown's and HTML's special characters made plain, on one line.

    >>> print(escape("a|b *c* https://example.org/a_b, d"))
    a\\|b \\*c\\* <https://example.org/a_b>, d
    """
    plain = visible(" ".join(text.split()))
    parts = _URL.split(plain)
    return "".join(f"<{part}>" if index % 2 else _plain(part) for index, part in enumerate(parts))


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _paragraph(text: str) -> str:
    """``text`` where a line begins: a leading sign stays a sign."""
    return _OPENING.sub(lambda match: f"{match[1][:-1]}\\{match[1][-1]}", escape(text))


def render_markdown(sheet: Sheet) -> str:
    """Title, table, notes."""
    out = []
    if sheet.title:
        out += [f"**{escape(sheet.title)}**", ""]
    if sheet.lines:
        out.append(_row([escape(header) for header in sheet.headers]))
        right = ["right" in sheet.align[index : index + 1] for index in range(len(sheet.headers))]
        out.append(_row(["---:" if is_right else "---" for is_right in right]))
        for line in sheet.lines:
            cells = [escape(cell) for cell in line.cells]
            cells += [""] * (len(sheet.headers) - len(cells))
            if line.section:
                cells[0] = f"**{cells[0]}**"
            elif line.level:
                cells[0] = "&nbsp;" * (2 * line.level) + cells[0]
            out.append(_row(cells))
    elif sheet.empty:
        out.append(f"*{escape(sheet.empty)}*")
    if sheet.notes:
        out += [*([""] if sheet.lines or sheet.empty else []), *(f"- {_paragraph(note)}" for note in sheet.notes)]
    return "\n".join(out) + "\n"


def _row(cells: list[str]) -> str:
    """One row; GitHub needs no padding, and an empty cell one space only."""
    return "|" + "".join(f" {cell} |" if cell else " |" for cell in cells)
