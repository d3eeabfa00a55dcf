"""Records made from a few lines, and a drawing taken apart again."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest

from catalog.drawing import Drawing
from catalog.model import Record, Vehicle

Make = Callable[..., Record]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="session")
def make() -> Make:
    """``make("a", length="5 m")`` is a record; keyword arguments are spec fields or identity."""

    def build(name: str = "van", **values: Any) -> Record:
        identity: dict[str, Any] = {"vehicle_type": "van", "sources": ["one"], "make": "Make", "model": name.upper()}
        for key in ("vehicle_type", "body", "rest", "version", "make", "model"):
            if key in values:
                identity[key] = values.pop(key)
        return Vehicle.model_validate({"id": name, **identity, "specs": values}).record()

    return build


class Parsed:
    """A picture as a program sees it: parsed as XML, its parts measured in pixels and in millimetres."""

    def __init__(self, drawing: Drawing) -> None:
        self.root = ElementTree.fromstring(drawing.svg.encode())
        self.scale = float(self.root.attrib["data-scale"]) / 1000
        self.text = "\n".join("".join(element.itertext()) for element in self.root.iter(f"{SVG}text"))

    def parts(self, part: str, view: str | None = None, vehicle: str | None = None) -> list[ElementTree.Element]:
        """The elements that draw a part, in one view and of one vehicle."""
        found = []
        for group in self.root.iter(f"{SVG}g"):
            if group.get("data-vehicle") is None or group.get("data-view") is None:
                continue
            if view in (None, group.get("data-view")) and vehicle in (None, group.get("data-vehicle")):
                found += [element for element in group.iter() if element.get("data-part") == part]
        return found

    def size(self, element: ElementTree.Element) -> tuple[float, float]:
        """Width and height of what a path draws, in millimetres."""
        points = corners(element.attrib["d"])
        across, up = [x for x, _ in points], [y for _, y in points]
        return (max(across) - min(across)) / self.scale, (max(up) - min(up)) / self.scale

    def rows(self, field: str, vehicle: str | None = None) -> list[ElementTree.Element]:
        """The dimension lines of a field."""
        groups = [group for group in self.root.iter(f"{SVG}g") if group.get("data-row") == field]
        return [group for group in groups if vehicle in (None, group.get("data-vehicle"))]

    def ground(self, view: str) -> float:
        """The ground line of a view, in pixels."""
        (line,) = [
            element
            for group in self.root.iter(f"{SVG}g")
            if group.get("data-panel") == view
            for element in group
            if element.get("data-part") == "ground"
        ]
        return corners(line.attrib["d"])[0][1]


def corners(data: str) -> list[tuple[float, float]]:
    """All points of path data that is made of M, L, Q and Z with absolute coordinates."""
    assert set(re.findall("[A-Za-z]", data)) <= set("MLQZ")
    numbers = [float(text) for text in re.findall(r"-?\d+(?:\.\d+)?", data)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))
