"""What a data set says of itself: where it comes from, what was loaded, and the digests that prove it is unchanged.

A manifest is one JSON file with its own digest beside it. Replacing it in one step is what makes an import happen:
before, the data set is the old one, after it the new one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence

from catalog.datasets.errors import DataSetDamaged
from catalog.plain import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

FORMAT = 2


@dataclass(frozen=True, slots=True)
class Manifest:
    """``files`` are the publisher's files (name, sha256, size), ``stored`` the Parquet file (file, xxh3_128,
    size).

    ``rows`` counts what was read, loaded and rejected, and the cells that were not read (``unread``). ``columns`` has
    one entry for each column of the source: its header, its name in the stored file, where its values went
    (``placed``) or why it is kept as text alone (``kept``); of a column that has a meaning under conditions alone, the
    rows with a value (``values``) and those of them in which it is kept as text, as none holds (``withheld``). ``map``
    is the map that was used.
    """

    name: str
    prefix: str
    title: str
    publisher: str
    licence: str
    url: str | None
    kind: str
    version: str
    imported: str
    importer: str
    files: Sequence[Mapping[str, Any]]
    rows: Mapping[str, int]
    columns: Sequence[Mapping[str, Any]]
    map: Mapping[str, Any]
    stored: Mapping[str, Any]
    report: str | None = None
    licence_text: str | None = None
    told: Sequence[str] = ()
    absent: Sequence[str] = ()
    unknown: Sequence[Mapping[str, Any]] = ()
    findings: Mapping[str, int] = field(default_factory=dict)

    def to_json(self) -> bytes:
        """The manifest as a file."""
        body: dict[str, Any] = {"format": FORMAT}
        body |= {name: getattr(self, name) for name in Manifest.__match_args__}
        return _dumped({"sha256": _digest(body), "manifest": body}).encode()


def from_json(data: bytes, name: str) -> Manifest:
    """The manifest of a file. Raises DataSetDamaged where it is not what was written."""
    try:
        outer = json.loads(data)
        body, digest = outer["manifest"], outer["sha256"]
        right = set(outer) == {"manifest", "sha256"} and _digest(body) == digest
    except (ValueError, TypeError, KeyError, RecursionError):
        right = False
    if not right:
        raise DataSetDamaged(name, "its manifest is not what was written")
    if body.pop("format") != FORMAT:
        raise DataSetDamaged(name, "it was written by another version of this program")
    try:
        return Manifest(**body)
    except TypeError:
        raise DataSetDamaged(name, "it was written by another version of this program") from None


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _digest(body: object) -> str:
    """Of the content, whatever the spaces around it."""
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
