"""How far a command is that takes its time: a bar on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

#: Told what is being done, and which share of the whole is done.
Progress = Callable[[str, float], None]

#: Seconds before a bar is drawn, and between two drawings.
_DELAY, _EVERY = 1.0, 0.2


@contextmanager
def progress_bar(name: str) -> Iterator[Progress]:
    """A bar on a terminal for what takes over a second; nothing anywhere else, or where tqdm is not installed."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda step, share: None
        return
    import threading

    try:
        from tqdm import tqdm
    except ImportError:
        yield lambda step, share: None
        return
    now: list[tuple[str, float]] = [("reading", 0.0)]
    done = threading.Event()

    def draw() -> None:
        if done.wait(_DELAY):
            return
        with tqdm(total=100, leave=False, file=sys.stderr, bar_format="{desc} {bar} {elapsed}") as bar:
            while True:
                step, share = now[0]
                bar.n = 100 * share
                bar.set_description(f"{name}: {step}")
                if done.wait(_EVERY):
                    return

    def progress(step: str, share: float) -> None:
        now[0] = step, share

    drawer = threading.Thread(target=draw, daemon=True)
    drawer.start()
    try:
        yield progress
    finally:
        done.set()
        drawer.join()
