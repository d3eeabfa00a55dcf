"""Where the spec folders are.

The catalog's own: beside the package in a checkout or editable install, inside it in a wheel. The user's:
``$XDG_DATA_HOME/vehicle-catalog/specs``, read as well where it exists.
"""

from __future__ import annotations

import os
from pathlib import Path

import catalog

APP = "vehicle-catalog"


def shipped() -> Path:
    """The spec folder that came with the package."""
    package = Path(catalog.__file__).resolve().parent
    inside = package / "specs"
    return inside if inside.is_dir() else package.parent / "specs"


def user_folder() -> Path:
    """The user's own spec folder (which need not exist)."""
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / APP / "specs"


def default_roots() -> tuple[Path, ...]:
    """The shipped folder and, where there is one, the user's."""
    own = user_folder()
    return (shipped(), own) if own.is_dir() else (shipped(),)
