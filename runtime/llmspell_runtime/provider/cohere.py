"""Cohere's chat, version 2."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from llmspell.provider.types import Capability, FinishReason, ModelInfo
from llmspell.shared.types import Message, Role

from llmspell_runtime.provider.openai import function_tool, parsed
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
    dumps,
    member,
    tool_from_text,
    vector,
)
from llmspell_runtime.provider.sse import EventDecoder

FINISH: Final = {
    "COMPLETE": FinishReason.STOP,
    "STOP_SEQUENCE": FinishReason.STOP,
    "MAX_TOKENS": FinishReason.LENGTH,
    "TOOL_CALL": FinishReason.TOOL_CALLS,
}
FAILED: Final = {"ERROR": 500, "TIMEOUT": 504}
"""Reasons that are failures, as the statuses that they would have come with before the reply began."""


class Cohere:
    """https://docs.cohere.com/reference/chat"""

    capabilities = (
        Capability.STREAMING,
        Capability.FUNCTION_CALLING,
        Capability.VISION,
        Capability.EMBEDDINGS,
    )
    takes_schema = False
    """It does, but not together with tools, and wants to be asked for JSON besides."""

    def headers(self, key: str) -> dict[str, str]:
        return {"authorization": f"Bearer {key}"} if key else {}

    def chat(self, call: ModelCall, *, streaming: bool) -> Request:
        body: dict[str, Any] = {
            "model": call.model,
            "messages": [_message(message) for message in call.messages],
            "stream": streaming,
        }
        for name, value in (
            ("temperature", call.temperature),
            ("p", call.top_p),
            ("max_tokens", call.max_tokens),
            ("stop_sequences", call.stop),
            ("seed", call.seed),
        ):
            if value is not None:
                body[name] = value
        if call.tools:
            body["tools"] = [function_tool(tool) for tool in call.tools]
            if call.tool_choice in ("required", "none"):
                body["tool_choice"] = call.tool_choice.upper()
            elif call.tool_choice not in (None, "auto"):
                raise NotSupported(
                    "tool_choice", f"Cohere knows auto, none and required, not {call.tool_choice!r}"
                )
        elif call.response_schema is not None:
            body["response_format"] = {"type": "json_object", "json_schema": call.response_schema}
        if call.extra:
            body.update(call.extra)
        return Request("POST", "/v2/chat", body)

    def reply(self, body: Any) -> Reply:
        message = member(body, "message", dict, {})
        parts = member(message, "content", (list, str), [])
        text = parts if isinstance(parts, str) else "".join(part.get("text") or "" for part in parts)
        tools = [_read_tool(call) for call in member(message, "tool_calls", list, [])]
        return _reply(text, tools, member(body, "finish_reason", str, ""), member(body, "usage", dict, {}))

    def reader(self) -> CohereReader:
        return CohereReader()

    def embed(self, texts: Sequence[str], model: str) -> Request:
        body = {
            "model": model,
            "texts": list(texts),
            "input_type": "search_document",
            "embedding_types": ["float"],
        }
        return Request("POST", "/v2/embed", body)

    def read_embeddings(self, body: Any) -> Vectors:
        found = member(member(body, "embeddings", dict, {}), "float", list, [])
        billed = member(member(body, "meta", dict, {}), "billed_units", dict, {})
        return Vectors([vector(entry) for entry in found], count_or_zero(billed, "input_tokens"))

    def models(self) -> Request:
        return Request("GET", "/v1/models?endpoint=chat&page_size=1000")

    def read_models(self, body: Any) -> list[ModelInfo]:
        return [
            ModelInfo(id=member(entry, "name", str, ""), owner="cohere")
            for entry in member(body, "models", list, [])
        ]

    def count(self, text: str, model: str) -> Request | None:
        # The endpoint takes no empty text, and none longer than 65,536 characters.
        fits = model and 0 < len(text) <= 65_536
        return Request("POST", "/v1/tokenize", {"model": model, "text": text}) if fits else None

    def read_count(self, body: Any) -> int:
        return len(member(body, "tokens", list, []))


class CohereReader:
    """Puts a reply together from the events of a streamed message."""

    def __init__(self) -> None:
        self._events = EventDecoder()
        self._text: list[str] = []
        self._tools: dict[int, list[str]] = {}
        self._end: dict[str, Any] | None = None

    def feed(self, data: bytes) -> list[str]:
        pieces: list[str] = []
        for event in self._events.feed(data):
            if event.data != "[DONE]":
                self._take(parsed(event.data), pieces)
        self._text += pieces
        return pieces

    def finish(self) -> Reply:
        if self._end is None:
            raise Malformed("the stream ended before the reply did")
        tools = [tool_from_text(*self._tools[index]) for index in sorted(self._tools)]
        reason, usage = member(self._end, "finish_reason", str, ""), member(self._end, "usage", dict, {})
        return _reply("".join(self._text), tools, reason, usage, member(self._end, "error", str))

    def _take(self, event: dict[str, Any], pieces: list[str]) -> None:
        kind = event.get("type")
        delta = member(event, "delta", dict, {})
        if kind == "message-end":
            self._end = delta
            return
        message = member(delta, "message", dict, {})
        if kind == "content-delta":
            if text := member(member(message, "content", dict, {}), "text", str, ""):
                pieces.append(text)
        elif kind == "tool-call-start":
            call = member(message, "tool_calls", dict, {})
            function = member(call, "function", dict, {})
            self._tools[event["index"]] = [
                member(call, "id", str, ""),
                member(function, "name", str, ""),
                member(function, "arguments", str, ""),
            ]
        elif kind == "tool-call-delta":
            function = member(member(message, "tool_calls", dict, {}), "function", dict, {})
            self._tools[event["index"]][2] += member(function, "arguments", str, "")


def _reply(text: str, tools: list[RequestedTool], reason: str, usage: Any, error: str | None = None) -> Reply:
    if reason in FAILED:
        detail = error or f"the generation ended with {reason}"
        raise Reported(FAILED[reason], {"message": detail})
    tokens = member(usage, "tokens", dict, {})
    return Reply(
        text=text,
        tools=tools,
        finish_reason=FinishReason.TOOL_CALLS if tools else FINISH.get(reason, FinishReason.OTHER),
        input_tokens=count_or_zero(tokens, "input_tokens"),
        output_tokens=count_or_zero(tokens, "output_tokens"),
    )


def _read_tool(call: Any) -> RequestedTool:
    function = member(call, "function", dict, {})
    arguments = member(function, "arguments", str, "")
    return tool_from_text(member(call, "id", str, ""), member(function, "name", str, ""), arguments)


def _message(message: Message) -> dict[str, Any]:
    if message.role is Role.TOOL:
        return {"role": "tool", "tool_call_id": message.tool_call_id or "", "content": message.content}
    wire: dict[str, Any] = {"role": message.role.value}
    if message.content or not message.tool_calls:
        wire["content"] = message.content
    if message.tool_calls:
        wire["tool_calls"] = [
            {
                "id": call.id,
                "type": "function",
                "function": {"name": call.name, "arguments": dumps(call.arguments)},
            }
            for call in message.tool_calls
        ]
    if message.images:
        pictures = [{"type": "image_url", "image_url": {"url": url}} for url in message.images]
        wire["content"] = [{"type": "text", "text": message.content}, *pictures]
    return wire
