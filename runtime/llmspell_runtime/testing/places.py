"""Places in a JSON value: looked up by dotted path, told as JSON pointer."""

from __future__ import annotations

from typing import Any, Final


class Absent:
    """The type of ``ABSENT``: nothing is there, where None would mean null."""

    def __repr__(self) -> str:
        return "nothing"


ABSENT: Final = Absent()


def look(value: Any, path: str) -> Any:
    """What is at a dotted path such as "items.0.name", or at a JSON pointer; ABSENT when there is nothing.

    A key that has dots itself is found too.
    """
    if path.startswith("/"):
        for part in path.split("/")[1:]:
            value = _step(value, part.replace("~1", "/").replace("~0", "~"))
        return value
    if not path:
        return value
    if isinstance(value, dict) and path in value:
        return value[path]
    first, dot, rest = path.partition(".")
    found = _step(value, first)
    return look(found, rest) if dot and found is not ABSENT else found


def _step(value: Any, part: str) -> Any:
    if isinstance(value, dict):
        return value.get(part, ABSENT)
    if isinstance(value, list) and part.isascii() and part.isdecimal() and int(part[:9]) < len(value):
        return value[int(part)]
    return ABSENT


def pointer(path: str) -> str:
    """A dotted path as JSON pointer."""
    if not path or path.startswith("/"):
        return path
    return "".join(below("", part) for part in path.split("."))


def below(path: str, part: str | int) -> str:
    """The JSON pointer to ``part`` of what is at ``path``."""
    return f"{path}/{str(part).replace('~', '~0').replace('/', '~1')}"
