"""A hook: where it stands, whether it is called, what its failures do, and how it has done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol

from bridge_runtime.errors import BridgeError
from bridge_runtime.resources import Resource
from llmspell.hook.types import FailurePolicy, HookInfo, Phase, Priority, Type

from llmspell_runtime.provider.reporting import error_info, traced

if TYPE_CHECKING:
    from bridge_runtime.events import EventBus

    from llmspell_runtime.hook.points import Passage, Work

OUTERMOST_FIRST: Final = (Priority.HIGHEST, Priority.HIGH, Priority.NORMAL, Priority.LOW, Priority.LOWEST)


class Behaviour(Protocol):
    """What a hook does to the calls that meet it."""

    @property
    def changes_result(self) -> bool:
        """Whether it could give another result than what came out."""

    async def surround(self, hook: Hook, passage: Passage, payload: Any, proceed: Work) -> Any:
        """The result of the call."""

    def report(self) -> dict[str, Any]:
        """Fields of a HookInfo that only hooks of this behaviour have."""

    def close(self) -> None:
        """Let go of what it holds outside of calls."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a hook was registered with, beside what it does."""

    type: Type
    points: tuple[str, ...]
    name: str = ""
    """Empty for a hook that is called by its handle."""
    priority: Priority = Priority.NORMAL
    on_failure: FailurePolicy = FailurePolicy.FAIL
    max_failures: int = 3
    observe: bool = False


class Hook(Resource):
    """One hook of a session."""

    def __init__(
        self,
        settings: Settings,
        behaviour: Behaviour,
        order: int,
        events: EventBus,
        changed: Callable[[], None],
        *,
        enabled: bool = True,
    ) -> None:
        """``order`` counts the session's hooks; ``changed`` is called when this one was switched on or off."""
        self.settings = settings
        self.behaviour = behaviour
        self.order = order
        self.enabled = enabled
        self.part_of: Hook | None = None
        """The composed hook that it is a member of."""
        self.events = events
        self._changed = changed
        self.calls = self.failures = 0
        self._failures_in_a_row = 0
        self._disabled_by_failures = False
        self._last_error: BridgeError | None = None

    def __repr__(self) -> str:
        return f"<Hook {self.handle} {self.name} at {', '.join(self.points)}>"

    @property
    def name(self) -> str:
        return self.settings.name or self.handle

    @property
    def points(self) -> tuple[str, ...]:
        """Where it stands."""
        return self.settings.points

    @property
    def place(self) -> tuple[int, int]:
        """Sorts hooks from the outside in."""
        return OUTERMOST_FIRST.index(self.settings.priority), self.order

    @property
    def changes_result(self) -> bool:
        return self.behaviour.changes_result

    async def surround(self, passage: Passage, payload: Any, proceed: Work) -> Any:
        """The result of a call that meets this hook."""
        self.calls += 1
        return await self.behaviour.surround(self, passage, payload, proceed)

    def switch(self, enabled: bool) -> None:
        """Have it called, or not."""
        self.enabled = enabled
        self._failures_in_a_row = 0
        self._disabled_by_failures = False
        self._changed()

    def close(self) -> None:
        self.enabled = False
        self.behaviour.close()
        self._changed()

    def worked(self) -> None:
        """Its handler did what it may."""
        self._failures_in_a_row = 0

    def failed(self, passage: Passage, phase: Phase, error: BridgeError) -> None:
        """Its handler failed: raises ``error`` when the policy is to fail the call, and returns when it goes on."""
        self.failures += 1
        self._failures_in_a_row += 1
        self._last_error = traced(error)
        policy, in_a_row = self.settings.on_failure, self._failures_in_a_row
        about = {"hook": self.name, "hook_id": self.handle}
        if self.events.hears("hook.error"):
            where = {"point": passage.point, "phase": phase, "call": passage.id}
            self.events.emit("hook.error", {**about, **where, "policy": policy, "error": error.to_json()})
        if policy is FailurePolicy.FAIL:
            raise error
        if policy is FailurePolicy.DISABLE and in_a_row >= self.settings.max_failures and self.enabled:
            self.enabled, self._disabled_by_failures = False, True
            self._changed()
            self.events.emit("hook.disable", {**about, "failures": in_a_row})

    def info(self) -> HookInfo:
        """What it is and has done."""
        settings = self.settings
        return HookInfo(
            id=self.handle,
            name=self.name,
            type=settings.type,
            points=list(self.points),
            priority=settings.priority,
            enabled=self.enabled,
            on_failure=settings.on_failure,
            observe=settings.observe,
            calls=self.calls,
            failures=self.failures,
            part_of=None if self.part_of is None else self.part_of.handle,
            disabled_by_failures=True if self._disabled_by_failures else None,
            last_error=None if self._last_error is None else error_info(self._last_error),
            **self.behaviour.report(),
        )
