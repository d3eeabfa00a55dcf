"""A sheet as an HTML fragment: one table with scopes for screen readers, everything escaped."""

from __future__ import annotations

from html import escape

from catalog.render.sheet import Sheet


def render_html(sheet: Sheet) -> str:
    """A ``<table>`` and, below it, the notes as a list."""
    out = ['<table class="vehicles">']
    if sheet.title:
        out.append(f"<caption>{_text(sheet.title)}</caption>")
    out.append(
        "<thead><tr>" + "".join(f'<th scope="col">{_text(header)}</th>' for header in sheet.headers) + "</tr></thead>"
    )
    out.append("<tbody>")
    for line in sheet.lines:
        if line.section:
            out.append(
                f'<tr class="section"><th scope="rowgroup" colspan="{len(sheet.headers)}">'
                f"{_text(line.cells[0])}</th></tr>"
            )
            continue
        label = f'<th scope="row" class="level{line.level}">{_text(line.cells[0])}</th>'
        out.append(f"<tr>{label}" + "".join(f"<td>{_text(cell)}</td>" for cell in line.cells[1:]) + "</tr>")
    if not sheet.lines:
        out.append(f'<tr><td colspan="{max(len(sheet.headers), 1)}">{_text(sheet.empty)}</td></tr>')
    out.append("</tbody></table>")
    if sheet.notes:
        out.append('<ul class="notes">' + "".join(f"<li>{_text(note)}</li>" for note in sheet.notes) + "</ul>")
    return "\n".join(out) + "\n"


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>").replace("\u00a0", "&nbsp;")
