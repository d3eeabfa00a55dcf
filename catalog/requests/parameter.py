"""Parameters of requests: one table that reads a URL, writes one, and writes the command that asks the same.

Reading is strict: a parameter that is none, is given twice, or is longer than it may be is an error that names it.
What is not asked is not written, so that a request has one URL.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from catalog.errors import ParameterError, nearest
from catalog.plain import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal

    #: text; texts (the parameter is repeated); names (between commas); words (between spaces); count; flag
    Form = Literal["text", "texts", "names", "words", "count", "flag"]

_YES, _NO = ("1", "yes", "true", "on"), ("0", "no", "false", "off")
_SHOWN = 40
_SEPARATORS = {"names": ",", "words": None}


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: its name in a URL, the attribute of the request, and the option of the command (``None``: its
    positional arguments).

    ``length`` is the most characters of a value, ``many`` the most values, ``most`` the greatest count; ``choices``
    are the only values there are. ``what`` says what it means, ``example`` shows one.
    """

    name: str
    attribute: str
    form: Form
    option: str | None
    what: str
    example: str = ""
    length: int = 200
    many: int = 50
    most: int = 1_000_000
    choices: Sequence[str] = ()

    def read(self, values: Sequence[str]) -> Any:
        """The attribute's value from what a URL gives. Raises ParameterError."""
        for value in values:
            if len(value) > self.length:
                raise ParameterError(self.name, f"at most {self.length} characters, this has {len(value)}")
            if not value.isprintable() and any(not sign.isprintable() and not sign.isspace() for sign in value):
                raise ParameterError(self.name, "a control character in the text")
        if self.form == "texts":
            return self._all([value.strip() for value in values if value.strip()])
        if len(values) > 1 and self.form != "names":
            raise ParameterError(self.name, "given more than once")
        if self.form in _SEPARATORS:
            separator = _SEPARATORS[self.form]
            return self._all([part for value in values for one in value.split(separator) if (part := one.strip())])
        return self._one(values[0].strip())

    def _all(self, values: Sequence[str]) -> tuple[str, ...]:
        if len(values) > self.many:
            raise ParameterError(self.name, f"at most {self.many} values, these are {len(values)}")
        return tuple(values)

    def _one(self, value: str) -> Any:
        if self.form == "flag":
            if value.lower() not in (*_YES, *_NO):
                raise ParameterError(self.name, f"{_cut(value)} is neither 1 nor 0", ("1", "0"))
            return value.lower() in _YES
        if self.form == "count":
            if not (value.isascii() and value.isdecimal()):
                raise ParameterError(self.name, f"{_cut(value)} is not a whole number")
            if len(value) > 15 or int(value) > self.most:
                raise ParameterError(self.name, f"at most {self.most}")
            return int(value)
        if self.choices and value not in self.choices:
            raise ParameterError(
                self.name, f"no {self.name} {_cut(value)}", nearest(value, self.choices) or self.choices
            )
        return value

    def values(self, value: Any) -> Sequence[str]:
        """What a URL says for a value of the attribute."""
        if self.form == "texts":
            return tuple(value)
        if self.form in _SEPARATORS:
            return ((_SEPARATORS[self.form] or " ").join(value),)
        return ("1",) if self.form == "flag" else (str(value),)

    def arguments(self, value: Any) -> Sequence[str]:
        """The command's arguments for a value of the attribute."""
        if self.option is None:
            return tuple(value) if isinstance(value, tuple) else (value,)
        if self.form == "flag":
            return (self.option,)
        texts = self.values(value)
        return [
            part
            for text in texts
            for part in ((f"{self.option}={text}",) if text.startswith("-") else (self.option, text))
        ]


@dataclass(frozen=True, slots=True)
class View:
    """A request with its table: ``list``, ``compare`` or ``show``. ``ask`` is its class."""

    command: str
    ask: Any
    parameters: Sequence[Parameter]

    def read(self, pairs: Iterable[tuple[str, str]], **known: str) -> Any:
        """The request of a URL's parameters, empty ones left out; ``known`` are attributes that a path gives.

        Raises ParameterError for the first that cannot be used.
        """
        own = {parameter.attribute: parameter for parameter in self.parameters}
        known = {attribute: own[attribute].read([value]) for attribute, value in known.items()}
        table = {parameter.name: parameter for parameter in self.parameters if parameter.attribute not in known}
        given: dict[str, list[str]] = {}
        for name, value in pairs:
            if name not in table:
                raise ParameterError(name, "there is no such parameter here", nearest(name, list(table)))
            if value.strip():
                given.setdefault(name, []).append(value)
        return self.ask(**known, **{table[name].attribute: table[name].read(values) for name, values in given.items()})

    def asked(self, request: Any) -> Iterator[tuple[Parameter, Any]]:
        """The parameters that a request sets, with its values."""
        default = self.ask()
        for parameter in self.parameters:
            value = getattr(request, parameter.attribute)
            if value != getattr(default, parameter.attribute):
                yield parameter, value

    def query(self, request: Any, *leave_out: str) -> str:
        """The query string that asks this, without the ``?``; attributes can be left out."""
        from urllib.parse import quote

        return "&".join(
            f"{parameter.name}={quote(text, safe=',:/@ ').replace(' ', '+')}"
            for parameter, value in self.asked(request)
            if parameter.attribute not in leave_out
            for text in parameter.values(value)
        )

    def arguments(self, request: Any, **further: str) -> list[str]:
        """The words of the command that asks the same; ``further`` are more of its options (``format="csv"``)."""
        names: list[str] = []
        options: list[str] = []
        for parameter, value in self.asked(request):
            (names if parameter.option is None else options).extend(parameter.arguments(value))
        for name, value in further.items():
            options += [f"--{name.replace('_', '-')}", value]
        if any(name.startswith("-") for name in names):
            return ["vehicles", self.command, *options, "--", *names]
        return ["vehicles", self.command, *names, *options]

    def line(self, request: Any, **further: str) -> str:
        """The command as it is typed into a shell."""
        from shlex import join

        return join(self.arguments(request, **further))


@dataclass(frozen=True, slots=True)
class Nothing:
    """A request that nothing can be asked of."""


NOTHING = View("", Nothing, ())


def _cut(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else text[: _SHOWN - 3] + "...")
