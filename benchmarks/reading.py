"""How fast published values are read, beside the bare pattern match of a number and its unit.

    python benchmarks/reading.py

Nine columns (length, mass, range, energy, power, torque, consumption ...) of texts as spec sheets print them, 100,000
in all and no two alike, so that nothing is gained by remembering a text. Of 100 texts 58 are an integer and a unit, 18
have decimals (a third of them after a comma), 8 group digits by a no-break, narrow or thin space, 7 are intervals, 7
have a bound ("up to 317 km", "≤ 7.5 t"), one is a list (4600/5600 kg) and one has no space before its unit. (Of the
values of the shipped catalog 70 in 100 are an integer and a unit, and five each are intervals and bounded.)

The floor is one compiled pattern, a number and what follows it, matched with each text and the match thrown away: what
reading costs before anything is understood. ``read_column`` gives exact canonical numbers, bounds and faults; ``read``
gives a reading with decimals and units, one text at a time. "from nothing" is ``read_column`` with all forgotten that
it learned of such columns before. "Repeated" are as many texts drawn from 2,000.

All are run in turn, nine times, in one process on one core; the figures are medians.
"""

from __future__ import annotations

import random
import re
import statistics
import time
from collections.abc import Callable, Iterator

from catalog.units import read, read_column
from catalog.units.column import _known
from catalog.units.shapes import shape_of

ROUNDS = 9
VALUES = 100_000
REPEATED = 2_000
NUMBER_AND_UNIT = re.compile(r"(\d[\d\s.,]*)(\D.*)")

Columns = dict[str, list[str]]
#: kind: its share of the texts, and units as printed
KINDS = {
    "length": (22, ("mm", "mm", "mm", "m", "in", "cm")),
    "mass": (22, ("kg", "kg", "kg", "lb", "t")),
    "distance": (14, ("km", "km", "mi", "miles")),
    "energy": (12, ("kWh", "kWh", "MJ")),
    "power": (12, ("kW", "kW", "PS", "hp(M)", "л.с.")),
    "torque": (6, ("Nm", "N m", "lb-ft")),
    "fuel consumption": (6, ("L/100 km", "l/100km", "mpg(US)", "mpg(UK)")),
    "energy consumption": (3, ("kWh/100 km", "Wh/km", "kWh/100 mi")),
    "speed": (3, ("km/h", "mph")),
}
BOUNDS = ("up to ", "up to ", "max. ", "≤ ", "from ", "over ", "about ", "~ ", "ca. ", "до ")
SPACES = "\u00a0\u202f\u2009"


def printed(draw: random.Random, units: tuple[str, ...]) -> str:
    """One published value, in the shares of the docstring."""
    unit, number = draw.choice(units), draw.randint(10, 999_999)
    whole, rest = divmod(number, 100)
    form = draw.randrange(100)
    if form < 58:
        return f"{number} {unit}"
    if form < 76:
        return f"{whole}{'.' if form < 70 else ','}{rest:02d} {unit}"
    if form < 84:
        return f"{1000 + number:,} {unit}".replace(",", draw.choice(SPACES)).replace(" ", draw.choice(SPACES))
    if form < 91:
        return f"{number}{draw.choice('–- ').replace(' ', ' to ')}{number + rest} {unit}"
    if form < 98:
        return f"{draw.choice(BOUNDS)}{number} {unit}"
    if form < 99:
        return f"{1000 + number}/{2000 + number} {unit}"
    return f"{number}{unit}"


def columns(distinct: int) -> Columns:
    """Columns of ``VALUES`` texts in all, of which ``distinct`` are different."""
    draw = random.Random(distinct)
    made: Columns = {}
    for kind, (share, units) in KINDS.items():
        texts: set[str] = set()
        while len(texts) < distinct * share // 100:
            texts.add(printed(draw, units))
        different = sorted(texts)
        draw.shuffle(different)
        size = VALUES * share // 100
        made[kind] = different if size == len(different) else draw.choices(different, k=size)
    return made


def bare_pattern(made: Columns) -> None:
    match = NUMBER_AND_UNIT.fullmatch
    for texts in made.values():
        for text in texts:
            match(text)


def strict_column(made: Columns) -> None:
    for kind, texts in made.items():
        if (column := read_column(texts, kind)).faults:
            raise SystemExit(f"not read: {column.faults[0]}")


def strict_column_from_nothing(made: Columns) -> None:
    _known.cache_clear()
    shape_of.cache_clear()
    strict_column(made)


def strict_read(made: Columns) -> None:
    for kind, texts in made.items():
        for text in texts:
            read(text, kind)


def seconds(subjects: dict[str, tuple[Callable[[Columns], None], Columns]]) -> Iterator[tuple[str, float]]:
    """The median time of each subject, all of them run in turn."""
    times: dict[str, list[float]] = {name: [] for name in subjects}
    for _ in range(ROUNDS):
        for name, (subject, made) in subjects.items():
            start = time.perf_counter()
            subject(made)
            times[name].append(time.perf_counter() - start)
    return ((name, statistics.median(taken)) for name, taken in times.items())


def main() -> None:
    distinct, repeated = columns(VALUES), columns(REPEATED)
    taken = dict(
        seconds(
            {
                "bare pattern match": (bare_pattern, distinct),
                "read_column": (strict_column, distinct),
                "read_column, from nothing": (strict_column_from_nothing, distinct),
                "read": (strict_read, distinct),
                "bare pattern match, repeated": (bare_pattern, repeated),
                "read_column, repeated": (strict_column, repeated),
            }
        )
    )
    count = sum(map(len, distinct.values()))
    print(f"{count:<30,}{'values/s':>12}{'µs a value':>12}{'x bare':>8}")
    for name, median in taken.items():
        bare = taken["bare pattern match, repeated" if "repeated" in name else "bare pattern match"]
        print(f"{name:30}{count / median:>12,.0f}{median / count * 1e6:>12.2f}{median / bare:>8.1f}")


if __name__ == "__main__":
    main()
