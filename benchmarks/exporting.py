"""A data set of a million vehicles to Parquet, against DuckDB's own COPY of the same, each a process of its own.

    python benchmarks/exporting.py --rows 1000000

The data set is generated (its columns are those of ``engines.py``) and put into a store as an import leaves it.
Measured are whole processes, in turn:

- ``copy by hand``: DuckDB's COPY of the very columns that the export writes, under the same names, from the same
  file, with the same compression; the statement is written down beforehand;
- ``export``: ``vehicles export FILE.parquet --catalog NAME``: the digest of the data set proved, which columns are
  filled and where intervals are looked for, the unit and meaning of each column written beside it, fsync.

The bar is 1.5 times. ``--more`` measures two further commands without a bar: Parquet in US units, where every number
is converted, and CSV.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from engines import write
from timing import Command, interleaved, machine, report

NAME = "fleet"
_BY_HAND = """\
import sys, duckdb
connection = duckdb.connect()
connection.execute("set enable_progress_bar = false")
connection.execute(open(sys.argv[1]).read())
print("done")
"""
_SEEN = """\
from catalog.collection.opening import open_holding
from catalog.collection.reader import Reader
from catalog.wording.choice import UnitChoice
table = Reader(open_holding(["fleet"], lambda: None)).relation(UnitChoice())
print(table._select())
"""


def store(folder: Path, rows: int) -> Path:
    """A data set as an import leaves it: the table, and the manifest that proves it. The table's path."""
    from catalog.datasets.manifest import Manifest
    from catalog.datasets.store import Store

    made = folder / "made.parquet"
    write(str(made), rows)
    manifest = Manifest(
        name=NAME, prefix=NAME, title="Generated vehicles", publisher="nobody", licence="CC0-1.0", url=None,
        kind="data set", version="1", imported="2024-02-29T00:00:00Z", importer="0", files=[],
        rows={"read": rows, "loaded": rows, "rejected": 0, "unread": 0}, columns=[], map={}, stored={},
    )  # fmt: skip
    own = Store(str(folder / "data" / "vehicle-catalog" / "datasets"))
    with own.lock():
        done = own.commit(manifest, made.read_bytes(), b"")
    made.unlink()
    return Path(own.path(NAME, str(done.stored["file"])))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--more", action="store_true", help="US units and CSV as well")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = store(Path(folder), args.rows)
        environment = {"XDG_DATA_HOME": str(Path(folder) / "data")}
        select = _output([sys.executable, "-c", _SEEN], environment).strip()
        by_hand = Path(folder) / "by_hand.sql"
        by_hand.write_text(
            f"create view vehicles as select * from read_parquet('{path}'); "
            f"copy ({select}) to '{folder}/by_hand.parquet' (format parquet, compression zstd)",
            encoding="utf-8",
        )
        program = [sys.executable, "-m", "catalog", "export", "--catalog", NAME, "--force"]
        commands = [
            Command("copy by hand", [sys.executable, "-c", _BY_HAND, str(by_hand)]),
            Command("export, Parquet", [*program, f"{folder}/a.parquet"], 1.5, environment),
        ]
        if args.more:
            commands += [
                Command("export, US units", [*program, f"{folder}/b.parquet", "--units", "us"], None, environment),
                Command("export, CSV", [*program, f"{folder}/c.csv"], None, environment),
            ]
        print(machine())
        runs = interleaved(commands, folder, args.rounds, warm=1)
        good = report(commands, runs)
        sizes = {name: os.path.getsize(f"{folder}/{name}.parquet") / 1e6 for name in ("by_hand", "a")}
        print(f"{sizes['by_hand']:.1f} MB by hand, {sizes['a']:.1f} MB exported")
    return 0 if good else 1


def _output(arguments: list[str], environment: dict[str, str]) -> str:
    import subprocess

    done = subprocess.run(arguments, env={**os.environ, **environment}, capture_output=True, text=True, check=True)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
