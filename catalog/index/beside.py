"""One question asked of many things by two processes.

The other process begins at the first of them. This one, once it has nothing else to do, begins at the last, until they
meet: so neither waits, on one processor or on many.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

_YES, _NO = b"y", b"n"
_KILL = 9  # signal.SIGKILL, whose import takes longer than all that is here
#: Other processes that were ended, and not yet taken leave of: that takes a while, in which this one may end too.
_ended: list[int] = []


def take_leave() -> None:
    """Let the system forget the processes that were ended."""
    while _ended:
        os.waitpid(_ended.pop(), 0)


class Beside:
    """Whether ``fits`` is true of all ``things``, begun at once. There has to be ``os.fork``.

    Raises OSError where the system lets no further process be.
    """

    def __init__(self, things: Sequence[Any], fits: Callable[[Any], bool]) -> None:
        take_leave()
        self._things = things
        self._fits = fits
        self._answers, answers = os.pipe()
        try:
            self._other = os.fork()
        except OSError:
            os.close(self._answers)
            os.close(answers)
            raise
        if self._other == 0:
            try:
                for thing in things:
                    os.write(answers, _YES if fits(thing) else _NO)
            finally:
                os._exit(0)  # without what the parent has opened, or would say at its end
        os.close(answers)

    def all(self) -> bool:
        """The answer, to be asked for once. The other process is ended then."""
        try:
            return self._all()
        finally:
            os.kill(self._other, _KILL)
            _ended.append(self._other)
            os.close(self._answers)

    def _all(self) -> bool:
        first, last = 0, len(self._things)
        while first < last:
            answers = self._read(wait=last - first == 1)  # the other is at it
            if _NO in answers:
                return False
            first += len(answers)
            if not answers:
                last -= 1
                if not self._fits(self._things[last]):
                    return False
        return True

    def _read(self, wait: bool) -> bytes:
        """What the other has answered since; nothing where it has ended, or there is nothing yet."""
        os.set_blocking(self._answers, wait)
        try:
            return os.read(self._answers, len(self._things))
        except BlockingIOError:
            return b""
