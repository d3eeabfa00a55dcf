"""A question to 1,000,000 generated vehicles, through the catalog and by hand in sqlite3, cold.

    python benchmarks/filtering.py
    python benchmarks/filtering.py --rows 100000

Filter, sort and limit: the payload at least 1 t, the WLTP range above 250 mi, the longest ranges first, 20 of them.
The catalog is given the question in its own words and compiles it; the statement by hand is what one would write
who knows the table, with the thresholds in canonical units. Both are whole processes on the same file in a warm page
cache, and their answers must be the same. There are two files: with every column that the catalog makes (some 400,
most of them empty, which SQLite has to step over), and with those alone in which some row has a value; the second is
read faster, and is the harder floor. The third row has the statement that the catalog runs, word for word, so that
what is left of the ratio is Python starting and compiling the question.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile

from environment import add_python, python_for
from timing import Command, answer, clean_environment, interleaved, machine, report

_OPEN = """\
import sqlite3, sys
connection = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro&immutable=1", uri=True)
"""
_BY_HAND = f"""\
{_OPEN}
rows = connection.execute(
    "select id from vehicles where payload_low >= 1000 and range__wltp_low > 402.336 "
    "order by range__wltp_low desc, payload_low desc, id limit 20"
)
print(*(row[0] for row in rows), sep="\\n")
"""
_ASK = """\
from catalog.collection.reader import Reader
from catalog.index import Index
from catalog.index.parts import Parts
from catalog.query import compile_query, order_by
reader = Reader(Index(Parts.open(f"{sys.argv[1]}.parts"), lambda: connection))
query = compile_query("payload >= 1 t and range[wltp] > 250 mi", reader.schema)
order = order_by("-range[wltp],-payload", reader.schema)[0]
"""
_CATALOG = f"""\
{_OPEN}{_ASK}
print(*reader.select(query=query, order=order, limit=20).ids, sep="\\n")
"""
_STATEMENT = f"""\
{_OPEN}{_ASK}
print(f"select id from vehicles where {{query.where}} order by {{order}} limit 20")
print(query.parameters)
"""
_VERBATIM = f"""\
{_OPEN}
rows = connection.execute(sys.argv[2], eval(sys.argv[3]))
print(*(row[0] for row in rows), sep="\\n")
"""


def commands(python: str, table: str, folder: str) -> list[Command]:
    """The three rows on one file. Exits where their answers differ."""
    statement, parameters = answer(Command("", (python, "-c", _STATEMENT, table)), folder).splitlines()
    rows = [
        Command("by hand", (python, "-c", _BY_HAND, table)),
        Command("the catalog", (python, "-c", _CATALOG, table), 1.2),
        Command("its statement, by hand", (python, "-c", _VERBATIM, table, statement, parameters)),
    ]
    answers = {answer(command, folder) for command in rows}
    if len(answers) != 1 or len(answers.pop().splitlines()) != 20:
        sys.exit("the answers differ, or are not 20")
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_python(parser)
    parser.add_argument("--rounds", type=int, default=11, help="how often each is run (default 11)")
    parser.add_argument("--rows", type=int, default=1_000_000, help="how many are generated (default 1,000,000)")
    args = parser.parse_args()
    good = True
    with tempfile.TemporaryDirectory() as folder:
        python = python_for(args.python, folder)
        generate = os.path.join(os.path.dirname(os.path.abspath(__file__)), "generate.py")
        for title, option in (("every column", ()), ("only columns with values", ("--used-only",))):
            table = os.path.join(folder, "table.sqlite")
            print(f"generating {args.rows:,} rows, {title} ...", file=sys.stderr)
            subprocess.run(
                (python, generate, "table", table, "--rows", str(args.rows), *option),
                env=clean_environment(folder),
                check=True,
            )
            rows = commands(python, table, folder)
            print(f"{machine()}\n{args.rows:,} rows, {title}: {os.path.getsize(table) / 1e6:,.0f} MB")
            good = report(rows, interleaved(rows, folder, args.rounds)) and good
            os.remove(table)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
