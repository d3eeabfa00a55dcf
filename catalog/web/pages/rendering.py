"""Templates to pages: what every page has (masthead, tray, the links under the view), and its headers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from catalog.plain import dataclass
from catalog.render.text import visible
from catalog.version import __version__
from catalog.web.asking import snapshot_of
from catalog.web.pages.assets import asset_url
from catalog.web.pages.tray import PICKS, Picks, Tray

#: The downloads that a view can have, in the order in which they are offered.
FORMATS = {
    "csv": "CSV",
    "json": "JSON",
    "md": "Markdown",
    "html": "HTML",
    "svg": "SVG",
    "jsonld": "JSON-LD",
}


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a view: its title, its permalink, the command that asks the same, its downloads."""

    title: str
    section: str
    permalink: str
    command: str = ""
    downloads: Sequence[tuple[str, str]] = ()
    tray: Tray = Tray(())

    @property
    def kept(self) -> str:
        """The query string that keeps the tray on another page."""
        return f"?{PICKS.query(Picks(self.tray.ids))}" if self.tray.picked else ""


@cache
def environment() -> Environment:
    """The templates, escaping everything; a name that a template does not get is an error."""
    made = Environment(
        loader=PackageLoader("catalog.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_shown,
    )
    made.globals |= {"asset": asset_url, "code_version": __version__}
    made.filters |= {"address": safe_address, "data": data_block, "svg": Markup}
    return made


def _shown(value: Any) -> Any:
    """Control characters that a catalog or an address holds are shown, never sent."""
    return visible(value) if type(value) is str else value


def page(request: Request, template: str, frame: Frame, status: int = 200, **context: Any) -> HTMLResponse:
    """A page. ``context`` is what the template needs besides the frame."""
    text = environment().get_template(template).render(frame=frame, snapshot=snapshot_of(request), **context)
    return HTMLResponse(text, status)


def safe_address(url: str | None) -> str:
    """An address that a link may lead to; empty for anything but http and https (``javascript:``)."""
    return url if url and url.lower().startswith(("https://", "http://")) else ""


def data_block(document: str) -> Markup:
    """JSON inside of a script element: nothing in it can end the element or open a comment.

    >>> print(data_block('{"name": "</script><!--"}'))
    {"name": "\\u003c/script\\u003e\\u003c!--"}
    """
    escapes = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
    return Markup("".join(escapes.get(sign, sign) for sign in document))
