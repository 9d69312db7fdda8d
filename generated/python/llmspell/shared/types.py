"""Types of shared."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from bridge_runtime.records import Record
from pydantic import AwareDatetime, Field
from typing_extensions import TypeAliasType


class Role(StrEnum):
    """Whose turn a message is."""

    SYSTEM = "system"
    """Instructions to the model."""
    USER = "user"
    """What a person or a program asks."""
    ASSISTANT = "assistant"
    """What the model answers."""
    TOOL = "tool"
    """What a tool call gave."""


Json = TypeAliasType("Json", Any)
"""Any JSON value."""


JsonObject = TypeAliasType("JsonObject", dict[str, Any])
"""Any JSON object."""


JsonSchema = TypeAliasType("JsonSchema", dict[str, Any])
"""A JSON Schema (2020-12), as an object."""


Timestamp = TypeAliasType("Timestamp", AwareDatetime)
"""A moment in UTC, as RFC 3339 text."""


class ToolSpec(Record):
    """What a model is told about one tool."""

    name: Annotated[str, Field(max_length=64, min_length=1)]
    """What the model calls it."""
    description: str
    """When and how to use it; the model reads this."""
    parameters: JsonSchema
    """Schema of the arguments; an object."""


class ToolCall(Record):
    """A model's wish to have one tool called."""

    id: str
    """Tells the calls of one reply apart; the result message carries it back."""
    name: str
    """The tool's name."""
    arguments: dict[str, Any]
    """The arguments the model wrote."""


class Message(Record):
    """One turn of a conversation."""

    role: Role
    """Whose turn it is."""
    content: str
    """The text; empty for a reply that only calls tools."""
    tool_calls: list[ToolCall] | None = None
    """The tools an assistant asks for."""
    tool_call_id: str | None = None
    """The call that a tool message answers."""
    name: str | None = None
    """The tool that a tool message comes from."""
    images: list[str] | None = None
    """Pictures of a user message, as https or data URLs; for models that see."""


class Usage(Record):
    """Tokens used, as the provider counted them."""

    input_tokens: Annotated[int, Field(ge=0)]
    """Tokens of what was sent."""
    output_tokens: Annotated[int, Field(ge=0)]
    """Tokens of what came back."""
    total_tokens: Annotated[int, Field(ge=0)]
    """Both together."""


class ErrorInfo(Record):
    """An error as data, as it stands in events and results."""

    code: str
    """The stable code, such as agent.not_found."""
    message: str
    """What happened, and the way out."""
    fields: dict[str, Any]
    """The values the message speaks of, by name."""
    recovery: str
    """What may help: retry_once, retry_with_backoff, failover or none."""
    http_status: int | None = None
    """The status an HTTP surface answers with."""
    trace_id: str
    """Finds this error again in logs and events."""
    cause: Annotated[ErrorInfo | None, Field(json_schema_extra={"x-nullable": True})] = None
    """The error that led to this one; null when it is the first."""


ErrorInfo.model_rebuild()
