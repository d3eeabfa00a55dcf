"""Style sheets and scripts as answers: read once, under addresses that change with their contents. No address is a path
in the file system."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files

from catalog.web.answer import Answer, compressed
from catalog.web.pages.assets import assets, version

_FOREVER = b"public, max-age=31536000, immutable"
#: The documentation of the API, as its package in the npm registry has it.
SWAGGER = "swagger-ui"
_SWAGGER_FILES = {"swagger-ui-bundle.js": "text/javascript; charset=utf-8", "swagger-ui.css": "text/css; charset=utf-8"}


@cache
def edition() -> str:
    """A short text that stands for the looks: templates, style sheets and scripts."""
    whole = sha256(version().encode())
    folder = files("catalog.web").joinpath("templates")
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_file():
            whole.update(entry.name.encode() + b"\0" + entry.read_bytes())
    return whole.hexdigest()[:8]


@cache
def static_files() -> dict[bytes, dict[bool, Answer]]:
    """The answers by path: as they are (False), and compressed (True)."""
    found = {f"/static/{version()}/{name}": (data, kind) for name, (data, kind) in assets().items()}
    found |= {swagger_url(name): (_swagger(name), kind) for name, kind in _SWAGGER_FILES.items()}
    return {path.encode(): _both(path, data, kind) for path, (data, kind) in found.items()}


def swagger_url(name: str) -> str:
    """Where a file of Swagger UI is served: its version stands in the address."""
    return f"/static/{SWAGGER}-{swagger_version()}/{name}"


@cache
def swagger_version() -> str:
    """The version of Swagger UI that is shipped."""
    return _swagger("VERSION").decode().strip()


def _swagger(name: str) -> bytes:
    return files("catalog.web").joinpath("static", "vendor", SWAGGER, name).read_bytes()


def _both(path: str, data: bytes, kind: str) -> dict[bool, Answer]:
    headers = ((b"content-type", kind.encode()), (b"vary", b"accept-encoding"))
    tag = path.rpartition("/")[0].rpartition("/")[2].encode()
    small = compressed(data)
    return {
        False: Answer(200, headers, data, b'"' + tag + b'"', _FOREVER),
        True: Answer(200, (*headers, (b"content-encoding", b"gzip")), small, b'"' + tag + b'-gzip"', _FOREVER),
    }
