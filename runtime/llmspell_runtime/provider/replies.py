"""Replies as the interface shows them, and back."""

from __future__ import annotations

from typing import Any

from llmspell.provider.errors import InvalidResponse
from llmspell.provider.types import ChatResult
from llmspell.shared.types import Message, Role, ToolCall

from llmspell_runtime.provider.protocol import Reply, RequestedTool
from llmspell_runtime.provider.reporting import usage


def chat_result(provider: str, reply: Reply) -> ChatResult:
    """A reply as the interface shows it. Raises InvalidResponse for arguments that are no JSON object."""
    for tool in reply.tools:
        if tool.problem:
            raise InvalidResponse(provider=provider, detail=f"of the call of {tool.name!r}, {tool.problem}")
    return shown(reply)


def shown(reply: Reply) -> ChatResult:
    """A reply as the interface shows it, whatever the model wrote as arguments."""
    return ChatResult(
        text=reply.text,
        message=reply_message(reply),
        finish_reason=reply.finish_reason,
        usage=usage(reply.input_tokens, reply.output_tokens),
        model=reply.model,
    )


def reply_message(reply: Reply) -> Message:
    """A reply as a turn of the conversation."""
    if not reply.tools:
        return Message(role=Role.ASSISTANT, content=reply.text)
    calls = [ToolCall(id=tool.id, name=tool.name, arguments=tool.arguments) for tool in reply.tools]
    return Message(role=Role.ASSISTANT, content=reply.text, tool_calls=calls)


def reply_of(result: Any) -> Reply:
    """The reply that a ChatResult, as JSON, shows."""
    read = ChatResult.model_validate(result)
    return Reply(
        text=read.text,
        tools=[RequestedTool(call.id, call.name, call.arguments) for call in read.message.tool_calls or ()],
        finish_reason=read.finish_reason,
        input_tokens=read.usage.input_tokens,
        output_tokens=read.usage.output_tokens,
        model=read.model,
    )
