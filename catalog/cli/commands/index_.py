"""The index of the spec files: where it is, whether it is up to date; or make it anew.

  vehicles index                 its state (the same as --status)
  vehicles index --rebuild       made anew, whatever its state

The index is what the spec files say, in a SQLite file of your cache folder. It is made anew by itself whenever
a spec file is edited, added, removed or restored, and can be deleted without loss. `--no-cache` of the other
commands does without it.
"""

from __future__ import annotations

import argparse

from catalog.cli.options import add_output, add_specs, settings_of, show
from catalog.cli.output import say
from catalog.index.keeping import open_index
from catalog.index.status import Status, status
from catalog.render.sheet import Line, Sheet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def register(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--status", action="store_true", help="say where it is and whether it is up to date (default)")
    what.add_argument("--rebuild", action="store_true", help="make it anew")
    add_output(parser)
    add_specs(parser)


def run(args: argparse.Namespace) -> int:
    settings = settings_of(args)
    if args.rebuild:
        open_index(settings.specs, rebuild=True, say=say).close()
    found = status(settings.specs)
    show(_sheet(found), args, settings)
    return 1 if args.rebuild and found.state != "fresh" else 0


def _sheet(found: Status) -> Sheet:
    pairs = [
        ("State", f"{found.state}; {found.detail}" if found.detail else found.state),
        ("File", found.path),
        ("Size", f"{found.bytes / 1e6:.1f} MB" if found.bytes else ""),
        ("Made", found.built),
        ("Of", ", ".join(found.roots)),
        ("Vehicles", str(found.vehicles) if found.built else ""),
        ("Claims", f"{found.claims} (with derived figures)" if found.built else ""),
        ("Sources", str(found.sources) if found.built else ""),
        ("Plants", str(found.plants) if found.built else ""),
        ("Faults", f"{found.faults}; `vehicles check` shows them" if found.faults else ""),
    ]
    record: dict[str, Any] = {name: getattr(found, name) for name in Status.__match_args__}
    return Sheet(
        headers=("Index", ""),
        lines=tuple(Line(pair) for pair in pairs if pair[1]),
        records=({**record, "roots": " ".join(found.roots)},),
        document={"shape": 1, **record, "roots": list(found.roots)},
    )
