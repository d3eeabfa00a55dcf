"""OpenEV Data as its project gives it: the merged JSON, or the folder or archive of layers that its users clone.

In the layers ``<make>/<model>/base.json`` lies under ``<year>/<model>.json``, and that under the other files of its
year, each of which is a variant: objects merge, scalars and lists of the upper layer stand in the place of the lower
one's, and null may not take a value away.
"""

from __future__ import annotations

import hashlib
import io
import os
import posixpath
import tarfile
from collections.abc import Iterator, Mapping

from catalog.datasets.cell_table import rows_of
from catalog.datasets.content import Content, read_content, shown_name
from catalog.datasets.errors import FileRefused
from catalog.datasets.json_text import BadJson, flat, parse
from catalog.datasets.limits import Limits, size_text
from catalog.datasets.rows import Reject
from catalog.datasets.source_table import SourceTable
from catalog.errors import CatalogError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

#: The column of the id that the project's policy gives a record, without its prefix.
ID = "id"
KEYS = {"range.rated": "cycle"}
JOINED = {
    "powertrain.motors[].power_kw": "/",
    "powertrain.motors[].torque_nm": "/",
    "charge_ports[].connector": ", ",
}
_LICENCES = ("licence", "license", "licence.txt", "license.txt", "licence.md", "license.md")
_TAR = (".tar", ".tar.gz", ".tgz", ".tar.xz", ".tar.bz2")


def read_open_ev(path: str, limits: Limits) -> SourceTable:
    """The records of a merged JSON file, an archive or a folder. Raises FileRefused or CatalogError."""
    name = shown_name(path)
    if os.path.isdir(path):
        files = _of_folder(path, limits)
        source = Content(name, b"", _digest_of(files), sum(len(data) for data in files.values()))
        return _layered(name, files, source, limits)
    if path.lower().endswith(_TAR):
        content = read_content(path, limits, unpack=False)
        return _layered(name, _of_archive(name, content.data, limits), content, limits)
    content = read_content(path, limits)
    return _merged(name, content, limits)


def _merged(name: str, content: Content, limits: Limits) -> SourceTable:
    try:
        records = parse(content.data, limits.nesting)
    except BadJson as error:
        raise FileRefused(name, f"line {error.line}: {error.reason}" if error.line else error.reason) from None
    if not isinstance(records, list):
        raise FileRefused(name, "is not a list of records")
    return _table(name, [(str(place), record) for place, record in enumerate(records, 1)], [], content, limits)


def _layered(name: str, files: Mapping[str, bytes], content: Content, limits: Limits) -> SourceTable:
    rejected: list[Reject] = []
    layers: dict[str, Any] = {}
    for path, data in files.items():
        if not path.endswith(".json"):
            continue
        try:
            layers[path] = parse(data, limits.nesting)
        except BadJson as error:
            rejected.append(Reject(error.line, path, error.reason))
    licence = next((data for path, data in files.items() if path.lower() in _LICENCES), None)
    records = list(_records(layers, files, rejected))
    if not records and not rejected:
        raise FileRefused(name, "holds no <make>/<model>/base.json with years beside it")
    text = licence.decode("utf-8", "replace") if licence is not None else None
    return _table(name, records, rejected, content, limits, text)


def _records(
    layers: Mapping[str, Any], files: Mapping[str, bytes], rejected: list[Reject]
) -> Iterator[tuple[str, Any]]:
    """Each year and variant with all layers under it. One that lacks a layer, or has a null in one, is rejected."""
    for path in sorted(files):
        parts = path.split("/")
        if not path.endswith(".json") or len(parts) < 4 or not parts[-2].isdigit():
            continue
        model = posixpath.join(*parts[:-2])
        base, year = f"{model}/base.json", f"{model}/{parts[-2]}/{parts[-3]}.json"
        stack = [base, year] if path == year else [base, year, path]
        lacking = [layer for layer in stack if layer not in layers]
        if lacking == [path] and path in files:
            continue  # its own fault is told already
        if lacking:
            rejected.append(Reject(0, path, f"its layer {lacking[0]} is missing or cannot be read"))
            continue
        record: Any = {}
        faults: list[str] = []
        for layer in stack:
            record = _over(record, layers[layer], layer, faults)
        if faults:
            rejected.append(Reject(0, path, faults[0]))
            continue
        yield path, {**record, "_path": path} if isinstance(record, dict) else record


def _over(lower: Any, upper: Any, where: str, faults: list[str]) -> Any:
    """What a layer makes of what lies under it."""
    if isinstance(lower, dict) and isinstance(upper, dict):
        merged = dict(lower)
        for key, value in upper.items():
            if value is None and lower.get(key) is not None:
                faults.append(f"null in {where} takes {key!r} away from the layer below, which it may not")
            merged[key] = _over(lower.get(key), value, where, faults)
        return merged
    return upper


def _table(
    name: str,
    records: list[tuple[str, Any]],
    rejected: list[Reject],
    content: Content,
    limits: Limits,
    licence: str | None = None,
) -> SourceTable:
    rows: list[dict[str, str | None]] = []
    lines: list[int] = []
    for number, (where, record) in enumerate(records, 1):
        if not isinstance(record, dict):
            rejected.append(Reject(number, where, "is not a record"))
            continue
        identity = _identity(record)
        if identity is None:
            rejected.append(Reject(number, where, "lacks make, model, year or trim, of which its id is made"))
            continue
        rows.append({ID: identity, **flat(record, KEYS, JOINED)})
        lines.append(number)
    table = rows_of(name, rows, lines, limits, rejected)
    return SourceTable(name, table, [content], licence)


def _identity(record: Mapping[str, Any]) -> str | None:
    """``make:model:year:trim[:variant]``, as the project's policy has it after its prefix."""
    parts = [_member(record, "make", "slug"), _member(record, "model", "slug"), record.get("year")]
    parts.append(_member(record, "trim", "slug"))
    if any(not isinstance(part, str) or not part for part in parts):
        return None
    variant = _member(record, "variant", "slug")
    return ":".join([*map(str, parts), *([str(variant)] if variant else [])])


def _member(record: Mapping[str, Any], *path: str) -> Any:
    value: Any = record
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _of_archive(name: str, data: bytes, limits: Limits) -> dict[str, bytes]:
    """The files of an archive, in memory: nothing is written to the disk, wherever its members say they belong."""
    files: dict[str, bytes] = {}
    left = limits.unpacked
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:*") as archive:
            for count, member in enumerate(archive):
                if count >= limits.members:
                    raise FileRefused(name, f"holds more than {limits.members:,} files")
                if not member.isreg():
                    continue
                stream = archive.extractfile(member)
                assert stream is not None
                held = stream.read(left + 1)
                left -= len(held)
                if left < 0:
                    most = size_text(limits.unpacked)
                    raise FileRefused(name, f"unpacks to more than {most}, which is the most that is imported")
                files[posixpath.normpath(member.name).lstrip("/")] = held
    except (tarfile.TarError, EOFError, OSError) as error:
        raise FileRefused(name, f"is damaged, or no archive: {error}") from None
    return _rooted(files)


def _of_folder(path: str, limits: Limits) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    left = limits.unpacked
    name = shown_name(path)

    def refuse(error: OSError) -> None:
        raise CatalogError(f"cannot read {error.filename}: {error.strerror}") from None

    for folder, folders, names in os.walk(path, onerror=refuse):
        folders[:] = sorted(entry for entry in folders if not entry.startswith("."))
        for entry in sorted(names):
            whole = os.path.join(folder, entry)
            relative = os.path.relpath(whole, path).replace(os.sep, "/")
            if not entry.endswith(".json") and relative.lower() not in _LICENCES:
                continue
            try:
                with open(whole, "rb") as stream:
                    files[relative] = stream.read(left + 1)
            except OSError as error:
                refuse(error)
            left -= len(files[relative])
            if left < 0 or len(files) > limits.members:
                most = f"{limits.members:,} files of {size_text(limits.unpacked)}"
                raise FileRefused(name, f"holds more than {most}, which is the most that is imported")
    return _rooted(files)


def _rooted(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files by their paths below ``src``, wherever that lies; the licence by its bare name."""
    found: dict[str, bytes] = {}
    for path, data in files.items():
        parts = path.split("/")
        if parts[-1].lower() in _LICENCES and len(parts) <= 2:
            found[parts[-1]] = data
        elif "src" in parts[:-1]:
            found["/".join(parts[parts.index("src") + 1 :])] = data
        elif len(parts) >= 3:
            found[path] = data
    return {path: data for path, data in found.items() if path.endswith(".json") or path.lower() in _LICENCES}


def _digest_of(files: Mapping[str, bytes]) -> str:
    """One digest for all files of a folder: of their paths and digests, sorted."""
    listed = "".join(f"{path}\0{hashlib.sha256(data).hexdigest()}\n" for path, data in sorted(files.items()))
    return hashlib.sha256(listed.encode("utf-8", "surrogateescape")).hexdigest()
