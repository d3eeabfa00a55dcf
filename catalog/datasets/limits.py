"""How large an imported file may be. A limit is there so that a hostile or mistaken file costs little to refuse."""

from __future__ import annotations

from catalog.plain import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What one import takes at most. The figures are far above any known data set of vehicles.

    ``bytes`` of a file; ``unpacked`` bytes of what is packed in it (zip, gzip, tar, XLSX, Parquet); ``cells`` of the
    table, ``columns`` of it, characters of one ``cell`` (as the csv module has it); ``nesting`` of JSON; ``members``
    of an archive or folder; ``rejects`` that are told apart (all are counted); ``record_lines`` on which one row of a
    CSV file may stand.
    """

    bytes: int = 2 * 1024**3
    unpacked: int = 2 * 1024**3
    cells: int = 500_000_000
    columns: int = 2_000
    cell: int = 131_072
    nesting: int = 20
    members: int = 200_000
    rejects: int = 100_000
    record_lines: int = 1_000


DEFAULT = Limits()


def size_text(count: int) -> str:
    """A number of bytes for a message.

    >>> size_text(21_421_045)
    '21.4 MB'
    """
    value, unit = float(count), "bytes"
    for larger in ("kB", "MB", "GB"):
        if value < 1000:
            break
        value, unit = value / 1000, larger
    return f"{count} bytes" if unit == "bytes" else f"{value:.1f} {unit}"
