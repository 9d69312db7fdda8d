"""JSON values as JavaScript writes them."""

from __future__ import annotations

import json
from collections.abc import Callable

from bridgegen.model import Json
from bridgegen.targets.typescript.types import key

WIDTH = 110
_SAFE = 2**53 - 1


def literal(value: Json, special: Callable[[Json], str | None] = lambda value: None, indent: int = 0) -> str:
    """``value`` on one line, or over several when it does not fit beside an indent of ``indent``.

    ``special`` may give the text of a value that stands for something else.
    """
    if (text := special(value)) is not None:
        return text
    line = _line(value, special)
    if len(line) + indent <= WIDTH or not isinstance(value, dict | list) or not value:
        return line
    inner, outer = " " * (indent + 2), " " * indent
    if isinstance(value, dict):
        items = [f"{key(name)}: {literal(item, special, indent + 2)}" for name, item in value.items()]
        return "{\n" + "".join(f"{inner}{item},\n" for item in items) + outer + "}"
    return "[\n" + "".join(f"{inner}{literal(item, special, indent + 2)},\n" for item in value) + outer + "]"


def _line(value: Json, special: Callable[[Json], str | None]) -> str:
    if (text := special(value)) is not None:
        return text
    if isinstance(value, dict):
        return (
            "{ " + ", ".join(f"{key(name)}: {_line(item, special)}" for name, item in value.items()) + " }"
            if value
            else "{}"
        )
    if isinstance(value, list | tuple):
        return f"[{', '.join(_line(item, special) for item in value)}]"
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > _SAFE:
        return f"{value}n"
    return json.dumps(value, ensure_ascii=False)
