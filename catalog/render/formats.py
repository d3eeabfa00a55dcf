"""Rendering by the name of a format; a renderer is imported when its format is asked for."""

from __future__ import annotations

from catalog.errors import SettingsError
from catalog.render.encoding import escaped_html, escaped_json, holds, plain, plain_sheet
from catalog.render.names import TABLE_STYLES, no_format

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.render.sheet import Sheet


def render(sheet: Sheet, name: str = "table", width: int = 80) -> str:
    """The sheet in a format by its name. Raises SettingsError for a name that is none."""
    if name in TABLE_STYLES:
        from catalog.render.table import render_table

        return render_table(sheet, width, name)
    if name in ("json", "jsonl"):
        from catalog.render.structured import render_json, render_json_lines

        return render_json(sheet) if name == "json" else render_json_lines(sheet)
    if name in ("csv", "tsv"):
        from catalog.render.delimited import render_delimited

        return render_delimited(sheet, "," if name == "csv" else "\t")
    if name == "md":
        from catalog.render.markdown import render_markdown

        return render_markdown(sheet)
    if name == "html":
        from catalog.render.html import render_html

        return render_html(sheet)
    if name == "latex":
        from catalog.render.latex import render_latex

        return render_latex(sheet)
    raise SettingsError(no_format(name))


def render_for(encoding: str, sheet: Sheet, name: str = "table", width: int = 80) -> str:
    """As ``render``, with what ``encoding`` cannot hold in ASCII or in the format's own escapes."""
    if name in TABLE_STYLES or name == "md":
        text = render(plain_sheet(sheet, encoding), name, width)
        return text if holds(text, encoding) else plain(text, encoding)
    text = render(sheet, name, width)
    if holds(text, encoding):
        return text
    if name in ("json", "jsonl"):
        return escaped_json(text, encoding)
    if name == "html":
        return escaped_html(text, encoding)
    return text.encode(encoding, "backslashreplace").decode(encoding)
