"""What a page says, as a browser reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import html5lib


def parse(text: str) -> tuple[Element, list[Any]]:
    """The document, and what is wrong with its HTML."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    return parser.parse(text), parser.errors


def tree(text: str) -> Element:
    return parse(text)[0]


def text_of(element: Element) -> str:
    """The text of an element, spaces folded."""
    return " ".join("".join(element.itertext()).split())


def by_class(element: Element, name: str) -> Iterator[Element]:
    """The elements of a class."""
    return (one for one in element.iter() if name in one.get("class", "").split())


def one(element: Element, name: str) -> Element:
    """The first element of a class."""
    return next(by_class(element, name))


def links(element: Element) -> list[str]:
    """Where its links lead."""
    return [address for one in element.iter("a") if (address := one.get("href"))]
