"""A question to 10,000,000 generated vehicles in Parquet, through ``vehicles list`` and by hand in DuckDB, cold.

    python benchmarks/parquet.py
    python benchmarks/parquet.py --rows 1000000
    python benchmarks/parquet.py --file big.parquet      a file that benchmarks/fleet.py made

Filter, sort and limit: the payload at least 1 t, the WLTP range above 250 mi, the longest ranges first, 20 of them,
with three columns. The command prints what was published, so it reads 20 records as well, and it checks the digests of
the columns that it asks. Both are whole processes on the same file in a warm page cache, and the vehicles must be the
same. Memory is what a process took at most.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile

from environment import add_python, program, python_for
from timing import Command, answer, clean_environment, interleaved, machine, report

_TIME, _MEMORY = 1.2, 1.3
_BY_HAND = """\
import duckdb, sys
connection = duckdb.connect()
connection.execute("set enable_progress_bar = false")  # or the bar would stand in the answer
rows = connection.execute(
    f"select id, payload_low, range__wltp_low from read_parquet('{sys.argv[1]}') "
    "where payload_low >= 1000 and range__wltp_low > 402.336 "
    "order by range__wltp_low desc, range__wltp_high desc, payload_low desc, payload_high desc, id limit 20"
).fetchall()
for row in rows:
    print(*row, sep=",")
"""
_ASKED = ("--where", "payload >= 1 t and range[wltp] > 250 mi", "--sort=-range[wltp],-payload", "--limit", "20")
_COLUMNS = ("--columns", "id,payload,range[wltp]", "--format", "csv")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_python(parser)
    parser.add_argument("--rounds", type=int, default=11, help="how often each is run (default 11)")
    parser.add_argument("--rows", type=int, default=10_000_000, help="how many are generated (default 10,000,000)")
    parser.add_argument("--file", help="a file that is there already, instead of generating one")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        python = python_for(args.python, folder, ("duckdb>=2,<3", "xxhash"))
        path = os.path.abspath(args.file) if args.file else os.path.join(folder, "big.parquet")
        if not args.file:
            print(f"generating {args.rows:,} vehicles ...", file=sys.stderr)
            fleet = os.path.join(os.path.dirname(os.path.abspath(__file__)), "fleet.py")
            subprocess.run((python, fleet, path, "--rows", str(args.rows)), env=clean_environment(folder), check=True)
        commands = [
            Command("by hand in DuckDB", (python, "-c", _BY_HAND, path)),
            Command("vehicles list", (program(python), "list", "--catalog", path, *_ASKED, *_COLUMNS), _TIME),
        ]
        found = [[line.partition(",")[0] for line in answer(one, folder).splitlines()] for one in commands]
        if found[0] != found[1][1:] or len(found[0]) != 20:
            sys.exit("the answers differ, or are not 20")
        print(f"{machine()}\n{os.path.basename(path)}: {os.path.getsize(path) / 1e6:,.0f} MB")
        runs = interleaved(commands, folder, args.rounds)
        good = report(commands, runs)
        most = [max(run.memory for run in runs[one.name]) for one in commands]
        share = most[1] / most[0]
        print(f"memory: {most[0]:.0f} MB by hand, {most[1]:.0f} MB, ratio {share:.2f}, bar {_MEMORY}")
    sys.exit(0 if good and share <= _MEMORY else 1)


if __name__ == "__main__":
    main()
