"""What the commands print of the fixture catalog, held to files that were read before they were kept.

``pytest --update-goldens`` writes them anew.
"""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.cli.conftest import Run
from tests.conftest import GOLDENS

ALL = ("acme-e-van-75", "citroen-e-hauler-50", "tianma-d9-7-5-t", "evil-sons-script", "quiet-secret")
VANS = ("compare", *ALL[:2])
OUTPUTS: dict[str, tuple[str, ...]] = {
    "compare-40.txt": (*VANS, "--width", "40"),
    "compare-80.txt": ("compare", *ALL),
    "compare-200.txt": ("compare", *ALL, "--width", "200"),
    "compare-compact.txt": (*VANS, "--compact"),
    "compare-baseline.txt": (*VANS, "--baseline", "citroen-e-hauler-50"),
    "compare-us.txt": ("compare", *ALL[:4], "--units", "us", "--no-derived", "--width", "110"),
    "compare-grid.txt": (*VANS, "--fields", "masses,range", "--format", "rounded_grid"),
    "compare.md": ("compare", *ALL, "--format", "md"),
    "compare.html": ("compare", *ALL, "--format", "html"),
    "compare.csv": ("compare", *ALL, "--format", "csv"),
    "compare.json": (*VANS, "--baseline", "citroen-e-hauler-50", "--format", "json"),
    "compare.jsonl": (*VANS, "--format", "jsonl"),
    "compare.svg": (
        "compare",
        *ALL,
        "--format",
        "svg",
        "--fit",
        "garage=2.4m",
        "--fit",
        "lane=2.2m",
        "--fit",
        "pallet=1200x800mm",
    ),
    "compare-beside.svg": (
        "compare",
        *ALL[:3],
        "--format",
        "svg",
        "--arrange",
        "beside",
        "--units",
        "us",
        "--fit",
        "ferry=7x2.5m",
        "--picture-width",
        "375",
    ),
    "compare-fits.txt": ("compare", *ALL[:3], "--fields", "dimensions", "--fit", "garage=2.4m"),
    "compare.jsonld": ("compare", *ALL[3:], "--format", "jsonld"),
    "list-80.txt": ("list",),
    "list-200.txt": ("list", "--width", "200"),
    "list-columns.txt": ("list", "--columns", "id,version,markets,price,fuel_consumption,claims", "--unit", "mass=lb"),
    "list-counts.txt": ("list", "--group-by", "powertrain"),
    "list.md": ("list", "--format", "md"),
    "list.html": ("list", "--format", "html"),
    "list.csv": ("list", "--format", "csv"),
    "list.tsv": ("list", "--format", "tsv"),
    "list.json": ("list", "--format", "json"),
    "list.jsonl": ("list", "--format", "jsonl"),
    "list.jsonld": ("list", "--format", "jsonld"),
    "show-van.txt": ("show", "acme-e-van-75"),
    "show-truck-us.txt": ("show", "tianma-d9-7-5-t", "--units", "us"),
    "show-car.txt": ("show", "evil-sons-script"),
    "show-pickup.txt": ("show", "quiet-secret"),
    "show.md": ("show", "evil-sons-script", "--format", "md"),
    "show.html": ("show", "evil-sons-script", "--format", "html"),
    "show.csv": ("show", "evil-sons-script", "--format", "csv"),
    "show.json": ("show", "acme-e-van-75", "--format", "json"),
    "show.jsonl": ("show", "evil-sons-script", "--format", "jsonl"),
    "show.jsonld": ("show", "acme-e-van-75", "--format", "jsonld"),
    "sources.txt": ("sources",),
    "source.txt": ("sources", "evil-forum"),
    "source.md": ("sources", "evil-forum", "--format", "md"),
    "plants.txt": ("plants",),
    "plant.txt": ("plants", "graz"),
    "plants.csv": ("plants", "--format", "csv"),
    "plant.json": ("plants", "graz", "--format", "json"),
}


@pytest.mark.parametrize("name", OUTPUTS)
def test_output(run: Run, golden: Callable[[str, str], None], name: str) -> None:
    code, out, err = run(*OUTPUTS[name])
    assert code == 0
    assert err == ""
    golden(name, out)


def test_every_golden_is_compared() -> None:
    assert {path.name for path in GOLDENS.iterdir()} == set(OUTPUTS)


@pytest.mark.parametrize("name", [name for name in OUTPUTS if name.endswith((".json", ".jsonl", ".jsonld"))])
def test_every_json_golden_is_json(name: str) -> None:
    text = (GOLDENS / name).read_text(encoding="utf-8")
    for document in text.splitlines() if name.endswith(".jsonl") else [text]:
        json.loads(document)


@pytest.mark.parametrize("name", OUTPUTS)
def test_no_golden_steers_a_terminal_or_ends_a_line_in_spaces(name: str) -> None:
    text = (GOLDENS / name).read_text(encoding="utf-8")
    assert not any(ord(character) < 32 and character not in "\n\t" for character in text)
    if name.endswith(".txt"):
        assert all(line == line.rstrip() for line in text.split("\n"))
