"""Check spec files: schema, sources and references, and whether the values are plausible.

  vehicles check                        the shipped catalog and your own specs
  vehicles check specs/vehicles/acme    a folder or a file
  vehicles check --all                  also what was accepted, with the written reason
  vehicles check --code mass-identity   findings of one check alone (repeatable)
  vehicles check --explain mass-identity
  vehicles check --format json          for programs; also csv, github and sarif

One line a finding: file:line: field: what is wrong [code]. A finding is settled by mending the file, by a
doubt on the value, or by accept = { "code" = "reason" }. Exit 0 where nothing is left, 5 otherwise.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from catalog.cli.completion import offer
from catalog.cli.options import add_output, add_specs, counted, settings_of, show
from catalog.cli.output import write
from catalog.collection import Catalog
from catalog.errors import Fault, NotFound, SettingsError, nearest
from catalog.reading import default_roots
from catalog.render import Line, Sheet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.cli.findings import Report

FOUND = 5


def register(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "path", nargs="?", type=Path, metavar="PATH", help="a spec folder, or a folder or file inside one"
    )
    parser.add_argument("--all", action="store_true", help="also findings that were accepted, with the reason")
    offer(parser.add_argument("--code", action="append", metavar="CODE", help="only this check (repeatable)"), _codes)
    offer(parser.add_argument("--explain", metavar="CODE", help="what a check looks for, and its limits"), _codes)
    add_output(parser)
    add_specs(parser)


def _codes(**_: object) -> list[str]:
    from catalog.checks import CODES

    return list(CODES)


def run(args: argparse.Namespace) -> int:
    from catalog.cli.findings import github, reports, sarif

    settings = settings_of(args)
    for code in [*(args.code or []), *([args.explain] if args.explain else [])]:
        if code not in _codes():
            raise NotFound("check", code, nearest(code, _codes()), f"known: {', '.join(_codes())}")
    if args.explain:
        write(_explanation(args.explain))
        return 0
    root, wanted = _root(args.path) if args.path else (None, None)
    roots = _roots(root) if root else tuple(Path(folder).expanduser() for folder in settings.specs) or default_roots()
    catalog = Catalog.open(roots, strict=False)
    every = reports(catalog, roots, args.code or ())
    found = [report for report in every if wanted is None or _inside(report.fault, root, wanted)]
    if wanted is not None and not any(report.open for report in found) and _left_out(wanted, catalog):
        # its own text is right, but a source that it cites is not: say that, or the file seems to be in the catalog
        found += [report for report in every if report.fault.file.endswith("sources.toml") and report not in found]
    left = [report for report in found if report.open]
    shown = found if args.all else left
    if settings.format == "github":
        write("".join(f"{line}\n" for line in github(shown)))
    elif settings.format == "sarif":
        write(sarif(found))  # accepted findings are in it, as suppressed
    elif settings.format == "table":
        _plain(shown, found, catalog)
    else:
        show(_sheet(shown, len(catalog)), args, settings)
    return FOUND if left else 0


def _left_out(wanted: Path, catalog: Catalog) -> bool:
    """Whether a vehicle's file of those asked for is not in the catalog."""
    asked = (
        [wanted]
        if wanted.is_file()
        else list((wanted if wanted.name != "specs" else wanted / "vehicles").rglob("*.toml"))
    )
    loaded = {catalog.files[key].resolve() for key in catalog}
    return any("vehicles" in path.parts and path.resolve() not in loaded for path in asked)


def _explanation(code: str) -> str:
    from catalog.checks import CHECKS

    (check,) = (check for check in CHECKS if check.code == code)
    return f"{check.code}: {check.explanation}\n"


def _sheet(shown: Sequence[Report], vehicles: int) -> Sheet:
    rows = [
        {
            "file": report.fault.file,
            "line": report.fault.line,
            "field": report.fault.field,
            "message": report.fault.message,
            "hint": report.fault.hint,
            "code": report.fault.code,
            "accepted": report.accepted,
            "info": report.info,
        }
        for report in shown
    ]
    return Sheet(
        headers=("File", "Line", "Field", "What is wrong", "Code"),
        lines=tuple(
            Line(
                (
                    report.fault.file,
                    str(report.fault.line or ""),
                    report.fault.field or "",
                    _message(report),
                    report.fault.code,
                )
            )
            for report in shown
        ),
        align=("left", "right"),
        empty="nothing found",
        records=tuple(rows),
        document={"shape": 1, "vehicles": vehicles, "faults": rows},
    )


def _message(report: Report) -> str:
    hint = f" ({report.fault.hint})" if report.fault.hint else ""
    return report.fault.message + hint + (f"; accepted: {report.accepted}" if report.accepted else "")


def _plain(shown: Sequence[Report], found: Sequence[Report], catalog: Catalog) -> None:
    from catalog.cli.findings import line_of

    claims = sum(len(entries) for record in catalog.records.values() for entries in record.claims.values())
    left = sum(report.open for report in found)
    accepted = sum(report.accepted is not None for report in found)
    info = sum(report.info for report in found)
    summary = counted(left, "finding") if left else "nothing found"
    settled = (
        f"; {accepted} accepted with a reason, {info} for information (--all shows them)" if accepted + info else ""
    )
    text = "".join(f"{line_of(report)}\n" for report in shown)
    counts = {"vehicle": len(catalog), "claim": claims, "source": len(catalog.sources), "plant": len(catalog.plants)}
    write(f"{text}{summary}{settled}\n{', '.join(counted(count, name) for name, count in counts.items())}\n")


def _roots(root: Path) -> tuple[Path, ...]:
    """The folder alone; the user's own after the shipped one, whose sources and plants it may cite."""
    usual = default_roots()
    return usual if root in {folder.resolve() for folder in usual} else (root,)


def _root(path: Path) -> tuple[Path, Path]:
    """The spec folder that a path is or lies in, and the part of it that is asked for."""
    if not path.exists():
        raise SettingsError(f"no such file or folder: {path}")
    resolved = path.resolve()
    for folder in (resolved, *resolved.parents):
        if (folder / "sources.toml").is_file() or (folder / "vehicles").is_dir():
            return folder, resolved
    raise SettingsError(f"{path} is not in a spec folder (which holds sources.toml and vehicles/)")


def _inside(fault: Fault, root: Path | None, wanted: Path) -> bool:
    assert root is not None
    path = (root.parent / fault.file).resolve()
    return path.is_relative_to(wanted) and path.exists()
