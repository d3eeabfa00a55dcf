"""What a check found: the code, the subject, one plain line, and the reason where it was looked at."""

from __future__ import annotations

from catalog.model import Claim
from catalog.plain import dataclass
from catalog.plain import field as default


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not fit, found by one check.

    ``subject`` is the id of the vehicle, source or plant; ``values`` the fields and published texts involved.
    ``accepted`` is the written reason why it stands as it is; None where nobody has looked at it.
    ``info`` marks what a reader should know but nobody can mend (a source without a date).
    """

    code: str
    subject: str
    field: str | None
    message: str
    values: tuple[tuple[str, str], ...] = ()
    accepted: str | None = None
    info: bool = False
    claims: tuple[Claim, ...] = default(default=(), repr=False, compare=False)

    @property
    def unexplained(self) -> bool:
        """Whether somebody still has to look at it."""
        return self.accepted is None and not self.info
