"""Small immutable classes, as ``dataclasses`` makes them, and classes of words, as ``enum`` does, without what their
imports cost.

A type checker sees ``dataclasses`` itself. At run time the decorator below makes the same kind of class (the
annotations are the fields; frozen, with slots, ``==``, ``hash``, ``repr`` and ``match``) from functions that all
classes share, where ``dataclasses`` imports ``inspect`` and compiles a text for each class: 12 ms, and half a
millisecond for each of some sixty classes, on a cold path whose bare interpreter takes 15. ``enum`` takes 5, with
what it imports itself.

>>> @dataclass(frozen=True, slots=True)
... class Point:
...     x: int
...     y: int = 0
>>> point = Point(1)
>>> point, replace(point, y=2), point == Point(1, 0)
(Point(x=1, y=0), Point(x=1, y=2), True)
>>> point.x = 3
Traceback (most recent call last):
    ...
AttributeError: a Point does not change: x
>>> class Side(Enum):
...     LEFT = "left"
...     RIGHT = "right"
>>> Side("left"), Side.LEFT is Side("left"), [side.value for side in Side]
(<Side.LEFT: 'left'>, True, ['left', 'right'])
>>> Side("up")
Traceback (most recent call last):
    ...
ValueError: 'up' is not a valid Side
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import replace as replace
    from enum import Enum as Enum
    from typing import Any, NoReturn
else:

    class _Members(type):
        """The class of a class of words: its attributes in capitals become its members."""

        def __new__(cls, name, bases, body):
            words = {key: value for key, value in body.items() if key.isupper()}
            made = super().__new__(cls, name, bases, {key: body[key] for key in body if key not in words})
            made._members = {}
            for key, value in words.items():
                member = object.__new__(made)
                member.__dict__.update(name=key, value=value)
                setattr(made, key, member)
                made._members[value] = member
            return made

        def __call__(cls, value):
            if type(value) is cls:
                return value
            try:
                return cls._members[value]
            except (KeyError, TypeError):
                raise ValueError(f"{value!r} is not a valid {cls.__name__}") from None

        def __iter__(cls) -> Iterator[Any]:
            return iter(cls._members.values())

        def __len__(cls) -> int:
            return len(cls._members)

        def __contains__(cls, value) -> bool:
            return type(value) is cls or value in cls._members

    class Enum(metaclass=_Members):
        """A class of words, each with a value and one of its kind, as ``enum`` makes them."""

        def __repr__(self):
            return f"<{type(self).__name__}.{self.name}: {self.value!r}>"

        def __str__(self):
            return f"{type(self).__name__}.{self.name}"

        def __reduce__(self):
            return type(self), (self.value,)

    def dataclass(*, frozen, slots, eq=True, repr=True, kw_only=False):
        """The decorator. All classes are frozen and have slots; the arguments tell type checkers so."""
        return lambda cls: _made(cls, eq, repr, kw_only)

    def field(**options):
        """A field with a default that is made anew for each object, or that is left out of ``==`` or ``repr``."""
        return _Option(**options)

    def replace(instance, /, **changes):
        """A copy of an object with some of its fields changed."""
        return type(instance)(**({name: getattr(instance, name) for name in instance._fields} | changes))


class _Option:
    """What ``field`` says of a field, until its class is made."""

    __slots__ = ("compare", "default", "factory", "repr")

    def __init__(
        self, default: Any = ..., default_factory: Any = None, repr: bool = True, compare: bool = True
    ) -> None:
        self.default, self.factory, self.repr, self.compare = default, default_factory, repr, compare


def _made(cls: Any, eq: bool, repr: bool, kw_only: bool) -> Any:
    """The class anew, with slots and methods. Fields of its base come first, those given by name alone last."""
    base = cls.__base__
    own = tuple(cls.__annotations__)  # its own alone, not its bases'
    shape: dict[str, Any] = {
        "__slots__": own,
        "__match_args__": (*getattr(base, "__match_args__", ()), *(() if kw_only else own)),
        "_named": (*getattr(base, "_named", ()), *(own if kw_only else ())),
        "_defaults": dict(getattr(base, "_defaults", {})),
        "_factories": dict(getattr(base, "_factories", {})),
        "_shown": getattr(base, "_shown", ()),
        "_compared": getattr(base, "_compared", ()),
    }
    for name in own:
        default = cls.__dict__.get(name, ...)
        options = default if isinstance(default, _Option) else _Option(default)
        if options.factory is not None:
            shape["_factories"][name] = options.factory
        elif options.default is not ...:
            shape["_defaults"][name] = options.default
        shape["_shown"] += (name,) if options.repr else ()
        shape["_compared"] += (name,) if options.compare else ()
    methods: dict[str, Any] = {"__init__": _init, "__setattr__": _refuse, "__delattr__": _refuse, "__reduce__": _reduce}
    methods |= {"__eq__": _eq, "__hash__": _hash} if eq else {}
    methods |= {"__repr__": _repr} if repr else {}
    made_anew = (*own, "__dict__", "__weakref__", "__annotations_cache__")
    body = {name: value for name, value in cls.__dict__.items() if name not in made_anew}
    if body.get("__hash__", ...) is None:  # which Python puts there itself beside an __eq__ of the class's own
        del body["__hash__"]
    made: Any = type(cls)(cls.__name__, cls.__bases__, {**methods, **body, **shape})
    made._fields = (*made.__match_args__, *made._named)
    made._setters = tuple(getattr(made, name).__set__ for name in made._fields)
    return made


def _init(self: Any, /, *args: Any, **named: Any) -> None:
    cls = type(self)
    for set_slot, value in zip(cls._setters, args):  # noqa: B905 - the rest is named, or has a default
        set_slot(self, value)
    given = len(args)
    if given < len(cls._setters):
        for name, set_slot in zip(cls._fields[given:], cls._setters[given:], strict=True):
            if name in named:
                set_slot(self, named.pop(name))
            elif name in cls._defaults:
                set_slot(self, cls._defaults[name])
            elif name in cls._factories:
                set_slot(self, cls._factories[name]())
            else:
                raise TypeError(f"{cls.__name__} needs {name}")
    if named or given > len(cls.__match_args__):
        raise TypeError(f"{cls.__name__} does not take {', '.join(named) or f'{given} fields in order'}")
    if hasattr(cls, "__post_init__"):
        self.__post_init__()


def _refuse(self: Any, name: str, value: Any = None) -> NoReturn:
    raise AttributeError(f"a {type(self).__name__} does not change: {name}")


def _key(instance: Any) -> tuple[Any, ...]:
    return tuple(getattr(instance, name) for name in type(instance)._compared)


def _eq(self: Any, other: object) -> bool:
    return _key(self) == _key(other) if type(other) is type(self) else NotImplemented


def _hash(self: Any) -> int:
    return hash(_key(self))


def _repr(self: Any) -> str:
    fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in type(self)._shown)
    return f"{type(self).__qualname__}({fields})"


def _reduce(self: Any) -> tuple[Any, ...]:
    return _anew, (type(self), {name: getattr(self, name) for name in type(self)._fields})


def _anew(cls: Any, fields: dict[str, Any]) -> Any:
    return cls(**fields)


def module(name: str) -> Any:
    """The module with this whole name, imported where it is not yet; ``importlib`` imports ``warnings`` for it."""
    return __import__(name, fromlist=("",))
