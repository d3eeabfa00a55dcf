"""Performance and noise."""

from __future__ import annotations

from catalog.model.claim import Claims
from catalog.model.groups._group import Group, spec


class Performance(Group):
    """Performance"""

    top_speed: Claims = spec("Top speed", "speed", "Highest speed, by construction or limited; the Chinese 30-minute speed is another.", ("limit?", "conditions?"), "higher", codes={"eu": "T", "wikidata": "P2052"}, schema_org="speed")
    acceleration_time: Claims = spec("Acceleration", "time", "Time between two speeds; 0-100 km/h is not 0-60 mph (96.56 km/h).", ("speeds",), "lower", schema_org="accelerationTime")
    gradeability: Claims = spec("Gradeability", "grade", "Steepest slope that can be climbed.", ("load?",), "higher", codes={"iso": "ISO 8715"})
    noise: Claims = spec("Pass-by noise", "sound level", "Noise when driven past.", (), "lower", codes={"eu": "U.3"})
