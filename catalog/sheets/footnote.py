"""One value as a footnote: what it is, of what, as published, and where it was published, in one line to copy."""

from __future__ import annotations

from collections.abc import Mapping

from catalog.sheets.vehicle import claim_words
from catalog.wording.printed import NBSP

TYPE_CHECKING = False
if TYPE_CHECKING:
    from catalog.model.cited import Cited
    from catalog.model.claim import Claim
    from catalog.model.record import Record
    from catalog.model.table import FieldInfo
    from catalog.wording.choice import UnitChoice


def footnote(
    record: Record, info: FieldInfo, claim: Claim, units: UnitChoice, sources: Mapping[str, Cited] | None = None
) -> str:
    """``Foton iBlue EV, ...: payload 1230 kg, crew not stated. Pledge Times, “...”, 2023-03-24, https://...``

    A source that ``sources`` does not have is cited by its id.
    """
    label = info.label[:1].lower() + info.label[1:] if info.label[1:2].islower() else info.label
    text = f"{record.name}: {label} {', '.join(claim_words(claim, info, units))}."
    cited = [sources[key].citation if sources and key in sources else key for key in claim.sources]
    return " ".join(f"{text} {'; '.join(cited)}".replace(NBSP, " ").split())
