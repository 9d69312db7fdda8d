"""A run as data: what it was given, and what has come of its steps."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from bridge_runtime.errors import BridgeError
from llmspell.workflow.types import Kind, StepOutcome, StepStatus
from pydantic import ValidationError

from llmspell_runtime.workflow.documents import NotWorkflow, definition_of
from llmspell_runtime.workflow.engine import Order, Outcome

FORMAT: Final = "llmspell.workflow.run"
VERSION: Final = 1
_ID: Final = 200
"""Characters of a run's id."""

ErrorClass = Callable[[str], "type[BridgeError] | None"]


class NotCheckpoint(ValueError):
    """The data is no checkpoint, or of a version that is not known here; the message says which."""


def written(order: Order) -> dict[str, Any]:
    """What a run was given, without its steps."""
    found = {
        "format": FORMAT,
        "version": VERSION,
        "id": order.run,
        "definition": json.loads(order.definition),
        "input": order.input,
    }
    return found if order.timeout is None else {**found, "timeout_seconds": order.timeout}


def order_of(checkpoint: Mapping[str, Any], error_class: ErrorClass) -> Order:
    """The run that goes on from a checkpoint, whose definition has the right form. Raises NotCheckpoint."""
    if checkpoint.get("format") != FORMAT:
        raise NotCheckpoint(f'it has no "format": "{FORMAT}"')
    version = checkpoint.get("version")
    if version != VERSION or version is True:
        raise NotCheckpoint(f"it has version {version!r}; version {VERSION} is known here")
    id, elapsed, steps = checkpoint.get("id"), checkpoint.get("elapsed_seconds", 0.0), checkpoint.get("steps")
    if not isinstance(id, str) or not 0 < len(id) <= _ID:
        raise NotCheckpoint(f"its id is no text of at most {_ID} characters")
    timeout = checkpoint.get("timeout_seconds")
    if not _is_time(elapsed) or not (timeout is None or (_is_time(timeout) and timeout > 0)):
        raise NotCheckpoint("its elapsed_seconds or timeout_seconds are no seconds")
    if not isinstance(steps, list):
        raise NotCheckpoint("its steps are not a list")
    try:
        definition_of(checkpoint.get("definition"))
    except NotWorkflow as error:
        raise NotCheckpoint(f"its definition is none: {error}") from None
    return Order(
        run=id,
        definition=json.dumps(checkpoint["definition"], ensure_ascii=False),
        input=checkpoint.get("input"),
        outcomes=tuple(outcome_of(step, number, error_class) for number, step in enumerate(steps)),
        timeout=timeout,
        elapsed=elapsed,
    )


def outcome_of(data: Any, number: int, error_class: ErrorClass) -> Outcome:
    """The step that ``reporting.as_json`` wrote; raises NotCheckpoint."""
    try:
        step = StepOutcome.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise NotCheckpoint(f"its step {number}: {place or 'it'}: {first['msg']}") from None
    if (step.status == StepStatus.FAILED) != (step.error is not None):
        raise NotCheckpoint(f"its step {number}: a step has an error when it failed, and only then")
    failed = None
    if step.error is not None:
        found = error_class(step.error.code)
        failed = BridgeError.from_json(data["error"], {step.error.code: found} if found else None)
    return Outcome(
        step.key,
        step.step,
        Kind(step.kind),
        step.status,
        step.attempts,
        step.output,
        failed,
        step.duration_ms,
    )


def _is_time(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 1e9
