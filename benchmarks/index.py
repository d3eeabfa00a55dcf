"""Making the index: of the shipped catalog, and how its time grows from 100 to 10,000 spec files.

    python benchmarks/index.py

Each row is ``vehicles index --rebuild`` as a whole process: all spec files read and validated, the index written. One
process at least starts and loads the models (the row with one file), so growth is judged by what each further
file takes: the time from 1,000 to 10,000 files, for each of them, over that from 100 to 1,000. Linear growth is
about 1; the bar is 1.3, as a quadratic part of one tenth at 1,000 files would give 2. It is taken from the
processor's time where the system says it: one process computes, and others on the machine do not count. Memory is
the most that was held at once.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile

from environment import add_python, program, python_for
from generate import write_specs
from timing import Command, Run, interleaved, machine, median

_SIZES = (1, 100, 1_000, 10_000)
_BAR = 1.3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_python(parser)
    parser.add_argument("--rounds", type=int, default=3, help="how often each is run (default 3)")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        python = python_for(args.python, folder)
        rebuild = (program(python), "index", "--rebuild", "--format", "json")
        rows = [Command("shipped catalog", rebuild)]
        for size in _SIZES:
            specs = os.path.join(folder, f"specs-{size}")
            write_specs(specs, size)
            rows.append(Command(f"{size:,} generated", (*rebuild, "--specs", specs)))
        print(machine())
        runs = interleaved(rows, folder, args.rounds, warm=1)
    _print(rows, runs)
    seconds = [_used(runs[f"{size:,} generated"]) for size in _SIZES]
    steps = [
        (later - sooner) / (large - small)
        for sooner, later, small, large in zip(seconds, seconds[1:], _SIZES, _SIZES[1:], strict=False)
    ]
    growth = steps[-1] / steps[-2]
    each = ", ".join(f"{step * 1e3:.2f}" for step in steps)
    print(f"ms for each further file, between these sizes: {each}")
    print(f"growth: {growth:.2f}, bar {_BAR:g}{'' if growth <= _BAR else '  MISSED'}")
    sys.exit(0 if growth <= _BAR else 1)


def _used(runs: list[Run]) -> float:
    """The median of processor seconds; of seconds where the system does not say them."""
    return statistics.median(run.processor for run in runs) or median(runs)


def _print(rows: list[Command], runs: dict[str, list[Run]]) -> None:
    wide = max(len(command.name) for command in rows)
    print(f"{'':{wide}} {'s':>8} {'cpu s':>8} {'MB':>6}")
    for command in rows:
        own = runs[command.name]
        print(f"{command.name:{wide}} {median(own):>8.2f} {_used(own):>8.2f} {max(run.memory for run in own):>6.0f}")


if __name__ == "__main__":
    main()
