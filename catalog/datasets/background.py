"""One call in a thread of its own: reading a file takes no interpreter time for most of its length."""

from __future__ import annotations

import threading
from collections.abc import Callable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import Any


class Thread:
    """``with Thread(function, *arguments) as call`` runs it beside the block; ``call.result()`` is what it returned.

    An error of the function is raised by ``result``.
    """

    def __init__(self, function: Callable[..., Any], *arguments: Any) -> None:
        self._function = function
        self._arguments = arguments
        self._found: Any = None
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)

    def _run(self) -> None:
        try:
            self._found = self._function(*self._arguments)
        except BaseException as error:
            self._error = error

    def start(self) -> None:
        """Begin, without a block."""
        self._thread.start()

    def __enter__(self) -> Thread:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._thread.join()

    def result(self) -> Any:
        """What the function returned, once it has. Raises what it raised."""
        self._thread.join()
        if self._error is not None:
            raise self._error
        return self._found
