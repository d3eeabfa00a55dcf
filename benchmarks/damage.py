"""Whether damage to a stored data set is ever silent, and what it costs to look.

    python benchmarks/damage.py [changes] [megabytes]

A small table is imported. Then the stored file is changed many times (four in five times one bit is turned, else its
end is cut off), and the manifest as often; each time a vehicle is asked for. Silent is an answer where there should be
an error. Last, the digest of a file of random bytes is taken as opening takes it, beside SHA-256 in the same run.
"""

from __future__ import annotations

import hashlib
import os
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from catalog.datasets.dataset import DataSet
from catalog.datasets.importing import import_file
from catalog.datasets.map_file import from_data
from catalog.datasets.proof import Proof, digest_of
from catalog.datasets.store import MANIFEST, Store
from catalog.errors import CatalogError

MAP = {
    "format": 1, "name": "small", "title": "A small table", "publisher": "Nobody", "licence": "CC0-1.0",
    "kind": "data set", "row": {"key": "id"}, "identity": {"make": "{make}", "model": "{model}"},
    "place": [{"column": "km", "field": "range", "unit": "km", "procedure": "wltp"}],
}  # fmt: skip


def stored(folder: Path) -> Store:
    """A store with one data set of two thousand rows."""
    rows = "".join(f"{number},Acme,Van {number % 50},{100 + number % 400}\n" for number in range(2000))
    (folder / "small.csv").write_text(f"id,make,model,km\n{rows}")
    store = Store(str(folder / "datasets"))
    import_file(str(folder / "small.csv"), from_data(MAP, "small.toml"), store)
    return store


def changed(whole: bytes, draw: random.Random) -> bytes:
    if draw.random() < 0.2:
        return whole[: draw.randrange(len(whole))]
    found = bytearray(whole)
    found[draw.randrange(len(found))] ^= 1 << draw.randrange(8)
    return bytes(found)


def asked(store: Store, right: object) -> str:
    """What becomes of a question."""
    try:
        answer = DataSet.open("small", store).records(["small:7"])
    except CatalogError:
        return "an error"
    return "the right answer" if answer == right else "another answer"


def try_out(store: Store, file: Path, changes: int, right: object) -> None:
    draw, whole = random.Random(1), file.read_bytes()
    found: Counter[str] = Counter()
    for _ in range(changes):
        file.write_bytes(changed(whole, draw))
        found[asked(store, right)] += 1
    file.write_bytes(whole)
    told = ", ".join(f"{what} {count:,}" for what, count in sorted(found.items()))
    print(f"{file.suffix[1:]:8} {changes:,} changes: {told}; silent {changes - found['an error']:,}")


def cost(folder: Path, megabytes: int) -> None:
    path = folder / "large.bin"
    with path.open("wb") as file:
        for _ in range(megabytes):
            file.write(os.urandom(1 << 20))
    digest, taken = digest_of(path.read_bytes()), {"xxh3-128": [0.0], "sha-256": [0.0]}
    for _ in range(5):
        start = time.perf_counter()
        Proof("large", str(path), megabytes << 20, digest).wait()
        taken["xxh3-128"].append(time.perf_counter() - start)
        start = time.perf_counter()
        with path.open("rb") as file:
            hashlib.file_digest(file, "sha256")
        taken["sha-256"].append(time.perf_counter() - start)
    one, other = (statistics.median(seconds[1:]) for seconds in taken.values())
    print(f"{megabytes} MB: xxh3-128 {one:.3f} s, sha-256 {other:.3f} s, {other / one:.1f} times as long")


def main(changes: int, megabytes: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = stored(folder)
        right = DataSet.open("small", store).records(["small:7"])
        (table,) = (folder / "datasets" / "small").glob("vehicles-*.parquet")
        for file in (table, table.parent / MANIFEST):
            try_out(store, file, changes, right)
        cost(folder, megabytes)


if __name__ == "__main__":
    main(*(int(argument) for argument in (sys.argv[1:] + ["1000", "479"][len(sys.argv) - 1 :])))
