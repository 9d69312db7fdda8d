"""The tools of a run: what the model is told of them, and running what it asks for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import anyio
from bridge_runtime.errors import BridgeError, Cancelled, SessionClosed
from bridge_runtime.values import canonical_json
from llmspell.agent.errors import UnknownTool
from llmspell.agent.types import ToolOutcome
from llmspell.shared.types import Message, Role, ToolSpec
from llmspell.tool.errors import NotFound
from llmspell.tool.types import Status

from llmspell_runtime.provider.protocol import RequestedTool

if TYPE_CHECKING:
    from bridge_runtime.session import Session


class Toolbox:
    """The tools that one agent may use, by name."""

    def __init__(self, session: Session, agent: str, names: Sequence[str]) -> None:
        """Raises UnknownTool when one of ``names`` is not registered."""
        self._session = session
        self._names = tuple(names)
        self.specs = [self._spec(agent, name) for name in names]

    def _spec(self, agent: str, name: str) -> ToolSpec:
        try:
            tool: Any = self._session.call("tool.get", {"name": name})
        except NotFound:
            raise UnknownTool(agent=agent, tool=name) from None
        return ToolSpec(name=tool.name, description=tool.description, parameters=tool.parameters)

    async def run(self, calls: Sequence[RequestedTool]) -> list[ToolOutcome]:
        """Run ``calls`` at the same time; their outcomes in the order of the calls.

        What goes wrong with one of them is its outcome. Only cancellation ends them all.
        """
        if len(calls) == 1:
            return [await self._run(calls[0])]
        outcomes: dict[int, ToolOutcome] = {}

        async def one(place: int) -> None:
            outcomes[place] = await self._run(calls[place])

        try:
            async with anyio.create_task_group() as group:
                for place in range(len(calls)):
                    group.start_soon(one, place)
        except BaseExceptionGroup as errors:
            raise errors.exceptions[0] from None
        return [outcomes[place] for place in range(len(calls))]

    async def _run(self, call: RequestedTool) -> ToolOutcome:
        if call.name not in self._names:
            return _failed(call, self._unknown(call.name))
        if call.problem:
            return _failed(call, call.problem)
        try:
            value = await self._execute(call)
        except (Cancelled, SessionClosed):
            raise
        except BridgeError as error:
            return _failed(call, error.message)
        return ToolOutcome(
            id=call.id, name=call.name, arguments=call.arguments, content=_content(value), is_error=False
        )

    async def _execute(self, call: RequestedTool) -> Any:
        """The value of a tool; one that runs as a task of its own is waited for, as the model has to."""
        session = self._session
        result = await session.acall("tool.execute", {"name": call.name, "arguments": call.arguments})
        if result.status is Status.RUNNING:
            result = await session.acall("tool.wait", {"execution": result.execution})
        return result.value

    def _unknown(self, name: str) -> str:
        has = f"this agent has {', '.join(self._names)}" if self._names else "this agent has no tools"
        return f'there is no tool "{name}"; {has}'


def result_message(outcome: ToolOutcome) -> Message:
    """What the model is told of a call."""
    return Message(role=Role.TOOL, content=outcome.content, tool_call_id=outcome.id, name=outcome.name)


def _content(value: Any) -> str:
    return value if isinstance(value, str) else canonical_json(value, exact=True)


def _failed(call: RequestedTool, message: str) -> ToolOutcome:
    return ToolOutcome(
        id=call.id, name=call.name, arguments=call.arguments, content=f"Error: {message}", is_error=True
    )
