"""List the kinds of quantity and their units, or one kind with factors, spellings and codes.

  vehicles units
  vehicles units power            what PS, hp, bhp and л.с. are, and what is refused

A spelling that means several units (hp, mpg, ton, $) is refused with the choices.
"""

from __future__ import annotations

import argparse

from catalog.cli.completion import offer
from catalog.cli.options import add_output, settings_of, show
from catalog.sheets.units import units_sheet


def register(parser: argparse.ArgumentParser) -> None:
    offer(parser.add_argument("kind", nargs="?", metavar="KIND", help="a kind of quantity, such as power"), _kinds)
    add_output(parser)
    parser.add_argument("--no-config", action="store_true", help="ignore config files")


def _kinds(**_: object) -> list[str]:
    from catalog.units import KINDS

    return list(KINDS)


def run(args: argparse.Namespace) -> int:
    return show(units_sheet(args.kind), args, settings_of(args))
