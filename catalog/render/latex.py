r"""A sheet as a LaTeX table that runs over pages, everything escaped, addresses linked.

What stands between ``\begin{longtable}`` and the notes below it is to be read into a document with ``\input``; its
first lines name the packages that it needs. Scripts that pdflatex does not know (Cyrillic, Chinese) need xelatex or
lualatex with a font that has them.
"""

from __future__ import annotations

import re

from catalog.render.sheet import Line, Sheet
from catalog.render.text import visible

_HEAD = "% needs \\usepackage{array,booktabs,longtable,textcomp,url}\n"
_SIGNS = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "<": r"\textless{}", ">": r"\textgreater{}",
    "|": r"\textbar{}", '"': r"\textquotedbl{}", "'": r"\textquotesingle{}", "`": r"\textasciigrave{}",
    "-": "{-}", "\u00a0": "~", "\u202f": "~", "≤": r"$\leq$", "≥": r"$\geq$", "▲": r"$\uparrow$", "▼": r"$\downarrow$",
    "−": r"$-$", "–": "--", "—": "---", "×": r"$\times$", "±": r"$\pm$", "·": r"$\cdot$", "²": r"$^2$", "³": r"$^3$",
    "°": r"\textdegree{}", "†": r"\textdagger{}", "…": r"\dots{}", "€": r"\texteuro{}", "“": "``", "”": "''",
    "‘": "`", "’": "'",
}  # fmt: skip
_SPECIAL = re.compile("|".join(map(re.escape, _SIGNS)))
_URL = re.compile(r"(https?://[^\s<>\"“”]*[^\s<>\"“”.,;:!?'’)\]])")


def escape(text: str) -> str:
    r"""``text`` as LaTeX prints it, on one line.

    >>> print(escape("5 % of $1 & a_b\n\\input{x}"))
    5 \% of \$1 \& a\_b \textbackslash{}input\{x\}
    """
    plain = visible(re.sub(r"[ \t\n]+", " ", text))
    return "".join(_url(part) if place % 2 else _plain(part) for place, part in enumerate(_URL.split(plain)))


def _plain(text: str) -> str:
    return _SPECIAL.sub(lambda match: _SIGNS[match[0]], text)


def _url(address: str) -> str:
    r"""An address, whose signs ``\url`` takes as they are but for these."""
    if re.search(r"[\\{}^%#]", address):
        return rf"\texttt{{{_plain(address)}}}"
    return rf"\url{{{address}}}"


def render_latex(sheet: Sheet) -> str:
    """Title, table, notes."""
    out = [_HEAD]
    if sheet.title:
        out.append(f"\\noindent\\textbf{{{escape(sheet.title)}}}\n\n")
    width = max(len(sheet.headers), 1)
    if sheet.lines:
        wide = f"{0.94 / width:.3f}\\linewidth - 2\\tabcolsep"
        columns = "".join(
            f">{{\\{'raggedleft' if sheet.align[place : place + 1] == ('right',) else 'raggedright'}\\arraybackslash}}"
            f"p{{\\dimexpr {wide}\\relax}}"
            for place in range(width)
        )
        out.append(f"\\begin{{longtable}}{{{columns}}}\n\\toprule\n")
        headers = [escape(header) for header in sheet.headers]
        out.append(f"{_row(headers)}\\midrule\n\\endhead\n")
        out += [_line(line, width) for line in sheet.lines]
        out.append("\\bottomrule\n\\end{longtable}\n")
    elif sheet.empty:
        out.append(f"\\emph{{{escape(sheet.empty)}}}\n")
    if sheet.notes:
        notes = "".join(f"\\item {_paragraph(note)}\n" for note in sheet.notes)
        out.append(f"\\begin{{itemize}}\n{notes}\\end{{itemize}}\n")
    return "".join(out)


def _paragraph(text: str) -> str:
    """A bracket right behind ``\\item`` would be its mark."""
    escaped = escape(text)
    return f"{{}}{escaped}" if escaped.startswith("[") else escaped


def _row(cells: list[str]) -> str:
    """A row; a bracket at the start of the next one is not taken for the length that may follow a line's end."""
    return " & ".join(f"{{}}{cell}" if cell.startswith(("[", "*")) else cell for cell in cells) + " \\\\\n"


def _line(line: Line, width: int) -> str:
    cells = [escape(cell) for cell in line.cells]
    if line.section:
        return f"\\addlinespace\n\\multicolumn{{{width}}}{{l}}{{\\textbf{{{cells[0]}}}}} \\\\\n"
    if line.level:
        cells[0] = f"\\hspace{{{line.level}em}}{cells[0]}"
    return _row([*cells, *[""] * (width - len(cells))])
