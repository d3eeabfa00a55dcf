"""What the user set: flags over environment over the project's file over the user's file.

Files are TOML: ``vehicles.toml`` in the working directory or a folder above it, and
``$XDG_CONFIG_HOME/vehicle-catalog/config.toml``. A file holds only settings, nothing that runs.

    units = "us"            # metric, us, uk or si
    format = "table"
    specs = ["~/fleet/specs"]   # from the file's folder, where not absolute
    catalog = ["specs", "epa"]  # what is searched: specs, data sets, or "all"
    market = "US"           # settles hp, gal, mpg, ton and $ in `vehicles convert`

    [unit]
    range = "mi"            # one field, or a kind of quantity (mass = "lb")

    [query]
    heavy = "payload >= 1 t"    # vehicles list --where @heavy
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from catalog.errors import SettingsError, nearest
from catalog.places import user_config
from catalog.plain import dataclass, field
from catalog.render.names import NAMES, no_format

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

SYSTEMS = ("metric", "us", "uk", "si")
#: The origin of what flags say; what comes from elsewhere is named in messages.
COMMAND_LINE = "the command line"
#: Formats that only some commands have, besides those of the renderers.
OWN_FORMATS = ("ids", "jsonld", "github", "sarif", "svg")
_TYPES: dict[str, type] = {
    "units": str, "format": str, "specs": list, "catalog": list, "market": str, "unit": dict, "query": dict
}  # fmt: skip
_EXAMPLES = {
    "specs": ' such as ["~/fleet/specs"]',
    "catalog": ' such as ["specs", "epa"]',
    "unit": ' of texts such as range = "mi"',
    "query": " of texts such as heavy = 'payload >= 1 t'",
}
_WORDS: dict[type, str] = {str: "a text", list: "a list of texts", dict: "a table"}
_ENVIRONMENT = {
    "units": "VEHICLES_UNITS",
    "format": "VEHICLES_FORMAT",
    "specs": "VEHICLES_SPECS",
    "catalog": "VEHICLES_CATALOG",
    "market": "VEHICLES_MARKET",
    "unit": "VEHICLES_UNIT",
}


ENVIRONMENT = "the environment"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force and where each came from."""

    units: str = "metric"
    format: str = "table"
    specs: tuple[str, ...] = ()
    catalog: tuple[str, ...] = ()
    market: str | None = None
    unit: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    origin: Mapping[str, str] = field(default_factory=dict)

    def told(self, key: str, message: str) -> str:
        """A message about a setting, with the place where it was set if that is not the command line."""
        origin = self.origin.get(key, COMMAND_LINE)
        return message if origin == COMMAND_LINE else f"{origin}: {message}"


def user_file() -> str | None:
    """The user's config file (which need not exist); None where the user has no home."""
    folder = user_config()
    return os.path.join(folder, "config.toml") if folder else None


def project_file() -> str | None:
    """The nearest ``vehicles.toml`` in the working directory or above it."""
    try:
        folder = os.getcwd()
    except OSError:  # the folder is gone
        return None
    while not os.path.isfile(path := os.path.join(folder, "vehicles.toml")):
        if folder == (folder := os.path.dirname(folder)):
            return None
    return path


def load_settings(flags: Mapping[str, Any]) -> Settings:
    """The settings in force; ``flags`` holds what the command line said. Raises SettingsError."""
    values: dict[str, Any] = {}
    origin: dict[str, str] = {}
    tables: dict[str, dict[str, str]] = {"unit": {}, "query": {}}
    for layer, settings in _layers(flags):
        for key, value in settings.items():
            if value is None or value in ([], {}):
                continue
            where = layer if layer != ENVIRONMENT else _ENVIRONMENT[key]
            if key in ("unit", "query"):
                tables[key] |= value
                origin |= {f"{key}.{name}": where for name in value}
                continue
            values[key] = tuple(value) if key in ("specs", "catalog") else value
            origin[key] = where
    found = Settings(**values, unit=tables["unit"], query=tables["query"], origin=origin)
    _check(found)
    return found


def _check(settings: Settings) -> None:
    """Raises SettingsError for a word that is none, before a command reads all spec files."""
    if settings.format not in (*NAMES, *OWN_FORMATS):
        raise SettingsError(settings.told("format", no_format(settings.format)))
    if settings.units not in SYSTEMS:
        offer = nearest(settings.units, SYSTEMS)
        hint = f"did you mean {offer[0]}?" if offer else f"one of {', '.join(SYSTEMS)}"
        raise SettingsError(settings.told("units", f"no unit system {settings.units!r}; {hint}"))
    if settings.market is not None and not (len(settings.market) == 2 and settings.market.isascii()):
        message = f"{settings.market!r} is not a market; write its two letters, such as US or DE"
        raise SettingsError(settings.told("market", message))


def _layers(flags: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """From the weakest to the strongest."""
    if not flags.get("no_config"):
        for path in (user_file(), project_file()):
            if path is not None and os.path.isfile(path):
                yield path, _read(path)
    yield ENVIRONMENT, _environment()
    own = {key: flags.get(key) for key in ("units", "format", "market", "specs")}
    own["catalog"] = _names(flags.get("catalog") or [], "--catalog")
    own["market"] = own["market"].upper() if own["market"] else None
    yield COMMAND_LINE, {**own, "unit": _pairs(flags.get("unit") or [], "--unit")}


def _environment() -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, name in _ENVIRONMENT.items():
        text = os.environ.get(name)
        if not text:
            continue
        if key == "specs":
            found[key] = [os.path.expanduser(entry) for entry in text.split(os.pathsep) if entry]
        elif key == "catalog":
            found[key] = _names([text], name)
        elif key == "unit":
            found[key] = _pairs(text.split(","), name)
        else:
            found[key] = text.upper() if key == "market" else text
    return found


def _names(texts: list[str], where: str) -> list[str]:
    """The names that texts hold between commas, each once. Raises SettingsError where one is empty."""
    names = [part.strip() for text in texts for part in text.split(",")]
    if "" in names:
        text = next(text for text in texts if not all(part.strip() for part in text.split(",")))
        raise SettingsError(f"{where}: {text!r} has an empty name; write for example specs or specs,epa")
    return list(dict.fromkeys(names))


def _pairs(texts: list[str], where: str) -> dict[str, str]:
    pairs = {}
    for text in texts:
        name, equals, unit = (part.strip() for part in text.partition("="))
        if not (name and equals and unit):
            raise SettingsError(f"{where}: {text!r} is not NAME=UNIT; write for example range=mi or mass=lb")
        pairs[name] = unit
    return pairs


def _read(path: str) -> dict[str, Any]:
    import tomllib

    try:
        with open(path, encoding="utf-8-sig") as file:
            data = tomllib.loads(file.read())
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror or error}") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: {error}") from None
    if isinstance(data.get("catalog"), str):
        data["catalog"] = _names([data["catalog"]], f"{path}: catalog")
    for key, value in data.items():
        if key not in _TYPES:
            offer = nearest(key, list(_TYPES))
            hint = f"did you mean {offer[0]}?" if offer else f"known: {', '.join(_TYPES)}"
            raise SettingsError(f"{path}: no setting {key!r}; {hint}")
        kind = _TYPES[key]
        entries = value if isinstance(value, list) else value.values() if isinstance(value, dict) else ()
        if not isinstance(value, kind) or not all(isinstance(entry, str) for entry in entries):
            example = _EXAMPLES.get(key, "")
            raise SettingsError(f"{path}: {key} is {_WORDS[kind]}{example}")
    if "specs" in data:
        data["specs"] = [os.path.join(os.path.dirname(path), os.path.expanduser(entry)) for entry in data["specs"]]
    if "market" in data:
        data["market"] = data["market"].upper()
    return data
