"""A claim: one value as one source published it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from catalog.errors import NoSingleValue
from catalog.plain import Enum, dataclass
from catalog.plain import field as default

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fractions import Fraction
    from typing import Any

    import pint
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler

    from catalog.model.span import Span
    from catalog.units import Bound, Number, Reading


class Status(Enum):
    """What is known of a value."""

    PUBLISHED = "published"  # a source states it
    CONVERTED = "converted"  # a source states it, converted by the source from another unit
    DERIVED = "derived"  # computed by us from published values; the note says how
    ESTIMATED = "estimated"  # a source's or our estimate, called so
    NOT_PUBLISHED = "not published"  # looked for in the named sources, not there
    NOT_APPLICABLE = "not applicable"  # the vehicle has no such thing

    @property
    def has_value(self) -> bool:
        return self not in (Status.NOT_PUBLISHED, Status.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Claim:
    """One published value with all that it takes to cite and to compare it.

    ``published`` is the text as printed; ``reading`` is what it says, for numeric fields, and ``text``
    the normalized text for others. ``read_as`` is what was read instead where the print is ambiguous or
    plainly wrong (the note says why). ``published_as`` is the label under which it was printed.
    ``definition`` holds the qualifiers that decide its row; ``applies_to`` narrows it to a variant.
    ``doubt`` says why a printed value cannot be right as it stands: it is kept and shown, never ranked.
    """

    field: str
    published: str
    reading: Reading | None = None
    text: str = ""
    definition: tuple[tuple[str, str], ...] = ()
    status: Status = Status.PUBLISHED
    sources: tuple[str, ...] = ()
    read_as: str | None = None
    published_as: str | None = None
    applies_to: str | None = None
    market: str | None = None
    date: str | None = None
    note: str | None = None
    doubt: str | None = None
    preferred: bool = False
    accepted: Mapping[str, str] = default(default_factory=dict)

    @property
    def printed(self) -> str | None:
        """What a source printed; None for a value that we derived, which no source can be cited for."""
        return self.published if self.published and self.status is not Status.DERIVED else None

    @property
    def bound(self) -> Bound | None:
        """What the text says about the number: exact, about, up to ... interval, list; None without a number."""
        return self.reading.bound if self.reading else None

    @property
    def number(self) -> Number:
        """The number as published. Raises NoSingleValue for an interval, a list, or a field without numbers.

        ``bound`` says whether it is exact: "up to 317 km" holds the number 317.
        """
        numbers = self._reading.numbers
        if len(numbers) > 1:
            raise NoSingleValue(self.field, self.published, "not one number; take .low and .high")
        return numbers[0]

    @property
    def quantity(self) -> pint.Quantity[Any]:
        """``number`` as a pint quantity of the application registry, in the published unit."""
        return _quantity(self.number)

    @property
    def low(self) -> pint.Quantity[Any]:
        """The lowest number of the claim as a pint quantity, in its published unit."""
        return _quantity(min(self._reading.numbers, key=_base))

    @property
    def high(self) -> pint.Quantity[Any]:
        """The highest number of the claim as a pint quantity, in its published unit."""
        return _quantity(max(self._reading.numbers, key=_base))

    def to(self, unit: str) -> pint.Quantity[Any]:
        """``number`` in another unit, exactly converted (also between mpg and L/100 km), as a pint quantity."""
        from catalog.units import find
        from catalog.units.registry import quantity

        number = self.number
        target = find(unit, self._reading.kind)
        return quantity(number.in_unit(target), target)

    @property
    def _reading(self) -> Reading:
        if self.reading is None:
            raise NoSingleValue(self.field, self.published, "holds no number")
        return self.reading

    @property
    def numeric(self) -> bool:
        """Whether it holds a number."""
        return self.reading is not None

    @property
    def kept_head(self) -> Any:
        """The head of its row, where it was kept beside the claim (by an index); else it is made when needed."""
        return None

    def kept_words(self, symbol: str) -> Sequence[Any] | None:
        """Its words in the unit with this symbol, where they were kept beside the claim."""
        return None

    @property
    def span(self) -> Span | None:
        """What the value leaves possible, in canonical units; None without a number."""
        from catalog.model.span import span_of

        return span_of(self.reading) if self.reading is not None else None

    def same_value(self, other: Claim) -> bool:
        """Whether two claims say the same: equal numbers in whatever unit, or equal text."""
        if self.reading is None or other.reading is None:
            return self.text.casefold() == other.text.casefold()
        if self.reading.unit.dimension != other.reading.unit.dimension:
            return False
        return self._key() == other._key()

    def _key(self) -> tuple[Bound, tuple[Fraction, ...]]:
        reading = self._reading
        unit = reading.kind.canonical_for(reading.unit)
        return reading.bound, tuple(number.in_unit(unit) for number in reading.numbers)


def _quantity(number: Number) -> pint.Quantity[Any]:
    from catalog.units.registry import quantity_of

    return quantity_of(number)


def _base(number: Number) -> Fraction:
    from fractions import Fraction

    from catalog.units.convert import to_base

    return to_base(Fraction(number.value), number.unit)


class Claims(tuple[Claim, ...]):
    """All claims of one field of one vehicle, the shown one first.

    The order is the rule of choice: an explicit preference, then the kind of source, then its date.
    Empty where nothing is known; then ``shown`` and ``quantity`` raise NoSingleValue.
    """

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> Any:
        """Validated by the definition of the field that they stand in."""
        from pydantic_core import core_schema

        from catalog.model.fields import FIELDS
        from catalog.model.parse import validate_claims

        return core_schema.with_info_plain_validator_function(
            lambda value, info: validate_claims(FIELDS[str(info.field_name)].spec, str(info.field_name), value)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"title": "Claims", "description": "`vehicles schema` says what each field holds."}

    @property
    def shown(self) -> Claim:
        """The first claim that holds a value. Raises NoSingleValue where there is none."""
        for claim in self:
            if claim.status.has_value:
                return claim
        raise NoSingleValue(self[0].field if self else "this field", "", "no value is known")

    @property
    def quantity(self) -> pint.Quantity[Any]:
        """The shown claim's number as a pint quantity, in the published unit. Raises NoSingleValue for an interval."""
        return self.shown.quantity

    def to(self, unit: str) -> pint.Quantity[Any]:
        """The shown claim's number in another unit, as a pint quantity."""
        return self.shown.to(unit)

    def __repr__(self) -> str:
        return f"Claims({', '.join(repr(claim.published) for claim in self)})"
