"""Convert one published value to another unit.

  vehicles convert '30 mpg(US)' L/100km       reciprocal, exact
  vehicles convert '5,995.5 mm' in
  vehicles convert 'up to 2.5-3 t' lb         says what is wrong
  vehicles convert '154 hp' kW --market US    a market settles hp, gal, mpg, ton, $

The value is read as spec sheets print it. What is ambiguous (5.995 mm, 30 mpg, 5 ton) is refused with the
choices. The result has the digits that the input supports; --exact gives all.
"""

from __future__ import annotations

from catalog.cli.options import settings_of, show
from catalog.cli.output import write
from catalog.sheets.units import conversion_sheet

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def register(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("value", metavar="VALUE", help="number and unit as published, in quotes")
    parser.add_argument("target", metavar="UNIT", help="unit to convert to")
    parser.add_argument("--market", metavar="CC", help="where it was published (ISO 3166 alpha-2)")
    parser.add_argument("--exact", action="store_true", help="all digits instead of those the input supports")
    parser.add_argument(
        "-f", "--format", metavar="NAME", help="table (default: the value alone), or a format of the other commands"
    )
    parser.add_argument("--no-config", action="store_true", help="ignore config files")


def run(args: argparse.Namespace) -> int:
    settings = settings_of(args)
    sheet = conversion_sheet(args.value, args.target, settings.market)
    if settings.format != "table":
        return show(sheet, args, settings)
    write(f"{sheet.document['exact_text' if args.exact else 'text']}\n")
    return 0
