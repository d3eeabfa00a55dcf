"""Write a commented spec file to fill in.

  vehicles new Acme "Hauler 7.5"                       prints where it went
  vehicles new Acme Hauler --type truck --specs specs  into this spec folder
  vehicles new Acme Hauler --print                     to standard output

Without --specs the file goes to your own spec folder, which `vehicles` reads besides the shipped one.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from pathlib import Path

from catalog.cli.options import TYPES, add_specs, settings_of
from catalog.cli.output import say, write
from catalog.cli.template import sources_template, spec_template
from catalog.errors import CatalogError, SettingsError
from catalog.reading import user_folder
from catalog.reading.files import identity_fault


def register(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("make", metavar="MAKE", help="brand as sold")
    parser.add_argument("model", metavar="MODEL", help="model as sold")
    parser.add_argument("--version", default="", metavar="TEXT", help="what tells it from its siblings")
    parser.add_argument("--type", choices=TYPES, default="truck", help="default: truck")
    parser.add_argument("--print", action="store_true", dest="to_stdout", help="to standard output instead of a file")
    add_specs(parser)


def slug(text: str) -> str:
    """A file name's part: a-z, 0-9 and hyphens.

    >>> slug("Škoda Enyaq 85x")
    'skoda-enyaq-85x'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _check(args: argparse.Namespace) -> None:
    """Raises SettingsError for a name that the file could not hold."""
    named = {"make": args.make, "model": args.model, "version": args.version}
    fault = identity_fault({"id": "new", "vehicle_type": args.type, **named})
    if fault is not None:
        raise SettingsError(fault)


def run(args: argparse.Namespace) -> int:
    settings = settings_of(args)
    _check(args)
    text = spec_template(args.make, args.model, args.version, args.type)
    if args.to_stdout:
        write(text, pager=False, quoted=True)
        return 0
    root = Path(settings.specs[0]).expanduser() if settings.specs else user_folder()
    parts = slug(args.make), slug(f"{args.model} {args.version}")
    if not all(parts):
        raise SettingsError(
            "make and model need a letter or digit of the Latin alphabet for the file's name; use --print"
        )
    path = root / "vehicles" / parts[0] / f"{parts[1]}.toml"
    if path.exists():
        raise CatalogError(f"{path} is there already; it is left as it is")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # "x": a second process that writes the same file gets an error and loses nothing
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
        sources = root / "sources.toml"
        if not sources.exists():
            sources.write_text(sources_template(), encoding="utf-8")
            say(f"wrote {sources} for your sources")
    except OSError as error:
        raise CatalogError(f"cannot write {error.filename or path}: {error.strerror or error}") from None
    write(f"{path}\n", pager=False)
    say(f"fill it in, then run `vehicles check {path}`; its id is {parts[0]}-{parts[1]}")
    return 0
