"""What a value must say about itself before it can be compared: closed vocabularies.

A claim's qualifiers are either part of its *definition* (they decide in which row of a comparison it
stands) or context (where and of what it was said). Each field names the qualifiers of its definition;
this module says what values they may have and how they are printed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from catalog.errors import ReadingError, nearest
from catalog.plain import dataclass, field

UNSTATED = "not stated"


@dataclass(frozen=True, slots=True, eq=False)
class Qualifier:
    """One qualifier: its closed vocabulary (value -> label in a table), or a pattern for a measured one.

    ``not_comparable`` are values that say what was done but not under which rules, so that nothing is
    ranked by them. ``kind`` makes the qualifier itself a quantity (a charger's power).
    """

    key: str
    what: str
    values: Mapping[str, str] = field(default_factory=dict)
    pattern: str | None = None
    example: str = ""
    kind: str | None = None
    not_comparable: frozenset[str] = frozenset()

    def read(self, text: str) -> str:
        """The value in its canonical spelling. Raises ReadingError with the vocabulary."""
        value = " ".join(text.split())
        if self.values:
            found = {known.casefold(): known for known in self.values}.get(value.casefold())
            if found is None:
                offer = nearest(value, list(self.values)) or tuple(self.values)
                raise ReadingError(text, f"not a value of {self.key} ({self.what})", offer)
            return found
        if self.kind is not None:
            from catalog.units import read

            read(value, self.kind)
        elif self.pattern and not re.fullmatch(self.pattern, value):
            raise ReadingError(text, f"not a value of {self.key} ({self.what})", (self.example,))
        return value

    def label(self, value: str) -> str:
        """How a row's label shows the value."""
        return self.values.get(value) or value


PROCEDURES = {
    "wltp": "WLTP",
    "epa": "EPA",
    "nedc": "NEDC",
    "cltc": "CLTC",
    "chtc": "CHTC",
    "wltc-cn": "WLTC China",
    "cn-constant-40": "constant 40 km/h",
    "cn-constant-60": "constant 60 km/h",
    "wltc-jp": "WLTC Japan",
    "jc08": "JC08",
    "10-15": "10-15 mode",
    "adr81-02": "ADR 81/02",
    "inmetro": "Inmetro",
    "midc": "MIDC",
    "vecto": "VECTO",
    "sort": "SORT",
    "duty cycle": "in service",
    "observed": "observed on test",
    "maker estimate": "maker's estimate",
    "model": "modelled",
}

QUALIFIERS: dict[str, Qualifier] = {
    qualifier.key: qualifier
    for qualifier in (
        Qualifier(
            "procedure",
            "the test procedure behind a range, consumption or emission",
            PROCEDURES,
            not_comparable=frozenset({"observed", "maker estimate", "model", "duty cycle"}),
        ),
        Qualifier(
            "phase",
            "a part of the procedure; left out for its combined value",
            {
                "city": "City",
                "highway": "Highway",
                "low": "Low",
                "medium": "Medium",
                "high": "High",
                "extra-high": "Extra high",
                "weighted": "Weighted",
                "charge-depleting": "charge depleting",
                "charge-sustaining": "charge sustaining",
            },
        ),
        Qualifier(
            "load",
            "the load of the vehicle when measured",
            {
                "unladen": "unladen",
                "driver only": "driver only",
                "half payload": "half payload",
                "part load": "part load",
                "full payload": "full payload",
            },
        ),
        Qualifier("conditions", "anything else that makes it another quantity", pattern=r".{1,60}", example="refrigeration on"),
        Qualifier("capacity", "which energy of the battery", {"gross": "gross", "usable": "usable"}),
        Qualifier("rating", "peak or continuous power and torque", {"peak": "peak", "continuous": "continuous"}),
        Qualifier("net", "engine power with its accessories or without", {"net": "net", "gross": "gross"}),
        Qualifier("driver", "the driver (75 kg) in an empty mass", {"excluded": "driver excluded", "included": "driver included"}),
        Qualifier(
            "crew",
            "whether crew has been taken off a payload",
            {"deducted": "crew deducted", "in payload": "crew still to deduct"},
        ),
        Qualifier("body", "whether the body has been taken off a payload", {"deducted": "body deducted", "in payload": "body still to deduct"}),
        Qualifier("measured", "how a turning circle is taken", {"kerb to kerb": "kerb to kerb", "wall to wall": "wall to wall"}),
        Qualifier("method", "how a volume is measured", {"vda": "VDA", "sae": "SAE", "epa": "EPA", "water": "water litres"}),
        Qualifier("seats", "rear seats", {"up": "seats up", "folded": "seats folded", "removed": "seats removed"}),
        Qualifier("speeds", "from and to which speed", pattern=r"\d{1,3}-\d{1,3} (km/h|mph)", example="0-100 km/h"),
        Qualifier("soc", "the state of charge from and to", pattern=r"\d{1,3}-\d{1,3} %", example="20-80 %"),
        Qualifier("charger", "the charger's power", kind="power", example="150 kW"),
        Qualifier("during", "the time of charging", kind="time", example="30 min"),
        Qualifier("limit", "what limits a top speed", {"limited": "limited", "30-minute": "30-minute"}),
        Qualifier("at", "where electricity is measured", {"wall": "at the wall", "battery": "at the battery"}),
        Qualifier("axles", "one axle or all of a group", {"each": "each axle", "group": "axle group"}),
        Qualifier("tax", "whether a price includes taxes", {"included": "tax included", "excluded": "tax excluded"}),
        Qualifier("market", "the market (ISO 3166 alpha-2, or EU)", pattern=r"[A-Z]{2}", example="DE"),
    )
}  # fmt: skip
