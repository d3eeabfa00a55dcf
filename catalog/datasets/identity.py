"""What a row's vehicle is called and what it is, from the words of its cells; ids of rows that have none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from catalog.datasets.mapping import Map, Rule

#: What the model of a vehicle takes.
MAKE_LENGTH, MODEL_LENGTH, VERSION_LENGTH, BODY_LENGTH = 80, 120, 160, 80
MARKET = re.compile(r"[A-Z]{2}")


def slug(text: str) -> str:
    """A text as a part of an id: letters and digits of any script, hyphens between.

    >>> slug("Škoda Enyaq 85x"), slug("RZ 450e (18\\")")
    ('skoda-enyaq-85x', 'rz-450e-18')
    """
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return re.sub(r"[\W_]+", "-", plain.casefold()).strip("-")


def shortened(text: str, most: int) -> str:
    """A text of at most ``most`` characters; the whole stands in the source's own column."""
    return text if len(text) <= most else f"{text[: most - 3].rstrip()}..."


def version_of(map_: Map, cell: Callable[[str], str | None]) -> str:
    """The version of a row: the parts whose cells have values."""

    def valued(column: str) -> str | None:
        text = cell(column)
        return None if text in map_.nothing_in(column) else text

    parts = [part for template in map_.version if (part := template.fill(valued))]
    return shortened(", ".join(parts), VERSION_LENGTH)


def word_of(rule: Rule, text: str | None) -> str | None:
    """What a rule without conditions says of a cell; empty where the map says that nothing follows from it."""
    if rule.column is None:
        return rule.value
    return None if text is None else rule.words.get(text.casefold())


def ruled(rules: Sequence[Rule], cell: Callable[[str], str | None], raw: Callable[[str], str | None]) -> str | None:
    """The first word that a list of rules has for a row."""
    for rule in rules:
        if all(condition.holds(raw) for condition in rule.when) and (
            word := word_of(rule, cell(rule.column) if rule.column else None)
        ):
            return word
    return None


def markets_in(text: str) -> tuple[str, ...]:
    """The markets that a cell names, separated by commas, spaces or semicolons; what is no market is left out."""
    return tuple(dict.fromkeys(part for part in re.split(r"[\s,;|]+", text.upper()) if MARKET.fullmatch(part)))


def members(markets: Iterable[str]) -> str | None:
    """Markets as the wide table has them: each between commas."""
    joined = ",".join(markets)
    return f",{joined}," if joined else None
