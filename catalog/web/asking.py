"""What a handler asks of its request: the snapshot in force, and the view's request in the URL."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

from fastapi import Request

from catalog.errors import ParameterError
from catalog.requests.parameter import View
from catalog.web.snapshot import Snapshot

#: More parameters than this are no request of ours.
_MOST = 200


def snapshot_of(request: Request) -> Snapshot:
    """The catalog as it was when the request came: all of an answer is of one moment."""
    snapshot: Snapshot = request.scope["catalog.snapshot"]
    return snapshot


def read(view: View, request: Request, **known: str) -> Any:
    """The view's request in the URL; ``known`` are attributes from its path. Raises ParameterError."""
    return view.read(pairs_of(request), **known)


def pairs_of(request: Request) -> list[tuple[str, str]]:
    """The parameters in the URL. Raises ParameterError for more than there can be, and for what is not UTF-8."""
    try:
        text = request.scope["query_string"].decode("ascii")
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST)
    except UnicodeDecodeError:
        raise ParameterError("query string", "not percent-encoded UTF-8") from None
    except ValueError:
        raise ParameterError("query string", f"more than {_MOST} parameters") from None
