"""How long the EPA file takes to become a searchable data set, beside DuckDB alone and beside pydantic row by row.

    python benchmarks/importing.py epa-vehicles-2025.csv [runs]

Three programs take turns, each a process of its own from start to exit:

- ``import``: `vehicles import epa`, into an empty folder: every fault looked for, exact canonical numbers, definitions,
  all columns as published, manifest and digests, fsync;
- ``duckdb``: DuckDB reads the file with an explicit dialect, casts what are numbers, writes Parquet;
- ``pydantic``: csv.DictReader, one model of the file's columns a row, the rows into SQLite.

Printed are the median seconds of each, and the two ratios that matter: at most 1.5 times DuckDB, at most a quarter of
pydantic. A further line has the processor's seconds, which say more on a machine that is busy with other things.
"""

from __future__ import annotations

import sys
from pathlib import Path

#: Columns of the EPA file that hold no numbers.
TEXTS = frozenset({
    "make", "model", "trany", "drive", "VClass", "eng_dscr", "trans_dscr", "fuelType", "fuelType1",
    "fuelType2", "atvType", "evMotor", "mfrCode", "c240Dscr", "c240bDscr", "createdOn", "modifiedOn",
    "startStop", "guzzler", "tCharger", "sCharger", "baseModel", "rangeA", "mpgData", "phevBlended", "id",
})  # fmt: skip
PROGRAMS = ("import", "duckdb", "pydantic")


def by_import(file: Path, folder: Path) -> None:
    import os

    os.environ["XDG_DATA_HOME"] = str(folder)
    sys.argv = ["vehicles", "import", "epa", str(file)]
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - until the process ends
    from catalog.cli.start import run

    run()


def by_duckdb(file: Path, folder: Path) -> None:
    import duckdb

    names = header(file)
    cast = ", ".join(f'"{name}"' if name in TEXTS else f'"{name}"::double as "{name}"' for name in names)
    columns = ", ".join(f"'{name}': 'VARCHAR'" for name in names)
    dialect = "auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', nullstr = ['', 'NA']"
    connection = duckdb.connect()
    connection.execute("set enable_progress_bar = false")
    connection.execute(
        f"copy (select {cast} from read_csv('{file}', {dialect}, columns = {{{columns}}})) "
        f"to '{folder / 'vehicles.parquet'}' (format parquet, compression zstd)"
    )


def by_pydantic(file: Path, folder: Path) -> None:
    import csv
    import sqlite3
    from typing import Any

    from pydantic import create_model, field_validator

    names = header(file)
    fields: dict[str, Any] = {name: (str if name in TEXTS else float | None, ...) for name in names}

    def blank(cls: Any, value: object) -> object:
        return None if value in ("", "NA") else value

    numbers = [name for name in names if name not in TEXTS]
    validators: dict[str, Any] = {"blank": field_validator(*numbers, mode="before")(blank)}
    row_model = create_model("Row", __validators__=validators, **fields)
    connection = sqlite3.connect(folder / "vehicles.sqlite")
    quoted = ", ".join(f'"{name}"' for name in names)
    connection.execute(f"create table vehicles ({quoted})")
    with file.open(encoding="utf-8", newline="") as stream:
        rows = [row_model.model_validate(row) for row in csv.DictReader(stream)]
    places = ", ".join("?" * len(names))
    connection.executemany(
        f"insert into vehicles values ({places})", (tuple(getattr(row, name) for name in names) for row in rows)
    )
    connection.commit()


def header(file: Path) -> list[str]:
    with file.open(encoding="utf-8", newline="") as stream:
        return stream.readline().strip().split(",")


def timed(program: str, file: Path) -> tuple[float, float]:
    """Seconds of the clock and of the processor, of one whole process."""
    import os
    import resource
    import subprocess
    import tempfile
    import time

    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as folder:
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run([sys.executable, __file__, "--as", program, str(file), folder], check=True, env=environment)
        seconds, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(file: Path, runs: int) -> None:
    import statistics

    measured: dict[str, list[tuple[float, float]]] = {program: [] for program in PROGRAMS}
    for run in range(runs + 1):
        for program in PROGRAMS:
            found = timed(program, file)
            if run:  # the first warms the caches of files and bytecode
                measured[program].append(found)
    for place, what in enumerate(("clock", "processor")):
        seconds = {name: statistics.median(pair[place] for pair in pairs) for name, pairs in measured.items()}
        shown = "  ".join(f"{name} {value:.2f} s" for name, value in seconds.items())
        against = [f"{seconds['import'] / seconds[name]:.2f} of {name}" for name in PROGRAMS[1:]]
        print(f"{what:9}  {shown}  import is {', '.join(against)}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--as"]:
        _, _, name, source, target = sys.argv
        {"import": by_import, "duckdb": by_duckdb, "pydantic": by_pydantic}[name](Path(source), Path(target))
    elif len(sys.argv) in (2, 3):
        main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) == 3 else 7)
    else:
        sys.exit(__doc__)
