"""The base of the groups: plain classes that only carry fields.

They are not models of their own: the one model that is validated is ``Vehicle``, which collects the fields of
its bases. Eleven models fewer to build halve the time to import the package.
"""

from __future__ import annotations

from catalog.model.claim import Claims
from catalog.model.spec import Spec

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Group:
    """A group of fields of a spec sheet. Groups order and document; they are not part of a field's name."""


class Unknown(Claims):
    """The value of a field of which nothing is known: no claims, and the field's definition."""

    spec: Spec


def spec(*args: Any, **options: Any) -> Claims:
    """A field of a group: its definition as ``Spec`` takes it, and the empty value that it has until it is filled."""
    nothing = Unknown()
    nothing.spec = Spec(*args, **options)
    return nothing
