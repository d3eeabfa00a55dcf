"""The package as its users have it: a wheel of this tree, installed into a virtual environment of its own.

An editable install is another thing: it looks at its own modules for changes, and where Python may not write byte
code it compiles them in every run.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence

from timing import clean_environment

TREE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def add_python(parser: argparse.ArgumentParser) -> None:
    """``--python``, for every script that needs an installed package."""
    parser.add_argument(
        "--python",
        metavar="PATH",
        help="the Python of an environment that the package is installed in (default: one is made, with a wheel "
        "built from this tree)",
    )


def python_for(chosen: str | None, folder: str, extra: Sequence[str] = ()) -> str:
    """The Python to measure: the chosen one, else that of a new environment in ``folder`` with the package and
    ``extra`` installed."""
    if chosen:
        return os.path.abspath(chosen)
    print("building a wheel and installing it ...", file=sys.stderr)
    environment = clean_environment(folder)
    place = os.path.join(folder, "environment")
    python = os.path.join(place, "Scripts" if os.name == "nt" else "bin", "python")

    def run(*arguments: str) -> None:
        subprocess.run(arguments, cwd=folder, env=environment, check=True)

    wheels = os.path.join(folder, "wheels")
    run(sys.executable, "-m", "venv", place)
    # The pip that came with Python may be years old; before 25.1 its scripts imported ``re`` to find their own name
    run(python, "-m", "pip", "install", "--quiet", "--upgrade", "pip")
    run(python, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", wheels, TREE)
    (wheel,) = os.listdir(wheels)
    run(python, "-m", "pip", "install", "--quiet", os.path.join(wheels, wheel), *extra)
    return python


def program(python: str) -> str:
    """The ``vehicles`` program beside a Python."""
    return os.path.join(os.path.dirname(python), "vehicles.exe" if os.name == "nt" else "vehicles")
