"""What passes each point: its payload and result, as types of the interface, and what of them a hook cannot change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bridge_runtime.problems import describe, problems_of
from bridge_runtime.records import Record
from bridge_runtime.values import copied
from llmspell.agent.types import RunResult, StructuredResult
from llmspell.hook.types import (
    AgentRunPayload,
    CustomPayload,
    GeneratePayload,
    Point,
    ToolCallPayload,
    WorkflowStepPayload,
)
from llmspell.provider.types import ChatResult
from pydantic import ValidationError

from llmspell_runtime.tool.schemas import checker

Payload = GeneratePayload | ToolCallPayload | AgentRunPayload | WorkflowStepPayload | CustomPayload

TYPES: Final[Mapping[str, type[Record]]] = {
    Point.GENERATE: GeneratePayload,
    Point.TOOL_CALL: ToolCallPayload,
    Point.AGENT_RUN: AgentRunPayload,
    Point.WORKFLOW_STEP: WorkflowStepPayload,
}
"""The payloads of the runtime's own points."""

FIXED: Final[Mapping[str, tuple[str, ...]]] = {
    Point.GENERATE: ("provider", "streaming", "agent"),
    Point.TOOL_CALL: ("tool", "execution", "mode"),
    Point.AGENT_RUN: ("agent", "agent_id", "streaming", "schema"),
    Point.WORKFLOW_STEP: ("workflow", "run", "step", "kind", "attempt"),
}
"""What names the call, and would make it another one."""


class Unfit(ValueError):
    """A payload or result is not what the point carries; the message says why."""


def shown(point: str, payload: Any) -> dict[str, Any]:
    """A copy of a payload as handlers see it: with the ``point`` that says which it is."""
    if point in TYPES:
        return {"point": point, **copied(payload)}
    return {"point": "custom", "name": point, "value": copied(payload)}


def checked(point: str, payload: Any) -> Any:
    """A payload that a program made, in the form that passes the point. Raises Unfit."""
    expected = TYPES.get(point)
    if expected is None:
        return payload
    if not isinstance(payload, dict):
        raise Unfit(f"expected an object, given {type(payload).__name__}")
    given = {"point": point, **payload}
    try:
        return _plain(expected.model_validate(given))
    except ValidationError as error:
        raise Unfit(describe(problems_of(error, given, expected))) from None


def changed(point: str, before: Any, answer: Payload) -> Any:
    """The payload that a handler gives in place of ``before``, in the form that passes the point. Raises Unfit."""
    if point not in TYPES:
        if not isinstance(answer, CustomPayload) or answer.name != point:
            raise Unfit(f"its payload is not one of {point!r}; change the call's and give it back")
        return answer.value
    if answer.point != point:
        raise Unfit(f"its payload is one of {answer.point!r}; change the call's and give it back")
    after = _plain(answer)
    for name in FIXED[point]:
        if before.get(name) != after.get(name):
            raise Unfit(f"{name} names the call and cannot be changed from {before.get(name)!r}")
    return after


def check_result(point: str, payload: Any, result: Any) -> None:
    """Raise Unfit when ``result`` is not what the point gives for such a payload."""
    expected: type[Record]
    if point == Point.GENERATE:
        expected = ChatResult
    elif point == Point.AGENT_RUN:
        expected = StructuredResult if "schema" in payload else RunResult
    else:
        return
    try:
        expected.model_validate(result)
    except ValidationError as error:
        problems = describe(problems_of(error, result, expected))
        raise Unfit(f"its result is no {expected.__name__}: {problems}") from None
    if expected is StructuredResult:
        issues = checker(payload["schema"], any_value=True).issues(result["value"])
        if issues:
            raise Unfit(f"its result's value does not fit the schema: {issues[0].message}")


def _plain(payload: Record) -> dict[str, Any]:
    return payload.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude={"point"})
