"""How a definition is put in words, and whether it is complete enough to compare by."""

from __future__ import annotations

from catalog.model.qualifiers import QUALIFIERS, UNSTATED
from catalog.model.spec import Spec

Definition = tuple[tuple[str, str], ...]

#: What is asked of a claim that does not state a required qualifier.
ASKED = {
    "procedure": "procedure",
    "capacity": "gross or usable",
    "rating": "peak or continuous",
    "net": "net or gross",
    "driver": "driver",
    "crew": "crew",
    "measured": "kerb or wall",
    "method": "method",
    "seats": "seats",
    "load": "load",
    "soc": "charge window",
    "during": "time",
    "speeds": "speeds",
    "tax": "tax",
    "market": "market",
}


def missing_qualifiers(spec: Spec, definition: Definition) -> tuple[str, ...]:
    """The required qualifiers that are not stated."""
    stated = {name for name, _ in definition}
    return tuple(name for name in spec.required if name not in stated)


def is_comparable(spec: Spec, definition: Definition) -> bool:
    """Whether two values with this definition are the same quantity, so that they may be ranked."""
    if missing_qualifiers(spec, definition):
        return False
    return not any(value in QUALIFIERS[name].not_comparable for name, value in definition if name in QUALIFIERS)


def definition_label(spec: Spec, definition: Definition, short: bool = False) -> str:
    """The words of a definition: ``WLTP City``, ``usable``, ``procedure not stated``; empty without any.

    What is stated comes first; a required qualifier that is missing is named. ``short`` leaves it at ``not
    stated`` where nothing is stated, for a line under the field's label.
    """
    words: list[str] = []
    for name, value in definition:
        label = QUALIFIERS[name].label(value) if name in QUALIFIERS else value
        if name == "phase" and words:
            words[-1] += f" {label}"
        else:
            words.append(label)
    missing = missing_qualifiers(spec, definition)
    if missing and not words and short:
        return UNSTATED
    return ", ".join([*words, *(f"{ASKED.get(name, name)} {UNSTATED}" for name in missing)])


def definition_id(spec: Spec, definition: Definition) -> str | None:
    """A stable text for programs: ``wltp city``, ``usable``, ``not stated``; None for a field without definitions."""
    if not spec.definition and not definition:
        return None
    return " ".join(value for _, value in definition) or (UNSTATED if spec.required else None)


def order(spec: Spec, definition: Definition) -> tuple[object, ...]:
    """Sorts complete definitions first, each qualifier in the order of its vocabulary."""
    places = []
    for name in spec.qualifiers:
        value = dict(definition).get(name)
        vocabulary = list(QUALIFIERS[name].values)
        place = -1 if value is None else (vocabulary.index(value) if value in vocabulary else len(vocabulary))
        places.append((place, value or ""))
    return len(missing_qualifiers(spec, definition)), not is_comparable(spec, definition), places, definition
