"""Cold commands against a bare Python: how long a person, or a script, waits for an answer.

    python benchmarks/cold.py                 builds a wheel, installs it, and measures that
    python benchmarks/cold.py --naive         with the usual way to write such a tool beside it
    python benchmarks/cold.py --python PATH   measures an environment that has the package already

Each row is a whole process, from its start to its end, taken in turn with ``python -c pass`` of the same
environment. The index is warm: it was made before, as it is from the second command on. Measured are a comparison
of two shipped vehicles as table and as JSON, a conversion, and a question to the shipped catalog and to 10,000
generated vehicles. At 10,000 the question has three forms: one that few vehicles answer (as few as of the shipped),
one that many do with ``--limit``, and one that many do, all of them printed, which measures printing.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time

from environment import add_python, program, python_for
from generate import write_specs
from timing import Command, answer, interleaved, machine, report

_TWO = ("foton-iblue-ev", "ford-e-transit-68-kwh")
#: A question that a dozen of the shipped vehicles answer, and thousands of 10,000 generated ones.
_WHERE = "payload >= 1 t and range > 100 mi"
#: The same that a dozen of the generated ones answer.
_FEW = "payload >= 5.95 t and range > 300 mi"
_NAIVE = ("typer", "pydantic-pint", "tabulate")


def commands(python: str, generated: str | None, naive: str | None) -> list[Command]:
    """The rows, the floor first. ``naive`` is the script of the usual way, where that is measured too."""
    vehicles = program(python)
    as_json = ("--format", "json")
    rows = [
        Command("python -c pass", (python, "-c", "pass")),
        Command("python -c 'import argparse, json, sqlite3'", (python, "-c", "import argparse, json, sqlite3")),
        Command("compare A B, table", (vehicles, "compare", *_TWO), 8),
        Command("compare A B, JSON", (vehicles, "compare", *_TWO, *as_json), 3),
        Command("convert VALUE UNIT", (vehicles, "convert", "30 mpg(US)", "L/100km")),
        Command("list --where, JSON", (vehicles, "list", "--where", _WHERE, *as_json), 4),
    ]
    if generated:
        ask = (vehicles, "list", "--specs", generated, *as_json, "--where")
        rows += [
            Command("10,000: list --where, few answers, JSON", (*ask, _FEW), 4),
            Command("10,000: the same, --sort --limit 20", (*ask, _WHERE, "--sort=-range", "--limit", "20"), 4),
            Command("10,000: all answers, JSON", (*ask, _WHERE)),
        ]
    if naive:
        rows.append(Command("the usual way: compare A B, table", (python, naive, specs_of(python), *_TWO)))
    return rows


def specs_of(python: str) -> str:
    """The shipped spec folder of an installed package."""
    return answer(
        Command("", (python, "-c", "from catalog.places import shipped_specs; print(shipped_specs(), end='')")), "."
    )


def warm_up(rows: list[Command], folder: str) -> None:
    """Run each command until its index is in place, and say how much each answers."""
    for command in rows:
        started = time.perf_counter()
        answer(command, folder)
        if time.perf_counter() - started > 1:
            # what was written within two seconds of the making of an index is looked at again once
            time.sleep(2.5)
            answer(command, folder)
        text = answer(command, folder)
        found = f", {len(json.loads(text)['vehicles'])} vehicles" if "list" in command.arguments else ""
        print(f"  {command.name}: {len(text):,} characters{found}", file=sys.stderr)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_python(parser)
    parser.add_argument("--rounds", type=int, default=31, help="how often each is run (default 31)")
    parser.add_argument("--vehicles", type=int, default=10_000, help="how many are generated (default 10,000; 0: none)")
    parser.add_argument("--naive", action="store_true", help=f"measure the usual way too: installs {', '.join(_NAIVE)}")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        python = python_for(args.python, folder, _NAIVE if args.naive else ())
        generated = os.path.join(folder, "generated")
        if args.vehicles:
            write_specs(generated, args.vehicles)
        naive = os.path.join(os.path.dirname(os.path.abspath(__file__)), "naive.py") if args.naive else None
        rows = commands(python, generated if args.vehicles else None, naive)
        warm_up(rows, folder)
        print(machine())
        good = report(rows, interleaved(rows, folder, args.rounds))
    if not args.naive:
        print("the usual way: not measured; --naive installs what it needs and measures it")
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
