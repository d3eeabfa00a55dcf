"""Which columns a name in a query means."""

from __future__ import annotations

from catalog.errors import QueryError
from catalog.query.bound import NumberColumn, TextColumn
from catalog.query.schema import IDENTITY, SYNONYMS, Schema
from catalog.query.tree import Name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from catalog.model.spec import Spec
    from catalog.model.table import FieldInfo

_STYLES = {"words": "words", "date": "date"}


def resolve(name: Name, schema: Schema, text: str) -> NumberColumn | TextColumn:
    """The columns of a field or of an identity name. Raises QueryError with the nearest names.

    A field is named by its key or by its label. Spaces and hyphens count as underscores, and case does not count.
    """
    key = _key(name, schema)
    info = schema.fields.get(key)
    if info is None and key not in IDENTITY:
        from catalog.query.unknown_names import unknown_name

        raise unknown_name(name, schema, text)
    if info is not None and info.spec.numeric:
        if name.definition is None:
            return NumberColumn(key, None, key, info.spec)
        return NumberColumn(key, *_definition(name, name.definition, info, schema, text), info.spec)
    label = field_words(info.label) if info else key
    if name.definition is not None:
        raise QueryError(text, name.position, name.length, f"{label} is a text, which has no definitions", (key,))
    if info is not None:
        return TextColumn(key, key, label, _STYLES.get(info.spec.kind, "plain"))
    column, several = IDENTITY[key]
    return TextColumn(key, column, key, "list" if several else "plain")


def _key(name: Name, schema: Schema) -> str:
    key = name.name.lower().replace("-", "_").replace(" ", "_")
    if key in schema.fields or key in IDENTITY:
        return key
    if key in SYNONYMS:
        return SYNONYMS[key]
    label = key.replace("_", " ")
    return next((own for own, info in schema.fields.items() if _spaced(info.label) == label), key)


def _spaced(label: str) -> str:
    return label.lower().replace("-", " ")


def is_text(name: Name, schema: Schema) -> bool:
    """Whether a name is that of a text (an unknown name is none)."""
    key = _key(name, schema)
    return name.definition is None and (
        key in IDENTITY or (key in schema.fields and not schema.fields[key].spec.numeric)
    )


def _definition(name: Name, written: str, info: FieldInfo, schema: Schema, text: str) -> tuple[str, str]:
    """The id of a definition, which is written as its id or in the words of its table, and the stem of its columns."""
    known = schema.definitions.get(info.key, {})
    wanted = _folded(written)
    for definition, stem in known.items():
        if _folded(definition) == wanted:
            return definition, stem
    in_words = [definition for definition in known if _folded(definition_words(info.spec, definition)) == wanted]
    if len(in_words) == 1:
        return in_words[0], known[in_words[0]]
    from catalog.query.unknown_names import unknown_definition

    raise unknown_definition(name, wanted, field_words(info.label), info.key, known, text)


def _folded(definition: str) -> str:
    return " ".join(definition.replace(",", " ").split()).casefold()


def field_words(label: str) -> str:
    """A label inside a sentence: ``gross vehicle mass``, but ``AC charging power``."""
    first = label.partition(" ")[0]
    return label[:1].lower() + label[1:] if first[1:].islower() else label


def definition_words(spec: Spec, definition: str) -> str:
    """A definition's id in the words of its table (``WLTP City``), or as it is where that is not certain."""
    from catalog.model.qualifiers import QUALIFIERS, UNSTATED

    vocabularies = {name: QUALIFIERS[name].values for name in (*spec.qualifiers, "phase")}
    readings = (
        set(_readings(spec.qualifiers, definition.split(), vocabularies)) if definition != UNSTATED else set[str]()
    )
    return readings.pop() if len(readings) == 1 else definition


def _readings(
    qualifiers: tuple[str, ...], words: list[str], vocabularies: Mapping[str, Mapping[str, str]]
) -> Iterable[str]:
    """Every way to read ``words`` as values of these qualifiers, in order, some of them left out."""
    if not words:
        yield ""
        return
    if not qualifiers:
        return
    yield from _readings(qualifiers[1:], words, vocabularies)
    for value, label in vocabularies[qualifiers[0]].items():
        own = value.split()
        if words[: len(own)] == own:
            for rest in _readings(qualifiers[1:], words[len(own) :], vocabularies):
                joint = " " if rest.partition(", ")[0] in vocabularies["phase"].values() else ", "
                yield label + (joint + rest if rest else "")
