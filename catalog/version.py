"""The version of the package; that of the data stands in ``specs/VERSION``."""

__version__ = "0.1.0"
