"""What can be wrong with a text, and the errors for what goes beyond a limit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from llmspell.output.constants import Limit
from llmspell.output.errors import TooDeep, TooLarge

MAX_SHOWN: Final = 60


class NotReadable(ValueError):
    """The text is not of its format; the message says why, without the place."""

    def __init__(self, reason: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(reason)
        self.line, self.column = line, column
        """Where, counted from 1, when that is known."""

    @property
    def whole(self) -> str:
        """The reason and the place, as one text."""
        if self.line is None:
            return str(self)
        return f"{self}, at line {self.line}, column {self.column or 1}"


class NotWritable(ValueError):
    """The format cannot hold a value; the message says why."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(reason)
        self.path = path
        """JSON pointer to that value."""


def require_text(text: str, limit: int = Limit.TEXT_CHARACTERS) -> None:
    """Raises TooLarge."""
    if len(text) > limit:
        raise TooLarge(what=f"the {len(text)} characters of the text", limit=limit)


def require_value(value: Any) -> None:
    """Raises TooDeep and TooLarge for a value beyond the limits; goes through it level by level, without recursion."""
    count = 1
    level = [value]
    for _ in range(Limit.DEPTH):
        level = [inner for item in level for inner in _within(item)]
        if not level:
            return
        count += len(level)
        if count > Limit.VALUES:
            raise TooLarge(what="the values", limit=Limit.VALUES)
    if any(isinstance(item, dict | list) for item in level):
        raise TooDeep(limit=Limit.DEPTH)


def _within(value: Any) -> Iterable[Any]:
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()


def pointer(path: str, key: object) -> str:
    """``path`` and one step more, as a JSON pointer."""
    return f"{path}/{str(key).replace('~', '~0').replace('/', '~1')}"


def shown(text: str) -> str:
    """``text`` as a message shows it: between backticks, on one line, cut when it is long."""
    line = text.replace("\n", "⏎").replace("\r", "")
    return f"`{line if len(line) <= MAX_SHOWN else line[: MAX_SHOWN - 1] + '…'}`"
