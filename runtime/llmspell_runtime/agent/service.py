"""The agent bridge: the agents of one session."""

from __future__ import annotations

import builtins
import re
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing
from contextvars import ContextVar
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any, Final, cast

from bridge_runtime.session import Session
from bridge_runtime.streams import reached
from llmspell.agent.constants import Limit
from llmspell.agent.errors import InvalidHandoff, NestedTooDeep, NotFound, UnknownTool
from llmspell.agent.service import AgentService
from llmspell.agent.types import (
    AgentChanges,
    AgentConfig,
    AgentInfo,
    ChunkKind,
    RunChunk,
    RunOptions,
    RunResult,
    State,
    StructuredOptions,
    StructuredResult,
    ToolOutcome,
    ToolSettings,
)
from llmspell.shared.types import Message, ToolCall
from llmspell.tool.types import Category, ToolDefinition, ToolDescription

from llmspell_runtime.agent.books import Books
from llmspell_runtime.agent.conversation import Conversation, unknown_to
from llmspell_runtime.agent.hooked import HookedRun, Request
from llmspell_runtime.agent.loop import Happening, Run, user_message
from llmspell_runtime.agent.remembered import RememberedConversation, make_conversation
from llmspell_runtime.agent.resource import Agent
from llmspell_runtime.agent.structured import StructuredAnswer
from llmspell_runtime.agent.tools import Toolbox
from llmspell_runtime.hook.points import AGENT_RUN, hooked
from llmspell_runtime.provider.reporting import as_error
from llmspell_runtime.provider.service import Providers

if TYPE_CHECKING:
    from llmspell_runtime.memory.conversations.conversation import Conversation as KeptConversation

DEFAULT_ATTEMPTS: Final = 3
TOOL_PARAMETERS: Final[Mapping[str, Any]] = {
    "type": "object",
    "properties": {"input": {"type": "string", "description": "What to ask the agent."}},
    "required": ["input"],
    "additionalProperties": False,
}
_depth: ContextVar[int] = ContextVar("depth of agents that were called as tools", default=0)


class Agents(AgentService[Agent, "KeptConversation"]):
    """Makes agents and runs them."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._next_run = count(1).__next__

    @property
    def _providers(self) -> Providers:
        return cast(Providers, self.session.service("provider"))

    # --- making and changing ------------------------------------------------------------------

    def create(self, config: AgentConfig) -> Agent:
        self._check(config)
        return Agent(config, make_conversation(self.session, config))

    def destroy(self, agent: Agent) -> None:
        agent.close()
        self._let_go(agent.conversation)

    def use_conversation(self, agent: Agent, conversation: KeptConversation) -> None:
        before = agent.conversation
        agent.exchange(RememberedConversation(conversation, owned=False))
        self._let_go(before)

    def _let_go(self, conversation: Conversation) -> None:
        """Close what memory holds for an agent that has no more use for it."""
        if isinstance(conversation, RememberedConversation) and conversation.owned:
            self.session.call("memory.close_conversation", {"conversation": conversation.memory})

    def configure(self, agent: Agent, changes: AgentChanges) -> AgentInfo:
        kept = {name: getattr(agent.config, name) for name in agent.config.model_fields_set}
        given = {name: getattr(changes, name) for name in changes.model_fields_set}
        config = AgentConfig(**{**kept, **given})
        self._check(config)
        agent.config = config
        agent.changed()
        return agent.info()

    def _check(self, config: AgentConfig) -> None:
        """Raise what a run with this configuration would fail with at once."""
        self._providers.resolve(config.provider)
        for tool in config.tools or ():
            if not self.session.call("tool.exists", {"name": tool}):
                raise UnknownTool(agent=config.name, tool=tool)

    # --- looking ------------------------------------------------------------------------------

    def get_state(self, agent: Agent) -> State:
        return agent.state

    def get_info(self, agent: Agent) -> AgentInfo:
        return agent.info()

    def get_messages(self, agent: Agent) -> builtins.list[Message]:
        return agent.conversation.messages

    def list(self) -> builtins.list[AgentInfo]:
        live = cast("builtins.list[Agent]", self.session.handles.of("agent.Agent"))
        return [agent.info() for agent in live]

    def reset(self, agent: Agent) -> None:
        agent.reset()

    # --- running ------------------------------------------------------------------------------

    async def run(self, agent: Agent, input: str, options: RunOptions | None = None) -> RunResult:
        return await self._answer(agent, Request(input, options))

    async def run_structured(
        self, agent: Agent, input: str, schema: dict[str, Any], options: StructuredOptions | None = None
    ) -> StructuredResult:
        request = Request(input, options, schema)
        if not hooked(self.session, AGENT_RUN):
            return await self._structured(agent, request)
        result = await self._hooked(agent, request).result_of(partial(self._structured, agent))
        return StructuredResult.model_validate(result)

    async def stream(
        self, agent: Agent, input: str, options: RunOptions | None = None
    ) -> AsyncIterator[RunChunk]:
        request = Request(input, options)
        happenings = self._happenings(agent, request, streaming=True)
        if hooked(self.session, AGENT_RUN):
            streamed = partial(self._happenings, agent, streaming=True)
            happenings = self._hooked(agent, request, streaming=True).happenings_of(streamed)
        async with aclosing(happenings):
            async for happening in happenings:
                yield _chunk(happening)

    async def handoff(
        self, agent: Agent, target: Agent, input: str, options: RunOptions | None = None
    ) -> RunResult:
        if agent is target:
            raise InvalidHandoff(agent=agent.config.name)
        target.require_rest()
        given = unknown_to(target.conversation.messages, agent.conversation.messages)
        await target.conversation.add(given)
        target.changed()
        self.session.events.emit(
            "agent.handoff",
            {
                "agent": agent.config.name,
                "agent_id": agent.handle,
                "target": target.config.name,
                "target_id": target.handle,
                "messages": len(given),
            },
        )
        return await self._answer(target, Request(input, options))

    def as_tool(self, agent: Agent, settings: ToolSettings | None = None) -> ToolDescription:
        settings = settings or ToolSettings()
        name = settings.name or _tool_name(agent.config.name)
        about = settings.description or agent.config.description or f"Asks the agent {agent.config.name}."

        async def answer(arguments: dict[str, Any]) -> str:
            if not agent.is_open:
                raise NotFound(agent=agent.handle)
            depth = _depth.get() + 1
            if depth > Limit.NESTING:
                raise NestedTooDeep(agent=agent.config.name, limit=Limit.NESTING)
            before = _depth.set(depth)
            try:
                result = await self._answer(agent, Request(arguments["input"]), conversation=Conversation())
            finally:
                _depth.reset(before)
            return result.text

        definition = ToolDefinition(
            name=name,
            description=about,
            parameters=dict(TOOL_PARAMETERS),
            handler=answer,
            category=Category.AI,
            tags=["agent"],
        )
        self.session.call("tool.register", {"definition": definition})
        return cast(ToolDescription, self.session.call("tool.get", {"name": name}))

    def _hooked(self, agent: Agent, request: Request, *, streaming: bool = False) -> HookedRun:
        return HookedRun(self.session, agent, request, streaming=streaming)

    async def _answer(
        self, agent: Agent, request: Request, *, conversation: Conversation | None = None
    ) -> RunResult:
        """The result of a run, with the hooks of ``agent_run`` around it."""
        plainly = partial(self._result, agent, conversation=conversation)
        if not hooked(self.session, AGENT_RUN):
            return await plainly(request)
        return RunResult.model_validate(await self._hooked(agent, request).result_of(plainly))

    async def _structured(self, agent: Agent, request: Request) -> StructuredResult:
        assert request.schema is not None
        answer = StructuredAnswer(request.schema, request.given.get("max_attempts", DEFAULT_ATTEMPTS))
        result = await self._result(agent, request, answer=answer)
        return StructuredResult(
            run_id=result.run_id,
            value=answer.value,
            text=result.text,
            attempts=answer.attempts,
            steps=result.steps,
            tool_calls=result.tool_calls,
            usage=result.usage,
            duration_ms=result.duration_ms,
        )

    async def _result(
        self,
        agent: Agent,
        request: Request,
        *,
        answer: StructuredAnswer | None = None,
        conversation: Conversation | None = None,
    ) -> RunResult:
        happenings = self._happenings(agent, request, answer=answer, conversation=conversation)
        result: RunResult | None = None
        async for happening in happenings:
            if isinstance(happening, RunResult):
                result = happening  # the last one
        assert result is not None
        return result

    async def _happenings(
        self,
        agent: Agent,
        request: Request,
        *,
        streaming: bool = False,
        answer: StructuredAnswer | None = None,
        conversation: Conversation | None = None,
    ) -> AsyncGenerator[Happening | RunResult, None]:
        """One run from its start to its end: what happens, and last its result.

        With a ``conversation`` of its own the run leaves the agent's alone, and the agent's state too.
        """
        run = self._prepare(agent, request, answer, conversation)
        if conversation is None:
            agent.begin()
        books = Books(self.session, agent, run, f"run_{self._next_run()}", request.input)
        try:
            await run.conversation.prepare(run.said, run.system_prompt)
            async with aclosing(run.happenings(streaming=streaming)) as happenings:
                async for happening in happenings:
                    yield happening
            if streaming:
                await reached()
            await run.conversation.add(run.said)
        except BaseException as error:
            ended = as_error(error)
            if conversation is None:
                agent.end(ended)
            books.failed(ended)
            raise
        if conversation is None:
            agent.end(None)
        yield books.completed()

    def _prepare(
        self,
        agent: Agent,
        request: Request,
        answer: StructuredAnswer | None,
        conversation: Conversation | None,
    ) -> Run:
        """The run that ``request`` asks for. Raises what keeps it from beginning."""
        config, given = agent.config, request.given
        self.session.permissions.require("llm")  # a run may begin as a tool's, which needs no such grant
        if conversation is None:
            agent.require_rest()
        provider = self._providers.get(config.provider)
        return Run(
            agent=config.name,
            provider=provider,
            toolbox=Toolbox(self.session, config.name, config.tools or ()),
            conversation=agent.conversation if conversation is None else conversation,
            said=[user_message(request.input, given.get("images"))],
            system_prompt=config.system_prompt,
            model=config.model or provider.config.model or "",
            max_steps=given.get("max_steps", agent.max_steps),
            history_limit=config.history_limit,
            temperature=given.get("temperature", config.temperature),
            max_tokens=given.get("max_tokens", config.max_tokens),
            timeout_seconds=given.get("timeout_seconds", config.timeout_seconds),
            answer=answer,
        )


def _chunk(happening: Happening | RunResult) -> RunChunk:
    if isinstance(happening, str):
        return RunChunk(kind=ChunkKind.TEXT, text=happening)
    if isinstance(happening, RunResult):
        return RunChunk(kind=ChunkKind.FINISH, result=happening)
    if isinstance(happening, ToolOutcome):
        return RunChunk(kind=ChunkKind.TOOL_OUTCOME, tool_outcome=happening)
    call = ToolCall(id=happening.id, name=happening.name, arguments=happening.arguments)
    return RunChunk(kind=ChunkKind.TOOL_CALL, tool_call=call)


def _tool_name(name: str) -> str:
    """``name`` with an underscore for every character that a tool's name cannot have."""
    made = re.sub(r"[^A-Za-z0-9_-]", "_", name)[:64]
    return made if re.match(r"[A-Za-z_]", made) else f"_{made}"[:64]
