"""Anthropic's messages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from llmspell.provider.types import Capability, FinishReason, ModelInfo
from llmspell.shared.types import Message, Role

from llmspell_runtime.provider.openai import parsed
from llmspell_runtime.provider.protocol import (
    Malformed,
    ModelCall,
    NotSupported,
    Reply,
    Reported,
    Request,
    RequestedTool,
    Vectors,
    count_or_zero,
    member,
    split_data_url,
    tool_from_json,
    tool_from_text,
)
from llmspell_runtime.provider.sse import EventDecoder

VERSION: Final = "2023-06-01"
DEFAULT_MAX_TOKENS: Final = 4096
"""The protocol wants a limit in every request."""
FINISH: Final = {
    "end_turn": FinishReason.STOP,
    "stop_sequence": FinishReason.STOP,
    "max_tokens": FinishReason.LENGTH,
    "model_context_window_exceeded": FinishReason.LENGTH,
    "tool_use": FinishReason.TOOL_CALLS,
    "refusal": FinishReason.CONTENT_FILTER,
}
STATUS: Final = {
    "invalid_request_error": 400,
    "authentication_error": 401,
    "permission_error": 403,
    "not_found_error": 404,
    "request_too_large": 413,
    "rate_limit_error": 429,
    "api_error": 500,
    "overloaded_error": 529,
}


class Anthropic:
    """https://docs.anthropic.com/en/api/messages"""

    capabilities = (Capability.STREAMING, Capability.FUNCTION_CALLING, Capability.VISION)
    takes_schema = False

    def headers(self, key: str) -> dict[str, str]:
        return {"anthropic-version": VERSION, **({"x-api-key": key} if key else {})}

    def chat(self, call: ModelCall, *, streaming: bool) -> Request:
        if call.seed is not None:
            raise NotSupported("seed", "Anthropic's protocol has none; leave it out")
        system = "\n\n".join(m.content for m in call.messages if m.role is Role.SYSTEM)
        body: dict[str, Any] = {
            "model": call.model,
            "max_tokens": call.max_tokens or DEFAULT_MAX_TOKENS,
            "messages": _turns(call),
        }
        for name, value in (
            ("system", system or None),
            ("temperature", call.temperature),
            ("top_p", call.top_p),
            ("stop_sequences", call.stop),
        ):
            if value is not None:
                body[name] = value
        if call.tools:
            body["tools"] = [
                {"name": tool.name, "description": tool.description, "input_schema": tool.parameters}
                for tool in call.tools
            ]
            if call.tool_choice is not None:
                known = {"auto": {"type": "auto"}, "none": {"type": "none"}, "required": {"type": "any"}}
                body["tool_choice"] = known.get(call.tool_choice, {"type": "tool", "name": call.tool_choice})
        if streaming:
            body["stream"] = True
        if call.extra:
            body.update(call.extra)
        return Request("POST", "/v1/messages", body)

    def reply(self, body: Any) -> Reply:
        blocks = member(body, "content", list, [])
        usage = member(body, "usage", dict, {})
        tools = [_tool(block) for block in blocks if block.get("type") == "tool_use"]
        return Reply(
            text="".join(member(block, "text", str, "") for block in blocks if block.get("type") == "text"),
            tools=tools,
            finish_reason=_finish(member(body, "stop_reason", str, ""), tools),
            input_tokens=_input_tokens(usage),
            output_tokens=count_or_zero(usage, "output_tokens"),
            model=member(body, "model", str, ""),
        )

    def reader(self) -> AnthropicReader:
        return AnthropicReader()

    def embed(self, texts: Sequence[str], model: str) -> Request:
        raise NotSupported("embeddings", "Anthropic serves none; use another provider")

    def read_embeddings(self, body: Any) -> Vectors:
        raise Malformed("this protocol has no embeddings")

    def models(self) -> Request:
        return Request("GET", "/v1/models?limit=1000")

    def read_models(self, body: Any) -> list[ModelInfo]:
        return [_model(entry) for entry in member(body, "data", list, [])]

    def count(self, text: str, model: str) -> Request | None:
        body = {"model": model, "messages": [{"role": "user", "content": text}]}
        return Request("POST", "/v1/messages/count_tokens", body) if model else None

    def read_count(self, body: Any) -> int:
        return count_or_zero(body, "input_tokens")


class AnthropicReader:
    """Puts a reply together from the events of a streamed message."""

    def __init__(self) -> None:
        self._events = EventDecoder()
        self._text: list[str] = []
        self._tools: dict[int, list[str]] = {}
        self._stop_reason = ""
        self._input = self._output = 0
        self._model = ""
        self._ended = False

    def feed(self, data: bytes) -> list[str]:
        pieces: list[str] = []
        for event in self._events.feed(data):
            self._take(parsed(event.data), pieces)
        self._text += pieces
        return pieces

    def finish(self) -> Reply:
        if not self._ended:
            raise Malformed("the stream ended before the reply did")
        tools = [tool_from_text(*self._tools[index]) for index in sorted(self._tools)]
        return Reply(
            text="".join(self._text),
            tools=tools,
            finish_reason=_finish(self._stop_reason, tools),
            input_tokens=self._input,
            output_tokens=self._output,
            model=self._model,
        )

    def _take(self, event: dict[str, Any], pieces: list[str]) -> None:
        kind = event.get("type")
        if kind == "content_block_delta":
            delta = member(event, "delta", dict, {})
            if text := member(delta, "text", str, ""):
                pieces.append(text)
            elif delta.get("type") == "input_json_delta":
                self._tools[event["index"]][2] += member(delta, "partial_json", str, "")
        elif kind == "content_block_start":
            block = member(event, "content_block", dict, {})
            if block.get("type") == "tool_use":
                self._tools[event["index"]] = [
                    member(block, "id", str, ""),
                    member(block, "name", str, ""),
                    "",
                ]
        elif kind == "message_start":
            message = member(event, "message", dict, {})
            self._model = member(message, "model", str, "")
            self._input = _input_tokens(member(message, "usage", dict, {}))
        elif kind == "message_delta":
            self._stop_reason = member(
                member(event, "delta", dict, {}), "stop_reason", str, self._stop_reason
            )
            self._output = count_or_zero(member(event, "usage", dict, {}), "output_tokens")
        elif kind == "message_stop":
            self._ended = True
        elif kind == "error":
            name = member(member(event, "error", dict, {}), "type", str, "")
            raise Reported(STATUS.get(name, 500), event)


def _turns(call: ModelCall) -> list[dict[str, Any]]:
    """The conversation in Anthropic's form: no system turns, and tool results inside a user's turn."""
    turns: list[dict[str, Any]] = []
    for message in call.messages:
        if message.role is Role.SYSTEM:
            continue
        role = "assistant" if message.role is Role.ASSISTANT else "user"
        blocks = _blocks(message)
        if turns and turns[-1]["role"] == role:
            turns[-1]["content"] += blocks
        elif blocks:
            turns.append({"role": role, "content": blocks})
    return turns


def _blocks(message: Message) -> list[dict[str, Any]]:
    if message.role is Role.TOOL:
        return [
            {"type": "tool_result", "tool_use_id": message.tool_call_id or "", "content": message.content}
        ]
    blocks: list[dict[str, Any]] = [_image(url) for url in message.images or ()]
    if message.content:
        blocks.append({"type": "text", "text": message.content})
    for call in message.tool_calls or ():
        blocks.append({"type": "tool_use", "id": call.id, "name": call.name, "input": call.arguments})
    return blocks


def _image(url: str) -> dict[str, Any]:
    data = split_data_url(url)
    if data is None:
        return {"type": "image", "source": {"type": "url", "url": url}}
    return {"type": "image", "source": {"type": "base64", "media_type": data[0], "data": data[1]}}


def _tool(block: Any) -> RequestedTool:
    return tool_from_json(member(block, "id", str, ""), member(block, "name", str, ""), block.get("input"))


def _finish(text: str, tools: list[RequestedTool]) -> FinishReason:
    return FinishReason.TOOL_CALLS if tools else FINISH.get(text, FinishReason.OTHER)


def _input_tokens(usage: Any) -> int:
    """What was read, from the cache or not."""
    names = ("input_tokens", "cache_creation_input_tokens", "cache_read_input_tokens")
    return sum(count_or_zero(usage, name) for name in names)


def _model(entry: Any) -> ModelInfo:
    created = member(entry, "created_at", str, None)
    return ModelInfo(
        id=member(entry, "id", str, ""),
        owner="anthropic",
        created_at=None if created is None else datetime.fromisoformat(created),
    )
