"""Open the catalog in a browser: pages for people, and an HTTP API for programs.

  vehicles serve                       at http://127.0.0.1:8000/
  vehicles serve --open                and open a browser there
  vehicles serve --port 0              at a port that is free
  vehicles serve --host 0.0.0.0 --allow-host vehicles.example.org    for others, who come by this name

Everything is read, nothing is written. When spec files change, the pages change with them.
"""

from __future__ import annotations

import argparse

from catalog.cli.options import add_specs, settings_of
from catalog.cli.output import say
from catalog.errors import SettingsError


def register(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", metavar="ADDRESS", help="where to listen (default: 127.0.0.1)")
    parser.add_argument("--port", type=_port, default=8000, metavar="N", help="the port (default: 8000; 0: a free one)")
    parser.add_argument(
        "--allow-host",
        action="append",
        default=[],
        metavar="NAME",
        help="a name by which others may come, besides the loopback's and --host's (repeatable)",
    )
    parser.add_argument("--open", action="store_true", help="open a browser")
    add_specs(parser)


def _port(text: str) -> int:
    if not (text.isdecimal() and int(text) < 65536):
        raise argparse.ArgumentTypeError(f"{text!r} is no port; one is from 1 to 65535, or 0 for a free one")
    return int(text)


def run(args: argparse.Namespace) -> int:
    settings = settings_of(args)
    try:
        from catalog.web.server import Address, serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "catalog":
            raise
        raise SettingsError(f"`vehicles serve` needs {error.name}: pip install 'vehicle-catalog[web]'") from None
    address = Address(args.host, args.port, tuple(args.allow_host))
    return serve(address, settings.specs, cache=not args.no_cache, opens=args.open, say=say)
