"""Looking at the spec files from the first moment of a command on, beside the import of what it needs.

Of thousands of files this takes as long as all else that a command does. Which folders it will read is not known before
its arguments and settings are read; what stands in its arguments, or else the usual folders, is a guess that is nearly
always right. Where it is wrong, a process has looked at files for nothing.
"""

from __future__ import annotations

from catalog.index.place import Place
from catalog.places import cache_folder, default_specs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.index.check import Check

_begun: dict[str, Check] = {}


def begin(arguments: Sequence[str]) -> None:
    """Begin to look at the files of the index that a command with these arguments will read, if they are many."""
    folder = cache_folder()
    if folder is None or "--no-cache" in arguments:
        return
    try:
        place = Place(folder, _named(arguments) or default_specs())
    except OSError:  # a folder below one that is gone: the command will say so
        return
    check = place.check()
    check.start()
    _begun[place.stamps] = check


def begun(place: Place) -> Check:
    """The check of this index that was begun, once; else a new one."""
    return _begun.pop(place.stamps, None) or place.check()


def _named(arguments: Sequence[str]) -> list[str]:
    """The folders that ``--specs`` names."""
    found = [word.removeprefix("--specs=") for word in arguments if word.startswith("--specs=")]
    return found or [arguments[place] for place in range(1, len(arguments)) if arguments[place - 1] == "--specs"]
