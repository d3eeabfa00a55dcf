"""What a published number says about the value: that it is the value, a limit of it, or one of several."""

from __future__ import annotations

from catalog.plain import Enum


class Bound(Enum):
    """What a published number says about the value."""

    EXACT = "exact"
    ABOUT = "about"
    UP_TO = "up to"
    LESS_THAN = "less than"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    INTERVAL = "interval"
    LIST = "list"
