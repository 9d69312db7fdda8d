"""How much work one check may do: schemas and values come from strangers, and a few lines can ask for years of it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final

MAX_STEPS: Final = 1_000_000
"""About a microsecond each."""


_TOO_DEEP: Final = "the value is nested too deeply, or the schema refers to itself without end"
_UNWATCHED: Final = 40
"""Schemas deep that a check goes before it looks at the room that is left."""
_FRAMES_PER_LEVEL: Final = 4
_RESERVE: Final = 120


class TooComplex(Exception):
    """A check needs more steps or goes deeper than is allowed; the message says which."""


class Budget:
    """The steps that are left of one check, and how deep it is."""

    __slots__ = ("_deepest", "depth", "kept", "left", "referred")

    def __init__(self, steps: int = MAX_STEPS) -> None:
        self.left = steps
        self.depth = 0
        self._deepest = _UNWATCHED
        self.kept: dict[int, frozenset[object]] = {}
        """What was found out about parts of the schema, by their ids; they live as long as the check."""
        self.referred: dict[tuple[int, int, str], tuple[Any, Any]] = {}
        """What references refer to; see ``referring``."""

    def spend(self, steps: int) -> None:
        """Take ``steps``; raises TooComplex when they are not there."""
        self.left -= steps
        if self.left < 0:
            raise TooComplex(f"it needs more than {MAX_STEPS} steps")

    def enter(self) -> None:
        """Go one schema deeper; whoever does so takes one from ``depth`` afterwards. Raises TooComplex.

        The room is that of Python's stack, looked at before it is used up: a library in Rust that meets its end
        on the way dies of it.
        """
        self.depth += 1
        if self.depth > self._deepest:
            room = sys.getrecursionlimit() - _frames() - _RESERVE
            self._deepest = self.depth + room // _FRAMES_PER_LEVEL
            if room < _FRAMES_PER_LEVEL:
                self.depth -= 1
                raise TooComplex(_TOO_DEEP)


def _frames() -> int:
    count, frame = 0, sys._getframe()
    while frame.f_back is not None:
        count, frame = count + 1, frame.f_back
    return count


_current: ContextVar[Budget] = ContextVar("schema_budget")


def current() -> Budget:
    """The budget of the check under way."""
    return _current.get()


def spend(steps: int) -> None:
    """Take ``steps`` from the budget of the check under way; raises TooComplex when they are not there."""
    _current.get().spend(steps)


def kept(part: object, make: Callable[[], frozenset[object]]) -> frozenset[object]:
    """What ``make`` finds out about a part of the schema, once in each check."""
    found = _current.get().kept
    if id(part) not in found:
        found[id(part)] = make()
    return found[id(part)]


@contextmanager
def spending(budget: Budget | None = None) -> Iterator[Budget]:
    """Do the checks of the block within ``budget``, or within that of a check around it. Raises TooComplex.

    A recursion that Python stops is one that goes too deep.
    """
    found = budget or _current.get(None) or Budget()
    token = _current.set(found)
    try:
        yield found
    except RecursionError:
        raise TooComplex(_TOO_DEEP) from None
    finally:
        _current.reset(token)


def weight(schema: Any) -> int:
    """Steps that looking at one schema costs, whatever the value."""
    if not isinstance(schema, dict):
        return 1
    properties, required = schema.get("properties"), schema.get("required")
    return (
        1
        + len(schema)
        + (len(properties) if isinstance(properties, dict) else 0) // 8
        + (len(required) if isinstance(required, list) else 0) // 8
    )
