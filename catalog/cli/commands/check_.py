"""Check spec files: schema, sources, cross-references. One line a fault: file:line: field: what is wrong.

  vehicles check                        the shipped catalog and your own specs
  vehicles check specs/vehicles/acme    a folder or a file
  vehicles check --format json          for programs

Exit 0 where nothing is found, 5 otherwise.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from catalog.cli.options import add_output, add_specs, settings_of, show
from catalog.collection import Catalog
from catalog.errors import Fault, SettingsError
from catalog.render import Line, Sheet

FOUND = 5


def register(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "path", nargs="?", type=Path, metavar="PATH", help="a spec folder, or a folder or file inside one"
    )
    add_output(parser)
    add_specs(parser)


def run(args: argparse.Namespace) -> int:
    settings = settings_of(args)
    root, wanted = _root(args.path) if args.path else (None, None)
    catalog = Catalog.open([root] if root else settings.specs or None, strict=False)
    faults = [fault for fault in catalog.faults if wanted is None or _inside(fault, root, wanted)]
    rows = [
        {
            "file": fault.file,
            "line": fault.line,
            "field": fault.field,
            "message": fault.message,
            "hint": fault.hint,
            "code": fault.code,
        }
        for fault in faults
    ]
    sheet = Sheet(
        headers=(),
        lines=tuple(Line((str(fault),)) for fault in faults),
        records=tuple(rows),
        document={"shape": 1, "vehicles": len(catalog), "faults": rows},
    )
    if settings.format == "table":
        _plain(faults, catalog)
    else:
        show(sheet, args, settings)
    return FOUND if faults else 0


def _plain(faults: list[Fault], catalog: Catalog) -> None:
    from catalog.cli.output import write

    claims = sum(len(entries) for record in catalog.records.values() for entries in record.claims.values())
    summary = f"{len(faults)} faults" if faults else "no faults"
    text = "".join(f"{fault}\n" for fault in faults)
    counts = f"{len(catalog)} vehicles, {claims} claims, {len(catalog.sources)} sources, {len(catalog.plants)} plants"
    write(f"{text}{summary}; {counts}\n")


def _root(path: Path) -> tuple[Path, Path | None]:
    """The spec folder that a path is or lies in, and the part of it that is asked for."""
    if not path.exists():
        raise SettingsError(f"no such file or folder: {path}")
    resolved = path.resolve()
    for folder in (resolved, *resolved.parents):
        if (folder / "sources.toml").is_file() or (folder / "vehicles").is_dir():
            return folder, None if folder == resolved else resolved
    raise SettingsError(f"{path} is not in a spec folder (which holds sources.toml and vehicles/)")


def _inside(fault: Fault, root: Path | None, wanted: Path) -> bool:
    assert root is not None
    return (root.parent / fault.file).resolve().is_relative_to(wanted)
