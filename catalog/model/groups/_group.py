"""The base of the groups: plain classes that only carry annotations.

They are not models of their own: the one model that is validated is ``Vehicle``, which collects the
annotations of its bases. Eleven models fewer to build halve the time to import the package.
"""

from __future__ import annotations

from catalog.model.claim import Claims

NONE = Claims()


class Group:
    """A group of fields of a spec sheet. Groups order and document; they are not part of a field's name."""
