"""A sheet as a Markdown table (GitHub's), everything escaped."""

from __future__ import annotations

import re

from catalog.render.sheet import Sheet

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~#])")


def escape(text: str) -> str:
    """``text`` with Markdown's and HTML's special characters made plain, on one line."""
    plain = text.replace("\u00a0", " ").replace("&", "&amp;")
    return re.sub(r"\s*\n\s*", " ", _SPECIAL.sub(r"\\\1", plain)).strip()


def render_markdown(sheet: Sheet) -> str:
    """Title, table, notes."""
    out = []
    if sheet.title:
        out += [f"**{escape(sheet.title)}**", ""]
    if not sheet.lines:
        out += [f"*{escape(sheet.empty)}*"]
    else:
        out.append("| " + " | ".join(escape(header) for header in sheet.headers) + " |")
        marks = [
            "---:" if index < len(sheet.align) and sheet.align[index] == "right" else "---"
            for index in range(len(sheet.headers))
        ]
        out.append("| " + " | ".join(marks) + " |")
        for line in sheet.lines:
            cells = [escape(cell) for cell in line.cells]
            cells += [""] * (len(sheet.headers) - len(cells))
            if line.section:
                cells[0] = f"**{cells[0]}**"
            elif line.level:
                cells[0] = "&nbsp;" * (2 * line.level) + cells[0]
            out.append("| " + " | ".join(cells) + " |")
    if sheet.notes:
        out += [""] + [f"- {escape(note)}" for note in sheet.notes]
    return "\n".join(out) + "\n"
