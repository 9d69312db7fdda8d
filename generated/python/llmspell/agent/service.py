"""What an implementation of agent provides."""

from __future__ import annotations

import builtins
from abc import abstractmethod
from collections.abc import AsyncIterator
from typing import Generic, TypeVar

from bridge_runtime.resources import Resource
from bridge_runtime.service import Service

from ..shared.types import JsonSchema, Message
from ..tool.types import ToolDescription
from .types import (
    AgentChanges,
    AgentConfig,
    AgentInfo,
    RunChunk,
    RunOptions,
    RunResult,
    State,
    StructuredOptions,
    StructuredResult,
    ToolSettings,
)

AgentT = TypeVar("AgentT", bound=Resource)
ConversationT = TypeVar("ConversationT", bound=Resource)


class AgentService(Service, Generic[AgentT, ConversationT]):
    """Models that keep a conversation and use tools.

    An agent has a provider, a system prompt, tools and a conversation. A run adds an input to the
    conversation and calls the model until it answers without asking for a tool.

    **Tools.** What the model asks for is run through the session's tools, several calls of one reply at the same time;
    the results go back in the order they were asked for. An unknown tool, arguments that do not fit the schema and a tool
    that fails are told to the model, which may do better; they do not end the run.

    **Conversation.** A run that ends well adds its input, the calls, their results and the answer. A run that fails, is
    cancelled, or whose stream is left early adds nothing. With `memory` it has a budget of tokens (see memory.create_conversation), to
    which it is brought when a run begins, and may be kept in a file; what the run under way says is shown to the model whole.

    **States.** `IDLE` when made or reset; `RUNNING` during a run; then `COMPLETED` or `ERROR`; `READY` after a change
    (configure, a handoff received) and after a cancelled run. From all but `RUNNING` a run may start. An agent runs once
    at a time: a second run meanwhile is refused with `agent.busy`. Calls through `as_tool` are runs of their own
    beside that, each with its own conversation.
    """

    @abstractmethod
    def create(self, config: AgentConfig) -> AgentT:
        """Make an agent.

        Nothing is sent until it runs.

        Raises agent.unknown_tool, provider.not_found, provider.invalid_config, memory.invalid_conversation, memory.invalid_space, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    def destroy(self, agent: AgentT) -> None:
        """Remove an agent.

        A run under way goes on to its end.

        Raises agent.not_found.
        """

    @abstractmethod
    async def run(self, agent: AgentT, input: str, options: RunOptions | None = None) -> RunResult:
        """Answer an input.

        Calls the model, runs the tools it asks for, tells it their results, and so on until it answers.

        Raises agent.not_found, agent.busy, agent.unknown_tool, agent.step_limit, provider.not_found, provider.unsupported, provider.invalid_request, provider.authentication_failed, provider.model_not_found, provider.context_too_long, provider.rate_limited, provider.unavailable, provider.unreachable, provider.timed_out, provider.invalid_response, provider.script_exhausted, provider.script_mismatch, hook.rejected, hook.failed, hook.timed_out, hook.replaced, hook.rate_limited, hook.nested_too_deep, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    async def run_structured(
        self, agent: AgentT, input: str, schema: JsonSchema, options: StructuredOptions | None = None
    ) -> StructuredResult:
        """Answer an input with JSON that fits a schema.

        The schema goes to the endpoint where it can hold the model to it, and the answer is checked here in
        any case. When it does not fit, the model is told what is wrong and answers again, `max_attempts`
        times in all.

        Raises agent.not_found, agent.busy, agent.unknown_tool, agent.step_limit, agent.invalid_output, shared.invalid_schema, provider.not_found, provider.unsupported, provider.invalid_request, provider.authentication_failed, provider.model_not_found, provider.context_too_long, provider.rate_limited, provider.unavailable, provider.unreachable, provider.timed_out, provider.invalid_response, provider.script_exhausted, provider.script_mismatch, hook.rejected, hook.failed, hook.timed_out, hook.replaced, hook.rate_limited, hook.nested_too_deep, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    def stream(self, agent: AgentT, input: str, options: RunOptions | None = None) -> AsyncIterator[RunChunk]:
        """Answer an input, piece by piece.

        Text as it arrives, each tool call and its outcome, and last the whole answer. A stream that is left
        early cancels the run: the request is closed, the conversation stays as it was, and the agent is
        READY.

        Raises agent.not_found, agent.busy, agent.unknown_tool, agent.step_limit, provider.not_found, provider.unsupported, provider.invalid_request, provider.authentication_failed, provider.model_not_found, provider.context_too_long, provider.rate_limited, provider.unavailable, provider.unreachable, provider.timed_out, provider.invalid_response, provider.script_exhausted, provider.script_mismatch, hook.rejected, hook.failed, hook.timed_out, hook.replaced, hook.rate_limited, hook.nested_too_deep, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    def configure(self, agent: AgentT, changes: AgentChanges) -> AgentInfo:
        """Change an agent.

        The conversation stays. A run under way goes on as it began. The state becomes READY, unless a run
        is under way.

        Raises agent.not_found, agent.unknown_tool, provider.not_found, provider.invalid_config, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    def use_conversation(self, agent: AgentT, conversation: ConversationT) -> None:
        """Give an agent another conversation.

        One that memory.create_conversation made: with a function that summarizes, say, or one that several
        agents go on with in turn. What the agent said before is not part of it. The conversation stays when
        the agent goes.

        Raises agent.not_found, agent.busy, memory.conversation_not_found.
        """

    @abstractmethod
    def get_state(self, agent: AgentT) -> State:
        """What an agent does now.

        Raises agent.not_found.
        """

    @abstractmethod
    def get_info(self, agent: AgentT) -> AgentInfo:
        """What an agent is and what it has done.

        Raises agent.not_found, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    def get_messages(self, agent: AgentT) -> builtins.list[Message]:
        """An agent's conversation.

        Without the system prompt, oldest first.

        Raises agent.not_found, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    def list(self) -> builtins.list[AgentInfo]:
        """All agents of the session.

        In the order they were made.

        Raises memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    def reset(self, agent: AgentT) -> None:
        """Forget an agent's conversation.

        Its configuration and its counts stay. The state becomes IDLE. Refused while it runs.

        Raises agent.not_found, agent.busy, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    async def handoff(
        self, agent: AgentT, target: AgentT, input: str, options: RunOptions | None = None
    ) -> RunResult:
        """Give a conversation to another agent and let it go on.

        The turns of the agent's conversation that the target does not have yet are added to the target's
        own, which then answers `input` with its own system prompt, model and tools: agents may give a
        conversation to and fro. The agent keeps its conversation. When the target's run fails, the target
        still has what it was given.

        Raises agent.not_found, agent.busy, agent.invalid_handoff, agent.unknown_tool, agent.step_limit, provider.not_found, provider.unsupported, provider.invalid_request, provider.authentication_failed, provider.model_not_found, provider.context_too_long, provider.rate_limited, provider.unavailable, provider.unreachable, provider.timed_out, provider.invalid_response, provider.script_exhausted, provider.script_mismatch, hook.rejected, hook.failed, hook.timed_out, hook.replaced, hook.rate_limited, hook.nested_too_deep, memory.file_failed, memory.invalid_file.
        """

    @abstractmethod
    def as_tool(self, agent: AgentT, settings: ToolSettings | None = None) -> ToolDescription:
        """Make an agent usable as a tool by others.

        Registers a tool that takes `input`, a text, and gives the agent's answer. Each call is a run of its
        own with an empty conversation; several may go at once, and the agent's own conversation and state
        are not touched. When the agent is destroyed, the tool fails, and the cause is `agent.not_found`.

        Raises agent.not_found, tool.already_exists.
        """
