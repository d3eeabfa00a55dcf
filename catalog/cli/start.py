"""The console script. What takes longest is begun before anything is imported that it can go on beside."""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

#: The commands that are asked often, and do little more than read the index.
_READERS = ("list", "show", "compare")


def run() -> NoReturn:
    """Run the command that the arguments of the process ask for, and end the process with its exit code."""
    gc.set_threshold(50_000)  # a command ends before there are as many cycles as are worth looking for
    try:
        if sys.argv[1:2] and sys.argv[1] in _READERS:
            from catalog.index.ahead import begin

            begin(sys.argv)
        from catalog.cli.main import run
    except KeyboardInterrupt:
        os._exit(130)
    run()
