"""The spec folders that are read where none are named, and the version of the shipped data."""

from __future__ import annotations

from pathlib import Path

from catalog.places import default_specs, shipped_specs, user_specs


def shipped() -> Path:
    """The spec folder that came with the package."""
    return Path(shipped_specs())


def user_folder() -> Path:
    """The user's own spec folder (which need not exist). Raises RuntimeError where the user has no home."""
    own = user_specs()
    if own is None:
        raise RuntimeError("the user has no home folder")
    return Path(own)


def default_roots() -> tuple[Path, ...]:
    """The shipped folder and, where there is one, the user's."""
    return tuple(map(Path, default_specs()))


def data_version() -> str:
    """The version of the shipped data, from its file ``VERSION``."""
    return (shipped() / "VERSION").read_text(encoding="utf-8").strip()
