"""What the user set: flags over environment over the project's file over the user's file.

Files are TOML: ``vehicles.toml`` in the working directory or a folder above it, and
``$XDG_CONFIG_HOME/vehicle-catalog/config.toml``. A file holds only settings, nothing that runs.

    units = "us"            # metric, us, uk or si
    format = "table"
    specs = ["~/fleet/specs"]
    market = "US"           # settles hp, gal, mpg, ton and $ in `vehicles convert`

    [unit]
    range = "mi"            # one field, or a kind of quantity (mass = "lb")
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from catalog.errors import SettingsError, nearest

APP = "vehicle-catalog"
_TYPES: dict[str, type] = {"units": str, "format": str, "specs": list, "market": str, "unit": dict}
_ENVIRONMENT = {
    "units": "VEHICLES_UNITS",
    "format": "VEHICLES_FORMAT",
    "specs": "VEHICLES_SPECS",
    "market": "VEHICLES_MARKET",
    "unit": "VEHICLES_UNIT",
}


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force and where each came from."""

    units: str = "metric"
    format: str = "table"
    specs: tuple[str, ...] = ()
    market: str | None = None
    unit: Mapping[str, str] = field(default_factory=dict)
    origin: Mapping[str, str] = field(default_factory=dict)


def user_file() -> Path:
    """The user's config file (which need not exist)."""
    base = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(base) / APP / "config.toml"


def project_file() -> Path | None:
    """The nearest ``vehicles.toml`` in the working directory or above it."""
    here = Path.cwd()
    return next((path for folder in (here, *here.parents) if (path := folder / "vehicles.toml").is_file()), None)


def load_settings(flags: Mapping[str, Any]) -> Settings:
    """The settings in force; ``flags`` holds what the command line said. Raises SettingsError."""
    values: dict[str, Any] = {}
    origin: dict[str, str] = {}
    units: dict[str, str] = {}
    for name, layer in _layers(flags):
        for key, value in layer.items():
            if value is None or (not value and value != ""):
                continue
            if key == "unit":
                units |= value
            else:
                values[key] = tuple(value) if key == "specs" else value
            origin[key] = name
    return Settings(**values, unit=units, origin=origin)


def _layers(flags: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """From the weakest to the strongest."""
    if not flags.get("no_config"):
        for path in (user_file(), project_file()):
            if path is not None and path.is_file():
                yield str(path), _read(path)
    yield "the environment", _environment()
    own = {key: flags.get(key) for key in ("units", "format", "market", "specs")}
    yield "the command line", {**own, "unit": _pairs(flags.get("unit") or [], "--unit")}


def _environment() -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, name in _ENVIRONMENT.items():
        text = os.environ.get(name)
        if not text:
            continue
        if key == "specs":
            found[key] = text.split(os.pathsep)
        elif key == "unit":
            found[key] = _pairs(text.split(","), name)
        else:
            found[key] = text
    return found


def _pairs(texts: list[str], where: str) -> dict[str, str]:
    pairs = {}
    for text in texts:
        name, equals, unit = (part.strip() for part in text.partition("="))
        if not (name and equals and unit):
            raise SettingsError(f"{where}: {text!r} is not NAME=UNIT; write for example range=mi or mass=lb")
        pairs[name] = unit
    return pairs


def _read(path: Path) -> dict[str, Any]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: {error}") from None
    for key, value in data.items():
        if key not in _TYPES:
            offer = nearest(key, list(_TYPES))
            hint = f"; did you mean {offer[0]}?" if offer else f"; known: {', '.join(_TYPES)}"
            raise SettingsError(f"{path}: no setting {key!r}{hint}")
        if not isinstance(value, _TYPES[key]):
            raise SettingsError(f"{path}: {key} is a {_TYPES[key].__name__}, not a {type(value).__name__}")
    if any(not isinstance(unit, str) for unit in data.get("unit", {}).values()):
        raise SettingsError(f'{path}: [unit] holds texts, such as range = "mi"')
    return data
