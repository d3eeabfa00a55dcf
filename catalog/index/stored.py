"""Sources and plants as an index keeps them."""

from __future__ import annotations

from catalog.index.packing import unpack_claim
from catalog.model.cited import Cited
from catalog.model.plant_record import FactRecord, OutputRecord, PlantRecord

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any


class StoredSource(Cited):
    """A source from an index."""

    def __init__(self, parts: Mapping[str, Any]) -> None:
        self.__dict__.update(parts)


def stored_plant(body: Sequence[Any]) -> PlantRecord:
    """A plant from an index."""
    *own, sources, note, output, facts = body
    identity = dict(zip(PlantRecord.__match_args__, [*own, tuple(sources), note], strict=False))
    return PlantRecord(
        **identity,
        output=tuple(OutputRecord(period, what, stated, unpack_claim(claim)) for period, what, stated, claim in output),
        facts=tuple(FactRecord(what, unpack_claim(claim)) for what, claim in facts),
    )
