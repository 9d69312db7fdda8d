"""Holding a value against an expected one: what is compared, how much of it, and how a difference is told."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from bridge_runtime.errors import LimitExceeded
from llmspell.testing.constants import Limit
from llmspell.testing.types import Difference

from llmspell_runtime.testing.places import ABSENT, below

MAX_DIFFERENCES: Final = 100
"""How many differences of one comparison are told."""

_SHOWN: Final = 200


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One place where a value is not what was expected; ABSENT for nothing."""

    path: str
    message: str
    expected: Any = ABSENT
    actual: Any = ABSENT

    def told(self) -> Difference:
        """The mismatch as the interface shows it."""
        more = {"expected": self.expected, "actual": self.actual}
        given = {name: value for name, value in more.items() if value is not ABSENT}
        return Difference(path=self.path, message=self.message, **given)


class Effort:
    """What one comparison may still cost."""

    __slots__ = ("_left",)

    def __init__(self) -> None:
        self._left: int = Limit.COMPARISONS

    def spend(self) -> None:
        """One more value is compared; raises LimitExceeded when there were too many."""
        self._left -= 1
        if self._left < 0:
            detail = f"more than {Limit.COMPARISONS} values would have to be compared; expect less at once"
            raise LimitExceeded(limit="comparisons", detail=detail)


class Expected(ABC):
    """An expected value, or a matcher."""

    __slots__ = ("source",)

    def __init__(self, source: Any) -> None:
        self.source = source
        """As it was written."""

    @abstractmethod
    def mismatches(self, actual: Any, path: str, effort: Effort) -> Iterator[Mismatch]:
        """Where ``actual``, which is at ``path``, does not fit; ABSENT for a value that is not there."""

    def fits(self, actual: Any, effort: Effort) -> bool:
        """Whether ``actual`` fits."""
        return next(self.mismatches(actual, "", effort), None) is None

    def other(self, actual: Any, path: str, expected: str = "") -> Mismatch:
        """The mismatch of the whole value."""
        wanted = expected or shown(self.source)
        return Mismatch(path, f"expected {wanted}, given {shown(actual)}", self.source, actual)


class Scalar(Expected):
    """Exactly this text, number, truth value or null."""

    __slots__ = ()

    def mismatches(self, actual: Any, path: str, effort: Effort) -> Iterator[Mismatch]:
        effort.spend()
        if not _same(self.source, actual):
            yield self.other(actual, path)


class Items(Expected):
    """A list with these items, in this order."""

    __slots__ = ("items",)

    def __init__(self, source: Any, items: list[Expected]) -> None:
        super().__init__(source)
        self.items = items

    def mismatches(self, actual: Any, path: str, effort: Effort) -> Iterator[Mismatch]:
        effort.spend()
        if not isinstance(actual, list):
            yield self.other(actual, path)
            return
        for number, item in enumerate(self.items):
            given = actual[number] if number < len(actual) else ABSENT
            yield from item.mismatches(given, below(path, number), effort)
        yield from (surplus(actual[n], below(path, n)) for n in range(len(self.items), len(actual)))


class Fields(Expected):
    """An object with these fields, and unless ``partial`` no others."""

    __slots__ = ("fields", "partial")

    def __init__(self, source: Any, fields: dict[str, Expected], partial: bool) -> None:
        super().__init__(source)
        self.fields, self.partial = fields, partial

    def mismatches(self, actual: Any, path: str, effort: Effort) -> Iterator[Mismatch]:
        effort.spend()
        if not isinstance(actual, dict):
            yield self.other(actual, path)
            return
        for name in sorted(self.fields if self.partial else {**self.fields, **actual}):  # whatever made them
            field = self.fields.get(name)
            if field is None:
                yield surplus(actual[name], below(path, name))
            else:
                yield from field.mismatches(actual.get(name, ABSENT), below(path, name), effort)


def exactly(value: Any) -> Expected:
    """``value`` as it stands; nothing in it is a matcher."""
    if isinstance(value, list | tuple):
        return Items(value, [exactly(item) for item in value])
    if isinstance(value, dict):
        return Fields(value, {name: exactly(item) for name, item in value.items()}, partial=False)
    return Scalar(value)


def compared(expected: Expected, actual: Any, path: str = "") -> list[Mismatch]:
    """Every place where ``actual`` does not fit, a hundred at most; raises LimitExceeded."""
    try:
        return list(islice(expected.mismatches(actual, path, Effort()), MAX_DIFFERENCES))
    except RecursionError:
        raise too_deep() from None


def too_deep() -> LimitExceeded:
    """The error of values that are nested too deeply to be compared."""
    return LimitExceeded(limit="depth", detail="the values are nested too deeply to be compared")


def surplus(actual: Any, path: str) -> Mismatch:
    """The mismatch of something that should not be there."""
    return Mismatch(path, f"expected nothing, given {shown(actual)}", actual=actual)


def _same(one: Any, other: Any) -> bool:
    """Equality of JSON scalars: true is not 1, and 1 is 1.0."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return bool(one == other)


def shown(value: Any) -> str:
    """``value`` as a message shows it: JSON, cut when it is long."""
    if value is ABSENT:
        return "nothing"
    try:
        text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=repr)
    except (ValueError, RecursionError):
        text = f"<{type(value).__name__}>"
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 20]}… ({len(text)} characters)"
