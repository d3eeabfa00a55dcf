"""Vehicles made from a few lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from catalog.model import Vehicle

Build = Callable[..., Vehicle]


@pytest.fixture
def build() -> Build:
    """``build(payload="1230 kg")`` is a vehicle with one source; ``identity`` replaces parts of it."""

    def make(identity: dict[str, Any] | None = None, **specs: Any) -> Vehicle:
        data = {"id": "acme-van", "make": "Acme", "model": "Van", "vehicle_type": "van", "sources": ["brochure"]}
        return Vehicle.model_validate({**data, **(identity or {}), "specs": specs})

    return make
