"""A published Parquet file of any number of generated vehicles, each with its record. Nothing in them is true.

    python benchmarks/fleet.py FILE --rows 10000000

Names, codes, and 13 numbers, of which up to 70 % are not known, made by DuckDB row by row from a hash of the row's
number: the same number gives the same file. A record holds a claim for each number that is known, in the form that
``vehicles publish`` writes (``catalog.collection.packed``). DuckDB writes the rows as it makes them, so that memory
stays bounded; ten million take some minutes.
"""

from __future__ import annotations

import argparse
import os
import sys
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from catalog.collection.packed import ALIASES, NAME, PLACE, as_json, pack_plants, pack_record, pack_sources
from catalog.engine.archive import TOGETHER, ArchiveWriter
from catalog.engine.columns import METADATA_KEY, about_key, describe, to_metadata
from catalog.engine.duckdb import TYPES, bare_connection, copy_to, quoted
from catalog.engine.table import IDENTITY, Table
from catalog.errors import ReadingError
from catalog.model import FIELDS, Claim, Claims, Record
from catalog.model.cited import PARTS, Cited
from catalog.query import Schema
from catalog.units import read

if TYPE_CHECKING:
    import duckdb

_NUMBERS = 12
#: The column stem of the range under WLTP.
WLTP = "range__wltp"
SCHEMA = Schema(FIELDS, {"range": {"wltp": WLTP}})
_FIRST = ("payload", "range", "gross_vehicle_mass", "kerb_mass")
#: Stands for the number of a row in what is made of a claim.
_MARK = "98765.4"


class Leaflet(Cited):
    """The one source of all values."""

    def __init__(self) -> None:
        self.__dict__.update(dict.fromkeys(PARTS, ""), id="leaflet", publisher="A maker", title="A leaflet")
        self.kind, self.date, self.url, self.mirror, self.low_trust = "manufacturer", "2024-03", None, False, False


def numbers() -> list[str]:
    """The fields that have numbers: those whose canonical unit can be published as it is."""
    found = []
    for key in dict.fromkeys([*_FIRST, *FIELDS]):
        spec = FIELDS[key].spec
        if spec.numeric and spec.kind not in ("money", "count"):
            try:
                _claim(key)
            except ReadingError:
                continue
            found.append(key)
    return found[:_NUMBERS]


def columns() -> dict[str, str]:
    """The columns that queries may name: names and codes, the numeric fields, and the range under WLTP."""
    found = dict.fromkeys(IDENTITY, "text")
    for key in numbers():
        found |= {f"{key}_low": "real", f"{key}_high": "real", f"{key}_definition": "text"}
    return found | dict.fromkeys((f"{WLTP}_low", f"{WLTP}_high"), "real")


def write(path: str, rows: int) -> None:
    """Write the file."""
    kinds = columns()
    inner = ", ".join(f"({value})::{TYPES[kinds[name]]} as {name}" for name, value in _values())
    connection = bare_connection("3GB")
    connection.execute(f"create view wide as select n, {inner} from range({rows}) numbers(n)")
    with TemporaryFile(dir=os.path.dirname(os.path.abspath(path))) as file:
        places = _archive(connection.cursor(), ArchiveWriter(file, level=1))
        connection.execute("create table places as select unnest(?::double[]) as place, unnest(?::bigint[]) as block",
                           [places, list(range(len(places)))])  # fmt: skip
        connection.execute(
            f"create view vehicles as select {', '.join(kinds)}, lower(concat_ws(' ', id, make, model, version, type))"
            f" as {NAME}, null::varchar as {ALIASES}, place as {PLACE} from wide join places on n // {TOGETHER} = block"
        )
        ordered = kinds | {NAME: "text", ALIASES: "text", PLACE: "real"}
        about = {
            "sources": pack_sources({"leaflet": Leaflet()}),
            "plants": pack_plants({}),
            "about": as_json({"vehicles": rows, "data_sets": ["specs"]}),
        }
        metadata = {about_key(key): text for key, text in about.items()}
        metadata[METADATA_KEY] = to_metadata(describe(Table(SCHEMA, ordered, ())))
        copy_to(connection, path, metadata, order="", archive=file)
    connection.close()


def _archive(cursor: duckdb.DuckDBPyConnection, archive: ArchiveWriter) -> list[float]:
    """Write the records of all rows; the places of their blocks."""
    cursor.execute(f"select {_record()} from wide")
    places = []
    while block := cursor.fetchmany(TOGETHER):
        places.append(archive.add([text for (text,) in block]))
    return places


def _values() -> list[tuple[str, str]]:
    """Each column and what stands in row ``n``; the other ends of intervals are the same number."""
    found = {
        "id": "'vehicle-' || lpad(n::varchar, 9, '0')",
        "make": f"'Make ' || {_draw(1)} % 40",
        "model": f"'Model ' || {_draw(2)} % 900",
        "version": f"{_draw(3)} % 120 + 30 || ' kWh'",
        "type": f"['truck', 'van', 'pickup'][1 + {_draw(4)} % 3]",
        "category": f"['N1', 'N2', 'N3'][1 + {_draw(5)} % 3]",
        "powertrain": "'battery electric'",
        "body": f"case when {_draw(6)} % 10 < 7 then 'body ' || {_draw(6)} // 16 % 40 end",
        "markets": f"',' || ['DE', 'AT', 'FR', 'CN', 'US', 'RU'][1 + {_draw(7)} % 6] || ','",
        "plants": "null",
        "data_set": "'specs'",
    }
    values = [(name, found[name]) for name in IDENTITY]
    for place, key in enumerate(numbers()):
        most = 4000 if key == "payload" else 900 if key == "range" else 5000
        draw = _draw(10 + place)
        number = f"case when {draw} % 10 >= {place % 8} then ({draw} // 16 % {most * 10}) / 10.0 end"
        definition = f"case when {draw} % 10 >= {place % 8} and n % 3 > 0 then 'wltp' end" if key == "range" else "null"
        values += [(f"{key}_low", number), (f"{key}_high", number), (f"{key}_definition", definition)]
        if key == "range":
            values += [(f"{WLTP}_{end}", f"case when n % 3 > 0 then {number} end") for end in ("low", "high")]
    return values


def _draw(number: int) -> str:
    """A number that is the row's own in this column."""
    return f"(hash(n * 1000 + {number}) // 16)::bigint"


def _record() -> str:
    """The record of a row, of its columns: what the real one writes, with the row's numbers in their places."""
    pieces = [
        '\'{"id":"\' || id || \'","make":"\' || make || \'","model":"\' || model || \'","version":"\' || version'
        ' || \'","vehicle_type":"\' || type || \'","category":"\' || category'
        ' || \'","powertrain":"battery electric"\'',
        "case when body is not null then '\"body\":\"' || body || '\"' end",
        '\'"markets":["\' || trim(markets, \',\') || \'"],"sources":["leaflet"],"claims":{\' || concat_ws(\',\', '
        + ", ".join(_claim_text(key) for key in numbers())
        + ") || '}}'",
    ]
    return f"concat_ws(',', {', '.join(pieces)})"


def _claim_text(key: str) -> str:
    def text(definition: tuple[tuple[str, str], ...] = ()) -> str:
        whole = pack_record(Record("", "", "", claims={key: Claims([_claim(key, definition)])}))
        claims = whole.partition('"claims":{')[2][:-2]
        return " || ".join(f"{quoted(piece)}" for piece in claims.split(_MARK)).replace(" || ", f" || {key}_low || ")

    plain = text()
    if key == "range":
        plain = f"case when {key}_definition = 'wltp' then {text((('procedure', 'wltp'),))} else {plain} end"
    return f"case when {key}_low is not null then {plain} end"


def _claim(key: str, definition: tuple[tuple[str, str], ...] = ()) -> Claim:
    kind = FIELDS[key].spec.quantity_kind
    published = f"{_MARK} {kind.canonical.symbol}"
    return Claim(key, published, read(published, kind), definition=definition, sources=("leaflet",))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", help="the file to make")
    parser.add_argument("--rows", type=int, default=1_000_000)
    options = parser.parse_args()
    write(options.path, options.rows)


if __name__ == "__main__":
    sys.exit(main())
