"""What runs tell: events, and what came of them as the interface shows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from bridge_runtime.errors import BridgeError
from bridge_runtime.values import copied
from llmspell.shared.types import ErrorInfo
from llmspell.workflow.types import RunInfo, RunResult, Status, StepOutcome, StepStatus

from llmspell_runtime.provider.reporting import traced
from llmspell_runtime.tool.redaction import redacted
from llmspell_runtime.workflow.engine import Ending, Outcome, StepCall
from llmspell_runtime.workflow.resources import Run

if TYPE_CHECKING:
    from bridge_runtime.session import Session


class Reporter:
    """Tells the session's subscribers what happens in runs."""

    def __init__(self, session: Session, runs: Mapping[str, Run]) -> None:
        self._events, self._runs = session.events, runs

    def started(self, run: str, input: Any) -> None:
        self._emit("workflow.start", run, lambda: {"input": redacted(input)})

    def step_started(self, call: StepCall) -> None:
        self._emit(
            "workflow.step_start",
            call.run,
            lambda: {"step": call.step, "key": call.key, "kind": call.kind, "attempt": call.attempt},
        )

    def step_retried(self, call: StepCall, delay: float, error: BridgeError) -> None:
        self._emit(
            "workflow.retry",
            call.run,
            lambda: {
                "step": call.step,
                "key": call.key,
                "attempt": call.attempt,
                "delay_seconds": delay,
                "error": shown(error),
            },
        )

    def step_ended(self, run: str, outcome: Outcome) -> None:
        self._emit("workflow.step", run, lambda: redacted(as_json(outcome)))

    def paused(self, run: str) -> None:
        self._moved("workflow.paused", run)

    def resumed(self, run: str) -> None:
        self._moved("workflow.resumed", run)

    def ended(self, run: str, ending: Ending) -> None:
        if ending.status == Status.CANCELLED:
            self._moved("workflow.cancelled", run)
            return
        about = {"steps": _worked(ending), "duration_ms": _milliseconds(ending)}
        if ending.error is not None:
            error = ending.error
            self._emit("workflow.error", run, lambda: {**about, "error": redacted(shown(error))})
        else:
            self._emit("workflow.complete", run, lambda: {**about, "output": redacted(ending.output)})

    def _moved(self, type: str, run: str) -> None:
        self._emit(type, run, lambda: {})

    def _emit(self, type: str, run: str, data: Callable[[], dict[str, Any]]) -> None:
        if self._events.hears(type):
            found = self._runs[run]
            self._events.emit(type, {"run": found.handle, "workflow": found.workflow, **data()})


def as_json(outcome: Outcome) -> dict[str, Any]:
    """What came of a step, as events and checkpoints show it."""
    found: dict[str, Any] = {
        "key": outcome.key,
        "step": outcome.step,
        "kind": outcome.kind.value,
        "status": outcome.status.value,
        "attempts": outcome.attempts,
        "duration_ms": outcome.duration_ms,
    }
    if outcome.status == StepStatus.COMPLETED:
        found["output"] = outcome.output
    if outcome.error is not None:
        found["error"] = shown(outcome.error)
    return found


def result_of(run: Run, ending: Ending) -> RunResult:
    """What came of a run that did not fail."""
    more = {"output": copied(ending.output)} if ending.status == Status.COMPLETED else {}
    return RunResult(
        run=run.handle,
        workflow=run.workflow,
        status=ending.status,
        steps=[StepOutcome(**copied(as_json(outcome))) for outcome in ending.outcomes],
        duration_ms=_milliseconds(ending),
        **more,
    )


def info_of(run: Run, ending: Ending) -> RunInfo:
    """What is known of a run."""
    return RunInfo(
        run=run.handle,
        id=run.id,
        workflow=run.workflow,
        status=ending.status,
        steps=len(ending.outcomes),
        duration_ms=_milliseconds(ending),
        error=None if ending.error is None else ErrorInfo.model_validate(shown(ending.error)),
    )


def shown(error: BridgeError) -> dict[str, Any]:
    """An error as data, with the trace id of the call that it belongs to."""
    return traced(error).to_json()


def _worked(ending: Ending) -> int:
    return sum(outcome.status != StepStatus.SKIPPED for outcome in ending.outcomes)


def _milliseconds(ending: Ending) -> float:
    return round(ending.elapsed * 1000, 3)
