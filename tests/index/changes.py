"""Everything that may be done to a spec folder, each so that its answer is another."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.conftest import TESTS

Change = Callable[[Path], object]
VAN = "vehicles/acme/e-van-75.toml"


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def with_old_times(path: Path, edit: Callable[[Path], None]) -> None:
    """Edit a file and set its time stamps back to what they were."""
    before = path.stat()
    edit(path)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def larger(folder: Path) -> None:
    replaced(folder / VAN, '"11 kW"', '"11.5 kW"')


def same_size(folder: Path) -> None:
    size = (folder / VAN).stat().st_size
    replaced(folder / VAN, '"11 kW"', '"12 kW"')
    assert (folder / VAN).stat().st_size == size


def same_size_and_time(folder: Path) -> None:
    with_old_times(folder / VAN, lambda path: replaced(path, '"11 kW"', '"12 kW"'))


def restored(folder: Path) -> None:
    """A file of the same size and modification time, kept elsewhere, takes the place of the file (``cp -p``, ``mv``)."""
    os.replace(folder.parent / "older.toml", folder / VAN)


def restored_much_older(folder: Path) -> None:
    os.utime(folder.parent / "older.toml", (1_000_000_000, 1_000_000_000))
    os.replace(folder.parent / "older.toml", folder / VAN)


def another_folder(folder: Path) -> None:
    """The whole folder is another, whose files nobody touched since before the index was made."""
    os.rename(folder, folder.parent / "away")
    os.rename(folder.parent / "twin", folder)


def another_make_folder(folder: Path) -> None:
    os.rename(folder / "vehicles/acme", folder.parent / "away")
    os.rename(folder.parent / "twin/vehicles/acme", folder / "vehicles/acme")


def swapped(folder: Path) -> None:
    """Two files change places."""
    os.rename(folder / VAN, folder / "vehicles/acme/b.toml")
    os.rename(folder / "vehicles/skoda/tatra.toml", folder / VAN)
    os.rename(folder / "vehicles/acme/b.toml", folder / "vehicles/skoda/tatra.toml")


def broken_link(folder: Path) -> None:
    (folder / "vehicles/acme/link.toml").symlink_to("nowhere.toml")


def link_to_itself(folder: Path) -> None:
    (folder / "vehicles/acme/link.toml").symlink_to("link.toml")


def link_to_a_file(folder: Path) -> None:
    (folder / "vehicles/acme/linked.toml").symlink_to(folder.parent / "linked.toml")


def linked_make(folder: Path) -> None:
    (folder / "vehicles/zeta").symlink_to(folder.parent / "twin/vehicles/acme")


def instead(path: Path) -> Path:
    """The same path, at which nothing is any more."""
    path.rename(path.parent / f"{path.name}-away")
    return path


CHANGES: dict[str, Change] = {
    "edited": larger,
    "edited, of the same size": same_size,
    "edited, of the same size and time": same_size_and_time,
    "restored": restored,
    "restored with a much older time": restored_much_older,
    "another folder in its place": another_folder,
    "another make's folder in its place": another_make_folder,
    "added": lambda folder: shutil.copy2(folder / VAN, folder / "vehicles/acme/another.toml"),
    "added to a new make": lambda folder: shutil.copytree(folder / "vehicles/acme", folder / "vehicles/zeta"),
    "removed": lambda folder: (folder / VAN).unlink(),
    "removed with its make": lambda folder: shutil.rmtree(folder / "vehicles/acme"),
    "all removed": lambda folder: shutil.rmtree(folder / "vehicles"),
    "renamed": lambda folder: (folder / VAN).rename(folder / "vehicles/acme/e-van-80.toml"),
    "make renamed": lambda folder: (folder / "vehicles/acme").rename(folder / "vehicles/acme-motors"),
    "swapped": swapped,
    "hidden": lambda folder: (folder / VAN).rename(folder / "vehicles/acme/.e-van-75.toml"),
    "not TOML any more": lambda folder: (folder / VAN).rename(folder / "vehicles/acme/e-van-75.txt"),
    "emptied": lambda folder: (folder / VAN).write_bytes(b""),
    "faulty": lambda folder: replaced(folder / VAN, '"11 kW"', '"11 kg"'),
    "not UTF-8": lambda folder: (folder / VAN).write_bytes(b"\xff"),
    "sources edited": lambda folder: replaced(folder / "sources.toml", "Fleet & Freight", "Freight & Fleet"),
    "sources edited, of the same time": lambda folder: with_old_times(
        folder / "sources.toml", lambda path: replaced(path, "Fleet & Freight", "Freight & Fleet")
    ),
    "sources removed": lambda folder: (folder / "sources.toml").unlink(),
    "sources a folder": lambda folder: instead(folder / "sources.toml").mkdir(),
    "sources a broken link": lambda folder: instead(folder / "sources.toml").symlink_to("nowhere.toml"),
    "plant edited": lambda folder: replaced(folder / "plants/graz.toml", "two shifts", "six shifts"),
    "plant added": lambda folder: shutil.copy2(folder / "plants/graz.toml", folder / "plants/linz.toml"),
    "plant removed": lambda folder: (folder / "plants/old.toml").unlink(),
    "stray vehicle": lambda folder: shutil.copy2(folder / VAN, folder / "vehicles/stray.toml"),
    "stray vehicle in capitals": lambda folder: shutil.copy2(folder / VAN, folder / "vehicles/acme/STRAY.TOML"),
    "stray vehicle far down": lambda folder: shutil.copytree(
        folder / "vehicles/acme", folder / "vehicles/acme/old/older"
    ),
    "stray plant": lambda folder: shutil.copytree(folder / "plants", folder / "plants/more"),
    "a folder by the name of a vehicle": lambda folder: (folder / "vehicles/acme/x.toml").mkdir(),
    "a folder by the name of a plant": lambda folder: (folder / "plants/x.toml").mkdir(),
    "a pipe by the name of a vehicle": lambda folder: os.mkfifo(folder / "vehicles/acme/x.toml"),
    "a broken link": broken_link,
    "a link to itself": link_to_itself,
    "a vehicle a broken link": lambda folder: instead(folder / VAN).symlink_to("nowhere.toml"),
    "a link to a file": link_to_a_file,
    "a link to a make": linked_make,
    "a file by the name of a folder": lambda folder: instead(folder / "plants").touch(),
    "a name that is not UTF-8": lambda folder: shutil.copy2(
        folder / VAN, os.fsdecode(os.fsencode(folder / "vehicles/acme/") + b"\xff.toml")
    ),
    "a name of many signs": lambda folder: shutil.copy2(folder / VAN, folder / "vehicles/acme/a b%?#'\"é.toml"),
    "moved away": lambda folder: folder.rename(folder.parent / "away"),
    "a file in its place": lambda folder: instead(folder).touch(),
    "an empty folder in its place": lambda folder: instead(folder).mkdir(),
    "another's files in its place": lambda folder: shutil.copytree(TESTS / "reading", instead(folder)),
}


def beside(folder: Path) -> None:
    """What some changes bring into the folder, all of it there before the index is made."""
    shutil.copytree(folder, folder.parent / "twin")
    for path in (folder.parent / "older.toml", folder.parent / "twin" / VAN, folder.parent / "linked.toml"):
        shutil.copyfile(folder / VAN, path)
        replaced(path, '"11 kW"', '"22 kW"')
        shutil.copystat(folder / VAN, path)
