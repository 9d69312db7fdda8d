"""Types of agent."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from bridge_runtime.formats import UNIQUE
from bridge_runtime.records import Record
from pydantic import Field

from ..memory.types import ConversationInfo, ConversationPolicy, Scope
from ..provider.types import FinishReason
from ..shared.types import ErrorInfo, Timestamp, ToolCall, Usage


class State(StrEnum):
    """What an agent does."""

    IDLE = "idle"
    """Made or reset, and has not run since."""
    READY = "ready"
    """Changed since its last run, or its run was cancelled; can run."""
    RUNNING = "running"
    """A run is under way."""
    COMPLETED = "completed"
    """The last run ended well."""
    ERROR = "error"
    """The last run failed."""


class ChunkKind(StrEnum):
    """What a piece of a run holds."""

    TEXT = "text"
    """More text of the answer."""
    TOOL_CALL = "tool_call"
    """The model asks for a tool, which begins to run."""
    TOOL_OUTCOME = "tool_outcome"
    """A tool call has ended."""
    FINISH = "finish"
    """The whole answer; the last piece."""


class AgentMemory(Record):
    """How much an agent keeps of its conversation, and where; see memory.create_conversation."""

    max_tokens: Annotated[int, Field(ge=1)]
    """The budget: the most tokens a model is shown, system prompt and summary included."""
    policy: ConversationPolicy = ConversationPolicy.DROP
    """What becomes of turns beyond it."""
    keep_tokens: Annotated[int | None, Field(ge=0)] = None
    """How many tokens of the newest turns stay as they are when the rest is summarized; half of max_tokens
    when absent.
    """
    provider: Annotated[str | None, Field(min_length=1)] = None
    """The name of a provider that writes summaries; with the policy summarize. Functions do so for
    agent.use_conversation.
    """
    model: Annotated[str | None, Field(min_length=1)] = None
    """The model that writes them; the provider's own when absent."""
    instruction: Annotated[str | None, Field(min_length=1)] = None
    """What that model is told to write; a brief of its own when absent."""
    count_with: Annotated[str | None, Field(min_length=1)] = None
    """The name of a provider that counts the tokens of messages as they are added (provider.count_tokens;
    needs the permission llm); estimated when absent.
    """
    name: Annotated[str | None, Field(max_length=256, min_length=1)] = None
    """Keep it in persistent memory under this name; without one it lives as long as its handle."""
    scope: Scope | None = None
    """Who shares a conversation with a name; global when absent."""
    owner: Annotated[str | None, Field(max_length=256, min_length=1)] = None
    """Whom it belongs to, for the agent scope; the agent, by its name, when absent."""
    path: Annotated[str | None, Field(min_length=1)] = None
    """The database file."""


class AgentConfig(Record):
    """What an agent is."""

    name: Annotated[str, Field(max_length=128, min_length=1)]
    """What it is called in events and lists; need not be unique."""
    provider: Annotated[str, Field(min_length=1)]
    """The name of a provider; or a type, such as ollama, which is made with its defaults when the session
    has none of that name.
    """
    model: Annotated[str | None, Field(min_length=1)] = None
    """The model; the provider's own when absent."""
    description: str | None = None
    """What it is good for; read by models that use it as a tool."""
    system_prompt: str | None = None
    """Instructions that precede every conversation."""
    tools: Annotated[list[str], UNIQUE] | None = None
    """Names of the tools it may use, which must exist."""
    temperature: Annotated[float | None, Field(ge=0.0, le=2.0)] = None
    """How freely the model chooses words."""
    max_tokens: Annotated[int | None, Field(ge=1)] = None
    """The longest reply of one model call."""
    max_steps: Annotated[int, Field(ge=1, le=1000)] = 10
    """The most model calls of one run."""
    history_limit: Annotated[int | None, Field(ge=1)] = None
    """The most messages of the conversation sent to the model, the newest; all when absent."""
    memory: AgentMemory | None = None
    """A budget of tokens for the conversation, and where to keep it; all of it in this process when
    absent.
    """
    timeout_seconds: Annotated[float | None, Field(gt=0.0)] = None
    """The longest time of one run; unlimited when absent."""


class AgentChanges(Record):
    """What to change on an agent; what is absent stays, null takes away."""

    provider: Annotated[str | None, Field(min_length=1)] = None
    """The name or type of a provider."""
    model: Annotated[str | None, Field(json_schema_extra={"x-nullable": True}, min_length=1)] = None
    """The model."""
    description: Annotated[str | None, Field(json_schema_extra={"x-nullable": True})] = None
    """What it is good for."""
    system_prompt: Annotated[str | None, Field(json_schema_extra={"x-nullable": True})] = None
    """Instructions that precede every conversation."""
    tools: Annotated[list[str], UNIQUE] | None = None
    """Names of all tools it may use."""
    temperature: Annotated[float | None, Field(ge=0.0, json_schema_extra={"x-nullable": True}, le=2.0)] = None
    """How freely the model chooses words."""
    max_tokens: Annotated[int | None, Field(ge=1, json_schema_extra={"x-nullable": True})] = None
    """The longest reply of one model call."""
    max_steps: Annotated[int | None, Field(ge=1, le=1000)] = None
    """The most model calls of one run."""
    history_limit: Annotated[int | None, Field(ge=1, json_schema_extra={"x-nullable": True})] = None
    """The most messages sent to the model."""
    timeout_seconds: Annotated[float | None, Field(gt=0.0, json_schema_extra={"x-nullable": True})] = None
    """The longest time of one run."""


class AgentInfo(Record):
    """What an agent is and what it has done."""

    id: str
    """Its handle."""
    name: str
    """What it is called."""
    state: State
    """What it does now."""
    provider: str
    """The name of its provider."""
    model: str | None = None
    """The model; absent when the provider chooses."""
    description: str | None = None
    """What it is good for."""
    system_prompt: str | None = None
    """Instructions that precede every conversation."""
    tools: list[str]
    """The tools it may use."""
    max_steps: int
    """The most model calls of one run."""
    messages: int
    """The messages of its conversation."""
    memory: ConversationInfo | None = None
    """How its conversation keeps to its budget; absent when it has none."""
    runs: int
    """Runs begun."""
    usage: Usage
    """Tokens of all its runs."""
    created_at: Timestamp
    """When it was made."""
    last_error: ErrorInfo | None = None
    """How the last run failed; absent when it did not."""


class RunOptions(Record):
    """What holds for one run only."""

    images: list[str] | None = None
    """Pictures beside the input, as https or data URLs."""
    temperature: Annotated[float | None, Field(ge=0.0, le=2.0)] = None
    """Instead of the agent's own."""
    max_tokens: Annotated[int | None, Field(ge=1)] = None
    """Instead of the agent's own."""
    max_steps: Annotated[int | None, Field(ge=1, le=1000)] = None
    """Instead of the agent's own."""
    timeout_seconds: Annotated[float | None, Field(gt=0.0)] = None
    """Instead of the agent's own."""


class StructuredOptions(Record):
    """What holds for one structured run only."""

    max_attempts: Annotated[int, Field(ge=1, le=10)] = 3
    """How often the model may answer; after a bad answer it is told what was wrong."""
    temperature: Annotated[float | None, Field(ge=0.0, le=2.0)] = None
    """Instead of the agent's own."""
    max_tokens: Annotated[int | None, Field(ge=1)] = None
    """Instead of the agent's own."""
    max_steps: Annotated[int | None, Field(ge=1, le=1000)] = None
    """Instead of the agent's own."""
    timeout_seconds: Annotated[float | None, Field(gt=0.0)] = None
    """Instead of the agent's own."""


class ToolOutcome(Record):
    """One tool call of a run, and what came of it."""

    id: str
    """The call's id."""
    name: str
    """The tool the model asked for."""
    arguments: dict[str, Any]
    """The arguments the model wrote."""
    content: str
    """What the model was told: a text as it is, anything else as JSON."""
    is_error: bool
    """Whether the call failed."""


class RunResult(Record):
    """The answer of a run."""

    run_id: str
    """The run, as events name it; run_1, run_2 and so on."""
    text: str
    """The answer."""
    finish_reason: FinishReason
    """Why the model ended."""
    steps: int
    """Model calls."""
    tool_calls: list[ToolOutcome]
    """The tool calls, in order."""
    usage: Usage
    """Tokens of all model calls."""
    duration_ms: float
    """How long it took."""


class StructuredResult(Record):
    """The answer of a structured run."""

    run_id: str
    """The run."""
    value: Any
    """The answer as JSON; valid for the schema."""
    text: str
    """The answer as the model wrote it."""
    attempts: int
    """How many answers it took."""
    steps: int
    """Model calls."""
    tool_calls: list[ToolOutcome]
    """The tool calls, in order."""
    usage: Usage
    """Tokens of all model calls."""
    duration_ms: float
    """How long it took."""


class RunChunk(Record):
    """A piece of a run as it happens."""

    kind: ChunkKind
    """Which of the other fields is there."""
    text: str | None = None
    """More text of the answer."""
    tool_call: ToolCall | None = None
    """A tool the model asks for."""
    tool_outcome: ToolOutcome | None = None
    """What came of a tool call."""
    result: RunResult | None = None
    """The whole answer, last of all."""


class ToolSettings(Record):
    """How an agent appears among the tools."""

    name: Annotated[str | None, Field(max_length=64, min_length=1, pattern="^[A-Za-z_][A-Za-z0-9_-]*$")] = (
        None
    )
    """The tool's name; the agent's when absent, with an underscore for every character a tool's name
    cannot have.
    """
    description: Annotated[str | None, Field(min_length=1)] = None
    """When to use it; the agent's description when absent."""


class AgentStarted(Record):
    """A run begins."""

    run_id: str
    """The run."""
    agent: str
    """The agent's name."""
    agent_id: str
    """Its handle."""
    provider: str
    """The name of its provider."""
    model: str
    """The model; empty when the provider chooses."""
    input: str
    """What it was asked."""


class AgentCompleted(Record):
    """A run has ended well."""

    run_id: str
    """The run."""
    agent: str
    """The agent's name."""
    agent_id: str
    """Its handle."""
    text: str
    """The answer."""
    steps: int
    """Model calls."""
    tool_calls: int
    """Tool calls."""
    usage: Usage
    """Tokens used."""
    duration_ms: float
    """How long it took."""


class AgentFailed(Record):
    """A run has failed, or was cancelled."""

    run_id: str
    """The run."""
    agent: str
    """The agent's name."""
    agent_id: str
    """Its handle."""
    steps: int
    """Model calls begun."""
    duration_ms: float
    """How long it took."""
    error: ErrorInfo
    """How it failed."""


class AgentHandedOff(Record):
    """An agent gave its conversation to another."""

    agent: str
    """The name of the agent that gives."""
    agent_id: str
    """Its handle."""
    target: str
    """The name of the agent that takes."""
    target_id: str
    """Its handle."""
    messages: int
    """How many messages were given."""
