"""Spec folders to models: every file read, every cross-reference followed, every fault kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from catalog.errors import Fault, nearest
from catalog.model.claim import Claim, Claims
from catalog.model.plant import Plant
from catalog.model.source import Source
from catalog.model.vehicle import FIELDS, Vehicle
from catalog.reading.files import read_plant, read_sources, read_vehicle
from catalog.reading.toml_file import Locator


@dataclass(frozen=True, slots=True)
class Loaded:
    """What spec folders hold. Vehicles with faults are left out of ``vehicles`` and told in ``faults``."""

    vehicles: Mapping[str, Vehicle]
    plants: Mapping[str, Plant]
    sources: Mapping[str, Source]
    faults: Sequence[Fault]
    files: Mapping[str, Path] = field(default_factory=dict)


def load(roots: Iterable[Path]) -> Loaded:
    """Everything under these spec folders. Later folders may cite the sources and plants of earlier ones."""
    return _Loader(tuple(roots)).load()


class _Loader:
    def __init__(self, roots: tuple[Path, ...]) -> None:
        self.roots = roots
        self.vehicles: dict[str, Vehicle] = {}
        self.plants: dict[str, Plant] = {}
        self.sources: dict[str, Source] = {}
        self.faults: list[Fault] = []
        self.files: dict[str, Path] = {}
        self._shown: dict[str, str] = {}
        self._locators: dict[str, Locator] = {}

    def load(self) -> Loaded:
        for root in self.roots:
            if not root.is_dir():
                self.faults.append(Fault(str(root), None, None, "no such folder", code="folder"))
        for root in self.roots:
            self._sources(root)
        for root in self.roots:
            self._plants(root)
        for root in self.roots:
            self._vehicles(root)
        ordered = {key: self._checked(vehicle) for key, vehicle in sorted(self.vehicles.items())}
        self._aliases(ordered)
        return Loaded(
            {key: vehicle for key, vehicle in ordered.items() if vehicle is not None},
            dict(sorted(self.plants.items())),
            self.sources,
            tuple(sorted(self.faults, key=lambda fault: (fault.file, fault.line or 0))),
            self.files,
        )

    def _name(self, root: Path, path: Path) -> str:
        """A path as messages show it: from the spec folder's parent where there are others to confuse it with."""
        return str(path.relative_to(root.parent)) if path.is_relative_to(root.parent) else str(path)

    def _fault(
        self, key: str, path: tuple[str | int, ...], name: str | None, message: str, hint: str | None = None
    ) -> None:
        self.faults.append(
            Fault(self._shown[key], self._locators[key].line(*path), name, message, hint, code="reference")
        )

    def _sources(self, root: Path) -> None:
        path = root / "sources.toml"
        if not path.is_file():
            return
        shown = self._name(root, path)
        found, faults, locator = read_sources(path, shown)
        self.faults += faults
        for key, source in found.items():
            if key in self.sources:
                self.faults.append(Fault(shown, locator.line(key), key, "this source id is taken by another folder"))
            else:
                self.sources[key] = source

    def _plants(self, root: Path) -> None:
        for path in sorted((root / "plants").glob("*.toml")):
            plant, faults, locator = read_plant(path, self._name(root, path))
            self.faults += faults
            self._shown[f"plant {path.stem}"] = self._name(root, path)
            self._locators[f"plant {path.stem}"] = locator
            if plant is None:
                continue
            if plant.id in self.plants:
                self.faults.append(Fault(self._name(root, path), None, "id", f"there is another plant {plant.id}"))
            self.plants[plant.id] = plant
            self.files[f"plant {plant.id}"] = path
            for claim in plant.claims:
                self._known_sources(f"plant {plant.id}", (claim.field,), claim.field, claim.sources)

    def _vehicles(self, root: Path) -> None:
        for path in sorted((root / "vehicles").glob("*/*.toml")):
            shown = self._name(root, path)
            vehicle, faults, locator = read_vehicle(path, shown)
            self.faults += faults
            if vehicle is None:
                continue
            if vehicle.id in self.vehicles:
                self.faults.append(
                    Fault(shown, None, "id", f"there is another vehicle {vehicle.id}", self._shown[vehicle.id])
                )
                continue
            self.vehicles[vehicle.id] = vehicle
            self.files[vehicle.id] = path
            self._shown[vehicle.id] = shown
            self._locators[vehicle.id] = locator

    def _checked(self, vehicle: Vehicle) -> Vehicle | None:
        """The vehicle with its claims in order of preference, or None where it cites what is not there."""
        before = len(self.faults)
        self._known_sources(vehicle.id, ("sources",), "sources", vehicle.sources)
        for index, plant in enumerate(vehicle.plants):
            if plant not in self.plants:
                self._unknown(vehicle.id, ("plants", index), "plants", "plant", plant, list(self.plants))
        ordered: dict[str, Claims] = {}
        for key in FIELDS:
            claims = vehicle.claims(key)
            for index, claim in enumerate(claims):
                own = tuple(source for source in claim.sources if source not in vehicle.sources)
                self._known_sources(vehicle.id, ("specs", key, index), key, own)
            if len(claims) > 1:
                ordered[key] = Claims(sorted(claims, key=self._preference))
        if len(self.faults) > before:
            return None
        # validated claims in another order: nothing to validate again
        return vehicle.model_copy(update=ordered) if ordered else vehicle

    def _preference(self, claim: Claim) -> tuple[object, ...]:
        """The stated rule: not doubted, preferred, then whole configuration, then kind of source, then the newest."""
        best = min(
            (self.sources[key].preference for key in claim.sources if key in self.sources),
            default=(True, len(self.sources), True),
        )
        newest = max((self.sources[key].date_key for key in claim.sources if key in self.sources), default="")
        return (
            claim.doubt is not None,
            not claim.preferred,
            claim.applies_to is not None,
            best,
            _descending(claim.date or newest),
        )

    def _known_sources(self, key: str, path: tuple[str | int, ...], name: str, sources: Iterable[str]) -> None:
        for source in dict.fromkeys(sources):
            if source not in self.sources:
                self._unknown(key, path, name, "source", source, list(self.sources))

    def _unknown(
        self, key: str, path: tuple[str | int, ...], name: str, what: str, value: str, known: Sequence[str]
    ) -> None:
        offer = nearest(value, known)
        hint = f"did you mean {' or '.join(offer)}?" if offer else None
        where = "specs/sources.toml" if what == "source" else "specs/plants"
        self._fault(key, path, name, f"there is no {what} {value!r} in {where}", hint)

    def _aliases(self, vehicles: Mapping[str, Vehicle | None]) -> None:
        taken = {key: key for key in vehicles}
        for key, vehicle in vehicles.items():
            for alias in vehicle.aliases if vehicle else ():
                other = taken.setdefault(alias, key)
                if other != key:
                    self._fault(key, ("aliases",), "aliases", f"{alias!r} is taken by {other}")


def _descending(date: str) -> tuple[int, ...]:
    """Sorts the newest first, and the undated last: negated code points, so that text order turns round."""
    return tuple(-ord(character) for character in date) or (0,)
