"""One spec file to one model, with every fault of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from catalog.errors import Fault
from catalog.model.plant import Plant
from catalog.model.source import Source
from catalog.model.vehicle import FIELDS, ID, IDENTITY, Vehicle
from catalog.reading.faults import faults_of
from catalog.reading.toml_file import Locator, TomlFault, read_toml

_Model = TypeVar("_Model", bound=BaseModel)
_STEM = re.compile(ID)


def read_vehicle(path: Path, shown: str) -> tuple[Vehicle | None, list[Fault], Locator]:
    """The vehicle of ``specs/vehicles/<make>/<name>.toml``; its id is ``<make>-<name>``."""
    data, locator, faults = _data(path, shown)
    if data is None:
        return None, faults, locator
    if "id" in data:
        faults.append(Fault(shown, locator.line("id"), "id", "the id follows from the file's place", "leave it out"))
    vehicle_id = f"{path.parent.name}-{path.stem}"
    if not _STEM.fullmatch(vehicle_id):
        faults.append(
            Fault(shown, None, "id", f"{vehicle_id!r} is not an id", "name folder and file in a-z, 0-9 and hyphens")
        )
        vehicle_id = "invalid"
    for key in IDENTITY:
        if key in data.get("specs", {}) if isinstance(data.get("specs"), dict) else False:
            faults.append(Fault(shown, locator.line("specs", key), key, "stands above [specs]", "move it up"))
            data["specs"].pop(key)
    for key in [key for key in data if key in FIELDS]:
        faults.append(Fault(shown, locator.line(key), key, "stands under [specs]", "move it down"))
        data.pop(key)
    if not isinstance(data.get("specs", {}), dict):
        faults.append(Fault(shown, locator.line("specs"), "specs", "is a table", "write [specs] on a line of its own"))
        data.pop("specs")
    known = [*FIELDS, *(name for name in IDENTITY if name != "id"), "specs"]
    vehicle = _validate(Vehicle, {**data, "id": vehicle_id}, shown, locator, faults, known, data.get("specs", {}))
    return vehicle, faults, locator


def read_plant(path: Path, shown: str) -> tuple[Plant | None, list[Fault], Locator]:
    """The plant of ``specs/plants/<id>.toml``."""
    data, locator, faults = _data(path, shown)
    if data is None:
        return None, faults, locator
    return (
        _validate(Plant, {**data, "id": path.stem}, shown, locator, faults, list(Plant.model_fields), {}),
        faults,
        locator,
    )


def read_sources(path: Path, shown: str) -> tuple[dict[str, Source], list[Fault], Locator]:
    """The sources of ``specs/sources.toml``: one table a source, its name the id."""
    data, locator, faults = _data(path, shown)
    sources: dict[str, Source] = {}
    for name, table in (data or {}).items():
        if not isinstance(table, dict):
            faults.append(Fault(shown, locator.line(name), name, "a source is a table", f"write [{name}]"))
            continue
        try:
            sources[name] = Source.model_validate({**table, "id": name})
        except ValidationError as error:
            for fault in faults_of(error, shown, locator, list(Source.model_fields), None, {}):
                line = locator.line(name, *(fault.field or "").split(".")) or locator.line(name)
                faults.append(Fault(shown, line, f"{name}.{fault.field}", fault.message, fault.hint))
    return sources, faults, locator


def _data(path: Path, shown: str) -> tuple[dict[str, Any] | None, Locator, list[Fault]]:
    try:
        data, text = read_toml(path, shown)
    except TomlFault as error:
        return None, Locator(""), [error.fault]
    return data, Locator(text), []


def _validate(
    model: type[_Model],
    data: dict[str, Any],
    shown: str,
    locator: Locator,
    faults: list[Fault],
    known: list[str],
    nested: Any,
) -> _Model | None:
    try:
        found = model.model_validate(data)
    except ValidationError as error:
        keys = dict.fromkeys(nested, True) if isinstance(nested, dict) else {}
        faults += faults_of(error, shown, locator, known, "specs", keys)
        return None
    return None if faults else found
