"""Show the settings in force and where each comes from.

  vehicles config
  vehicles config --units us --unit mass=t      what these flags would change

Flags win over the environment (VEHICLES_UNITS, VEHICLES_UNIT, VEHICLES_FORMAT, VEHICLES_SPECS,
VEHICLES_MARKET), that over vehicles.toml of the project, that over the user's config file. A file holds:

  units = "us"
  market = "US"
  specs = ["/path/to/specs"]

  [unit]
  range = "mi"

  [query]
  heavy = "payload >= 1 t"       for vehicles list --where @heavy
"""

from __future__ import annotations

import argparse

from catalog.cli.options import add_output, add_specs, add_units, settings_of, show, units_of
from catalog.cli.settings import project_file, user_file
from catalog.engine.publish import shown_target
from catalog.places import default_specs
from catalog.render import Line, Sheet


def register(parser: argparse.ArgumentParser) -> None:
    add_units(parser)
    add_output(parser)
    add_specs(parser, catalog=True)


def run(args: argparse.Namespace) -> int:
    settings = settings_of(args)
    units_of(settings)  # so that a wrong unit is told here too
    values = {
        "units": settings.units,
        **{f"unit.{name}": unit for name, unit in settings.unit.items()},
        **{f"query.{name}": text for name, text in settings.query.items()},
        "format": settings.format,
        "market": settings.market or "",
        "specs": ", ".join(settings.specs or default_specs()),
        "catalog": ", ".join(map(shown_target, settings.catalog or ("specs",))),
    }
    rows = [
        {"setting": key, "value": value, "from": settings.origin.get(key, "the default")}
        for key, value in values.items()
    ]
    files = {
        "user file": user_file() or "none (no home folder)",
        "project file": project_file() or "none (vehicles.toml in this folder or above)",
    }
    sheet = Sheet(
        headers=("Setting", "Value", "From"),
        lines=tuple(Line((row["setting"], row["value"], row["from"])) for row in rows),
        notes=tuple(f"{name}: {path}" for name, path in files.items()),
        records=tuple(rows),
        document={"shape": 1, "settings": rows, "files": files},
    )
    return show(sheet, args, settings)
