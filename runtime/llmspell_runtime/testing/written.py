"""A matcher as it was written, before it is known to make sense."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from llmspell.testing.errors import InvalidMatcher

from llmspell_runtime.testing.comparison import Expected, shown
from llmspell_runtime.testing.places import below

Expecting: TypeAlias = Callable[[Any, str, bool, int], Expected]
"""Makes an expected value of JSON: the value, where it stands, whether objects are partial, and how deep it is."""


class Later:
    """The type of ``LATER``: a value that is known only when a scenario runs."""


LATER: Final = Later()


class Written:
    """A matcher as it was written."""

    def __init__(
        self, name: str, source: Any, path: str, partial: bool, depth: int, expecting: Expecting
    ) -> None:
        self.name, self.source, self.path, self.partial, self.depth = name, source, path, partial, depth
        self.operand = source[name]
        self._expecting = expecting

    def wrong(self, expected: str) -> InvalidMatcher:
        """The error of an operand that is none."""
        reason = f"{self.name} takes {expected}, not {shown(self.operand)}"
        return InvalidMatcher(path=self.path, reason=reason)

    def inner(self, value: Any, part: str | int | None = None, partial: bool | None = None) -> Expected:
        """The expected value that stands in it, at ``part`` of its operand. Raises InvalidMatcher."""
        path = self.path if part is None else below(self.path, part)
        return self._expecting(value, path, self.partial if partial is None else partial, self.depth)

    def several(self) -> list[Expected]:
        """The expected values that its operand lists. Raises InvalidMatcher."""
        if self.operand is LATER:
            return []
        if not isinstance(self.operand, list):
            raise self.wrong("a list")
        return [self.inner(item, number) for number, item in enumerate(self.operand)]
