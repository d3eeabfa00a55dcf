"""Generated vehicles: spec folders of any size, and a table of any number of rows. Nothing in them is true.

    python benchmarks/generate.py specs FOLDER --vehicles 10000
    python benchmarks/generate.py table FILE --rows 1000000

A spec folder has one valid TOML file a vehicle, with 8 to 12 fields as spec sheets print them: in several units,
some with a definition, some with a bound, some with two sources. The table is a SQLite file with the columns that
the catalog's own index would have of such vehicles (``catalog.engine.table``) and the description of them that
its queries need; numbers vary from row to row, and what is not known of a vehicle is not known in its rows.

The same numbers give the same files: everything follows from a fixed seed.
"""

from __future__ import annotations

import argparse
import os
import random
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

_SEED = 20240229
_MAKES = 40
_TYPES = ("truck", "van", "pickup")
_SOURCES = """\
[brochure]
publisher = "A maker"
title = "A brochure"
date = "2024-03"
kind = "manufacturer"

[paper]
publisher = "A paper"
title = "A test"
date = "2024-05-06"
kind = "press"
"""
#: As many vehicles are generated for a table; its rows are theirs with other numbers.
_PATTERNS = 400
#: A value without an upper end, as the table has it (``catalog.engine.table.OPEN``).
_OPEN = 1e150
#: Factors repeat after so many rows of one pattern.
_PRIME = 10007


# -- spec files -----------------------------------------------------------------------------------------------------


def _length(draw: random.Random, low: int, high: int) -> str:
    value = draw.randrange(low, high)
    return draw.choice((f"{value} mm", f"{value} mm", f"{value / 1000:.2f} m", f"{value / 25.4:.1f} in"))


def _mass(draw: random.Random, low: int, high: int) -> str:
    value = draw.randrange(low, high, 5)
    return draw.choice((f"{value} kg", f"{value} kg", f"{value / 1000:.2f} t", f"{round(value / 0.45359237)} lb"))


def _table(value: str, **parts: str) -> str:
    return "{ " + ", ".join(f'{key} = "{text}"' for key, text in {"value": value, **parts}.items()) + " }"


def _stated(draw: random.Random, value: str, name: str, *choices: str) -> str:
    """A value that states its definition in three of four cases."""
    return _table(value, **{name: draw.choice(choices)}) if draw.random() < 0.75 else f'"{value}"'


def _range(draw: random.Random) -> str:
    distance = draw.randrange(90, 620)
    text = draw.choice((f"{distance} km", f"{distance} km", f"up to {distance} km", f"{round(distance / 1.609)} mi"))
    first = _stated(draw, text, "procedure", "wltp", "wltp", "epa", "cltc")
    if draw.random() < 0.3:
        return f"[{first}, {_table(f'{distance + 10} km', procedure='nedc', source='paper')}]"
    return first


_FIELDS: dict[str, Callable[[random.Random], str]] = {
    "length": lambda draw: f'"{_length(draw, 3500, 9000)}"',
    "width": lambda draw: f'"{_length(draw, 1700, 2500)}"',
    "height": lambda draw: f'"{_length(draw, 1600, 3400)}"',
    "wheelbase": lambda draw: f'"{_length(draw, 2300, 5200)}"',
    "gross_vehicle_mass": lambda draw: f'"{_mass(draw, 2000, 12000)}"',
    "kerb_mass": lambda draw: _stated(draw, _mass(draw, 1200, 6000), "driver", "included", "excluded"),
    "payload": lambda draw: _stated(draw, _mass(draw, 400, 6000), "crew", "deducted", "in payload"),
    "battery_energy": lambda draw: _stated(draw, f"{draw.randrange(30, 150)} kWh", "capacity", "gross", "usable"),
    "range": _range,
    "motor_power": lambda draw: _stated(draw, f"{draw.randrange(60, 300)} kW", "rating", "peak", "continuous"),
    "dc_charge_power": lambda draw: f'"{draw.randrange(40, 250)} kW"',
    "top_speed": lambda draw: f'"{draw.randrange(80, 180)} km/h"',
}


def spec_text(number: int) -> str:
    """The spec file of a vehicle."""
    draw = random.Random(f"{_SEED} {number}")
    kept = draw.randrange(8, len(_FIELDS) + 1)
    left_out = set(draw.sample(list(_FIELDS), len(_FIELDS) - kept))
    lines = [
        f'make = "Make {number % _MAKES}"',
        f'model = "Model {number}"',
        f'version = "{draw.randrange(30, 150)} kWh"',
        f'vehicle_type = "{draw.choice(_TYPES)}"',
        'powertrain = "battery electric"',
        f'markets = ["{draw.choice(("DE", "FR", "GB", "US", "CN"))}"]',
        'sources = ["brochure"]',
        "",
        "[specs]",
        *(f"{name} = {make(draw)}" for name, make in _FIELDS.items() if name not in left_out),
    ]
    return "\n".join(lines) + "\n"


def write_specs(folder: str, vehicles: int) -> None:
    """A spec folder of so many vehicles."""
    for make in range(min(_MAKES, vehicles)):
        os.makedirs(os.path.join(folder, "vehicles", f"make-{make}"))
    with open(os.path.join(folder, "sources.toml"), "w", encoding="utf-8") as file:
        file.write(_SOURCES)
    for number in range(vehicles):
        path = os.path.join(folder, "vehicles", f"make-{number % _MAKES}", f"model-{number}.toml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(spec_text(number))


# -- the table ------------------------------------------------------------------------------------------------------


def write_table(path: str, rows: int, used_only: bool = False) -> None:
    """An index of some vehicles whose wide table has so many rows; beside it, with ``.parts`` after its name, the
    parts. ``used_only`` leaves out the columns in which no row has a value: fewer than the catalog makes, and so a
    harder floor."""
    from catalog.index.build import write_index
    from catalog.index.parts import Writer
    from catalog.reading import load

    made = sqlite3.connect(path, isolation_level=None)
    made.execute("pragma journal_mode = off")
    made.execute("pragma synchronous = off")
    with tempfile.TemporaryDirectory() as folder, open(f"{path}.parts", "wb") as file:
        write_specs(folder, _PATTERNS)
        parts = Writer(file)
        write_index(made, parts, load((Path(folder),)), {}, {})
        parts.finish()
    made.execute("alter table vehicles rename to patterns")
    kinds = {row[1]: row[2] for row in made.execute("pragma table_info(patterns)")}
    counts = made.execute(f"select {', '.join(f'count({name})' for name in kinds)} from patterns").fetchone()
    empty = {name for name, count in zip(kinds, counts, strict=True) if not count}
    if used_only:
        kinds = {name: kind for name, kind in kinds.items() if name not in empty}
    columns = ", ".join(f"{name} {kind}" for name, kind in kinds.items())
    made.execute(f"create table vehicles ({columns}, primary key (id))")
    values = ["null" if name in empty else value for name, value in _values(kinds)]
    made.execute(
        "with recursive numbers(n) as (select 0 union all select n + 1 from numbers where n + 1 < ?) "
        f"insert into vehicles select {', '.join(values)} from numbers "
        f"join patterns on patterns.rowid = n % {_PATTERNS} + 1",
        (rows,),
    )
    made.execute("drop table patterns")
    made.close()


def _values(kinds: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each column, and what stands in it in row ``n``: the pattern's value, a number times a factor of 0.7 to 1.3,
    which is the same for all columns of a field; an id of its own."""
    draw = random.Random(_SEED)
    steps: dict[str, int] = {}
    for name, kind in kinds.items():
        field = name.removesuffix("_low").removesuffix("_high").partition("__")[0]
        step = steps.setdefault(field, draw.randrange(1, _PRIME))
        if name == "id":
            yield name, "printf('vehicle-%08d', n)"
        elif kind.lower() == "real":
            factor = f"(0.7 + 0.6 * (n * {step} % {_PRIME}) / {_PRIME}.0)"
            yield name, f"case when {name} < {_OPEN} then round({name} * {factor}, 1) else {name} end"
        else:
            yield name, name


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_subparsers(dest="what", required=True)
    specs = what.add_parser("specs", help="a spec folder")
    specs.add_argument("path", help="the folder to make")
    specs.add_argument("--vehicles", type=int, default=1000)
    table = what.add_parser("table", help="a SQLite file with the wide table (needs the package)")
    table.add_argument("path", help="the file to make")
    table.add_argument("--rows", type=int, default=1_000_000)
    table.add_argument("--used-only", action="store_true", help="leave out columns in which no row has a value")
    args = parser.parse_args()
    if os.path.exists(args.path):
        sys.exit(f"{args.path} is there already")
    if args.what == "specs":
        write_specs(args.path, args.vehicles)
    else:
        write_table(args.path, args.rows, args.used_only)


if __name__ == "__main__":
    main()
