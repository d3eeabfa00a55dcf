"""Classes of ``catalog.plain`` behave as those of ``dataclasses`` with the same fields."""

from __future__ import annotations

import copy
import dataclasses
import enum
import pickle
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog import plain
from catalog.plain import Enum, module

Maker = Callable[..., Any]
#: The two ways to make a class: ours, and the standard library's.
OURS, THEIRS = 0, 1
DECORATORS: tuple[Maker, Maker] = (plain.dataclass, dataclasses.dataclass)
FIELDS: tuple[Maker, Maker] = (plain.field, dataclasses.field)
REPLACES: tuple[Maker, Maker] = (plain.replace, dataclasses.replace)
NAMES = ("x", "y", "name", "args", "named", "cls", "fields", "default", "value", "_inner", "größe")
VALUES = st.one_of(st.integers(-3, 3), st.text("ab'\n", max_size=2), st.none(), st.floats(), st.tuples(st.booleans()))


class Part(NamedTuple):
    """One field: its name, where its default comes from, and what it is left out of."""

    name: str
    default: str  # "none", "plain", "field" or "factory"
    value: Any
    compare: bool
    repr: bool


class Level(NamedTuple):
    """One class of a line of them, each the base of the next."""

    parts: Sequence[Part]
    kw_only: bool
    eq: bool
    shown: bool
    checked: bool


@st.composite
def lines(draw: st.DrawFn) -> list[Level]:
    """One to three levels, all with ``==`` or none. A field in order without a default stands before those with one, as
    Python demands."""
    eq = draw(st.sampled_from([True, True, False]))
    names = iter(draw(st.permutations(NAMES)))
    levels = []
    defaulted = False
    for _ in range(draw(st.integers(1, 3))):
        kw_only = draw(st.booleans())
        parts = []
        for _ in range(draw(st.integers(0, 3))):
            kinds = ["plain", "field", "factory"] + ([] if defaulted and not kw_only else ["none"])
            kind = draw(st.sampled_from(kinds))
            defaulted |= kind != "none" and not kw_only
            parts.append(Part(next(names), kind, draw(VALUES), draw(st.booleans()), draw(st.booleans())))
        shown, checked = draw(st.booleans()), draw(st.booleans())
        levels.append(Level(parts, kw_only, eq, shown, checked))
    return levels


def made(line: Sequence[Level], which: int) -> Any:
    """The last class of a line. Its name is found in this module, as pickle needs it."""
    base: Any = object
    for level in line:
        body: dict[str, Any] = {
            "__module__": __name__,
            "__qualname__": "Made",
            "__annotations__": {part.name: "object" for part in level.parts},
            "first": property(_first),
            **{part.name: _default(part, which) for part in level.parts if _default(part, which) is not ...},
        }
        if level.checked:
            body["__post_init__"] = _checked
        cls = type("Made", (base,), body)
        decorate = DECORATORS[which]
        base = decorate(frozen=True, slots=True, eq=level.eq, repr=level.shown, kw_only=level.kw_only)(cls)
    setattr(sys.modules[__name__], "Made", base)  # noqa: B010 - the name is not there otherwise
    return base


def _default(part: Part, which: int) -> Any:
    options: dict[str, Any] = {"compare": part.compare, "repr": part.repr}
    if part.default == "plain":
        return part.value
    if part.default == "field":
        return FIELDS[which](default=part.value, **options)
    if part.default == "factory":
        return FIELDS[which](default_factory=lambda: [part.value], **options)
    return ... if part.compare and part.repr else FIELDS[which](**options)


def _first(self: Any) -> Any:
    return getattr(self, type(self).__match_args__[0]) if type(self).__match_args__ else None


def _checked(self: Any) -> None:
    """A ``__post_init__`` that refuses some values."""
    if _first(self) == 3:
        raise ValueError("3 is refused")


class Call(NamedTuple):
    """Arguments in order, and by name."""

    args: Sequence[Any]
    named: Mapping[str, Any]


def names_of(line: Sequence[Level]) -> list[str]:
    return [part.name for level in line for part in level.parts]


@st.composite
def calls(draw: st.DrawFn, line: Sequence[Level]) -> Call:
    """Often right; else with one too many, one missing, one unknown or one given twice."""
    ordered = [part.name for level in line if not level.kw_only for part in level.parts]
    by_name = [part.name for level in line if level.kw_only for part in level.parts]
    given_ = draw(st.integers(0, len(ordered)))
    args = [draw(VALUES) for _ in range(given_)]
    named = {name: draw(VALUES) for name in [*ordered[given_:], *by_name]}
    wrong = draw(st.sampled_from(["", "", "", "too many", "missing", "some missing", "unknown", "twice"]))
    if wrong == "too many":
        args += [draw(VALUES) for _ in range(len(ordered) - given_ + draw(st.integers(1, 2)))]
        named = {name: named[name] for name in by_name}
    elif wrong == "missing" and named:
        del named[draw(st.sampled_from(sorted(named)))]
    elif wrong == "some missing":
        named = {name: value for name, value in named.items() if draw(st.booleans())}
    elif wrong == "unknown":
        named["other"] = 1
    elif wrong == "twice" and args:
        named[ordered[0]] = 1
    return Call(args, named)


def outcome(act: Callable[[], Any]) -> tuple[str, Any]:
    """What something gives, or the type of its error."""
    try:
        return "", act()
    except Exception as error:
        # dataclasses.FrozenInstanceError is an AttributeError
        return next(kind.__name__ for kind in (AttributeError, type(error)) if isinstance(error, kind)), None


@st.composite
def lines_and_calls(draw: st.DrawFn) -> tuple[list[Level], Call, Call]:
    line = draw(lines())
    return line, draw(calls(line)), draw(calls(line))


def both(line: Sequence[Level], call: Call) -> tuple[Any, Any] | None:
    """The object that a call makes, of ours and of theirs; None where both refuse it alike."""
    classes = [made(line, which) for which in (OURS, THEIRS)]
    ours, theirs = (outcome(lambda cls=cls: cls(*call.args, **call.named)) for cls in classes)  # type: ignore[misc]
    assert ours[0] == theirs[0]
    return None if ours[0] else (ours[1], theirs[1])


@given(lines_and_calls())
def test_objects_are_made_and_refused_alike(drawn: tuple[list[Level], Call, Call]) -> None:
    line, call, _ = drawn
    found = both(line, call)
    if found is None:
        return
    ours, theirs = found
    for name in names_of(line):
        assert repr(getattr(ours, name)) == repr(getattr(theirs, name))
    assert repr(ours.first) == repr(theirs.first)
    assert type(ours).__match_args__ == type(theirs).__match_args__
    if line[-1].shown:
        assert repr(ours) == repr(theirs)
    assert hasattr(ours, "__dict__") == hasattr(theirs, "__dict__")
    for attribute in ("__name__", "__qualname__", "__module__", "__annotations__"):
        assert getattr(type(ours), attribute) == getattr(type(theirs), attribute)


@given(lines_and_calls())
def test_they_are_equal_and_hashed_alike(drawn: tuple[list[Level], Call, Call]) -> None:
    line, call, other = drawn
    compared = [outcome(lambda which=which: _compared(line, call, other, which)) for which in (OURS, THEIRS)]  # type: ignore[misc]
    assert compared[OURS] == compared[THEIRS]


def _compared(line: Sequence[Level], call: Call, other: Call, which: int) -> list[Any]:
    cls = made(line, which)
    one, same, another = (cls(*made_by.args, **made_by.named) for made_by in (call, call, other))
    subclass = type("Made", (cls,), {"__slots__": ()})
    below = subclass(*call.args, **call.named)
    hashes = outcome(lambda: hash(one))
    told: list[Any] = [one == same, one == another, one != same, one == below, one == 5, one in [one]]
    if line[0].eq:  # else a hash follows from the object's address
        told += [hashes, hashes == outcome(lambda: hash(same))]
    return told


@given(lines_and_calls(), st.data())
def test_they_are_replaced_alike(drawn: tuple[list[Level], Call, Call], data: st.DataObject) -> None:
    line, call, _ = drawn
    found = both(line, call)
    if found is None:
        return
    changes = data.draw(st.dictionaries(st.sampled_from([*names_of(line), "other"]), VALUES, max_size=3))
    ours, theirs = (
        outcome(lambda which=which: REPLACES[which](found[which], **changes))  # type: ignore[misc]
        for which in (OURS, THEIRS)
    )
    assert ours[0] == theirs[0]
    if not ours[0]:
        assert [repr(getattr(ours[1], name)) for name in names_of(line)] == [
            repr(getattr(theirs[1], name)) for name in names_of(line)
        ]
        assert type(ours[1]) is type(found[OURS])


@given(lines_and_calls(), st.sampled_from([*NAMES, "other", "first"]))
def test_neither_changes(drawn: tuple[list[Level], Call, Call], name: str) -> None:
    line, call, _ = drawn
    found = both(line, call)
    if found is None:
        return
    before = [repr(getattr(found[OURS], own)) for own in names_of(line)]
    # of what is no field, theirs says so in a TypeError that names super() (Python 3.11)
    theirs = AttributeError if name in names_of(line) else (AttributeError, TypeError)
    for one, expected in ((found[OURS], AttributeError), (found[THEIRS], theirs)):
        with pytest.raises(expected):
            setattr(one, name, 1)
        with pytest.raises(expected):
            delattr(one, name)
    assert [repr(getattr(found[OURS], own)) for own in names_of(line)] == before


COPIES: dict[str, Callable[[Any], Any]] = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    **{
        f"pickle {protocol}": lambda one, protocol=protocol: pickle.loads(pickle.dumps(one, protocol))  # type: ignore[misc]
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1)
    },
}


@given(lines_and_calls(), st.sampled_from(sorted(COPIES)))
def test_copies_hold_the_same(drawn: tuple[list[Level], Call, Call], how: str) -> None:
    line, call, _ = drawn
    for which in (THEIRS, OURS):  # pickle finds the class that was made last
        cls = made(line, which)
        state, one = outcome(lambda cls=cls: cls(*call.args, **call.named))  # type: ignore[misc]
        if state:
            return
        again = COPIES[how](one)
        assert type(again) is cls
        assert [repr(getattr(again, name)) for name in names_of(line)] == [
            repr(getattr(one, name)) for name in names_of(line)
        ]


@pytest.mark.parametrize("which", [OURS, THEIRS], ids=["ours", "theirs"])
def test_a_factory_is_called_for_each_object(which: int) -> None:
    cls = made([Level([Part("x", "factory", 1, True, True)], False, True, True, False)], which)
    one, other = cls(), cls()
    assert one.x == other.x == [1]
    assert one.x is not other.x
    assert cls(x=[2]).x == [2]


@plain.dataclass(frozen=True, slots=True)
class Ours:
    x: int
    y: int = 0
    z: int = plain.field(default=0, compare=False, repr=False)


@dataclasses.dataclass(frozen=True, slots=True)
class Theirs:
    x: int
    y: int = 0
    z: int = dataclasses.field(default=0, compare=False, repr=False)


@pytest.mark.parametrize("cls", [Ours, Theirs])
def test_patterns(cls: type[Ours] | type[Theirs]) -> None:
    def told(found: object) -> str:
        match found:
            case Ours(1, 2) | Theirs(1, 2):
                return "both"
            case Ours(x, y=5) | Theirs(x, y=5):
                return f"five after {x}"
            case Ours(_, _, 7) | Theirs(_, _, 7):
                return "seven"
            case Ours() | Theirs():
                return "another"
        return "none"

    assert [told(found) for found in (cls(1, 2), cls(3, 5), cls(1, z=7), cls(0), 5)] == [
        "both", "five after 3", "seven", "another", "none",
    ]  # fmt: skip


OWN: dict[str, dict[str, Any]] = {
    "repr": {"__repr__": lambda self: f"<{self.x}>"},
    "eq": {"__eq__": lambda self, other: True},
    "hash": {"__hash__": lambda self: 5},
    "eq and hash": {"__eq__": lambda self, other: True, "__hash__": lambda self: 5},
    "str": {"__str__": lambda self: "text"},
    "truth": {"__bool__": lambda self: False},
    "call": {"__call__": lambda self, *args: args},
}


@pytest.mark.parametrize("own", OWN.values(), ids=OWN)
def test_what_a_class_defines_itself_stays(own: dict[str, Any]) -> None:
    def told(decorate: Maker) -> list[Any]:
        cls = decorate(frozen=True, slots=True)(type("Own", (), {"__annotations__": {"x": "int"}, **own}))
        one, other = cls(x=1), cls(x=2)
        return [repr(one), one == other, outcome(lambda: hash(one)), outcome(lambda: hash(other)), str(one), bool(one)]

    assert told(DECORATORS[OURS]) == told(DECORATORS[THEIRS])


@pytest.mark.parametrize("decorate", DECORATORS, ids=["ours", "theirs"])
def test_a_field_may_be_called_self(decorate: Maker) -> None:
    cls = decorate(frozen=True, slots=True)(type("Own", (), {"__annotations__": {"x": "int", "self": "int"}}))
    one = cls(x=1, self=2)
    assert (one.x, one.self) == (1, 2)


@pytest.mark.parametrize(
    ("args", "named", "message"),
    [
        ((), {}, "Ours needs x"),
        ((1,), {"w": 2}, "Ours does not take w"),
        ((1,), {"x": 2}, "Ours does not take x"),
        ((1, 2, 3, 4), {}, "Ours does not take 4 fields in order"),
    ],
    ids=str,
)
def test_errors_name_what_is_wrong(args: Sequence[int], named: Mapping[str, int], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        Ours(*args, **named)


def test_a_change_is_refused_by_name() -> None:
    with pytest.raises(AttributeError, match="a Ours does not change: x"):
        Ours(1).x = 2  # type: ignore[misc]


class Side(Enum):
    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Usual(enum.Enum):
    """The same as the standard library has it."""

    LEFT = "left"
    RIGHT = "right"


def test_words_are_as_enum_has_them() -> None:
    assert [(one.name, one.value, str(one).rpartition(".")[2]) for one in Side] == [
        (one.name, one.value, str(one).rpartition(".")[2]) for one in Usual
    ]
    assert repr(Side.LEFT) == repr(Usual.LEFT).replace("Usual", "Side")
    assert len(Side) == len(Usual)
    assert Side("right") is Side.RIGHT is Side(Side.RIGHT) is Side.LEFT.other
    assert len({Side.LEFT, Side.RIGHT, Side("left")}) == 2
    assert {Side.LEFT: 1}[Side("left")] == 1
    assert Side.LEFT in Side
    unknowns: list[object] = ["up", None, []]
    for unknown in unknowns:
        with pytest.raises(ValueError, match=r"is not a valid Side"):
            Side(unknown)


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_a_copied_word_is_the_same(copied: Callable[[Side], Side]) -> None:
    assert copied(Side.LEFT) is Side.LEFT


def test_a_module_by_its_name() -> None:
    assert module("catalog.units.kinds.mass") is sys.modules["catalog.units.kinds.mass"]
    with pytest.raises(ModuleNotFoundError):
        module("catalog.nothing")
