"""Arbitrary documents: whatever stands in a spec folder, ``load`` gives faults and raises nothing."""

from __future__ import annotations

import datetime
import json
import math
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.errors import Fault
from catalog.model import FIELDS, IDENTITY, Plant, Source
from catalog.model.parse import CLAIM_KEYS
from catalog.model.qualifiers import QUALIFIERS
from catalog.reading import Loaded, load
from tests.reading.conftest import HEAD, SOURCES

VALID = Path(__file__).parent / "fixtures" / "valid" / "every-form"

TEXTS = st.one_of(
    st.sampled_from(
        ["", "5 m", "up to 3 t", "2.5-3 t", "250 N m", "104 kWh", "154 hp", "317 km", "not published", "wltp", "maker", "town",
         "truck", "N2", "manufacturer", "plan", "2024", "2024-Q1", "DE", "LFP", "215/75 R16C", "0 mpg(US)", "0-5 mpg(UK)", "$ 5"]
    ),
    st.text(max_size=12),
    st.from_regex(r"(up to |ca\. |≥ )?\d{1,4}([.,]\d{1,3})?(-\d{1,3})? ?(km|kg|kWh|mpg|hp|%|°|h|mi)?", fullmatch=True),
)  # fmt: skip
SCALARS = st.one_of(
    TEXTS,
    st.booleans(),
    st.integers(),
    st.floats(),
    st.dates(),
    st.times(),
    st.datetimes(),
    st.integers(10**18, 10**22),
)
KEYS = st.one_of(
    st.sampled_from([*FIELDS]),
    st.sampled_from([*IDENTITY, *Plant.model_fields, *Source.model_fields]),
    st.sampled_from(
        [*CLAIM_KEYS, *QUALIFIERS, "claim", "specs", "period", "what", "stated", "__class__", "model_config"]
    ),
    st.text(max_size=6),
)
VALUES = st.one_of(
    SCALARS,
    st.recursive(
        SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=5
    ),
)


def table(known: Iterable[str], most: int = 4, **right: Any) -> st.SearchStrategy[dict[str, Any]]:
    """A table with a few of these keys, each of anything; ``right`` ones are mostly there and mostly right."""
    some = st.dictionaries(st.sampled_from([*known]), VALUES, max_size=most)
    rights = st.fixed_dictionaries({}, optional={key: st.just(value) for key, value in right.items()})
    return st.builds(lambda wrong, good: {**wrong, **good}, some, rights)


CLAIM = st.one_of(
    TEXTS,
    table([*CLAIM_KEYS, *QUALIFIERS], value="5 m"),
    st.builds(lambda text, more: {"value": text, **more}, TEXTS, table([*QUALIFIERS], 2, note="why")),
    VALUES,
)
CLAIMS = st.one_of(CLAIM, st.lists(CLAIM, max_size=3))
SPECS = st.dictionaries(st.sampled_from([*FIELDS]), CLAIMS, max_size=4)
VEHICLE = st.builds(
    lambda identity, specs: {**identity, "specs": specs},
    table(
        [*IDENTITY, "length", "nothing"],
        make="Acme",
        model="Van",
        vehicle_type="van",
        sources=["maker"],
        plants=["town"],
    ),
    st.one_of(SPECS, st.dictionaries(KEYS, CLAIMS, max_size=3), VALUES),
)
ENTRY = table([*CLAIM_KEYS, "period", "what", "stated", "claim"], period="2024", what="plan", value="5")
PLANT = st.builds(
    lambda identity, output, facts: {**identity, "output": output, "facts": facts},
    table(Plant.model_fields, name="Works", place="Town", country="DE", sources=["maker"]),
    st.one_of(st.lists(ENTRY, max_size=2), VALUES),
    st.one_of(st.lists(ENTRY, max_size=2), VALUES),
)
SOURCE = table(Source.model_fields, publisher="Acme", title="List", kind="press")


def toml(value: Any) -> str:
    """A value as TOML on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{toml(str(key))} = {toml(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(toml(entry) for entry in value)}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, float):
        return repr(value) if math.isfinite(value) else str(value)
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def document(data: dict[str, Any]) -> str:
    """Data as a file: scalars first, then a table for each table."""
    plain = [f"{toml(key)} = {toml(value)}" for key, value in data.items() if not isinstance(value, dict)]
    tables = [(key, value) for key, value in data.items() if isinstance(value, dict)]
    for key, table in tables:
        plain += ["", f"[{toml(key)}]", *(f"{toml(inner)} = {toml(value)}" for inner, value in table.items())]
    return "\n".join(plain)


@contextmanager
def folder_of(files: dict[str, str | bytes]) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        for path, content in files.items():
            target = Path(name) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content if isinstance(content, bytes) else content.encode())
        yield Path(name)


def check(loaded: Loaded, folder: Path) -> None:
    """Faults that can be shown, with lines that there are."""
    for fault in loaded.faults:
        assert isinstance(fault, Fault)
        assert str(fault).isprintable()
        assert str(fault).encode()
        if fault.line is not None:
            text = (folder.parent / fault.file).read_bytes().decode("utf-8-sig", "replace")
            assert 1 <= fault.line <= text.count("\n") + 1


def test_what_the_tests_write_is_what_they_mean() -> None:
    data = {"a": 'x"\\\x7f\u2028', "b": [1.5, True, {"c d": []}], "e": {"f": datetime.date(2024, 3, 24)}}
    assert tomllib.loads(document(data)) == data


@settings(deadline=None, max_examples=200)
@given(VEHICLE)
def test_a_vehicle_of_anything(data: dict[str, Any]) -> None:
    with folder_of({"sources.toml": SOURCES, "vehicles/acme/van.toml": document(data)}) as folder:
        loaded = load([folder])
        check(loaded, folder)
        assert bool(loaded.vehicles) != bool(loaded.faults)


@settings(deadline=None, max_examples=200)
@given(SPECS)
def test_specs_of_anything(specs: dict[str, Any]) -> None:
    """As above with a right identity, so that what is wrong is the claims, and some are right."""
    with folder_of({"sources.toml": SOURCES, "vehicles/acme/van.toml": HEAD + document({"specs": specs})}) as folder:
        loaded = load([folder])
        check(loaded, folder)
        assert bool(loaded.vehicles) != bool(loaded.faults)
        for vehicle in loaded.vehicles.values():
            assert set(specs) == set(vehicle.record().claims)
            for claims in vehicle.record().claims.values():
                for claim in claims:
                    assert claim.reading is None or all(math.isfinite(end) for end in claim.reading.canonical)


@settings(deadline=None, max_examples=200)
@given(PLANT, st.dictionaries(KEYS, st.one_of(SOURCE, VALUES), max_size=3))
def test_plants_and_sources_of_anything(plant: dict[str, Any], sources: dict[str, Any]) -> None:
    files: dict[str, str | bytes] = {"sources.toml": document(sources), "plants/town.toml": document(plant)}
    with folder_of({**files, "vehicles/acme/van.toml": HEAD}) as folder:
        loaded = load([folder])
        check(loaded, folder)
        assert set(loaded.sources) <= set(sources)
        assert loaded.faults  # the van cites a source that the file does not have, or that has faults


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=60), st.binary(max_size=60), st.binary(max_size=60))
def test_files_of_any_bytes(vehicle: bytes, plant: bytes, sources: bytes) -> None:
    with folder_of({"sources.toml": sources, "plants/town.toml": plant, "vehicles/acme/van.toml": vehicle}) as folder:
        check(load([folder]), folder)


@settings(deadline=None, max_examples=200)
@given(st.data())
def test_a_right_file_with_a_piece_cut_out_or_put_in(data: st.DataObject) -> None:
    """What a slip of an editor makes of a file."""
    names = ("vehicles/acme/van.toml", "plants/acme-town.toml", "sources.toml")
    texts = {name: (VALID / name).read_text(encoding="utf-8") for name in names}
    name = data.draw(st.sampled_from(names))
    text = texts[name]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(start + 40, len(text))))
    piece = data.draw(st.one_of(st.just(""), st.text("\"'[]{}=.,#\n a1", max_size=4), st.text(max_size=3)))
    with folder_of({**texts, name: text[:start] + piece + text[end:]}) as folder:
        loaded = load([folder])
        check(loaded, folder)
        assert loaded.faults or loaded.vehicles
