"""Every published fact of the collection that the specs were written from is in the catalog.

Needs the collection (``vehicle-facts.tsv``), which is not part of the project: point VEHICLE_DATA at its folder.
Continuous integration does so where it lies beside the checkout.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import catalog

FOLDER = os.environ.get("VEHICLE_DATA")
pytestmark = pytest.mark.skipif(not FOLDER, reason="needs vehicle-facts.tsv: set VEHICLE_DATA to its folder")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def rows() -> Iterator[dict[str, str]]:
    assert FOLDER is not None
    with (Path(FOLDER) / "vehicle-facts.tsv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def texts_by_source() -> dict[str, str]:
    """All that the catalog keeps of each source: values, prints and notes, of vehicles and plants."""
    opened = catalog.open()
    found: dict[str, list[str]] = {}
    claims = [claim for record in opened.records.values() for entries in record.claims.values() for claim in entries]
    claims += [claim for plant in opened.plants.values() for claim in plant.claims]
    for claim in claims:
        parts = (
            claim.published,
            claim.read_as,
            claim.published_as,
            claim.applies_to,
            claim.note,
            claim.doubt,
            claim.text,
        )
        text = " ".join(part for part in parts if part)
        for source in claim.sources:
            found.setdefault(source, []).append(text)
    notes = " ".join(record.note for record in opened.records.values())
    for source in opened.sources:
        if source in notes or source in found:
            found.setdefault(source, []).append(notes)
    return {source: " | ".join(parts) for source, parts in found.items()}


def test_every_fact_is_kept_under_its_source() -> None:
    kept = texts_by_source()
    missing = []
    for row in rows():
        text = kept.get(row["source_id"].lower(), "")
        numbers = _NUMBER.findall(row["value_as_published"])
        normal = text.replace("\u00a0", "").replace(" ", "")
        absent = [number for number in numbers if not _has(number, normal)]
        words = (
            []
            if numbers
            else [word for word in re.findall(r"\w{3,}", row["value_as_published"]) if word.lower() not in text.lower()]
        )
        if not text or absent or words:
            missing.append(f"{row['vehicle']}: {row['field']} {row['value_as_published']} [{row['source_id']}]")
    assert not missing, f"{len(missing)} facts are not in the catalog:\n" + "\n".join(missing)


def _has(number: str, text: str) -> bool:
    """A fact may have been put down as 6.18 h where the print has 6 h 11 min, or as 2.90 where it has 2.9."""
    variants = {
        number,
        number.rstrip("0").rstrip("."),
        number.replace(".", ","),
        f"{float(number.replace(',', '.')):g}",
    }
    hours = float(number.replace(",", "."))
    variants.add(f"{int(hours)}h{round((hours % 1) * 60)}min")
    return any(variant and variant in text for variant in variants)
