"""OpenAI's chat completions: the wire format that most endpoints speak."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final

from llmspell.provider.types import Capability, FinishReason, ModelInfo
from llmspell.shared.types import Message, Role, ToolSpec

from llmspell_runtime.provider.protocol import (
    Malformed,
    ModelCall,
    Reply,
    Reported,
    Request,
    RequestedTool,
    Vectors,
    count_or_zero,
    dumps,
    member,
    read_json,
    tool_from_json,
    tool_from_text,
    vector,
)
from llmspell_runtime.provider.sse import EventDecoder, ServerSentEvent

FINISH: Final = {
    "stop": FinishReason.STOP,
    "length": FinishReason.LENGTH,
    "tool_calls": FinishReason.TOOL_CALLS,
    "function_call": FinishReason.TOOL_CALLS,
    "content_filter": FinishReason.CONTENT_FILTER,
}
CHOICES: Final = ("auto", "none", "required")


class OpenAI:
    """https://platform.openai.com/docs/api-reference/chat, and what compatible servers make of it."""

    capabilities = (
        Capability.STREAMING,
        Capability.FUNCTION_CALLING,
        Capability.VISION,
        Capability.EMBEDDINGS,
    )
    takes_schema = True

    def __init__(self, *, completion_tokens: bool) -> None:
        """``completion_tokens``: OpenAI itself calls the limit max_completion_tokens, all others max_tokens."""
        self._limit = "max_completion_tokens" if completion_tokens else "max_tokens"

    def headers(self, key: str) -> dict[str, str]:
        return {"authorization": f"Bearer {key}"} if key else {}

    def chat(self, call: ModelCall, *, streaming: bool) -> Request:
        body: dict[str, Any] = {"model": call.model, "messages": [_message(m) for m in call.messages]}
        for name, value in (
            ("temperature", call.temperature),
            ("top_p", call.top_p),
            (self._limit, call.max_tokens),
            ("stop", call.stop),
            ("seed", call.seed),
        ):
            if value is not None:
                body[name] = value
        if call.tools:
            body["tools"] = [function_tool(tool) for tool in call.tools]
            if call.tool_choice is not None:
                named = {"type": "function", "function": {"name": call.tool_choice}}
                body["tool_choice"] = call.tool_choice if call.tool_choice in CHOICES else named
        if call.response_schema is not None:
            schema = {"name": "answer", "schema": call.response_schema}
            body["response_format"] = {"type": "json_schema", "json_schema": schema}
        if streaming:
            body["stream"] = True
            body["stream_options"] = {"include_usage": True}
        if call.extra:
            body.update(call.extra)
        return Request("POST", "/chat/completions", body)

    def reply(self, body: Any) -> Reply:
        choices = member(body, "choices", list, [])
        if not choices:
            raise Malformed("there is no choice in the reply")
        message = member(choices[0], "message", dict, {})
        usage = member(body, "usage", dict, {})
        tools = [
            _read_tool(call, number) for number, call in enumerate(member(message, "tool_calls", list, []), 1)
        ]
        return Reply(
            text=_text(message.get("content")) or member(message, "refusal", str, ""),
            tools=tools,
            finish_reason=finish_reason(member(choices[0], "finish_reason", str, ""), tools),
            input_tokens=count_or_zero(usage, "prompt_tokens"),
            output_tokens=count_or_zero(usage, "completion_tokens"),
            model=member(body, "model", str, ""),
        )

    def reader(self) -> OpenAIReader:
        return OpenAIReader()

    def embed(self, texts: Sequence[str], model: str) -> Request:
        body = {"model": model, "input": list(texts), "encoding_format": "float"}
        return Request("POST", "/embeddings", body)

    def read_embeddings(self, body: Any) -> Vectors:
        entries = sorted(member(body, "data", list, []), key=lambda entry: member(entry, "index", int, 0))
        return Vectors(
            [vector(entry.get("embedding")) for entry in entries],
            count_or_zero(member(body, "usage", dict, {}), "prompt_tokens"),
            member(body, "model", str, ""),
        )

    def models(self) -> Request:
        return Request("GET", "/models")

    def read_models(self, body: Any) -> list[ModelInfo]:
        return [_model(entry) for entry in member(body, "data", list, [])]

    def count(self, text: str, model: str) -> Request | None:
        return None

    def read_count(self, body: Any) -> int:
        raise Malformed("this protocol does not count tokens")


class OpenAIReader:
    """Puts a reply together from ``chat.completion.chunk`` events."""

    def __init__(self) -> None:
        self._events = EventDecoder()
        self._text: list[str] = []
        self._tools: dict[int, list[str]] = {}
        self._finish = ""
        self._usage: dict[str, Any] = {}
        self._model = ""
        self._ended = False

    def feed(self, data: bytes) -> list[str]:
        pieces: list[str] = []
        for event in self._events.feed(data):
            self._take(event, pieces)
        self._text += pieces
        return pieces

    def finish(self) -> Reply:
        if not self._finish and not self._ended:
            raise Malformed("the stream ended before the reply did")
        tools = [
            tool_from_text(id or f"call_{number}", name, arguments)
            for number, (_, (id, name, arguments)) in enumerate(sorted(self._tools.items()), 1)
        ]
        return Reply(
            text="".join(self._text),
            tools=tools,
            finish_reason=finish_reason(self._finish, tools),
            input_tokens=count_or_zero(self._usage, "prompt_tokens"),
            output_tokens=count_or_zero(self._usage, "completion_tokens"),
            model=self._model,
        )

    def _take(self, event: ServerSentEvent, pieces: list[str]) -> None:
        if event.data == "[DONE]":
            self._ended = True
            return
        chunk = parsed(event.data)
        if chunk.get("error") is not None:
            raise Reported(_status(chunk["error"]), chunk)
        self._model = self._model or member(chunk, "model", str, "")
        if usage := chunk.get("usage"):
            self._usage = usage
        choices = chunk.get("choices")
        if not choices:
            return
        choice = choices[0]
        if delta := choice.get("delta"):
            if text := _text(delta.get("content")) or delta.get("refusal"):
                pieces.append(text)
            if calls := delta.get("tool_calls"):
                for call in calls:
                    self._add(call)
        self._finish = choice.get("finish_reason") or self._finish

    def _add(self, call: Any) -> None:
        """Add a piece of a tool call; pieces of one call have one index, or none in some servers."""
        id = member(call, "id", str, "")
        last = max(self._tools, default=-1)
        index = member(call, "index", int, last + 1 if id or last < 0 else last)
        if id and index in self._tools and self._tools[index][0] not in ("", id):
            index = last + 1  # a server that gives every call the index 0
        function = member(call, "function", dict, {})
        entry = self._tools.setdefault(index, ["", "", ""])
        entry[0] = entry[0] or id
        entry[1] = entry[1] or member(function, "name", str, "")
        arguments = function.get("arguments")
        entry[2] += arguments if isinstance(arguments, str) else "" if arguments is None else dumps(arguments)


def parsed(text: str) -> dict[str, Any]:
    """The JSON object of one event. Raises Malformed."""
    try:
        value = read_json(text)
    except ValueError as error:
        raise Malformed(f"an event is not JSON: {error}") from None
    if not isinstance(value, dict):
        raise Malformed("an event is not a JSON object")
    return value


def finish_reason(text: str, tools: list[RequestedTool]) -> FinishReason:
    """The reason that ``text`` names; a reply with tools waits for them, whatever the endpoint says."""
    if tools:
        return FinishReason.TOOL_CALLS
    return FINISH.get(text, FinishReason.OTHER)


def function_tool(tool: ToolSpec) -> dict[str, Any]:
    """A tool as OpenAI, Ollama and Cohere want it."""
    return {
        "type": "function",
        "function": {"name": tool.name, "description": tool.description, "parameters": tool.parameters},
    }


def _message(message: Message) -> dict[str, Any]:
    if message.role is Role.TOOL:
        return {"role": "tool", "tool_call_id": message.tool_call_id or "", "content": message.content}
    wire: dict[str, Any] = {"role": message.role.value, "content": message.content}
    if message.tool_calls:
        wire["content"] = message.content or None
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


def _text(content: Any) -> str:
    """The text of a message's content: a string, or a list of parts with some."""
    if content is None:
        return ""
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        return "".join(part.get("text") or "" for part in content if isinstance(part, dict))
    raise Malformed("the content of a message is neither text nor a list of parts")


def _read_tool(call: Any, number: int) -> RequestedTool:
    function = member(call, "function", dict, {})
    id, name = member(call, "id", str, "") or f"call_{number}", member(function, "name", str, "")
    arguments = function.get("arguments")
    if isinstance(arguments, str):
        return tool_from_text(id, name, arguments)
    return tool_from_json(id, name, arguments)


def _status(error: Any) -> int:
    code = error.get("code") if isinstance(error, dict) else None
    return code if isinstance(code, int) and 400 <= code <= 599 else 502


def _model(entry: Any) -> ModelInfo:
    created = member(entry, "created", (int, float), None)
    return ModelInfo(
        id=member(entry, "id", str, ""),
        owner=member(entry, "owned_by", str, None),
        created_at=None if created is None else datetime.fromtimestamp(created, UTC),
    )
