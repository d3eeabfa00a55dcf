"""The tables of an index.

``vehicles`` is the wide table that queries run on (``catalog.engine.table`` has its contract); ``claims`` has one
row for each claim, with what a person who opens the file looks for in columns and all of it, packed, in ``body``;
``heads`` has the rows that a comparison can have. The packed texts carry a checksum, since SQLite does not notice
a flipped bit: another number is never shown for it.
"""

from __future__ import annotations

#: Raised when the tables or the stamps change their meaning.
FORMAT = 2

TABLES = """
create table meta (key text primary key, value text) without rowid;
create table files (path text primary key, digest text) without rowid;
create table heads (id integer primary key, field text, definition text, label text, body text, crc integer);
create table records (id text primary key, body text, crc integer);
create table claims (
    vehicle text, field text, place integer, head integer, published text, status text,
    low real, high real, unit text, sources text, note text, body text, crc integer,
    primary key (vehicle, field, place)
) without rowid;
create table sources (id text primary key, publisher text, title text, date text, url text, kind text, body text);
create table plants (id text primary key, name text, place text, country text, owner text, body text);
create table faults (place integer primary key, body text);
create table fields (
    key text primary key, place integer, label text, section text, kind text, what text, definition text,
    better text, unit text, body text
);
create table units (
    kind text, symbol text, name text, canonical integer, numerator text, denominator text, offset text, form text,
    pint text, ucum text, rec20 text, primary key (kind, symbol)
) without rowid;
"""
