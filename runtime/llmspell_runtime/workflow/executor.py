"""What steps do: each kind through the session's own functions."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, cast
from weakref import WeakValueDictionary

from llmspell.agent.errors import NotFound
from llmspell.agent.types import AgentConfig
from llmspell.tool.types import Status as ToolStatus
from llmspell.workflow.errors import AmbiguousAgent, InvalidValue
from llmspell.workflow.types import Kind

from llmspell_runtime.hook.points import WORKFLOW_STEP, hooked, through
from llmspell_runtime.script.service import Scripts
from llmspell_runtime.workflow.engine import StepCall
from llmspell_runtime.workflow.formulas import as_text

if TYPE_CHECKING:
    from bridge_runtime.session import Session


class SessionSteps:
    """Executes the steps of workflows with the tools, agents and handlers of one session."""

    def __init__(
        self, session: Session, sleep: Callable[[float], Awaitable[None]], handle_of: Callable[[str], str]
    ) -> None:
        """``handle_of`` gives the handle of the run with an id."""
        self._session, self._sleep, self._handle_of = session, sleep, handle_of
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        """One lock for each agent that answers: a conversation takes one question at a time."""

    async def __call__(self, call: StepCall) -> Any:
        """The output of one attempt of a step; raises BridgeError."""
        work = _WORK[call.kind]
        if not hooked(self._session, WORKFLOW_STEP):
            return await work(self, call)
        payload = {
            "workflow": call.workflow,
            "run": self._handle_of(call.run),
            "step": call.step,
            "kind": call.kind.value,
            "input": call.input,
            "attempt": call.attempt,
        }
        return await through(
            self._session,
            WORKFLOW_STEP,
            payload,
            lambda given: work(self, replace(call, input=given["input"])),
        )

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
            handle = find_agent(self._session, call.settings["agent"])
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
        scripts = cast(Scripts, self._session.service("script"))
        return await scripts.handlers.call(call.settings["handler"], call.input)

    async def _transform(self, call: StepCall) -> Any:
        return call.input

    async def _wait(self, call: StepCall) -> None:
        if isinstance(call.input, bool) or not isinstance(call.input, int | float) or call.input < 0:
            raise InvalidValue(
                step=call.key, reason=f"it waits for seconds, given {as_text(call.input)[:60]}"
            )
        await self._sleep(call.input)

    async def _emit(self, call: StepCall) -> None:
        if not isinstance(call.input, dict):
            raise InvalidValue(
                step=call.key, reason=f"an event's data is an object, given {as_text(call.input)[:60]}"
            )
        given = {"type": call.settings["event"], "data": call.input}
        await self._session.acall("event.emit", given)


_WORK: Final[dict[Kind, Callable[[SessionSteps, StepCall], Awaitable[Any]]]] = {
    Kind.TOOL: SessionSteps._tool,
    Kind.AGENT: SessionSteps._agent,
    Kind.SCRIPT: SessionSteps._script,
    Kind.TRANSFORM: SessionSteps._transform,
    Kind.WAIT: SessionSteps._wait,
    Kind.EMIT: SessionSteps._emit,
}


def find_agent(session: Session, name: str) -> str:
    """The handle of the agent that ``name`` means: its handle, or the only one of that name. Raises NotFound, InvalidValue."""
    agents = session.call("agent.list", {})
    found: list[str] = [agent.id for agent in agents if agent.id == name] or [
        agent.id for agent in agents if agent.name == name
    ]
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFound(agent=name)
    raise AmbiguousAgent(agent=name, handles=", ".join(found))
