"""A table for people: as a sheet, which every renderer takes, and as a whole HTML page."""

from __future__ import annotations

from catalog.export.table import NUMBER, Table
from catalog.render.sheet import Line, Sheet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.export.table import Value

_STYLE = """\
body { font: 15px/1.4 system-ui, sans-serif; margin: 2rem; }
table { border-collapse: collapse; }
th, td { padding: .25rem .6rem; border-bottom: 1px solid #ccc; text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid #333; position: sticky; top: 0; background: #fff; }
.section th { padding-top: 1rem; }
.level1 { padding-left: 1.6rem; font-weight: normal; }
tbody th { font-weight: normal; }
@media (prefers-color-scheme: dark) { body, thead th { background: #111; color: #eee; } a { color: #9cf; } }
"""


def sheet_of(table: Table) -> Sheet:
    """The table as a sheet, with the sources as notes."""
    lines = tuple(Line(tuple(map(_text, row))) for row in table.rows())
    notes = (f"{source['id']}: {source['publisher']}, “{source['title']}”" for source in table.sources)
    return Sheet(
        headers=tuple(table.names),
        lines=lines,
        notes=tuple(notes),
        align=tuple("right" if column.type == NUMBER else "left" for column in table.columns),
        folds=False,
        empty=f"no {table.name}",
    )


def _text(value: Value) -> str:
    if value is None:
        return ""
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def page(fragment: str, title: str) -> str:
    """An HTML fragment as a page of its own, which a browser shows without anything from elsewhere."""
    from html import escape

    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        f"<style>\n{_STYLE}</style>\n</head>\n<body>\n{fragment}</body>\n</html>\n"
    )
