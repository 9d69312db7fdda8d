"""Models that keep a conversation and use tools. For synchronous programs."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any

from bridge_runtime import clients
from bridge_runtime.values import UNSET, Unset

from ..shared.types import JsonSchema, Message
from ..tool.types import ToolDescription
from .types import (
    AgentChanges,
    AgentConfig,
    AgentInfo,
    AgentMemory,
    RunChunk,
    RunOptions,
    RunResult,
    State,
    StructuredOptions,
    StructuredResult,
    ToolSettings,
)

if TYPE_CHECKING:
    from ..memory.sync import Conversation


class Agent(clients.Resource):
    """A model with a system prompt, tools and a conversation."""

    def destroy(self) -> None:
        """Remove an agent.

        A run under way goes on to its end.

        Raises:
            NotFound: No agent has this handle.
        """
        self.core.call("agent.destroy", {"agent": self})

    def run(
        self,
        input: str,
        *,
        images: list[str] | None = None,
        temperature: float | None = None,
        max_tokens: int | None = None,
        max_steps: int | None = None,
        timeout_seconds: float | None = None,
    ) -> RunResult:
        """Answer an input.

        Calls the model, runs the tools it asks for, tells it their results, and so on until it answers.

        Args:
            input: What to answer.
            images: Pictures beside the input, as https or data URLs.
            temperature: Instead of the agent's own.
            max_tokens: Instead of the agent's own.
            max_steps: Instead of the agent's own.
            timeout_seconds: Instead of the agent's own.

        Returns:
            The answer of a run.

        Raises:
            NotFound: No agent has this handle.
            Busy: The agent runs already.
            UnknownTool: An agent is given a tool that the session does not have.
            StepLimit: The model still asks for tools after the most steps that are allowed.
            provider.NotFound: No provider has this name or handle.
            provider.Unsupported: This provider cannot do what was asked.
            provider.InvalidRequest: The endpoint refuses this request.
            provider.AuthenticationFailed: The endpoint does not accept the key.
            provider.ModelNotFound: The endpoint does not serve this model.
            provider.ContextTooLong: The conversation is longer than the model can read.
            provider.RateLimited: The endpoint wants fewer requests.
            provider.Unavailable: The endpoint failed.
            provider.Unreachable: The endpoint cannot be reached.
            provider.TimedOut: The endpoint took too long.
            provider.InvalidResponse: The endpoint answered something that its protocol does not allow.
            provider.ScriptExhausted: A scripted provider was called once more than it has steps.
            provider.ScriptMismatch: A request is not what the script's step expects.
            hook.Rejected: A hook has refused the call, or its result.
            hook.Failed: A hook has failed, and its policy is to fail the call.
            hook.TimedOut: A hook took longer than its limit, and its policy is to fail the call.
            hook.Replaced: A hook has put an error of its own in place of another, which is its cause.
            hook.RateLimited: A rate-limiting hook lets no more calls pass for now.
            hook.NestedTooDeep: A handler seems to call itself without end.
            memory.FileFailed: A memory file could not be read or written.
            memory.InvalidFile: The file does not hold memory of a version that is known here.
        """
        options = clients.optional(
            RunOptions,
            images=images,
            temperature=temperature,
            max_tokens=max_tokens,
            max_steps=max_steps,
            timeout_seconds=timeout_seconds,
        )
        result: RunResult = self.core.call("agent.run", {"agent": self, "input": input, "options": options})
        return result

    def run_structured(
        self,
        input: str,
        schema: JsonSchema,
        *,
        max_attempts: int | None = None,
        temperature: float | None = None,
        max_tokens: int | None = None,
        max_steps: int | None = None,
        timeout_seconds: float | None = None,
    ) -> StructuredResult:
        """Answer an input with JSON that fits a schema.

        The schema goes to the endpoint where it can hold the model to it, and the answer is checked here in
        any case. When it does not fit, the model is told what is wrong and answers again, `max_attempts`
        times in all.

        Args:
            input: What to answer.
            schema: What the answer must fit.
            max_attempts: How often the model may answer; after a bad answer it is told what was wrong. Default: 3.
            temperature: Instead of the agent's own.
            max_tokens: Instead of the agent's own.
            max_steps: Instead of the agent's own.
            timeout_seconds: Instead of the agent's own.

        Returns:
            The answer of a structured run.

        Raises:
            NotFound: No agent has this handle.
            Busy: The agent runs already.
            UnknownTool: An agent is given a tool that the session does not have.
            StepLimit: The model still asks for tools after the most steps that are allowed.
            InvalidOutput: The model did not give an answer that fits the schema.
            shared.InvalidSchema: A JSON Schema that was given is not one.
            provider.NotFound: No provider has this name or handle.
            provider.Unsupported: This provider cannot do what was asked.
            provider.InvalidRequest: The endpoint refuses this request.
            provider.AuthenticationFailed: The endpoint does not accept the key.
            provider.ModelNotFound: The endpoint does not serve this model.
            provider.ContextTooLong: The conversation is longer than the model can read.
            provider.RateLimited: The endpoint wants fewer requests.
            provider.Unavailable: The endpoint failed.
            provider.Unreachable: The endpoint cannot be reached.
            provider.TimedOut: The endpoint took too long.
            provider.InvalidResponse: The endpoint answered something that its protocol does not allow.
            provider.ScriptExhausted: A scripted provider was called once more than it has steps.
            provider.ScriptMismatch: A request is not what the script's step expects.
            hook.Rejected: A hook has refused the call, or its result.
            hook.Failed: A hook has failed, and its policy is to fail the call.
            hook.TimedOut: A hook took longer than its limit, and its policy is to fail the call.
            hook.Replaced: A hook has put an error of its own in place of another, which is its cause.
            hook.RateLimited: A rate-limiting hook lets no more calls pass for now.
            hook.NestedTooDeep: A handler seems to call itself without end.
            memory.FileFailed: A memory file could not be read or written.
            memory.InvalidFile: The file does not hold memory of a version that is known here.
        """
        options = clients.optional(
            StructuredOptions,
            max_attempts=max_attempts,
            temperature=temperature,
            max_tokens=max_tokens,
            max_steps=max_steps,
            timeout_seconds=timeout_seconds,
        )
        result: StructuredResult = self.core.call(
            "agent.run_structured", {"agent": self, "input": input, "schema": schema, "options": options}
        )
        return result

    def stream(
        self,
        input: str,
        *,
        images: list[str] | None = None,
        temperature: float | None = None,
        max_tokens: int | None = None,
        max_steps: int | None = None,
        timeout_seconds: float | None = None,
    ) -> clients.Stream[RunChunk]:
        """Answer an input, piece by piece.

        Text as it arrives, each tool call and its outcome, and last the whole answer. A stream that is left
        early cancels the run: the request is closed, the conversation stays as it was, and the agent is
        READY.

        Args:
            input: What to answer.
            images: Pictures beside the input, as https or data URLs.
            temperature: Instead of the agent's own.
            max_tokens: Instead of the agent's own.
            max_steps: Instead of the agent's own.
            timeout_seconds: Instead of the agent's own.

        Yields:
            A piece of a run as it happens.

        Raises:
            NotFound: No agent has this handle.
            Busy: The agent runs already.
            UnknownTool: An agent is given a tool that the session does not have.
            StepLimit: The model still asks for tools after the most steps that are allowed.
            provider.NotFound: No provider has this name or handle.
            provider.Unsupported: This provider cannot do what was asked.
            provider.InvalidRequest: The endpoint refuses this request.
            provider.AuthenticationFailed: The endpoint does not accept the key.
            provider.ModelNotFound: The endpoint does not serve this model.
            provider.ContextTooLong: The conversation is longer than the model can read.
            provider.RateLimited: The endpoint wants fewer requests.
            provider.Unavailable: The endpoint failed.
            provider.Unreachable: The endpoint cannot be reached.
            provider.TimedOut: The endpoint took too long.
            provider.InvalidResponse: The endpoint answered something that its protocol does not allow.
            provider.ScriptExhausted: A scripted provider was called once more than it has steps.
            provider.ScriptMismatch: A request is not what the script's step expects.
            hook.Rejected: A hook has refused the call, or its result.
            hook.Failed: A hook has failed, and its policy is to fail the call.
            hook.TimedOut: A hook took longer than its limit, and its policy is to fail the call.
            hook.Replaced: A hook has put an error of its own in place of another, which is its cause.
            hook.RateLimited: A rate-limiting hook lets no more calls pass for now.
            hook.NestedTooDeep: A handler seems to call itself without end.
            memory.FileFailed: A memory file could not be read or written.
            memory.InvalidFile: The file does not hold memory of a version that is known here.
        """
        options = clients.optional(
            RunOptions,
            images=images,
            temperature=temperature,
            max_tokens=max_tokens,
            max_steps=max_steps,
            timeout_seconds=timeout_seconds,
        )
        stream: clients.Stream[RunChunk] = self.core.call(
            "agent.stream", {"agent": self, "input": input, "options": options}
        )
        return stream

    def configure(
        self,
        *,
        provider: str | None = None,
        model: str | Unset | None = UNSET,
        description: str | Unset | None = UNSET,
        system_prompt: str | Unset | None = UNSET,
        tools: list[str] | None = None,
        temperature: float | Unset | None = UNSET,
        max_tokens: int | Unset | None = UNSET,
        max_steps: int | None = None,
        history_limit: int | Unset | None = UNSET,
        timeout_seconds: float | Unset | None = UNSET,
    ) -> AgentInfo:
        """Change an agent.

        The conversation stays. A run under way goes on as it began. The state becomes READY, unless a run
        is under way.

        Args:
            provider: The name or type of a provider.
            model: The model.
            description: What it is good for.
            system_prompt: Instructions that precede every conversation.
            tools: Names of all tools it may use.
            temperature: How freely the model chooses words.
            max_tokens: The longest reply of one model call.
            max_steps: The most model calls of one run.
            history_limit: The most messages sent to the model.
            timeout_seconds: The longest time of one run.

        Returns:
            What an agent is and what it has done.

        Raises:
            NotFound: No agent has this handle.
            UnknownTool: An agent is given a tool that the session does not have.
            provider.NotFound: No provider has this name or handle.
            provider.InvalidConfig: A provider cannot work with this configuration.
            memory.FileFailed: A memory file could not be read or written.
            memory.InvalidFile: The file does not hold memory of a version that is known here.
        """
        changes = AgentChanges(
            **clients.given(
                provider=provider,
                model=model,
                description=description,
                system_prompt=system_prompt,
                tools=tools,
                temperature=temperature,
                max_tokens=max_tokens,
                max_steps=max_steps,
                history_limit=history_limit,
                timeout_seconds=timeout_seconds,
            )
        )
        result: AgentInfo = self.core.call("agent.configure", {"agent": self, "changes": changes})
        return result

    def use_conversation(self, conversation: Conversation | str) -> None:
        """Give an agent another conversation.

        One that memory.create_conversation made: with a function that summarizes, say, or one that several
        agents go on with in turn. What the agent said before is not part of it. The conversation stays when
        the agent goes.

        Args:
            conversation: The conversation.

        Raises:
            NotFound: No agent has this handle.
            Busy: The agent runs already.
            memory.ConversationNotFound: No conversation has this handle.
        """
        self.core.call("agent.use_conversation", {"agent": self, "conversation": conversation})

    def get_state(self) -> State:
        """What an agent does now.

        Returns:
            What an agent does.

        Raises:
            NotFound: No agent has this handle.
        """
        result: State = self.core.call("agent.get_state", {"agent": self})
        return result

    def get_info(self) -> AgentInfo:
        """What an agent is and what it has done.

        Raises:
            NotFound: No agent has this handle.
            memory.FileFailed: A memory file could not be read or written.
            memory.InvalidFile: The file does not hold memory of a version that is known here.
        """
        result: AgentInfo = self.core.call("agent.get_info", {"agent": self})
        return result

    def get_messages(self) -> list[Message]:
        """An agent's conversation.

        Without the system prompt, oldest first.

        Returns:
            A list. Each: One turn of a conversation.

        Raises:
            NotFound: No agent has this handle.
            memory.FileFailed: A memory file could not be read or written.
            memory.InvalidFile: The file does not hold memory of a version that is known here.
        """
        result: list[Message] = self.core.call("agent.get_messages", {"agent": self})
        return result

    def reset(self) -> None:
        """Forget an agent's conversation.

        Its configuration and its counts stay. The state becomes IDLE. Refused while it runs.

        Raises:
            NotFound: No agent has this handle.
            Busy: The agent runs already.
            memory.FileFailed: A memory file could not be read or written.
            memory.InvalidFile: The file does not hold memory of a version that is known here.
        """
        self.core.call("agent.reset", {"agent": self})

    def handoff(
        self,
        target: Agent | str,
        input: str,
        *,
        images: list[str] | None = None,
        temperature: float | None = None,
        max_tokens: int | None = None,
        max_steps: int | None = None,
        timeout_seconds: float | None = None,
    ) -> RunResult:
        """Give a conversation to another agent and let it go on.

        The turns of the agent's conversation that the target does not have yet are added to the target's
        own, which then answers `input` with its own system prompt, model and tools: agents may give a
        conversation to and fro. The agent keeps its conversation. When the target's run fails, the target
        still has what it was given.

        Args:
            target: The agent that takes.
            input: What the target is to answer.
            images: Pictures beside the input, as https or data URLs.
            temperature: Instead of the agent's own.
            max_tokens: Instead of the agent's own.
            max_steps: Instead of the agent's own.
            timeout_seconds: Instead of the agent's own.

        Returns:
            The answer of a run.

        Raises:
            NotFound: No agent has this handle.
            Busy: The agent runs already.
            InvalidHandoff: An agent cannot hand its conversation to itself.
            UnknownTool: An agent is given a tool that the session does not have.
            StepLimit: The model still asks for tools after the most steps that are allowed.
            provider.NotFound: No provider has this name or handle.
            provider.Unsupported: This provider cannot do what was asked.
            provider.InvalidRequest: The endpoint refuses this request.
            provider.AuthenticationFailed: The endpoint does not accept the key.
            provider.ModelNotFound: The endpoint does not serve this model.
            provider.ContextTooLong: The conversation is longer than the model can read.
            provider.RateLimited: The endpoint wants fewer requests.
            provider.Unavailable: The endpoint failed.
            provider.Unreachable: The endpoint cannot be reached.
            provider.TimedOut: The endpoint took too long.
            provider.InvalidResponse: The endpoint answered something that its protocol does not allow.
            provider.ScriptExhausted: A scripted provider was called once more than it has steps.
            provider.ScriptMismatch: A request is not what the script's step expects.
            hook.Rejected: A hook has refused the call, or its result.
            hook.Failed: A hook has failed, and its policy is to fail the call.
            hook.TimedOut: A hook took longer than its limit, and its policy is to fail the call.
            hook.Replaced: A hook has put an error of its own in place of another, which is its cause.
            hook.RateLimited: A rate-limiting hook lets no more calls pass for now.
            hook.NestedTooDeep: A handler seems to call itself without end.
            memory.FileFailed: A memory file could not be read or written.
            memory.InvalidFile: The file does not hold memory of a version that is known here.
        """
        options = clients.optional(
            RunOptions,
            images=images,
            temperature=temperature,
            max_tokens=max_tokens,
            max_steps=max_steps,
            timeout_seconds=timeout_seconds,
        )
        result: RunResult = self.core.call(
            "agent.handoff", {"agent": self, "target": target, "input": input, "options": options}
        )
        return result

    def as_tool(self, *, name: str | None = None, description: str | None = None) -> ToolDescription:
        """Make an agent usable as a tool by others.

        Registers a tool that takes `input`, a text, and gives the agent's answer. Each call is a run of its
        own with an empty conversation; several may go at once, and the agent's own conversation and state
        are not touched. When the agent is destroyed, the tool fails, and the cause is `agent.not_found`.

        Args:
            name: The tool's name; the agent's when absent, with an underscore for every character a tool's name
                cannot have.
            description: When to use it; the agent's description when absent.

        Returns:
            A tool without its handler, as a model, a file or a list shows it.

        Raises:
            NotFound: No agent has this handle.
            tool.AlreadyExists: A tool of this name is registered already.
        """
        settings = clients.optional(ToolSettings, name=name, description=description)
        result: ToolDescription = self.core.call("agent.as_tool", {"agent": self, "settings": settings})
        return result

    def __enter__(self) -> Agent:
        return self

    def __exit__(self, *error: object) -> None:
        if self.is_live:
            self.destroy()


class AgentBridge(clients.Bridge):
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

    def create(
        self,
        *,
        name: str,
        provider: str,
        model: str | None = None,
        description: str | None = None,
        system_prompt: str | None = None,
        tools: builtins.list[str] | None = None,
        temperature: float | None = None,
        max_tokens: int | None = None,
        max_steps: int | None = None,
        history_limit: int | None = None,
        memory: AgentMemory | dict[str, Any] | None = None,
        timeout_seconds: float | None = None,
    ) -> Agent:
        """Make an agent.

        Nothing is sent until it runs.

        Args:
            name: What it is called in events and lists; need not be unique.
            provider: The name of a provider; or a type, such as ollama, which is made with its defaults when the session
                has none of that name.
            model: The model; the provider's own when absent.
            description: What it is good for; read by models that use it as a tool.
            system_prompt: Instructions that precede every conversation.
            tools: Names of the tools it may use, which must exist.
            temperature: How freely the model chooses words.
            max_tokens: The longest reply of one model call.
            max_steps: The most model calls of one run. Default: 10.
            history_limit: The most messages of the conversation sent to the model, the newest; all when absent.
            memory: A budget of tokens for the conversation, and where to keep it; all of it in this process when
                absent.
            timeout_seconds: The longest time of one run; unlimited when absent.

        Returns:
            A model with a system prompt, tools and a conversation.

        Raises:
            UnknownTool: An agent is given a tool that the session does not have.
            provider.NotFound: No provider has this name or handle.
            provider.InvalidConfig: A provider cannot work with this configuration.
            memory.InvalidConversation: These options, or these messages, do not make a conversation.
            memory.InvalidSpace: The type, scope, owner and path given do not name a memory.
            memory.FileFailed: A memory file could not be read or written.
            memory.InvalidFile: The file does not hold memory of a version that is known here.
        """
        config = AgentConfig(
            **clients.given(
                name=name,
                provider=provider,
                model=model,
                description=description,
                system_prompt=system_prompt,
                tools=tools,
                temperature=temperature,
                max_tokens=max_tokens,
                max_steps=max_steps,
                history_limit=history_limit,
                memory=memory,
                timeout_seconds=timeout_seconds,
            )
        )
        result = self.core.call("agent.create", {"config": config})
        return Agent.of(self.core, result)

    def destroy(self, agent: Agent | str) -> None:
        """Remove an agent.

        A run under way goes on to its end.

        Args:
            agent: The agent.

        Raises:
            NotFound: No agent has this handle.
        """
        self.core.call("agent.destroy", {"agent": agent})

    def run(
        self,
        agent: Agent | str,
        input: str,
        *,
        images: builtins.list[str] | None = None,
        temperature: float | None = None,
        max_tokens: int | None = None,
        max_steps: int | None = None,
        timeout_seconds: float | None = None,
    ) -> RunResult:
        """Answer an input.

        Calls the model, runs the tools it asks for, tells it their results, and so on until it answers.

        Args:
            agent: The agent.
            input: What to answer.
            images: Pictures beside the input, as https or data URLs.
            temperature: Instead of the agent's own.
            max_tokens: Instead of the agent's own.
            max_steps: Instead of the agent's own.
            timeout_seconds: Instead of the agent's own.

        Returns:
            The answer of a run.

        Raises:
            NotFound: No agent has this handle.
            Busy: The agent runs already.
            UnknownTool: An agent is given a tool that the session does not have.
            StepLimit: The model still asks for tools after the most steps that are allowed.
            provider.NotFound: No provider has this name or handle.
            provider.Unsupported: This provider cannot do what was asked.
            provider.InvalidRequest: The endpoint refuses this request.
            provider.AuthenticationFailed: The endpoint does not accept the key.
            provider.ModelNotFound: The endpoint does not serve this model.
            provider.ContextTooLong: The conversation is longer than the model can read.
            provider.RateLimited: The endpoint wants fewer requests.
            provider.Unavailable: The endpoint failed.
            provider.Unreachable: The endpoint cannot be reached.
            provider.TimedOut: The endpoint took too long.
            provider.InvalidResponse: The endpoint answered something that its protocol does not allow.
            provider.ScriptExhausted: A scripted provider was called once more than it has steps.
            provider.ScriptMismatch: A request is not what the script's step expects.
            hook.Rejected: A hook has refused the call, or its result.
            hook.Failed: A hook has failed, and its policy is to fail the call.
            hook.TimedOut: A hook took longer than its limit, and its policy is to fail the call.
            hook.Replaced: A hook has put an error of its own in place of another, which is its cause.
            hook.RateLimited: A rate-limiting hook lets no more calls pass for now.
            hook.NestedTooDeep: A handler seems to call itself without end.
            memory.FileFailed: A memory file could not be read or written.
            memory.InvalidFile: The file does not hold memory of a version that is known here.
        """
        options = clients.optional(
            RunOptions,
            images=images,
            temperature=temperature,
            max_tokens=max_tokens,
            max_steps=max_steps,
            timeout_seconds=timeout_seconds,
        )
        result: RunResult = self.core.call("agent.run", {"agent": agent, "input": input, "options": options})
        return result

    def run_structured(
        self,
        agent: Agent | str,
        input: str,
        schema: JsonSchema,
        *,
        max_attempts: int | None = None,
        temperature: float | None = None,
        max_tokens: int | None = None,
        max_steps: int | None = None,
        timeout_seconds: float | None = None,
    ) -> StructuredResult:
        """Answer an input with JSON that fits a schema.

        The schema goes to the endpoint where it can hold the model to it, and the answer is checked here in
        any case. When it does not fit, the model is told what is wrong and answers again, `max_attempts`
        times in all.

        Args:
            agent: The agent.
            input: What to answer.
            schema: What the answer must fit.
            max_attempts: How often the model may answer; after a bad answer it is told what was wrong. Default: 3.
            temperature: Instead of the agent's own.
            max_tokens: Instead of the agent's own.
            max_steps: Instead of the agent's own.
            timeout_seconds: Instead of the agent's own.

        Returns:
            The answer of a structured run.

        Raises:
            NotFound: No agent has this handle.
            Busy: The agent runs already.
            UnknownTool: An agent is given a tool that the session does not have.
            StepLimit: The model still asks for tools after the most steps that are allowed.
            InvalidOutput: The model did not give an answer that fits the schema.
            shared.InvalidSchema: A JSON Schema that was given is not one.
            provider.NotFound: No provider has this name or handle.
            provider.Unsupported: This provider cannot do what was asked.
            provider.InvalidRequest: The endpoint refuses this request.
            provider.AuthenticationFailed: The endpoint does not accept the key.
            provider.ModelNotFound: The endpoint does not serve this model.
            provider.ContextTooLong: The conversation is longer than the model can read.
            provider.RateLimited: The endpoint wants fewer requests.
            provider.Unavailable: The endpoint failed.
            provider.Unreachable: The endpoint cannot be reached.
            provider.TimedOut: The endpoint took too long.
            provider.InvalidResponse: The endpoint answered something that its protocol does not allow.
            provider.ScriptExhausted: A scripted provider was called once more than it has steps.
            provider.ScriptMismatch: A request is not what the script's step expects.
            hook.Rejected: A hook has refused the call, or its result.
            hook.Failed: A hook has failed, and its policy is to fail the call.
            hook.TimedOut: A hook took longer than its limit, and its policy is to fail the call.
            hook.Replaced: A hook has put an error of its own in place of another, which is its cause.
            hook.RateLimited: A rate-limiting hook lets no more calls pass for now.
            hook.NestedTooDeep: A handler seems to call itself without end.
            memory.FileFailed: A memory file could not be read or written.
            memory.InvalidFile: The file does not hold memory of a version that is known here.
        """
        options = clients.optional(
            StructuredOptions,
            max_attempts=max_attempts,
            temperature=temperature,
            max_tokens=max_tokens,
            max_steps=max_steps,
            timeout_seconds=timeout_seconds,
        )
        result: StructuredResult = self.core.call(
            "agent.run_structured", {"agent": agent, "input": input, "schema": schema, "options": options}
        )
        return result

    def stream(
        self,
        agent: Agent | str,
        input: str,
        *,
        images: builtins.list[str] | None = None,
        temperature: float | None = None,
        max_tokens: int | None = None,
        max_steps: int | None = None,
        timeout_seconds: float | None = None,
    ) -> clients.Stream[RunChunk]:
        """Answer an input, piece by piece.

        Text as it arrives, each tool call and its outcome, and last the whole answer. A stream that is left
        early cancels the run: the request is closed, the conversation stays as it was, and the agent is
        READY.

        Args:
            agent: The agent.
            input: What to answer.
            images: Pictures beside the input, as https or data URLs.
            temperature: Instead of the agent's own.
            max_tokens: Instead of the agent's own.
            max_steps: Instead of the agent's own.
            timeout_seconds: Instead of the agent's own.

        Yields:
            A piece of a run as it happens.

        Raises:
            NotFound: No agent has this handle.
            Busy: The agent runs already.
            UnknownTool: An agent is given a tool that the session does not have.
            StepLimit: The model still asks for tools after the most steps that are allowed.
            provider.NotFound: No provider has this name or handle.
            provider.Unsupported: This provider cannot do what was asked.
            provider.InvalidRequest: The endpoint refuses this request.
            provider.AuthenticationFailed: The endpoint does not accept the key.
            provider.ModelNotFound: The endpoint does not serve this model.
            provider.ContextTooLong: The conversation is longer than the model can read.
            provider.RateLimited: The endpoint wants fewer requests.
            provider.Unavailable: The endpoint failed.
            provider.Unreachable: The endpoint cannot be reached.
            provider.TimedOut: The endpoint took too long.
            provider.InvalidResponse: The endpoint answered something that its protocol does not allow.
            provider.ScriptExhausted: A scripted provider was called once more than it has steps.
            provider.ScriptMismatch: A request is not what the script's step expects.
            hook.Rejected: A hook has refused the call, or its result.
            hook.Failed: A hook has failed, and its policy is to fail the call.
            hook.TimedOut: A hook took longer than its limit, and its policy is to fail the call.
            hook.Replaced: A hook has put an error of its own in place of another, which is its cause.
            hook.RateLimited: A rate-limiting hook lets no more calls pass for now.
            hook.NestedTooDeep: A handler seems to call itself without end.
            memory.FileFailed: A memory file could not be read or written.
            memory.InvalidFile: The file does not hold memory of a version that is known here.
        """
        options = clients.optional(
            RunOptions,
            images=images,
            temperature=temperature,
            max_tokens=max_tokens,
            max_steps=max_steps,
            timeout_seconds=timeout_seconds,
        )
        stream: clients.Stream[RunChunk] = self.core.call(
            "agent.stream", {"agent": agent, "input": input, "options": options}
        )
        return stream

    def configure(
        self,
        agent: Agent | str,
        *,
        provider: str | None = None,
        model: str | Unset | None = UNSET,
        description: str | Unset | None = UNSET,
        system_prompt: str | Unset | None = UNSET,
        tools: builtins.list[str] | None = None,
        temperature: float | Unset | None = UNSET,
        max_tokens: int | Unset | None = UNSET,
        max_steps: int | None = None,
        history_limit: int | Unset | None = UNSET,
        timeout_seconds: float | Unset | None = UNSET,
    ) -> AgentInfo:
        """Change an agent.

        The conversation stays. A run under way goes on as it began. The state becomes READY, unless a run
        is under way.

        Args:
            agent: The agent.
            provider: The name or type of a provider.
            model: The model.
            description: What it is good for.
            system_prompt: Instructions that precede every conversation.
            tools: Names of all tools it may use.
            temperature: How freely the model chooses words.
            max_tokens: The longest reply of one model call.
            max_steps: The most model calls of one run.
            history_limit: The most messages sent to the model.
            timeout_seconds: The longest time of one run.

        Returns:
            What an agent is and what it has done.

        Raises:
            NotFound: No agent has this handle.
            UnknownTool: An agent is given a tool that the session does not have.
            provider.NotFound: No provider has this name or handle.
            provider.InvalidConfig: A provider cannot work with this configuration.
            memory.FileFailed: A memory file could not be read or written.
            memory.InvalidFile: The file does not hold memory of a version that is known here.
        """
        changes = AgentChanges(
            **clients.given(
                provider=provider,
                model=model,
                description=description,
                system_prompt=system_prompt,
                tools=tools,
                temperature=temperature,
                max_tokens=max_tokens,
                max_steps=max_steps,
                history_limit=history_limit,
                timeout_seconds=timeout_seconds,
            )
        )
        result: AgentInfo = self.core.call("agent.configure", {"agent": agent, "changes": changes})
        return result

    def use_conversation(self, agent: Agent | str, conversation: Conversation | str) -> None:
        """Give an agent another conversation.

        One that memory.create_conversation made: with a function that summarizes, say, or one that several
        agents go on with in turn. What the agent said before is not part of it. The conversation stays when
        the agent goes.

        Args:
            agent: The agent.
            conversation: The conversation.

        Raises:
            NotFound: No agent has this handle.
            Busy: The agent runs already.
            memory.ConversationNotFound: No conversation has this handle.
        """
        self.core.call("agent.use_conversation", {"agent": agent, "conversation": conversation})

    def get_state(self, agent: Agent | str) -> State:
        """What an agent does now.

        Args:
            agent: The agent.

        Returns:
            What an agent does.

        Raises:
            NotFound: No agent has this handle.
        """
        result: State = self.core.call("agent.get_state", {"agent": agent})
        return result

    def get_info(self, agent: Agent | str) -> AgentInfo:
        """What an agent is and what it has done.

        Args:
            agent: The agent.

        Raises:
            NotFound: No agent has this handle.
            memory.FileFailed: A memory file could not be read or written.
            memory.InvalidFile: The file does not hold memory of a version that is known here.
        """
        result: AgentInfo = self.core.call("agent.get_info", {"agent": agent})
        return result

    def get_messages(self, agent: Agent | str) -> builtins.list[Message]:
        """An agent's conversation.

        Without the system prompt, oldest first.

        Args:
            agent: The agent.

        Returns:
            A list. Each: One turn of a conversation.

        Raises:
            NotFound: No agent has this handle.
            memory.FileFailed: A memory file could not be read or written.
            memory.InvalidFile: The file does not hold memory of a version that is known here.
        """
        result: builtins.list[Message] = self.core.call("agent.get_messages", {"agent": agent})
        return result

    def list(self) -> builtins.list[AgentInfo]:
        """All agents of the session.

        In the order they were made.

        Returns:
            A list. Each: What an agent is and what it has done.

        Raises:
            memory.FileFailed: A memory file could not be read or written.
            memory.InvalidFile: The file does not hold memory of a version that is known here.
        """
        result: builtins.list[AgentInfo] = self.core.call("agent.list", {})
        return result

    def reset(self, agent: Agent | str) -> None:
        """Forget an agent's conversation.

        Its configuration and its counts stay. The state becomes IDLE. Refused while it runs.

        Args:
            agent: The agent.

        Raises:
            NotFound: No agent has this handle.
            Busy: The agent runs already.
            memory.FileFailed: A memory file could not be read or written.
            memory.InvalidFile: The file does not hold memory of a version that is known here.
        """
        self.core.call("agent.reset", {"agent": agent})

    def handoff(
        self,
        agent: Agent | str,
        target: Agent | str,
        input: str,
        *,
        images: builtins.list[str] | None = None,
        temperature: float | None = None,
        max_tokens: int | None = None,
        max_steps: int | None = None,
        timeout_seconds: float | None = None,
    ) -> RunResult:
        """Give a conversation to another agent and let it go on.

        The turns of the agent's conversation that the target does not have yet are added to the target's
        own, which then answers `input` with its own system prompt, model and tools: agents may give a
        conversation to and fro. The agent keeps its conversation. When the target's run fails, the target
        still has what it was given.

        Args:
            agent: The agent that gives.
            target: The agent that takes.
            input: What the target is to answer.
            images: Pictures beside the input, as https or data URLs.
            temperature: Instead of the agent's own.
            max_tokens: Instead of the agent's own.
            max_steps: Instead of the agent's own.
            timeout_seconds: Instead of the agent's own.

        Returns:
            The answer of a run.

        Raises:
            NotFound: No agent has this handle.
            Busy: The agent runs already.
            InvalidHandoff: An agent cannot hand its conversation to itself.
            UnknownTool: An agent is given a tool that the session does not have.
            StepLimit: The model still asks for tools after the most steps that are allowed.
            provider.NotFound: No provider has this name or handle.
            provider.Unsupported: This provider cannot do what was asked.
            provider.InvalidRequest: The endpoint refuses this request.
            provider.AuthenticationFailed: The endpoint does not accept the key.
            provider.ModelNotFound: The endpoint does not serve this model.
            provider.ContextTooLong: The conversation is longer than the model can read.
            provider.RateLimited: The endpoint wants fewer requests.
            provider.Unavailable: The endpoint failed.
            provider.Unreachable: The endpoint cannot be reached.
            provider.TimedOut: The endpoint took too long.
            provider.InvalidResponse: The endpoint answered something that its protocol does not allow.
            provider.ScriptExhausted: A scripted provider was called once more than it has steps.
            provider.ScriptMismatch: A request is not what the script's step expects.
            hook.Rejected: A hook has refused the call, or its result.
            hook.Failed: A hook has failed, and its policy is to fail the call.
            hook.TimedOut: A hook took longer than its limit, and its policy is to fail the call.
            hook.Replaced: A hook has put an error of its own in place of another, which is its cause.
            hook.RateLimited: A rate-limiting hook lets no more calls pass for now.
            hook.NestedTooDeep: A handler seems to call itself without end.
            memory.FileFailed: A memory file could not be read or written.
            memory.InvalidFile: The file does not hold memory of a version that is known here.
        """
        options = clients.optional(
            RunOptions,
            images=images,
            temperature=temperature,
            max_tokens=max_tokens,
            max_steps=max_steps,
            timeout_seconds=timeout_seconds,
        )
        result: RunResult = self.core.call(
            "agent.handoff", {"agent": agent, "target": target, "input": input, "options": options}
        )
        return result

    def as_tool(
        self, agent: Agent | str, *, name: str | None = None, description: str | None = None
    ) -> ToolDescription:
        """Make an agent usable as a tool by others.

        Registers a tool that takes `input`, a text, and gives the agent's answer. Each call is a run of its
        own with an empty conversation; several may go at once, and the agent's own conversation and state
        are not touched. When the agent is destroyed, the tool fails, and the cause is `agent.not_found`.

        Args:
            agent: The agent.
            name: The tool's name; the agent's when absent, with an underscore for every character a tool's name
                cannot have.
            description: When to use it; the agent's description when absent.

        Returns:
            A tool without its handler, as a model, a file or a list shows it.

        Raises:
            NotFound: No agent has this handle.
            tool.AlreadyExists: A tool of this name is registered already.
        """
        settings = clients.optional(ToolSettings, name=name, description=description)
        result: ToolDescription = self.core.call("agent.as_tool", {"agent": agent, "settings": settings})
        return result
