"""A sheet as an HTML fragment: one table with scopes for screen readers, everything escaped, addresses linked."""

from __future__ import annotations

import re
from html import escape

from catalog.render.sheet import Line, Sheet
from catalog.render.text import visible

_URL = re.compile(r"(https?://[^\s<>\"“”]*[^\s<>\"“”.,;:!?'’)\]])")


def render_html(sheet: Sheet) -> str:
    """A ``<table>`` and, below it, the notes as a list."""
    out = ['<table class="vehicles">']
    if sheet.title:
        out.append(f"<caption>{_text(sheet.title)}</caption>")
    if sheet.headers:
        out.append("<thead><tr>" + "".join(_header(header) for header in sheet.headers) + "</tr></thead>")
    out.append("<tbody>")
    width = max(len(sheet.headers), 1)
    out += [_row(line, width) for line in sheet.lines]
    if not sheet.lines:
        out.append(f'<tr><td colspan="{width}">{_text(sheet.empty)}</td></tr>')
    out.append("</tbody></table>")
    if sheet.notes:
        out.append('<ul class="notes">' + "".join(f"<li>{_text(note)}</li>" for note in sheet.notes) + "</ul>")
    return "\n".join(out) + "\n"


def _header(text: str) -> str:
    return f'<th scope="col">{_text(text)}</th>' if text else "<td></td>"


def _row(line: Line, width: int) -> str:
    if line.section:
        return f'<tr class="section"><th scope="rowgroup" colspan="{width}">{_text(line.cells[0])}</th></tr>'
    level = f' class="level{line.level}"' if line.level else ""
    label = f'<th scope="row"{level}>{_text(line.cells[0])}</th>' if line.cells[0] else "<td></td>"
    return f"<tr>{label}" + "".join(f"<td>{_text(cell)}</td>" for cell in line.cells[1:]) + "</tr>"


def _text(text: str) -> str:
    parts = _URL.split(visible(text))
    return "".join(
        f'<a href="{escape(part)}">{escape(part)}</a>' if index % 2 else _plain(part)
        for index, part in enumerate(parts)
    )


def _plain(text: str) -> str:
    return escape(text).replace("\n", "<br>").replace("\u00a0", "&nbsp;")
