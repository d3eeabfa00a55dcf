"""Where the spec folders are.

The catalog's own: beside the package in a checkout or editable install, inside it in a wheel. The user's:
``$XDG_DATA_HOME/vehicle-catalog/specs``, read as well where it exists.
"""

from __future__ import annotations

import os
from pathlib import Path

APP = "vehicle-catalog"


def shipped() -> Path:
    """The spec folder that came with the package."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "specs"
    return inside if inside.is_dir() else package.parent / "specs"


def data_version() -> str:
    """The version of the shipped data, from its file ``VERSION``."""
    return (shipped() / "VERSION").read_text(encoding="utf-8").strip()


def user_folder() -> Path:
    """The user's own spec folder (which need not exist)."""
    base = Path(os.environ.get("XDG_DATA_HOME", ""))
    # a relative one is to be ignored (XDG Base Directory Specification): it would mean another folder everywhere
    return (base if base.is_absolute() else Path.home() / ".local" / "share") / APP / "specs"


def default_roots() -> tuple[Path, ...]:
    """The shipped folder and, where there is one, the user's."""
    try:
        own = user_folder()
    except RuntimeError:  # no home folder: then there is nothing of the user's to read
        return (shipped(),)
    return (shipped(), own) if own.is_dir() else (shipped(),)
