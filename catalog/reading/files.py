"""One spec file to one model, with every fault of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from catalog.errors import nearest
from catalog.model.fields import FIELDS, IDENTITY
from catalog.model.parse import what_it_is
from catalog.model.plant import Plant
from catalog.model.source import Source
from catalog.model.table import SYNONYMS
from catalog.model.vehicle import ID, Vehicle
from catalog.reading.faults import offer, tell
from catalog.reading.locator import Path as Place
from catalog.reading.page import Page
from catalog.reading.toml_file import TomlFault, read_toml

_Model = TypeVar("_Model", bound=BaseModel)
_ID = re.compile(ID)
_ABOVE = [name for name in IDENTITY if name != "id"]
_NO_ID = ("the id follows from the file's place", "leave it out")
_MAX_UNKNOWN = 40  # a hostile file has thousands, and each costs a search for the nearest


def read_vehicle(path: Path, shown: str) -> tuple[Vehicle | None, Page]:
    """The vehicle of ``specs/vehicles/<make>/<name>.toml``; its id is ``<make>-<name>``."""
    data, page = _open(path, shown)
    if data is None:
        return None, page
    vehicle_id = _id(page, data, f"{path.parent.name}-{path.stem}", "folder and file")
    specs = data.pop("specs", {})
    if not isinstance(specs, dict):
        hint = "write [specs] on a line of its own, and the fields below it"
        page.say(("specs",), "specs", f"must be a table, not {what_it_is(specs)}", hint)
        specs = {}
    places: dict[str, Place] = {key: ("specs", key) for key in specs}
    _move(page, data, specs, places)
    _unknown(page, data, ())
    _unknown(page, specs, ("specs",))
    data |= {"id": vehicle_id, "specs": specs}
    vehicle = _validated(Vehicle, data, page, places)
    return None if page.faults else vehicle, page


def read_plant(path: Path, shown: str) -> tuple[Plant | None, Page]:
    """The plant of ``specs/plants/<id>.toml``."""
    data, page = _open(path, shown)
    if data is None:
        return None, page
    plant_id = _id(page, data, path.stem, "the file")
    plant = _validated(Plant, data | {"id": plant_id}, page, {})
    return None if page.faults else plant, page


def read_sources(path: Path, shown: str) -> tuple[dict[str, Source | None], Page]:
    """The sources of ``specs/sources.toml``: one table a source, its name the id. None where one has faults."""
    data, page = _open(path, shown)
    sources: dict[str, Source | None] = {}
    for name, table in (data or {}).items():
        sources[name] = _source(page, name, table)
    return sources, page


def _source(page: Page, name: str, table: Any) -> Source | None:
    if not isinstance(table, dict):
        page.say((name,), name, f"must be a table, not {what_it_is(table)}", f"write [{name}] above its keys")
        return None
    if table and all(isinstance(value, dict) for value in table.values()):
        page.say((name,), name, "a dot in the name of a table starts another table", "an id is a-z, 0-9 and hyphens")
        return None
    before = len(page.faults)
    if not _ID.fullmatch(name):
        page.say((name,), name, f"{name!r} is not an id", "a-z, 0-9 and hyphens")
    if "id" in table:
        page.say((name, "id"), f"{name}.id", "the id is the name of the table", "leave it out")
    places: dict[str, Place] = {"": (name,)}
    found = _validated(Source, {**table, "id": name if _ID.fullmatch(name) else "invalid"}, page, places, name)
    return None if len(page.faults) > before else found


def _open(path: Path, shown: str) -> tuple[dict[str, Any] | None, Page]:
    try:
        data, locator = read_toml(path, shown)
    except TomlFault as error:
        return None, Page(shown, faults=(error.fault,))
    return data, Page(shown, locator)


def _id(page: Page, data: dict[str, Any], found: str, what: str) -> str:
    if "id" in data:
        del data["id"]
        page.say(("id",), "id", *_NO_ID)
    if _ID.fullmatch(found):
        return found
    page.say((), "id", f"{found!r} is not an id", f"name {what} in a-z, 0-9 and hyphens")
    return "invalid"


def _move(page: Page, data: dict[str, Any], specs: dict[str, Any], places: dict[str, Place]) -> None:
    """What stands on the wrong side of [specs] is told, and read as if it stood on the right one."""
    for key in [key for key in specs if key in _ABOVE]:
        page.say(("specs", key), key, "belongs above [specs]", "move it up")
        value = specs.pop(key)
        if key in data:
            del places[key]
        else:
            data[key] = value
    for key in [key for key in data if key in FIELDS]:
        page.say((key,), key, "belongs under [specs]", "move it down")
        value = data.pop(key)
        if key not in specs:
            specs[key] = value
            places[key] = (key,)


def _unknown(page: Page, table: dict[str, Any], around: Place) -> None:
    """Tell the keys that there are not, and drop them: pydantic sees the two levels of the file as one."""
    known = list(FIELDS) if around else [*_ABOVE, "specs"]
    unknown = [key for key in table if key not in known]
    for key in unknown:
        table.pop(key)
        if key == "id":
            page.say((*around, key), key, *_NO_ID)
        elif len(unknown) <= _MAX_UNKNOWN:
            page.say((*around, key), key, "there is no such field", _nearest(key, known, bool(around)))
    if len(unknown) > _MAX_UNKNOWN:
        page.say((*around, unknown[0]), None, f"{len(unknown):,} fields that there are not, from {unknown[0]!r} on")


def _nearest(key: str, known: list[str], in_specs: bool) -> str:
    common = SYNONYMS.get(key.casefold().replace("_", " ").replace("-", " "))
    if in_specs and (alike := [common] if common else _sharing(key, known)):
        return f"did you mean {' or '.join(alike)}? `vehicles fields` lists all"
    if found := offer(key, known):
        return f"{found} `vehicles fields` lists all" if in_specs else found
    elsewhere = nearest(key, _ABOVE if in_specs else list(FIELDS), 1)
    if elsewhere:
        return f"did you mean {elsewhere[0]}, {'above' if in_specs else 'under'} [specs]?"
    return "`vehicles fields` lists all fields" if in_specs else f"one of {', '.join(_ABOVE)}"


def _sharing(key: str, known: list[str]) -> list[str]:
    """Fields that share a word with a key, where the nearest by its letters does not (usable_kwh)."""
    words = {word for word in key.casefold().replace("-", "_").split("_") if len(word) > 3}
    sharing = [name for name in known if words & set(name.split("_"))]
    return [] if set(nearest(key, known, 1)) & set(sharing) else sharing[:3]


def _validated(
    model: type[_Model], data: dict[str, Any], page: Page, places: Mapping[str, Place], name: str = ""
) -> _Model | None:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        tell(error, page, model, places, name)
        return None


def identity_fault(identity: dict[str, Any]) -> str | None:
    """What is wrong with a vehicle's identity before there is a file; None where nothing is."""
    try:
        Vehicle.model_validate(identity)
    except ValidationError as error:
        page = Page("")
        tell(error, page, Vehicle, {})
        first = page.faults[0]
        return f"{first.field}: {first.message}" + (f" ({first.hint})" if first.hint else "")
    return None
