"""One question on each engine, cold and warm, on generated vehicles of any number. Nothing in them is true.

    python benchmarks/engines.py --rows 1000000 --postgres postgresql://user@host/database
    python benchmarks/engines.py --rows 10000000 --no-sqlite

Filter, sort and limit: the payload at least 1 t, the WLTP range above 250 mi, the longest ranges first, 20 of them.
The table is that of ``fleet.py``: names and codes, and 13 numbers, of which up to 70 % are not known. Cold is a whole
process, from the start of Python to the answer; warm the same query asked again in one process; of each the least
and, in parentheses, the median. Memory is what the process took at most. "By hand" is the same statement without
this package, so that the difference is what the package costs. The answers of all engines must be the same.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any

from fleet import SCHEMA, WLTP, columns, write

from catalog.engine.duckdb import bare_connection, open_parquet
from catalog.engine.postgres_tables import write_tables
from catalog.engine.table import Table, Value

_QUERY, _SORT, _LIMIT = "payload >= 1 t and range[wltp] > 250 mi", "-range[wltp],-payload", 20
#: What every cold process runs: the compiled question, its engine, the answer, and what it took.
_PREAMBLE = """\
import sys, time
def told(ask):
    ids = ask()
    times = []
    for _ in range(int(sys.argv[2])):
        start = time.perf_counter()
        assert ask() == ids
        times.append(str(time.perf_counter() - start))
    peak = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
    print(",".join(ids), " ".join(times), peak, sep="\\t")
"""
_COMPILED = f"""\
from catalog.model.fields import FIELDS
from catalog.query import Schema, compile_query, order_by
schema = Schema(FIELDS, {{"range": {{"wltp": "{WLTP}"}}}})
query, order = compile_query({_QUERY!r}, schema), order_by({_SORT!r}, schema)[0]
"""
_TEXT = (
    "select id from vehicles where payload_low >= 1000 and range__wltp_low > 402.336"
    " order by range__wltp_low desc, range__wltp_high desc, payload_low desc, payload_high desc, id"
    f" limit {_LIMIT}"
)
_PROGRAMS = {
    "SQLite": _COMPILED + f"""\
import sqlite3
connection = sqlite3.connect(f"file:{{sys.argv[1]}}?mode=ro&immutable=1", uri=True)
text = f"select id from vehicles where {{query.where}} order by {{order}} limit {_LIMIT}"
told(lambda: [row[0] for row in connection.execute(text, query.parameters)])
""",
    "DuckDB, Parquet": _COMPILED + f"""\
from catalog.engine.duckdb import open_parquet, select_ids
database = open_parquet(sys.argv[1])
told(lambda: select_ids(database, query, order, limit={_LIMIT}))
""",
    "DuckDB, Parquet, by hand": f"""\
import duckdb
connection = duckdb.connect()
connection.execute("set enable_progress_bar = false")  # or the bar would stand in the answer
connection.execute(f"create view vehicles as select * from read_parquet('{{sys.argv[1]}}')")
told(lambda: [row[0] for row in connection.execute({_TEXT!r}).fetchall()])
""",
    "PostgreSQL": _COMPILED + f"""\
from catalog.engine.postgres import connect, select_ids
database = connect(sys.argv[1])
told(lambda: select_ids(database, query, order, limit={_LIMIT}))
""",
}  # fmt: skip


class Rows(Sequence[tuple[Value, ...]]):
    """The rows of a Parquet file, read as they are asked for."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __iter__(self) -> Iterator[tuple[Value, ...]]:
        cursor = bare_connection("2GB").execute(f"select {', '.join(columns())} from read_parquet('{self.path}')")
        while batch := cursor.fetchmany(5000):
            yield from batch

    def __len__(self) -> int:
        [(count,)] = bare_connection().execute(f"select count(*) from read_parquet('{self.path}')").fetchall()
        return int(count)

    def __getitem__(self, place: Any) -> Any:
        raise NotImplementedError("the rows are read in order")


def to_sqlite(parquet: str, path: str) -> None:
    connection = sqlite3.connect(path)
    listed = ", ".join(f"{name} {kind}" for name, kind in columns().items())
    connection.execute(f"create table vehicles ({listed})")
    places = ", ".join("?" * len(columns()))
    connection.executemany(f"insert into vehicles values ({places})", Rows(parquet))
    connection.commit()
    connection.close()


def measure(targets: dict[str, str], rounds: int) -> set[str]:
    """Run the programs in turns, so that whatever else the machine does meets all alike. Gives their answers."""
    cold: dict[str, list[float]] = {name: [] for name in targets}
    warm: dict[str, list[float]] = {name: [] for name in targets}
    memory = dict.fromkeys(targets, 0)
    answers = set()
    for number in range(rounds + 1):
        for name, target in targets.items():
            program = [sys.executable, "-c", _PREAMBLE + _PROGRAMS[name], target]
            for repeats in ("0", "5"):
                start = time.perf_counter()
                run = subprocess.run([*program, repeats], stdout=subprocess.PIPE, text=True, check=True)
                seconds = time.perf_counter() - start
                answer, times, peak = run.stdout.strip().split("\t")
                answers.add(answer)
                memory[name] = max(memory[name], int(peak))
                if number == 0:  # warms the page cache and writes the compiled modules
                    continue
                if repeats == "0":
                    cold[name].append(seconds)
                else:
                    warm[name] += [float(one) for one in times.split()]
    for name in targets:
        first, again = cold[name], warm[name]
        print(
            f"{name:<26}cold {min(first):.2f} ({median(first):.2f}) s,"
            f" warm {min(again) * 1000:.0f} ({median(again) * 1000:.0f}) ms, {memory[name] / 1024:.0f} MB"
        )
    return answers


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--file", help="a file that fleet.py made, instead of generating one")
    parser.add_argument("--rounds", type=int, default=6, help="cold processes of each engine")
    parser.add_argument("--no-sqlite", action="store_true", help="leave SQLite out, which is filled row by row")
    parser.add_argument("--postgres", metavar="URL", help="a database whose schema vehicle_catalog is replaced")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        parquet, lite = os.path.join(folder, "vehicles.parquet"), os.path.join(folder, "vehicles.sqlite")
        if options.file:
            parquet = os.path.abspath(options.file)
        else:
            write(parquet, options.rows)
        print(f"{len(Rows(parquet)):,} vehicles, {len(columns())} columns, {os.cpu_count()} cores")
        print(f"Parquet {os.path.getsize(parquet) / 1e6:,.0f} MB")
        open_parquet(parquet).close()
        targets = {"DuckDB, Parquet": parquet, "DuckDB, Parquet, by hand": parquet}
        if not options.no_sqlite:
            start = time.perf_counter()
            to_sqlite(parquet, lite)
            print(f"SQLite {os.path.getsize(lite) / 1e6:,.0f} MB, written in {time.perf_counter() - start:.0f} s")
            targets = {"SQLite": lite, **targets}
        if options.postgres:
            start = time.perf_counter()
            write_tables(Table(SCHEMA, columns(), Rows(parquet)), options.postgres)
            print(f"PostgreSQL, published in {time.perf_counter() - start:.0f} s")
            targets["PostgreSQL"] = options.postgres
        answers = measure(targets, options.rounds)
        print("all answers alike" if len(answers) == 1 else "the answers DIFFER")
        return 0 if len(answers) == 1 and len(answers.pop().split(",")) == _LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
