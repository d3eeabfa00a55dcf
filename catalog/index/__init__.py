"""The index: what the spec files say, in two files of the user's cache that are made anew when they change.

Text is the truth and the index follows from it: it is deleted without loss. Who reads it needs neither the models
nor the units, so that a command answers in a few hundredths of a second.

- ``store``: the tables that are searched, and the parts that are looked up;
- ``parts``: a file of parts, each found by its name and with its own checksum; ``packing``: claims and records in them;
- ``build``: from loaded spec files to the tables;
- ``check`` and ``freshness``: whether it is undamaged, and whether the files are still those that it was made from;
  ``ahead`` begins that before a command is imported, and ``beside`` does it in a process of its own;
- ``place`` and ``keeping``: where it lies, atomic replacement, many processes at once, a cache that cannot be written;
- ``index``: reading it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.index.index import Index
    from catalog.index.keeping import in_memory, open_index

_HOME = {"Index": "index", "in_memory": "keeping", "open_index": "keeping"}
__all__ = ["Index", "in_memory", "open_index"]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        from catalog.plain import module

        return getattr(module(f"catalog.index.{_HOME[name]}"), name)
    raise AttributeError(f"module 'catalog.index' has no attribute {name!r}")
