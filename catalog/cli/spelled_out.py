"""Arguments that are spelled out, read without argparse: to import it and to make a parser takes as long as an
answer does.

A command declares its arguments to a ``Declared`` as it does to argparse's parser, by the same calls. Where all that
was typed is plain (whole names of options, each with a value that begins with no hyphen), it is read here. All else is
left to argparse: abbreviations, help, values such as -1, and whatever is wrong, which argparse says. What is read is
what argparse would have read, and a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_ACTIONS = ("store", "store_true", "append")
_COUNTS = (None, "?", "*", "+")


class Arguments:
    """What was typed, by name; like ``argparse.Namespace``."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.__dict__.update(values)

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(f"no argument {name!r}")

    def __setattr__(self, name: str, value: Any) -> None:
        self.__dict__[name] = value

    def __contains__(self, name: str) -> bool:
        return name in self.__dict__


class _Argument:
    """One argument; other attributes (a completer) may be set."""

    def __init__(
        self,
        names: Sequence[str],
        action: str = "store",
        nargs: str | None = None,
        default: Any = None,
        type: Callable[[str], Any] = str,  # noqa: A002 - argparse's name
        choices: Container[Any] | None = None,
        dest: str = "",
        metavar: Any = None,
        help: str | None = None,  # noqa: A002
    ) -> None:
        long = next((name for name in names if name.startswith("--")), names[0])
        self.name = dest or long.lstrip("-").replace("-", "_")
        self.action, self.nargs, self.type, self.choices = action, nargs, type, choices
        self.default = False if action == "store_true" else default
        self.is_plain = action in _ACTIONS and nargs in _COUNTS and not (nargs and names[0].startswith("-"))

    def read(self, word: str) -> Any:
        """The value of a word. Raises whatever its type does, ValueError for none of its choices."""
        value = self.type(word)
        if self.choices is not None and value not in self.choices:
            raise ValueError(word)
        return value


class Declared:
    """What a command declares of its arguments."""

    def __init__(self) -> None:
        self._names: list[_Argument] = []
        self._options: dict[str, _Argument] = {}
        self._defaults: dict[str, Any] = {}
        self._is_plain = True

    def add_argument(self, *names: str, **options: Any) -> Any:
        try:
            added = _Argument(names, **options)
        except TypeError:  # something of argparse that is not known here
            self._is_plain = False
            return _Argument(names)
        self._is_plain = self._is_plain and added.is_plain
        if names[0].startswith("-"):
            self._options |= dict.fromkeys(names, added)
        else:
            self._names.append(added)
        return added

    def add_argument_group(self, *_: Any, **__: Any) -> Declared:
        return self

    def add_mutually_exclusive_group(self, **_: Any) -> Declared:
        self._is_plain = False
        return self

    def set_defaults(self, **values: Any) -> None:
        self._defaults |= values

    def read(self, words: Iterable[str]) -> Arguments | None:
        """The arguments that these words are; None where that is better asked of argparse."""
        if not self._is_plain:
            return None
        every = (*self._names, *self._options.values())
        values = {one.name: one.default for one in every} | self._defaults
        names: list[str] = []
        try:
            rest = iter(words)
            for word in rest:
                if word == "-" or not word.startswith("-"):
                    names.append(word)
                elif self._names and self._names[-1].nargs == "?" and not names:
                    return None  # argparse takes none for it then
                else:
                    self._read_option(word, rest, values)
            self._read_names(names, values)
        except Exception:  # whatever a type raises
            return None
        return Arguments(values)

    def _read_option(self, word: str, rest: Iterator[str], values: dict[str, Any]) -> None:
        name, equals, typed = word.partition("=")
        option = self._options[name]
        if option.action == "store_true":
            if equals:
                raise ValueError(word)
            values[option.name] = True
            return
        if not equals:
            typed = next(rest)
            if typed.startswith("-") and typed != "-":
                raise ValueError(typed)
        elif not name.startswith("--"):
            raise ValueError(word)
        value = option.read(typed)
        values[option.name] = [*(values[option.name] or ()), value] if option.action == "append" else value

    def _read_names(self, names: list[str], values: dict[str, Any]) -> None:
        for one in self._names:
            if one.nargs in ("*", "+"):
                if one.nargs == "+" and not names:
                    raise ValueError(one.name)
                if names:
                    values[one.name] = [one.read(name) for name in names]
                elif values[one.name] is None:
                    values[one.name] = []
                names = []
            elif names or one.nargs is None:
                values[one.name] = one.read(names.pop(0))
        if names:
            raise ValueError(names[0])
