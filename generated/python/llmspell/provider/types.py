"""Types of provider."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from bridge_runtime.records import Record
from pydantic import Field

from ..shared.types import ErrorInfo, JsonSchema, Message, Timestamp, ToolCall, ToolSpec, Usage


class Type(StrEnum):
    """The protocol a provider speaks."""

    OPENAI = "openai"
    """OpenAI's chat completions, and every endpoint compatible with them."""
    ANTHROPIC = "anthropic"
    """Anthropic's messages."""
    COHERE = "cohere"
    """Cohere's chat, version 2."""
    OLLAMA = "ollama"
    """Ollama's own protocol."""
    LOCAL = "local"
    """An OpenAI-compatible server on this machine, such as llama.cpp, vLLM or LM Studio."""
    SCRIPTED = "scripted"
    """Answers written beforehand; no model is behind it."""


class Status(StrEnum):
    """How a provider does."""

    ACTIVE = "active"
    """Its last call was answered."""
    INACTIVE = "inactive"
    """Made or configured, and not called since."""
    ERROR = "error"
    """Its last call failed."""
    INITIALIZING = "initializing"
    """Its first call is under way."""


class Capability(StrEnum):
    """What a provider's protocol carries."""

    STREAMING = "streaming"
    """Replies in pieces."""
    FUNCTION_CALLING = "function_calling"
    """Tools."""
    VISION = "vision"
    """Pictures in messages."""
    EMBEDDINGS = "embeddings"
    """Vectors for texts."""


class FinishReason(StrEnum):
    """Why a reply ended."""

    STOP = "stop"
    """The model was done."""
    LENGTH = "length"
    """The longest reply was reached."""
    TOOL_CALLS = "tool_calls"
    """The model waits for tools."""
    CONTENT_FILTER = "content_filter"
    """The endpoint withheld the rest."""
    OTHER = "other"
    """Another reason, or none given."""


class ChunkKind(StrEnum):
    """What a piece of a reply holds."""

    TEXT = "text"
    """More text."""
    TOOL_CALL = "tool_call"
    """A complete tool call."""
    FINISH = "finish"
    """The whole reply; the last piece."""


class CountMethod(StrEnum):
    """How tokens were counted."""

    ESTIMATE = "estimate"
    """Guessed from the text; the endpoint may count otherwise."""
    PROVIDER = "provider"
    """Counted by the endpoint."""


class ScriptedToolCall(Record):
    """A tool call in a scripted reply."""

    id: str | None = None
    """The call's id; call_1, call_2 and so on when absent."""
    name: str
    """The tool."""
    arguments: dict[str, Any] = {}
    """Its arguments."""


class Embedding(Record):
    """A text as a vector; texts of like meaning have vectors close to each other."""

    vector: list[float]
    """Its numbers."""


class ScriptedFailure(Record):
    """A failure as an endpoint reports it."""

    http_status: Annotated[int, Field(ge=400, le=599)]
    """The status of the response."""
    message: str
    """What the endpoint says."""
    retry_after_seconds: Annotated[float | None, Field(ge=0.0)] = None
    """When to try again; no pause when absent."""


class ScriptExpectation(Record):
    """What a scripted step wants to see in the request."""

    last_message: str | None = None
    """Text that the last message holds."""
    system_prompt: str | None = None
    """Text that the system message holds."""
    messages: Annotated[int | None, Field(ge=0)] = None
    """How many messages there are, the system message among them."""
    tools: list[str] | None = None
    """The tools offered, in order."""
    model: str | None = None
    """The model asked for."""


class ScriptStep(Record):
    """One answer of a scripted provider.

    Exactly one of `text`, `chunks`, `embeddings`, `error` or nothing but `tool_calls`; `tool_calls` may stand beside
    `text` and `chunks`. A step with `embeddings` answers `provider.embed`, every other one a chat.
    """

    text: str | None = None
    """The text of the reply."""
    chunks: Annotated[list[str] | None, Field(min_length=1)] = None
    """The text in pieces, as a stream gives them; a whole reply joins them."""
    tool_calls: Annotated[list[ScriptedToolCall] | None, Field(min_length=1)] = None
    """The tools the reply asks for."""
    embeddings: Annotated[list[Embedding] | None, Field(min_length=1)] = None
    """The vectors of the texts, as many as there are texts."""
    error: ScriptedFailure | None = None
    """Fail as an endpoint would; tried again like any failure, with the next step."""
    usage: Usage | None = None
    """The tokens to report; none used when absent."""
    finish_reason: FinishReason | None = None
    """Why the reply ends; made from the step when absent."""
    expect: ScriptExpectation | None = None
    """What the request must hold; else the call fails."""
    delay_seconds: Annotated[float | None, Field(ge=0.0, le=3600.0)] = None
    """Wait before answering."""


class ProviderConfig(Record):
    """How to reach a provider."""

    type: Type
    """The protocol it speaks."""
    name: Annotated[str | None, Field(max_length=128, min_length=1)] = None
    """How agents and `get` find it; the type when absent."""
    base_url: str | None = None
    """Where the API begins, such as https://api.openai.com/v1; the type's own when absent."""
    api_key: Annotated[str | None, Field(min_length=1, repr=False)] = None
    """What the endpoint knows its caller by. It is a secret, and shown nowhere."""
    model: Annotated[str | None, Field(min_length=1)] = None
    """The model used by calls that name none."""
    headers: Annotated[dict[str, str] | None, Field(repr=False)] = None
    """Sent with every request. It is a secret, and shown nowhere."""
    timeout_seconds: Annotated[float, Field(gt=0.0)] = 60.0
    """The longest wait for the endpoint to say anything."""
    max_retries: Annotated[int, Field(ge=0, le=10)] = 2
    """Tries after the first."""
    max_connections: Annotated[int, Field(ge=1, le=1000)] = 100
    """Connections open at once."""
    script: list[ScriptStep] | None = None
    """What a scripted provider answers; for no other type."""


class ProviderChanges(Record):
    """What to change on a provider; what is absent stays."""

    base_url: str | None = None
    """Where the API begins; a key and headers given before are forgotten, for they belong to another host."""
    api_key: Annotated[
        str | None, Field(json_schema_extra={"x-nullable": True}, min_length=1, repr=False)
    ] = None
    """What the endpoint knows its caller by; null forgets it. It is a secret, and shown nowhere."""
    model: Annotated[str | None, Field(json_schema_extra={"x-nullable": True}, min_length=1)] = None
    """The model used by calls that name none; null for none."""
    headers: Annotated[dict[str, str] | None, Field(repr=False)] = None
    """Replaces all headers given before. It is a secret, and shown nowhere."""
    timeout_seconds: Annotated[float | None, Field(gt=0.0)] = None
    """The longest wait for the endpoint to say anything."""
    max_retries: Annotated[int | None, Field(ge=0, le=10)] = None
    """Tries after the first."""
    script: list[ScriptStep] | None = None
    """Steps that a scripted provider answers after those it has."""


class ProviderInfo(Record):
    """What a provider is and how it does."""

    id: str
    """Its handle."""
    name: str
    """Its name in the session."""
    type: Type
    """The protocol it speaks."""
    status: Status
    """How it does."""
    capabilities: list[Capability]
    """What its protocol carries; a model may do less."""
    base_url: str | None = None
    """Where the API begins; absent when nothing is sent."""
    model: str | None = None
    """The model used by calls that name none."""
    has_api_key: bool
    """Whether a key is known; the key itself is never shown."""
    requests: Annotated[int, Field(ge=0)]
    """Calls begun, tries not counted."""
    usage: Usage
    """Tokens of all calls."""
    script_steps: Annotated[int | None, Field(ge=0)] = None
    """Steps a scripted provider was given."""
    script_used: Annotated[int | None, Field(ge=0)] = None
    """Steps it has answered."""
    last_error: ErrorInfo | None = None
    """How the last call failed; absent when it did not."""


class ChatOptions(Record):
    """How a model should answer one call."""

    model: Annotated[str | None, Field(min_length=1)] = None
    """The model; the provider's own when absent."""
    temperature: Annotated[float | None, Field(ge=0.0, le=2.0)] = None
    """How freely it chooses words."""
    top_p: Annotated[float | None, Field(gt=0.0, le=1.0)] = None
    """The share of likely words it chooses from."""
    max_tokens: Annotated[int | None, Field(ge=1)] = None
    """The longest reply."""
    stop: Annotated[list[str] | None, Field(max_length=16)] = None
    """Texts that end the reply."""
    seed: int | None = None
    """For the same answer again, where the model can."""
    tools: list[ToolSpec] | None = None
    """Tools it may ask for."""
    tool_choice: str | None = None
    """auto (the default with tools), none, required, or the name of one tool."""
    response_schema: JsonSchema | None = None
    """The reply must be JSON of this schema; passed on where the endpoint can."""
    timeout_seconds: Annotated[float | None, Field(gt=0.0)] = None
    """The longest wait in this call."""
    extra: dict[str, Any] | None = None
    """Members to add to the request as they are, for what this interface does not name."""


class ChatResult(Record):
    """A whole reply."""

    text: str
    """The reply's text; empty when it only calls tools."""
    message: Message
    """The reply as a message, tool calls included, to be added to the conversation."""
    finish_reason: FinishReason
    """Why it ended."""
    usage: Usage
    """Tokens used."""
    model: str
    """The model that answered; empty when the endpoint does not say and none was asked for."""


class ChatChunk(Record):
    """A piece of a reply as it arrives."""

    kind: ChunkKind
    """Which of the other fields is there."""
    text: str | None = None
    """More text."""
    tool_call: ToolCall | None = None
    """A tool call, once it is complete."""
    result: ChatResult | None = None
    """The whole reply, last of all."""


class ModelInfo(Record):
    """A model that a provider serves."""

    id: str
    """What to write as `model`."""
    owner: str | None = None
    """Who made it."""
    family: str | None = None
    """The family it belongs to."""
    size_bytes: Annotated[int | None, Field(ge=0)] = None
    """Its size on disk."""
    created_at: Timestamp | None = None
    """When it was made or installed."""


class EmbeddingResult(Record):
    """The vectors of several texts."""

    embeddings: list[Embedding]
    """One for each text, in their order."""
    usage: Usage
    """Tokens used."""
    model: str
    """The model that made them."""


class TokenCount(Record):
    """How many tokens a text has."""

    tokens: Annotated[int, Field(ge=0)]
    """The number."""
    method: CountMethod
    """How it was found."""
    model: str | None = None
    """The model it holds for; absent when it is the same for all."""


class DiscoveredProvider(Record):
    """A provider that this session could use."""

    type: Type
    """The protocol it speaks."""
    source: str
    """Where it was learned from: default, an environment variable's name, or session."""
    configured: bool
    """Whether all it needs (such as a key) is there."""
    reachable: bool
    """Whether it answered just now."""
    base_url: str | None = None
    """Where it was looked for; absent when nothing is sent."""
    models: list[str]
    """Ids of the models it named."""
    problem: str | None = None
    """What is missing or went wrong, and the way out; absent when all is well."""


class ProviderRequested(Record):
    """A call to a model begins."""

    request_id: str
    """The same in all events of this call; request_1, request_2 and so on."""
    provider: str
    """The provider's name."""
    provider_id: str
    """Its handle."""
    model: str
    """The model asked for; empty when none was named."""
    messages: int
    """How many messages, or texts to embed, were sent."""
    tools: int
    """How many tools were offered."""
    streaming: bool
    """Whether the reply is wanted in pieces."""


class ProviderResponded(Record):
    """A model has answered."""

    request_id: str
    """The call."""
    provider: str
    """The provider's name."""
    provider_id: str
    """Its handle."""
    model: str
    """The model that answered."""
    finish_reason: FinishReason
    """Why the reply ended."""
    usage: Usage
    """Tokens used."""
    attempts: int
    """Tries it took, the first among them."""
    duration_ms: float
    """Time from the request to the end of the reply."""


class ProviderRetried(Record):
    """A try failed and another follows."""

    request_id: str
    """The call."""
    provider: str
    """The provider's name."""
    provider_id: str
    """Its handle."""
    attempt: int
    """The try that failed; the first is 1."""
    wait_seconds: float
    """The pause before the next."""
    error: ErrorInfo
    """How it failed."""


class ProviderFailed(Record):
    """A call to a model has failed for good."""

    request_id: str
    """The call."""
    provider: str
    """The provider's name."""
    provider_id: str
    """Its handle."""
    attempts: int
    """Tries it took, the first among them."""
    duration_ms: float
    """Time from the request to the failure."""
    error: ErrorInfo
    """How it failed."""
