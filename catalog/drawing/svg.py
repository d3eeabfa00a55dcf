"""SVG as text: elements with presentation attributes alone (a strict content security policy allows them), numbers to
a hundredth of a pixel, every text escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from catalog.render.text import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    Point = tuple[float, float]
    #: A corner of an outline, and the radius with which it is rounded.
    Corner = tuple[float, float, float]

#: What XML 1.0 cannot hold, however it is escaped.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKUP = re.compile("[&<>\"']")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
#: The steps of a coordinate in a pixel.
STEP = 0.01


def escaped(text: str) -> str:
    r"""A text as it may stand in an element or in an attribute.

    >>> escaped('<b onload="x">\x1b[31m & \ufffe')
    '&lt;b onload=&quot;x&quot;&gt;\\u001b[31m &amp; �'
    """
    if text.isprintable() and not _MARKUP.search(text):
        return text
    return _MARKUP.sub(lambda match: _ESCAPES[match[0]], _NOT_XML.sub("\ufffd", visible(text)))


def number(value: float) -> str:
    """A coordinate.

    >>> number(12.0), number(0.125), number(-0.001)
    ('12', '0.12', '0')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def element(name: str, *content: str, **attributes: str | float | None) -> str:
    """An element; underscores in the names of attributes are hyphens, None leaves one out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escaped(value) if isinstance(value, str) else number(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{''.join(content)}</{name}>" if content else f"<{name}{written}/>"


def group(content: Iterable[str], **attributes: str | float | None) -> str:
    """A group, one child a line; nothing for no content."""
    children = [child for child in content if child]
    return element("g", "\n" + "\n".join(children) + "\n", **attributes) if children else ""


def text(x: float, y: float, words: str, **attributes: str | float | None) -> str:
    """One line of text."""
    return element("text", escaped(words), x=x, y=y, **attributes)


def rimmed(x: float, y: float, words: str, paper: str, **attributes: str | float | None) -> str:
    """A line of text that stands on lines, with a rim of paper round its letters; drawn twice, as few programs know
    ``paint-order``."""
    rim = {**attributes, "fill": paper, "stroke": paper, "stroke_width": 3.0, "stroke_linejoin": "round"}
    return text(x, y, words, **rim, aria_hidden="true") + text(x, y, words, **attributes, stroke="none")


def line(x1: float, y1: float, x2: float, y2: float, **attributes: str | float | None) -> str:
    return element("path", d=f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}", **attributes)


def polyline(points: Sequence[Point], closed: bool = False) -> str:
    """The path data of straight lines."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + ("Z" if closed else "")


def rounded(corners: Sequence[Corner]) -> str:
    """The path data of an open line whose inner corners are rounded, never more than their sides allow."""
    x, y, _ = corners[0]
    data = f"M{number(x)} {number(y)}"
    for before, (x, y, radius), after in zip(corners, corners[1:], corners[2:], strict=False):
        start = _towards((x, y), before, radius)
        end = _towards((x, y), after, radius)
        if start == (x, y):
            data += f"L{number(x)} {number(y)}"
        else:
            data += f"L{number(start[0])} {number(start[1])}Q{number(x)} {number(y)} {number(end[0])} {number(end[1])}"
    x, y, _ = corners[-1]
    return f"{data}L{number(x)} {number(y)}"


def _towards(corner: Point, other: Corner, radius: float) -> Point:
    """The point at ``radius`` from a corner towards another, at most two fifths of the way."""
    dx, dy = other[0] - corner[0], other[1] - corner[1]
    length = (dx * dx + dy * dy) ** 0.5
    if not length or not radius:
        return corner
    part = min(radius / length, 0.4)
    return corner[0] + dx * part, corner[1] + dy * part
