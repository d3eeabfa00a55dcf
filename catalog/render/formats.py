"""The output formats by name: the one list behind ``--format``."""

from __future__ import annotations

from collections.abc import Callable

from catalog.errors import SettingsError, nearest
from catalog.render.delimited import render_delimited
from catalog.render.encoding import escaped_html, escaped_json, holds, plain, plain_sheet
from catalog.render.html import render_html
from catalog.render.markdown import render_markdown
from catalog.render.sheet import Sheet
from catalog.render.structured import render_json, render_json_lines
from catalog.render.table import render_table

Renderer = Callable[[Sheet], str]
FORMATS: dict[str, Renderer] = {
    "csv": render_delimited,
    "tsv": lambda sheet: render_delimited(sheet, "\t"),
    "json": render_json,
    "jsonl": render_json_lines,
    "md": render_markdown,
    "html": render_html,
}

#: tabulate's formats that make plain text tables; the markup ones it does not escape are left out.
TABLE_STYLES = (
    "table", "simple", "plain", "grid", "simple_grid", "rounded_grid", "heavy_grid", "double_grid", "outline",
    "simple_outline", "rounded_outline", "heavy_outline", "double_outline", "presto", "pretty", "psql", "rst", "orgtbl",
)  # fmt: skip
NAMES = (*TABLE_STYLES[:1], *FORMATS, *TABLE_STYLES[1:])


def render(sheet: Sheet, name: str = "table", width: int = 80) -> str:
    """The sheet in a format by its name. Raises SettingsError for a name that is none."""
    if name in FORMATS:
        return FORMATS[name](sheet)
    if name in TABLE_STYLES:
        return render_table(sheet, width, name)
    raise SettingsError(no_format(name))


def no_format(name: str) -> str:
    """The message for a format that there is none of, with the nearest."""
    offer = nearest(name, NAMES)
    hint = f"did you mean {offer[0]}?" if offer else f"one of {', '.join(NAMES[:7])}, or a tabulate format"
    return f"no format {name!r}; {hint}"


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
