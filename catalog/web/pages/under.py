"""What stands under a view: the files in which it can be had."""

from __future__ import annotations

from collections.abc import Sequence

from catalog.web.pages.rendering import FORMATS


def downloads_of(view: str, query: str, formats: Sequence[str]) -> list[tuple[str, str]]:
    """The downloads of a view: what each is called, and its address."""
    return [(FORMATS[name], f"/download/{view}.{name}{'?' + query if query else ''}") for name in formats]
