"""Style sheet and scripts: read once, served under an address that changes with their contents."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files

from catalog.errors import NotFound

_TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml; charset=utf-8",
}


@cache
def assets() -> dict[str, tuple[bytes, str]]:
    """Every file by its name, with its media type. No address reaches any other file."""
    folder = files("catalog.web").joinpath("static")
    return {
        entry.name: (entry.read_bytes(), _TYPES[entry.name.rpartition(".")[2]])
        for entry in folder.iterdir()
        if entry.is_file() and entry.name.rpartition(".")[2] in _TYPES
    }


@cache
def version() -> str:
    """A short text that stands for the contents of all files: scripts import each other, so they change as one."""
    whole = sha256()
    for name, (data, _) in sorted(assets().items()):
        whole.update(name.encode() + b"\0" + data)
    return whole.hexdigest()[:12]


def asset_url(name: str) -> str:
    """Where a file is served. Raises NotFound for one that there is none of."""
    if name not in assets():
        raise NotFound("file", name, tuple(assets()))
    return f"/static/{version()}/{name}"
