"""What files cite of each other: sources and plants.

A file that cites what has faults itself is left out with it, and that is told once, where the fault is: whoever mends
it has nothing to do in the files that cite it.
"""

from __future__ import annotations

from collections.abc import Iterable

from catalog.model.claim import Claim
from catalog.model.fields import FIELDS
from catalog.model.plant import Plant
from catalog.model.source import Source
from catalog.model.vehicle import Vehicle
from catalog.reading.faults import offer
from catalog.reading.locator import Path
from catalog.reading.page import Page


class References:
    """The sources and plants there are, those that have faults, and who cites those."""

    def __init__(self) -> None:
        self.sources: dict[str, Source] = {}
        self._pages: dict[tuple[str, str], Page] = {}  # every source and plant there is, with its file
        self._broken: set[tuple[str, str]] = set()
        self._waiting: dict[tuple[str, str], set[str]] = {}  # the files that cite what is broken
        self._unread: Page | None = None

    def add_source(self, key: str, source: Source | None, page: Page) -> str | None:
        """Note a source (None: it has faults). The file of another of this id, where there is one."""
        if other := self._pages.get(("source", key)):
            return other.shown
        self._pages["source", key] = page
        if source is None:
            self._broken.add(("source", key))
        else:
            self.sources[key] = source
        return None

    def add_plant(self, key: str, page: Page) -> str | None:
        """Note a plant. The file of another of this id, where there is one."""
        if other := self._pages.get(("plant", key)):
            return other.shown
        self._pages["plant", key] = page
        return None

    def without_plant(self, key: str) -> None:
        """Note that a plant has faults."""
        self._broken.add(("plant", key))

    def without_sources(self, page: Page) -> None:
        """Note a file of sources that cannot be read: any source may stand in it."""
        self._unread = page

    def check_plant(self, plant: Plant, page: Page) -> bool:
        """Whether all sources of a plant are there; says which are not."""
        right = self._check_list(plant.sources, page)
        claims = [
            *((("output", index), entry.claim) for index, entry in enumerate(plant.output)),
            *((("facts", index), entry.claim) for index, entry in enumerate(plant.facts)),
        ]
        for path, claim in claims:
            right &= self._check_claim(claim, plant.sources, page, path)
        return right

    def check_vehicle(self, vehicle: Vehicle, page: Page) -> bool:
        """Whether all sources and plants of a vehicle are there; says which are not."""
        right = self._check_list(vehicle.sources, page)
        for index, plant in enumerate(vehicle.plants):
            right &= self._check("plant", plant, page, ("plants", index), "plants")
        for key in FIELDS:
            for index, claim in enumerate(vehicle.claims(key)):
                right &= self._check_claim(claim, vehicle.sources, page, ("specs", key, index))
        return right

    def tell_left_out(self) -> None:
        """Say of each thing with faults how many files are left out with it."""
        for (what, key), files in self._waiting.items():
            count = "1 file cites it and is" if len(files) == 1 else f"{len(files)} files cite it and are"
            message = f"{count} left out until this is mended"
            page = self._pages.get((what, key)) or self._unread
            assert page is not None
            named = what == "source" and (what, key) in self._pages
            page.say((key,) if named else (), key if named else None, message, code="left out")

    def _check_list(self, sources: Iterable[str], page: Page) -> bool:
        found = [self._check("source", key, page, ("sources", index), "sources") for index, key in enumerate(sources)]
        return all(found)

    def _check_claim(self, claim: Claim, default: tuple[str, ...], page: Page, path: Path) -> bool:
        own = [key for key in claim.sources if key not in default and not self._is_right("source", key)]
        if not own:
            return True
        path = path if page.locator.holds(*path) else path[:-1]  # a single value is no list
        at = "source" if page.locator.holds(*path, "source") else "sources"
        found = [self._check("source", key, page, (*path, at), claim.field) for key in own]
        return all(found)

    def _is_right(self, what: str, key: str) -> bool:
        return (what, key) in self._pages and (what, key) not in self._broken

    def _check(self, what: str, key: str, page: Page, path: Path, name: str) -> bool:
        if self._is_right(what, key):
            return True
        cited = (what, key)
        if cited in self._broken or (what == "source" and self._unread):
            told = cited if cited in self._broken else (what, "")
            self._waiting.setdefault(told, set()).add(page.shown)
            return False
        known = [entry for kind, entry in self._pages if kind == what]
        add = "add it to sources.toml" if what == "source" else f"add plants/{key}.toml"
        page.say(path, name, f"there is no {what} {key!r}", offer(key, known) or add, code="reference")
        return False
