"""What the front reads of a request's headers, and what it says in those of every response."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

Headers = Sequence[tuple[bytes, bytes]]

#: Nothing of another origin, nothing inline, no frame; images may be data (the API's documentation has some).
SECURITY: Headers = (
    (
        b"content-security-policy",
        b"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        b"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)


@lru_cache(maxsize=256)
def takes_gzip(accepted: bytes) -> bool:
    """Whether an ``accept-encoding`` takes gzip.

    >>> takes_gzip(b"gzip, deflate, br"), takes_gzip(b"gzip;q=0"), takes_gzip(b"br"), takes_gzip(b"*")
    (True, False, False, True)
    """
    weights: dict[str, float] = {}
    for entry in accepted.decode("latin-1").lower().split(","):
        name, _, weight = entry.partition(";")
        try:
            weights[name.strip()] = float(weight.strip().removeprefix("q=") or 1) if weight else 1.0
        except ValueError:
            weights[name.strip()] = 0.0
    return weights.get("gzip", weights.get("*", 0.0)) > 0


@lru_cache(maxsize=256)
def tags_of(wanted: bytes) -> frozenset[bytes]:
    """The tags of an ``if-none-match``, weak ones as strong ones: a GET may compare them so.

    >>> sorted(tags_of(b'W/"a", "b"'))
    [b'"a"', b'"b"']
    """
    return frozenset(tag.strip().removeprefix(b"W/") for tag in wanted.split(b","))


def host_name(host: bytes) -> str:
    """A host without its port, in small letters.

    >>> host_name(b"LocalHost:8000"), host_name(b"[::1]:8000"), host_name(b"[::1]")
    ('localhost', '[::1]', '[::1]')
    """
    text = host.decode("latin-1").lower()
    name, colon, port = text.rpartition(":")
    return name if colon and (port.isdecimal() or not port) else text


def value_of(headers: Iterable[tuple[bytes, bytes]], name: bytes) -> bytes:
    """The value of a header of a response; empty where it has none."""
    return next((value for key, value in headers if key == name), b"")
