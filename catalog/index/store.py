"""The two files of an index: what is searched, and what is looked up by its name.

A SQLite database holds tables. ``vehicles`` is the wide table that queries run on (``catalog.engine.table`` has its
contract); it stands in the front of the file, whose checksum is looked at before the first query. Behind it are tables
for people who open the file with another program: ``claims`` with one row for each claim, ``sources``, ``plants``,
``faults``, the ``fields`` with their units, ``units`` with exact factors, and ``meta``. Nothing here reads them.

Beside it, a file of parts (``catalog.index.parts``), which is what commands read: ``vehicle ID`` is one vehicle with
its claims, packed; ``names`` are the identities of all; ``heads`` the rows that a comparison can have; and ``about``,
``definitions``, ``fields``, ``sources``, ``plants``, ``faults``, ``files``. So whoever compares two vehicles reads two
parts and some heads, and needs no database.
"""

from __future__ import annotations

#: Raised when the tables, the parts or the stamps change their meaning.
FORMAT = 8

TABLES = """
create table meta (key text primary key, value text) without rowid;
create table claims (
    vehicle text, field text, place integer, definition text, published text, status text,
    low real, high real, unit text, sources text, note text,
    primary key (vehicle, field, place)
) without rowid;
create table sources (id text primary key, publisher text, title text, date text, url text, kind text);
create table plants (id text primary key, name text, place text, country text, owner text);
create table faults (file text, line integer, field text, message text);
create table fields (
    key text primary key, place integer, label text, section text, kind text, what text, definition text,
    better text, unit text
);
create table units (
    kind text, symbol text, name text, canonical integer, numerator text, denominator text, offset text, form text,
    pint text, ucum text, rec20 text, primary key (kind, symbol)
) without rowid;
"""


def vehicle_part(vehicle_id: str) -> str:
    """The name of the part that holds a vehicle."""
    return f"vehicle {vehicle_id}"
