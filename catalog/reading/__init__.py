"""Reading spec folders: TOML text to checked models, every fault with its file and line."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.reading.folder import Loaded, load
    from catalog.reading.roots import data_version, default_roots, shipped, user_folder

_HOME = {
    "Loaded": "folder",
    "data_version": "roots",
    "default_roots": "roots",
    "load": "folder",
    "shipped": "roots",
    "user_folder": "roots",
}
__all__ = ["Loaded", "data_version", "default_roots", "load", "shipped", "user_folder"]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        from importlib import import_module

        return getattr(import_module(f"catalog.reading.{_HOME[name]}"), name)
    raise AttributeError(f"module 'catalog.reading' has no attribute {name!r}")
