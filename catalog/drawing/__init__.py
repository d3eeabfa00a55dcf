"""Vehicles to scale: side, front and top outlines as SVG, from published dimensions alone, and fit tests.

``draw(records, options)`` is a pure function of both; what it says in the picture it also gives as text and as data.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from catalog.drawing.fit_test import FitTest, read_fit
    from catalog.drawing.options import DrawingOptions, options_of_query, read_options
    from catalog.drawing.picture import Drawing, draw, verdicts
    from catalog.drawing.subject import DRAWN
    from catalog.drawing.verdict import Outcome, Part, Verdict, fits_document

_HOME = {
    "DRAWN": "subject",
    "Drawing": "picture",
    "DrawingOptions": "options",
    "FitTest": "fit_test",
    "Outcome": "verdict",
    "Part": "verdict",
    "Verdict": "verdict",
    "draw": "picture",
    "fits_document": "verdict",
    "options_of_query": "options",
    "read_fit": "fit_test",
    "read_options": "options",
    "verdicts": "picture",
}
__all__ = [
    "DRAWN",
    "Drawing",
    "DrawingOptions",
    "FitTest",
    "Outcome",
    "Part",
    "Verdict",
    "draw",
    "fits_document",
    "options_of_query",
    "read_fit",
    "read_options",
    "verdicts",
]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        from importlib import import_module

        return getattr(import_module(f"catalog.drawing.{_HOME[name]}"), name)
    raise AttributeError(f"module 'catalog.drawing' has no attribute {name!r}")
