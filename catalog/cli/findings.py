"""Findings of the checks as faults with file and line, and the two report formats that code hosts read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from catalog import __version__
from catalog.checks import CHECKS, Finding, run_checks
from catalog.collection import Catalog
from catalog.errors import Fault
from catalog.plain import dataclass
from catalog.reading.locator import Locator

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@dataclass(frozen=True, slots=True)
class Report:
    """One line of a report: a fault of a file, or a finding with the reason why it stands, if there is one."""

    fault: Fault
    accepted: str | None = None
    info: bool = False

    @property
    def open(self) -> bool:
        """Whether somebody still has to look at it."""
        return self.accepted is None and not self.info


def reports(catalog: Catalog, roots: Sequence[Path], codes: Iterable[str] = ()) -> list[Report]:
    """All faults, then all findings of the checks (only of ``codes`` where some are named)."""
    found = run_checks(list(catalog.records.values()), catalog.sources, catalog.plants, catalog.fields)
    wanted = set(codes)
    located = [_located(finding, catalog, roots) for finding in found if not wanted or finding.code in wanted]
    faults = [] if wanted else [Report(fault) for fault in catalog.faults]
    return [*faults, *sorted(located, key=lambda report: (report.fault.file, report.fault.line or 0))]


def _located(finding: Finding, catalog: Catalog, roots: Sequence[Path]) -> Report:
    path, keys = _place(finding, catalog, roots)
    line = None if path is None else _locator(path).line(*keys)
    shown = finding.subject if path is None else _shown(path)
    fault = Fault(shown, line, finding.field, finding.message, code=finding.code)
    return Report(fault, finding.accepted, finding.info)


def _place(finding: Finding, catalog: Catalog, roots: Sequence[Path]) -> tuple[Path | None, tuple[str, ...]]:
    if finding.subject in catalog.files:
        fields = catalog.fields
        keys = ("specs", finding.field) if finding.field in fields else (finding.field or "make",)
        return catalog.files[finding.subject], tuple(key for key in keys if key)
    if finding.subject in catalog.sources:
        for root in roots:
            path = root / "sources.toml"
            if path.is_file() and _locator(path).line(finding.subject) is not None:
                return path, (finding.subject,)
    return None, ()


def _shown(path: Path) -> str:
    """A path from the spec folder's name on, as faults show it: ``specs/vehicles/acme/van.toml``."""
    above = path.parents[1] if path.name == "sources.toml" else path.parents[3]
    return str(path.relative_to(above))


@cache
def _locator(path: Path) -> Locator:
    return Locator(path.read_text(encoding="utf-8-sig"))


def line_of(report: Report) -> str:
    """A report as one line of text."""
    text = f"{report.fault} [{report.fault.code}]"
    if report.accepted is not None:
        return f"{text}\n    accepted: {report.accepted}"
    return f"{text}\n    for information" if report.info else text


def github(found: Iterable[Report]) -> Iterator[str]:
    """Workflow commands that GitHub shows beside the line."""
    for report in found:
        level = "error" if report.open else "notice"
        place = f"file={_property(report.fault.file)}" + (f",line={report.fault.line}" if report.fault.line else "")
        message = _data(f"{report.fault.field or ''}: {report.fault.message}".removeprefix(": "))
        yield f"::{level} {place},title={_property(report.fault.code)}::{message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def sarif(found: Iterable[Report]) -> str:
    """SARIF 2.1.0, which code hosts and editors read."""
    results = [_result(report) for report in found]
    rules = [
        {"id": check.code, "shortDescription": {"text": check.title}, "fullDescription": {"text": check.explanation}}
        for check in CHECKS
    ]
    known = {rule["id"] for rule in rules}
    rules += [{"id": code, "shortDescription": {"text": f"fault of a spec file: {code}"}}
              for code in sorted({result["ruleId"] for result in results} - known)]  # fmt: skip
    driver = {"name": "vehicles check", "version": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "results": results}
    document = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _result(report: Report) -> dict[str, Any]:
    fault = report.fault
    location: dict[str, Any] = {"artifactLocation": {"uri": fault.file}}
    if fault.line:
        location["region"] = {"startLine": fault.line}
    result: dict[str, Any] = {
        "ruleId": fault.code,
        "level": "error" if report.open else "note",
        "message": {"text": f"{fault.field}: {fault.message}" if fault.field else fault.message},
        "locations": [{"physicalLocation": location}],
    }
    if report.accepted is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": report.accepted}]
    return result
