"""Spec folders made from a few lines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from catalog.errors import Fault
from catalog.reading import Loaded, load

SOURCES = """
[maker]
publisher = "Acme"
title = "Price list"
date = "2024"
kind = "manufacturer"
"""
HEAD = """make = "Acme"
model = "Van"
vehicle_type = "van"
sources = ["maker"]
"""

Folder = Callable[..., Path]
Read = Callable[..., Loaded]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """``folder({"vehicles/acme/van.toml": ...}, name="specs")`` writes a spec folder with one source, ``maker``."""

    def build(files: dict[str, str | bytes], name: str = "specs") -> Path:
        root = tmp_path / name
        for path, content in {"sources.toml": SOURCES, **files}.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content if isinstance(content, bytes) else content.encode())
        return root

    return build


@pytest.fixture
def read(folder: Folder) -> Read:
    """``read("length = ...")`` loads one van with these lines under [specs]; ``head`` stands above them."""

    def build(specs: str = "", head: str = HEAD, sources: str = SOURCES) -> Loaded:
        return load([folder({"sources.toml": sources, "vehicles/acme/van.toml": f"{head}\n[specs]\n{specs}"})])

    return build


@pytest.fixture
def head() -> str:
    """The four lines that open a spec file (the fifth is free)."""
    return HEAD


@pytest.fixture
def texts() -> Callable[[Loaded], list[str]]:
    """The faults of what was loaded, as a user reads them."""

    def of(loaded: Loaded) -> list[str]:
        assert all(isinstance(fault, Fault) for fault in loaded.faults)
        return [str(fault) for fault in loaded.faults]

    return of
