"""What may stand in a map: its keys, and the words for what a vehicle is."""

from __future__ import annotations

import re

from catalog.model.cited import RANK

FORMAT = 1
TYPES = ("truck", "van", "pickup", "car", "bus", "coach", "tractor")
CATEGORIES = ("M1", "M2", "M3", "N1", "N2", "N3", "M1G", "N1G", "N2G", "N3G", "L6", "L7")
POWERTRAINS = (
    "battery electric", "plug-in hybrid", "hybrid", "mild hybrid", "fuel cell", "petrol", "diesel", "gas", "flex fuel",
)  # fmt: skip
KEYS: dict[str, str] = {
    "format": "1, the version of this format",
    "name": "the data set's name, with which the ids of its rows begin: a-z, 0-9 and hyphens",
    "title": "what the data set is called",
    "publisher": "who publishes it",
    "licence": "under which licence",
    "url": "where it can be had",
    "kind": f"what kind of publisher: {', '.join(RANK)}",
    "market": "whose hp, mpg, gal and ton it means (ISO 3166 alpha-2)",
    "decimal": 'the sign before decimals, "." or ",", where all numbers of the file have the same',
    "missing": "texts that stand for no value, in every column",
    "prefix": "what the ids of its rows begin with, where that is not its name",
    "file": "what kind of file it is",
    "row": "how a row is known again",
    "release": "where the version of the data stands",
    "identity": "make, model and what else a vehicle is known by",
    "conditions": "named conditions on columns",
    "place": "a column as values of a field",
    "kept": "columns that are kept as text and not placed, and why",
    "check": "what cells of a row must be to each other",
}
REQUIRED = ("name", "title", "publisher", "licence", "kind")
FILE_TYPES = ("csv", "jsonl", "json", "parquet", "xlsx", "open-ev")
FILE_KEYS = ("type", "delimiter", "encoding", "sheet")
ROW_KEYS = ("key", "identify")
RELEASE_KEYS = ("file", "column", "pattern")
IDENTITY_KEYS = ("make", "model", "version", "markets", "vehicle_type", "powertrain", "category", "body")
RULE_KEYS = ("column", "words", "ignore", "value", "when")
PLACE_KEYS = (
    "column", "field", "unit", "decimal", "when", "missing", "words", "replace", "pattern", "unit_in_cell", "status",
    "applies_to", "note", "date", "high", "bound", "digits",
)  # fmt: skip
KEPT_KEYS = ("columns", "reason")
CHECK_KEYS = ("about", "factors", "divisors", "equals", "within", "when")
NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
MARKET = re.compile(r"[A-Z]{2}")
