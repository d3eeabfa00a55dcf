"""The HTTP API: one file a resource. JSON with the documented keys of the command line's ``--format json``."""

from __future__ import annotations

from catalog.web.api import compare, docs, reference, vehicles

#: The routers, those first that are asked most: each of the others before it costs a request a little.
ROUTERS = (compare.router, vehicles.router, reference.router, docs.router)

__all__ = ["ROUTERS"]
