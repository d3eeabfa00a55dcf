"""What a query may name, and in which columns an index keeps it.

The contract with whoever writes the index. One table ``vehicles``, one row a vehicle; what is not known is
null, never an empty text:

- identity: text columns ``id``, ``make``, ``model``, ``version``, ``type``, ``category``, ``powertrain``,
  ``body``, ``data_set`` (``specs``: the curated spec files); ``markets`` and ``plants`` hold several, each between
  commas (``,DE,AT,``);
- a numeric field ``k``: real columns ``k_low`` and ``k_high`` of the shown claim in the kind's canonical unit
  (money: its own currency), each the exact value rounded once, both null or neither; the text column
  ``k_definition`` (the definition's id, which for money begins with the currency);
- each definition of it: ``{stem}_low`` and ``{stem}_high``, the stem as the schema says;
- a field of text, words, tyres or dates: one text column ``k``. Words stand as ``CCS2, Type 2``, dates as
  ``catalog.model.dates`` spells them.
"""

from __future__ import annotations

from collections.abc import Mapping

from catalog.model.table import FieldTable
from catalog.plain import dataclass


@dataclass(frozen=True, slots=True)
class Schema:
    """The fields there are, and the definitions that an index holds values of.

    ``definitions`` maps a field's key to the ids of its definitions (``wltp city``, ``not stated``; a
    definition without any words, where nothing has to be stated, is called ``not stated`` too) and each of
    them to the stem of its columns.
    """

    fields: FieldTable
    definitions: Mapping[str, Mapping[str, str]]


#: What a query calls an identity column -> the column and whether it holds several.
IDENTITY: dict[str, tuple[str, bool]] = {
    "id": ("id", False),
    "make": ("make", False),
    "model": ("model", False),
    "version": ("version", False),
    "type": ("type", False),
    "category": ("category", False),
    "powertrain": ("powertrain", False),
    "body": ("body", False),
    "market": ("markets", True),
    "plant": ("plants", True),
    "data_set": ("data_set", False),
}
#: Other names: those of the spec files and the columns, and what the trade calls exactly the same.
SYNONYMS: dict[str, str] = {
    "vehicle_type": "type",
    "markets": "market",
    "plants": "plant",
    "gvm": "gross_vehicle_mass",
    "gvw": "gross_vehicle_mass",
    "gvwr": "gross_vehicle_mass",
    "gcm": "gross_combination_mass",
    "gcw": "gross_combination_mass",
    "gcwr": "gross_combination_mass",
    "curb_mass": "kerb_mass",
    "curb_weight": "kerb_mass",
    "kerb_weight": "kerb_mass",
}
