"""Whole processes, timed in turn (A B C A B C ...), and their medians against one of them.

What is measured is what a shell waits for: from the start of a process to its end. Taken in turn, all commands meet
the same moods of the machine, so a ratio holds where a time does not. The first rounds are not counted: they fill the
caches of the file system and show that every command answers at all. Beside the time stands the processor's time
(of the process and the kernel for it), which changes less while others work on the same machine.

The most memory that a process held at once counts from the memory of the one that started it (Linux hands that
figure on): it means something only where it is well above a script's own 20 MB.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

#: Not given to the commands: the first would have Python compile every module in every run, others load more.
_LEFT_OUT = ("PYTHON", "VEHICLES_", "XDG_")


@dataclass(frozen=True)
class Command:
    """A command with the most it may take, as a ratio to the first of its run (None: no bar)."""

    name: str
    arguments: Sequence[str]
    bar: float | None = None
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Run:
    """One run: seconds, seconds of the processor, MB held at most (0 where the system does not say)."""

    seconds: float
    processor: float
    memory: float


class Failed(Exception):
    """A command ended with an error or said nothing."""


def clean_environment(folder: str) -> dict[str, str]:
    """The environment of a user whose cache, settings and home lie in ``folder``, without what slows Python down."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(_LEFT_OUT)}
    places = {f"XDG_{name}_HOME": os.path.join(folder, name.lower()) for name in ("CACHE", "CONFIG", "DATA")}
    return {**own, **places, "HOME": folder}


def answer(command: Command, folder: str) -> str:
    """What the command writes to standard output. Raises Failed where it ends with an error."""
    done = subprocess.run(
        list(command.arguments),
        cwd=folder,
        env={**clean_environment(folder), **command.environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise Failed(f"{command.name}: exit code {done.returncode}\n{done.stderr.strip()}")
    return done.stdout


def once(command: Command, folder: str) -> Run:
    """One run, its output thrown away. Raises Failed where it ends with an error."""
    environment = {**clean_environment(folder), **command.environment}
    with tempfile.TemporaryFile() as messages:
        started = time.perf_counter()
        process = subprocess.Popen(
            list(command.arguments),
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=messages,
        )
        if hasattr(os, "wait4"):
            _, status, used = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - started
            process.returncode = os.waitstatus_to_exitcode(status)
            # Linux counts in KiB, macOS in bytes
            memory = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6
            run = Run(seconds, used.ru_utime + used.ru_stime, memory)
        else:
            process.wait()
            run = Run(time.perf_counter() - started, 0.0, 0.0)
        if process.returncode:
            messages.seek(0)
            said = messages.read().decode("utf-8", "replace").strip()
            raise Failed(f"{command.name}: exit code {process.returncode}\n{said}")
    return run


def interleaved(commands: Sequence[Command], folder: str, rounds: int, warm: int = 3) -> dict[str, list[Run]]:
    """``rounds`` runs of each command by its name, in turn, after ``warm`` rounds that are not counted."""
    for _ in range(warm):
        for command in commands:
            once(command, folder)
    runs: dict[str, list[Run]] = {command.name: [] for command in commands}
    for _ in range(rounds):
        for command in commands:
            runs[command.name].append(once(command, folder))
    return runs


def median(runs: Sequence[Run]) -> float:
    """The median time in seconds."""
    return statistics.median(run.seconds for run in runs)


def ratio(runs: Sequence[Run], base: Sequence[Run]) -> float:
    """The ratio of the median times."""
    return median(runs) / median(base)


def pairwise(runs: Sequence[Run], base: Sequence[Run]) -> float:
    """The median of the ratios within each round: what a slow minute does to both drops out."""
    return statistics.median(run.seconds / other.seconds for run, other in zip(runs, base, strict=True))


def processor(runs: Sequence[Run], base: Sequence[Run]) -> float:
    """The ratio of the medians of processor time; 0 where the system does not say."""
    below = statistics.median(run.processor for run in base)
    return statistics.median(run.processor for run in runs) / below if below else 0.0


def report(commands: Sequence[Command], runs: Mapping[str, Sequence[Run]], base: str | None = None) -> bool:
    """Print one line a command against the one named ``base`` (else the first); whether all are within their bars."""
    floor = runs[base or commands[0].name]
    wide = max(len(command.name) for command in commands)
    print(f"{'':{wide}}  {'ms':>7} {'ratio':>7} {'pairs':>7} {'cpu':>7}  bar")
    good = True
    for command in commands:
        own = runs[command.name]
        found = (ratio(own, floor), pairwise(own, floor), processor(own, floor))
        within = command.bar is None or found[0] <= command.bar
        good = good and within
        bar = "" if command.bar is None else f"{command.bar:g}{'' if within else '  MISSED'}"
        figures = " ".join(f"{value:>7.2f}" for value in found)
        print(f"{command.name:{wide}}  {median(own) * 1e3:>7.1f} {figures}  {bar}")
    return good


def machine() -> str:
    """The machine in one line."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    system = f"{platform.system()} {platform.machine()}"
    return f"{os.cpu_count()} processors, Python {platform.python_version()}, {system}{load}"
