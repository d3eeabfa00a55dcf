"""Where things are: the shipped spec folder, the user's own, the cache. Paths are plain texts: no ``pathlib``,
whose import is felt on the cold path.

The shipped folder lies beside the package in a checkout or editable install, inside it in a wheel. The user's
folders are those of the XDG Base Directory Specification; one that is relative is to be ignored by it, as it would
mean another folder everywhere.
"""

from __future__ import annotations

import os

APP = "vehicle-catalog"
PACKAGE = os.path.dirname(os.path.abspath(__file__))


def shipped_specs() -> str:
    """The spec folder that came with the package."""
    inside = os.path.join(PACKAGE, "specs")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(PACKAGE), "specs")


def is_checkout() -> bool:
    """Whether the package is run from its source tree, so that its code may change under the same version."""
    return not os.path.isdir(os.path.join(PACKAGE, "specs"))


def user_specs() -> str | None:
    """The user's own spec folder, read besides the shipped one (it need not exist); None without a home."""
    base = _base("XDG_DATA_HOME", ".local/share")
    return os.path.join(base, APP, "specs") if base else None


def cache_folder() -> str | None:
    """Where what can be made again is kept (it need not exist); None without a home."""
    base = _base("XDG_CACHE_HOME", ".cache")
    return os.path.join(base, APP) if base else None


def user_config() -> str | None:
    """Where the user's config file is (it need not exist); None without a home."""
    base, home = os.environ.get("XDG_CONFIG_HOME", ""), _home()
    folder = base or (os.path.join(home, ".config") if home else "")
    return os.path.join(folder, APP) if folder else None


def default_specs() -> tuple[str, ...]:
    """The shipped folder and, where there is one, the user's."""
    own = user_specs()
    return (shipped_specs(), own) if own and os.path.isdir(own) else (shipped_specs(),)


def _base(variable: str, below_home: str) -> str | None:
    base = os.environ.get(variable, "")
    if os.path.isabs(base):
        return base
    home = _home()
    return os.path.join(home, below_home) if home else None


def _home() -> str | None:
    """The user's home; None where there is none, also where it is set to nothing, which would mean the root."""
    home = os.path.expanduser("~")
    return home if os.path.isabs(home) and os.environ.get("HOME", home) else None
