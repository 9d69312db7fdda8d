"""Values between Python and Lua as plain scalars, one after the other: the other half of ``host_native.lua``.

A scalar stands for itself. None begins everything else, and the number after it says what: 0 is null, n > 0 an
object of n - 1 pairs, n < 0 an array of -n - 1 items; text is the JSON of a value too large for the Lua stack.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from bridge_runtime.values import INTEGER_MAX, INTEGER_MIN, Json, canonical_json, read_json

Token: TypeAlias = str | int | float | bool | None

_MAX_TOKENS = 20_000


def read_arguments(tokens: tuple[Token, ...]) -> dict[str, Json]:
    """The names and values of a call's arguments."""
    if None not in tokens:
        flat: Iterator[Any] = iter(tokens)
        return dict(zip(flat, flat, strict=False))
    if tokens[0] is None:
        arguments: dict[str, Json] = read_json(str(tokens[1]))
        return arguments
    rest = iter(tokens)
    return {name: _value(next(rest), rest) for name in rest}  # type: ignore[misc]


def read_value(tokens: tuple[Token, ...]) -> Json:
    """One value."""
    rest = iter(tokens)
    return _value(next(rest), rest)


def _value(first: Token, rest: Iterator[Token]) -> Json:
    if first is not None:
        return first
    what = next(rest)
    if isinstance(what, str):
        return read_json(what)
    assert isinstance(what, int)
    if what == 0:
        return None
    if what < 0:
        return [_value(next(rest), rest) for _ in range(-what - 1)]
    return {name: _value(next(rest), rest) for name in (next(rest) for _ in range(what - 1))}


class NotJson(ValueError):
    """A value that no Lua value stands for."""


def write_value(value: Json, *head: Token) -> tuple[Token, ...]:
    """The tokens of ``value``, after those of ``head``. Raises NotJson."""
    kind = type(value)
    if kind is str:
        return (*head, value) if value.isascii() else (*head, _checked_text(value))
    if kind is bool or kind is float:
        return (*head, value)
    if kind is int and INTEGER_MIN <= value <= INTEGER_MAX:
        return (*head, value)
    tokens: list[Token] = list(head)
    _write(value, tokens.append)
    if len(tokens) > _MAX_TOKENS:
        return (*head, None, canonical_json(value))
    return tuple(tokens)


def _write(value: Json, put: Callable[[Token], None]) -> None:
    kind = type(value)
    if kind is str:
        put(value if value.isascii() else _checked_text(value))
    elif kind is dict:
        put(None)
        put(len(value) + 1)
        for name, item in value.items():
            put(name if name.isascii() else _checked_text(name))
            _write(item, put)
    elif kind is list or kind is tuple:
        put(None)
        put(-len(value) - 1)
        for item in value:
            _write(item, put)
    elif kind is bool or kind is float:
        put(value)
    elif value is None:
        put(None)
        put(0)
    elif isinstance(value, int):
        if not INTEGER_MIN <= value <= INTEGER_MAX:
            raise NotJson(f"the integer {value} has more than 64 bits")
        put(int(value))
    elif isinstance(value, str):  # a StrEnum
        put(_checked_text(str(value)))
    else:
        raise NotJson(f"a {kind.__name__} is no JSON value")


def _checked_text(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise NotJson(f"text that is not Unicode: {error.reason}") from None
    return text
