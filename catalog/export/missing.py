"""A library that only an export needs and that is not there, told with the line that installs it."""

from __future__ import annotations

from catalog.errors import SettingsError


def library_missing(what: str, library: str, extra: str = "export") -> SettingsError:
    """The error to raise.

    >>> str(library_missing("XLSX", "xlsxwriter"))
    "XLSX needs xlsxwriter; pip install 'vehicle-catalog[export]'"
    """
    return SettingsError(f"{what} needs {library}; pip install 'vehicle-catalog[{extra}]'")
