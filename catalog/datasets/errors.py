"""What can go wrong between a publisher's file and a data set, as errors that say what to do."""

from __future__ import annotations

from collections.abc import Sequence

from catalog.errors import CatalogError, Fault


class MapError(CatalogError):
    """A map with faults, or one that does not fit the file. ``faults`` holds all of them."""

    exit_code = 2

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        count = len(self.faults)
        head = f"{count} fault{'s' if count != 1 else ''} in the map:"
        return "\n".join([head, *(f"  {fault}" for fault in self.faults)])


class FileRefused(CatalogError):
    """A file that is not imported at all: over a limit, of no known format, without the columns it must have.

    ``file`` is its name, ``reason`` what is wrong and what to do about it.
    """

    def __init__(self, file: str, reason: str) -> None:
        self.file = file
        self.reason = reason
        super().__init__(file, reason)

    def __str__(self) -> str:
        return f"{self.file}: {self.reason}"


class DataSetDamaged(CatalogError):
    """A stored data set is not what the import wrote. Nothing is read from it; import the file again."""

    http_status = 503

    def __init__(self, name: str, reason: str) -> None:
        self.name = name
        self.reason = reason
        super().__init__(name, reason)

    def __str__(self) -> str:
        return f"data set {self.name} is damaged: {self.reason}; import its file again"


class LibraryMissing(CatalogError):
    """A library that only imports need is not installed."""

    exit_code = 2

    def __init__(self, library: str) -> None:
        self.library = library
        super().__init__(library)

    def __str__(self) -> str:
        return f"imports need {self.library}; pip install 'vehicle-catalog[import]'"
