"""Records made from a few lines, through the same models as the spec files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from catalog.model import Record, Vehicle

Make = Callable[..., Record]


@pytest.fixture
def make() -> Make:
    """``make("a", payload="1230 kg")`` is a record; keyword arguments are spec fields or identity."""

    def build(name: str, **values: Any) -> Record:
        identity = {"vehicle_type": "van", "powertrain": "battery electric", "sources": ["one"]}
        for key in ("vehicle_type", "powertrain", "rest", "version", "markets"):
            if key in values:
                identity[key] = values.pop(key)
        data = {"id": name, "make": "Make", "model": name.upper(), **identity, "specs": values}
        return Vehicle.model_validate(data).record()

    return build
