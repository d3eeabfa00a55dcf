"""Reading spec folders: TOML text to checked models, every fault with its file and line."""

from __future__ import annotations

from catalog.reading.folder import Loaded, load
from catalog.reading.roots import data_version, default_roots, shipped, user_folder

__all__ = ["Loaded", "data_version", "default_roots", "load", "shipped", "user_folder"]
