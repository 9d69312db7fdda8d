"""What steps do: each kind through the session's own functions."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakValueDictionary

from llmspell.agent.types import AgentConfig
from llmspell.tool.types import Status as ToolStatus
from llmspell.workflow.errors import InvalidValue
from llmspell.workflow.types import StepKind

from llmspell_runtime.workflow.engine import StepCall
from llmspell_runtime.workflow.formulas import as_text

if TYPE_CHECKING:
    from bridge_runtime.session import Session


class SessionSteps:
    """Executes the steps of workflows with the tools, agents and handlers of one session."""

    def __init__(self, session: Session, sleep: Callable[[float], Awaitable[None]]) -> None:
        self._session, self._sleep = session, sleep
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        """One lock for each agent that answers: a conversation takes one question at a time."""

    async def __call__(self, call: StepCall) -> Any:
        """The output of one attempt of a step; raises BridgeError."""
        return await _WORK[call.kind](self, call)

    async def _tool(self, call: StepCall) -> Any:
        if not isinstance(call.input, dict):
            reason = f"the tool {call.settings['tool']!r} takes an object of arguments, given {as_text(call.input)[:60]}"
            raise InvalidValue(step=call.key, reason=reason)
        session = self._session
        given = {"name": call.settings["tool"], "arguments": call.input}
        result = await session.acall("tool.execute", given)
        if result.status is ToolStatus.RUNNING:
            result = await session.acall("tool.wait", {"execution": result.execution})
        return result.value

    async def _agent(self, call: StepCall) -> Any:
        if "config" not in call.settings:
            name = call.settings["agent"]
            handle = find_agent(self._session, name)
            turn = self._turns.setdefault(handle, asyncio.Lock())
            async with turn:
                return await self._ask(handle, call)
        config = AgentConfig.model_validate(call.settings["config"])
        agent = await self._session.acall("agent.create", {"config": config})
        try:
            return await self._ask(agent, call)
        finally:
            await asyncio.shield(self._session.acall("agent.destroy", {"agent": agent}))

    async def _ask(self, agent: Any, call: StepCall) -> Any:
        question = {"agent": agent, "input": as_text(call.input)}
        schema = call.settings.get("output_schema")
        if schema is None:
            return (await self._session.acall("agent.run", question)).text
        return (await self._session.acall("agent.run_structured", {**question, "schema": schema})).value

    async def _script(self, call: StepCall) -> Any:
        handler = find_handler(self._session, call.settings["handler"])
        return await handler(call.input)

    async def _transform(self, call: StepCall) -> Any:
        return call.input

    async def _wait(self, call: StepCall) -> None:
        await self._sleep(call.input)

    async def _emit(self, call: StepCall) -> None:
        if not isinstance(call.input, dict):
            raise InvalidValue(step=call.key, reason=f"an event's data is an object, given {as_text(call.input)[:60]}")
        given = {"type": call.settings["event"], "data": call.input}
        await self._session.acall("event.emit", given)


_WORK: Final[dict[StepKind, Callable[[SessionSteps, StepCall], Awaitable[Any]]]] = {
    StepKind.TOOL: SessionSteps._tool,
    StepKind.AGENT: SessionSteps._agent,
    StepKind.SCRIPT: SessionSteps._script,
    StepKind.TRANSFORM: SessionSteps._transform,
    StepKind.WAIT: SessionSteps._wait,
    StepKind.EMIT: SessionSteps._emit,
}
