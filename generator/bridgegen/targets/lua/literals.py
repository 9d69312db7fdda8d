"""JSON values as Lua source."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bridgegen.targets.lua.names import is_identifier

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_EXACT = 2**53
_WIDTH = 84

Special = Callable[[Any], str | None]
"""Gives the source of a value that is not what it looks like (a reference, a callback), or None."""


def text(value: str) -> str:
    """A string literal that Lua 5.4 and LuaJIT read alike."""
    characters = (
        _ESCAPES.get(character)
        or (f"\\{ord(character):03d}" if ord(character) < 32 or ord(character) == 127 else character)
        for character in value
    )
    return '"' + "".join(characters) + '"'


def key(name: str) -> str:
    """The left side of a field in a table."""
    return name if is_identifier(name) else f"[{text(name)}]"


def literal(value: Any, indent: str = "", special: Special = lambda value: None) -> str:
    """Lua source of ``value``: on one line where it fits, else one item to a line below ``indent``.

    It needs ``null``, ``array`` and ``integer`` in scope where the value has nulls, empty lists or wide integers.
    """
    if (found := special(value)) is not None:
        return found
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value) if abs(value) < _EXACT else f'integer("{value}")'
        case float():
            return json.dumps(value)
        case str():
            return text(value)
        case Mapping():
            items = [(f"{key(name)} = ", item) for name, item in value.items()]
        case _:
            if not value:
                return "array({})"
            items = [("", item) for item in value]
    return _table(items, indent, special)


def _table(items: list[tuple[str, Any]], indent: str, special: Special) -> str:
    if not items:
        return "{}"
    inner = indent + "  "
    parts = [name + literal(item, inner, special) for name, item in items]
    line = "{ " + ", ".join(parts) + " }"
    if "\n" not in line and len(indent) + len(line) <= _WIDTH:
        return line
    return "{\n" + "".join(f"{inner}{part},\n" for part in parts) + indent + "}"


def needs(value: Any) -> Iterator[str]:
    """What the source of ``value`` calls: ``null``, ``array``, ``integer``."""
    if value is None:
        yield "null"
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from needs(item)
    elif isinstance(value, list | tuple):
        if not value:
            yield "array"
        for item in value:
            yield from needs(item)
    elif isinstance(value, int) and abs(value) >= _EXACT:
        yield "integer"
