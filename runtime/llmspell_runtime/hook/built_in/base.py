"""What the ready-made hooks have in common: where they stand, whom they are for, what they count."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Protocol

from bridge_runtime.errors import BridgeError, Cancelled
from llmspell.hook.errors import InvalidOptions
from llmspell.hook.types import BuiltIn, Point, Priority

if TYPE_CHECKING:
    from llmspell_runtime.hook.points import Passage, Work
    from llmspell_runtime.hook.resource import Hook

SUBJECTS: Final[Mapping[str, str]] = {
    Point.GENERATE: "provider",
    Point.TOOL_CALL: "tool",
    Point.AGENT_RUN: "agent",
    Point.WORKFLOW_STEP: "step",
}
"""The field of a payload that says what a call is about."""


class Options(Protocol):
    """What the options of every ready-made hook have."""

    kind: Any
    points: list[str] | None
    name: str | None
    priority: Priority
    only: list[str] | None


class ReadyMade(ABC):
    """Base of the ready-made hooks."""

    default_points: Sequence[str] = tuple(Point)
    changes_result = False

    def __init__(self, options: Options) -> None:
        self.kind = BuiltIn(options.kind)
        self.points = tuple(options.points or self.default_points)
        self._only = frozenset(options.only or ())
        self.counts: Counter[str] = Counter()

    async def surround(self, hook: Hook, passage: Passage, payload: Any, proceed: Work) -> Any:
        """The result of a call that meets the hook."""
        if self._only and subject_of(passage.point, payload) not in self._only:
            return await proceed(payload)
        return await self.around(hook, passage, payload, proceed)

    @abstractmethod
    async def around(self, hook: Hook, passage: Passage, payload: Any, proceed: Work) -> Any:
        """The result of a call that the hook is for."""

    def report(self) -> dict[str, Any]:
        """What ``hook.get_info`` says beside what it says of every hook."""
        return {"built_in": self.kind, **({"counts": dict(self.counts)} if self.counts else {})}

    def close(self) -> None:  # noqa: B027 - most hold nothing
        """Let go of what the hook holds outside of calls."""

    def refused(self, option: str, reason: str) -> InvalidOptions:
        """The error for an option that cannot be."""
        return InvalidOptions(built_in=self.kind, option=option, reason=reason)


Maker = Callable[[Any], ReadyMade]


def subject_of(point: str, payload: Any) -> str:
    """What a call is about: the provider, tool, agent or step; an own point's name."""
    field = SUBJECTS.get(point)
    return point if field is None else str(payload[field])


def code_of(error: BaseException) -> str:
    """The code under which an error is counted."""
    if isinstance(error, BridgeError):
        return error.code
    return "runtime.internal" if isinstance(error, Exception) else Cancelled.code
