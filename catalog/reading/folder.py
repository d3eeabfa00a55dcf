"""Spec folders to models: every file read, every cross-reference followed, every fault kept."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from catalog.errors import Fault
from catalog.model.plant import Plant
from catalog.model.source import Source
from catalog.model.vehicle import Vehicle
from catalog.plain import dataclass, field
from catalog.reading.files import read_plant, read_sources, read_vehicle
from catalog.reading.page import Page, legible
from catalog.reading.preference import in_order
from catalog.reading.references import References

_PLACES = {"vehicles": "<make>/<name>.toml", "plants": "<plant>.toml"}


@dataclass(frozen=True, slots=True)
class Loaded:
    """What spec folders hold. What has faults is left out of ``vehicles`` and told in ``faults``."""

    vehicles: Mapping[str, Vehicle]
    plants: Mapping[str, Plant]
    sources: Mapping[str, Source]
    faults: Sequence[Fault]
    files: Mapping[str, Path] = field(default_factory=dict)


def load(roots: Iterable[Path]) -> Loaded:
    """Everything under these spec folders. Files may cite the sources and plants of each of them."""
    loader = _Loader(list(dict.fromkeys(roots)))
    for root in loader.roots:
        loader.read_root(root)
    for root in loader.folders:
        loader.read_sources(root)
    for root in loader.folders:
        loader.read_plants(root)
    for root in loader.folders:
        loader.read_vehicles(root)
    return loader.loaded()


class _Loader:
    def __init__(self, roots: Sequence[Path]) -> None:
        self.roots = roots
        self.folders = [root for root in roots if root.is_dir()]
        self.pages: list[Page] = []
        self.files: dict[str, Path] = {}
        self.vehicles: dict[str, tuple[Vehicle, Page]] = {}
        self.plants: dict[str, Plant] = {}
        self.references = References()
        self._aliases: dict[str, str] = {}

    def read_root(self, root: Path) -> None:
        """Say what is wrong with the folder itself, and which files of it are not read."""
        page = self._page(Page(legible(str(root), 4096)))
        if not root.is_dir():
            page.say((), None, "not a folder" if root.exists() else "no such folder", code="folder")
            return
        try:
            names = {entry.name for entry in root.iterdir()}
        except OSError as error:
            page.say((), None, f"cannot be read: {error.strerror}", code="folder")
            return
        if names and not names & {"vehicles", "plants", "sources.toml"}:
            page.say((), None, "not a spec folder", "which holds vehicles/, plants/ or sources.toml", code="folder")
        for path in _strays(root):
            stray = self._page(Page(self._shown(root, path)))
            right = f"{path.relative_to(root).parts[0]}/{_PLACES[path.relative_to(root).parts[0]]}"
            stray.say((), None, "is not read, as it is not in its place", f"which is {right}", code="place")

    def read_sources(self, root: Path) -> None:
        path = root / "sources.toml"
        if not os.path.lexists(path):
            return
        found, page = read_sources(path, self._shown(root, path))
        self._page(page)
        if page.unread:
            self.references.without_sources(page)
        for key, source in found.items():
            if first := self.references.add_source(key, source, page):
                page.say((key,), key, "there is another source of this id", f"see {first}", code="id")

    def read_plants(self, root: Path) -> None:
        for path in _named(root, "plants/*.toml"):
            plant, page = read_plant(path, self._shown(root, path))
            self._page(page)
            if first := self.references.add_plant(path.stem, page):
                page.say((), "id", f"there is another plant {path.stem}", f"see {first}", code="id")
            elif plant is not None and self.references.check_plant(plant, page):
                self.plants[plant.id] = plant
                self.files[f"plant {plant.id}"] = path
            if plant is None or plant.id not in self.plants:
                self.references.without_plant(path.stem)

    def read_vehicles(self, root: Path) -> None:
        for path in _named(root, "vehicles/*/*.toml"):
            vehicle, page = read_vehicle(path, self._shown(root, path))
            self._page(page)
            if vehicle is None:
                continue
            if vehicle.id in self.vehicles:
                first = self.vehicles[vehicle.id][1].shown
                page.say((), "id", f"there is another vehicle {vehicle.id}", f"see {first}", code="id")
                continue
            self.vehicles[vehicle.id] = vehicle, page
            self.files[vehicle.id] = path

    def loaded(self) -> Loaded:
        right = {
            key: in_order(vehicle, self.references.sources)
            for key, (vehicle, page) in sorted(self.vehicles.items())
            if self.references.check_vehicle(vehicle, page) and self._aliases_free(vehicle, page)
        }
        self.references.tell_left_out()
        faults = [fault for page in self.pages for fault in page.faults]
        return Loaded(
            right,
            dict(sorted(self.plants.items())),
            self.references.sources,
            tuple(sorted(faults, key=lambda fault: (fault.file, fault.line or 0, fault.field or ""))),
            self.files,
        )

    def _aliases_free(self, vehicle: Vehicle, page: Page) -> bool:
        free = True
        for index, alias in enumerate(vehicle.aliases):
            taken = alias if alias in self.vehicles else self._aliases.setdefault(alias, vehicle.id)
            if taken != vehicle.id:
                page.say(("aliases", index), "aliases", f"{alias!r} is taken by {taken}", code="id")
                free = False
        return free

    def _page(self, page: Page) -> Page:
        self.pages.append(page)
        return page

    def _shown(self, root: Path, path: Path) -> str:
        """A path as messages show it: from the spec folder's parent, in full where two folders have one name."""
        if sum(other.name == root.name for other in self.roots) > 1 or not path.is_relative_to(root.parent):
            return legible(str(path), 4096)
        return legible(str(path.relative_to(root.parent)), 4096)


def _named(root: Path, pattern: str) -> list[Path]:
    """Files in order of their names, without hidden ones (an editor's and the Finder's)."""
    found = (path for path in root.glob(pattern) if path.suffix == ".toml")
    return sorted(path for path in found if not any(part.startswith(".") for part in path.relative_to(root).parts))


def _strays(root: Path) -> Iterator[Path]:
    """TOML files in the folders of vehicles and plants, but too high or too deep in them to be read."""
    for folder, place in _PLACES.items():
        for parent, folders, files in os.walk(root / folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(files):
                path = Path(parent, name)
                deep = len(path.relative_to(root / folder).parts) == place.count("/") + 1
                if (
                    path.suffix.casefold() == ".toml"
                    and not name.startswith(".")
                    and not (deep and path.suffix == ".toml")
                ):
                    yield path
