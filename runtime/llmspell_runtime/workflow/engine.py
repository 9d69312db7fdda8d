"""What runs definitions, seen from outside: the seam between this bridge and the engine beneath it.

An engine gets a definition as text and interprets it. It knows the patterns, retries, timeouts and checkpoints, and
nothing of tools or agents: what a step does is the executor's, who is told of every happening is the observer's.
Runs are addressed by id alone, so that an engine may run them in another process.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from bridge_runtime.errors import BridgeError
from llmspell.workflow.types import Kind, Status, StepStatus


@dataclass(slots=True)
class Outcome:
    """What came of one step; ``key`` says where it stands in the run, the same each time the run is repeated."""

    key: str
    step: str
    kind: Kind
    status: StepStatus
    attempts: int = 0
    output: Any = None
    error: BridgeError | None = None
    duration_ms: float = 0.0


@dataclass(slots=True)
class Order:
    """A run to start."""

    run: str
    """Its id, unique everywhere."""
    definition: str
    """The definition as JSON, with the definitions of all workflows that it names."""
    input: Any = None
    outcomes: tuple[Outcome, ...] = ()
    """Steps that an earlier session completed; they do not run again."""
    pause_after: frozenset[str] = frozenset()
    timeout: float | None = None
    elapsed: float = 0.0
    """Seconds that earlier sessions spent on it."""
    paused: bool = False
    """Whether it waits, before its first new step, to be resumed."""


@dataclass(slots=True)
class StepCall:
    """One attempt of one step. The executor may change nothing in it but its own copy of ``input``."""

    run: str
    workflow: str
    key: str
    step: str
    kind: Kind
    settings: Mapping[str, Any]
    """The step as it is written."""
    input: Any
    """What it works on, templates filled: a tool's arguments, an agent's question, a handler's argument."""
    attempt: int

    @property
    def idempotency_key(self) -> str:
        """The same when an attempt is repeated after a crash; for systems that take a request only once."""
        return f"{self.run}/{self.key}#{self.attempt}"


class StepExecutor(Protocol):
    """Does the work of a step, and gives its output as JSON; raises BridgeError."""

    async def __call__(self, call: StepCall) -> Any: ...


class Observer(Protocol):
    """Is told what happens in runs, when it happens; must not raise."""

    def started(self, run: str, input: Any) -> None: ...
    def step_started(self, call: StepCall) -> None: ...
    def step_retried(self, call: StepCall, delay: float, error: BridgeError) -> None: ...
    def step_ended(self, run: str, outcome: Outcome) -> None: ...
    def paused(self, run: str) -> None: ...
    def resumed(self, run: str) -> None: ...
    def ended(self, run: str, ending: Ending) -> None: ...


class Keeper(Protocol):
    """Keeps what a run has come to where a crash does not reach it; raises BridgeError."""

    async def step_ended(self, run: str, outcome: Outcome, elapsed: float) -> None: ...
    async def ended(self, run: str, ending: Ending) -> None: ...


@dataclass(slots=True)
class Ending:
    """What a run has come to: its end, or (``status`` is paused) as far as it is."""

    status: Status
    output: Any = None
    error: BridgeError | None = None
    elapsed: float = 0.0
    """Seconds, pauses not counted."""
    outcomes: list[Outcome] = field(default_factory=list)


class Engine(ABC):
    """Runs definitions. Steps run at least once: an attempt that a crash cut short is repeated under its key."""

    @abstractmethod
    async def start(self, order: Order) -> None:
        """Begin a run, or go on with one of which ``order.outcomes`` are known; does not wait for it."""

    @abstractmethod
    async def pause(self, run: str) -> None:
        """Let no further step begin; the run is paused when those under way have ended."""

    @abstractmethod
    async def resume(self, run: str) -> None:
        """Let a run that is paused, or about to be, go on."""

    @abstractmethod
    async def cancel(self, run: str) -> None:
        """End a run, the steps under way too; returns when they have ended."""

    @abstractmethod
    def status(self, run: str) -> Status:
        """How far a run has come."""

    @abstractmethod
    def so_far(self, run: str) -> Ending:
        """What a run has come to at this moment."""

    @abstractmethod
    async def result(self, run: str) -> Ending:
        """Wait until a run has ended or is paused; an error of the run is in what is returned, not raised."""

    @abstractmethod
    async def forget(self, run: str) -> None:
        """Stop a run without recording an end, so that it can go on elsewhere, and let go of it."""
