"""Ollama's own protocol: one JSON object per line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

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
    member,
    split_data_url,
    tool_from_json,
    tool_from_text,
    vector,
)
from llmspell_runtime.provider.sse import LineSplitter


class Ollama:
    """https://docs.ollama.com/api/chat"""

    capabilities = (
        Capability.STREAMING,
        Capability.FUNCTION_CALLING,
        Capability.VISION,
        Capability.EMBEDDINGS,
    )
    takes_schema = True

    def headers(self, key: str) -> dict[str, str]:
        return {"authorization": f"Bearer {key}"} if key else {}

    def chat(self, call: ModelCall, *, streaming: bool) -> Request:
        body: dict[str, Any] = {
            "model": call.model,
            "messages": [_message(message) for message in call.messages],
            "stream": streaming,
        }
        options = {
            name: value
            for name, value in (
                ("temperature", call.temperature),
                ("top_p", call.top_p),
                ("num_predict", call.max_tokens),
                ("stop", call.stop),
                ("seed", call.seed),
            )
            if value is not None
        }
        if options:
            body["options"] = options
        if call.tool_choice not in (None, "auto", "none"):
            raise NotSupported(
                "tool_choice", f"Ollama knows auto and none, not {call.tool_choice!r}; leave it out"
            )
        if call.tools and call.tool_choice != "none":
            body["tools"] = [function_tool(tool) for tool in call.tools]
        if call.response_schema is not None:
            body["format"] = call.response_schema
        if call.extra:
            body.update(call.extra)
        return Request("POST", "/api/chat", body)

    def reply(self, body: Any) -> Reply:
        reader = OllamaReader()
        reader.take(body, [])
        return reader.finish()

    def reader(self) -> OllamaReader:
        return OllamaReader()

    def embed(self, texts: Sequence[str], model: str) -> Request:
        return Request("POST", "/api/embed", {"model": model, "input": list(texts)})

    def read_embeddings(self, body: Any) -> Vectors:
        return Vectors(
            [vector(entry) for entry in member(body, "embeddings", list, [])],
            count_or_zero(body, "prompt_eval_count"),
            member(body, "model", str, ""),
        )

    def models(self) -> Request:
        return Request("GET", "/api/tags")

    def read_models(self, body: Any) -> list[ModelInfo]:
        return [_model(entry) for entry in member(body, "models", list, [])]

    def count(self, text: str, model: str) -> Request | None:
        return None

    def read_count(self, body: Any) -> int:
        raise Malformed("this protocol does not count tokens")


class OllamaReader:
    """Puts a reply together from lines of JSON."""

    def __init__(self) -> None:
        self._lines = LineSplitter()
        self._text: list[str] = []
        self._tools: list[RequestedTool] = []
        self._last: dict[str, Any] | None = None

    def feed(self, data: bytes) -> list[str]:
        pieces: list[str] = []
        for line in self._lines.feed(data):
            if line.strip():
                self.take(parsed(line.decode("utf-8", "replace")), pieces)
        return pieces

    def take(self, body: Any, pieces: list[str]) -> None:
        """Add one object of the answer; its text goes to ``pieces``."""
        if body.get("error"):
            raise Reported(502, body)
        message = member(body, "message", dict, {})
        if text := member(message, "content", str, ""):
            pieces.append(text)
            self._text.append(text)
        for call in member(message, "tool_calls", list, []):
            self._tools.append(_read_tool(call, len(self._tools) + 1))
        if body.get("done"):
            self._last = body

    def finish(self) -> Reply:
        if self._last is None:
            raise Malformed("the stream ended before the reply did")
        reason = {"stop": FinishReason.STOP, "length": FinishReason.LENGTH}.get(
            member(self._last, "done_reason", str, "stop"), FinishReason.OTHER
        )
        return Reply(
            text="".join(self._text),
            tools=self._tools,
            finish_reason=FinishReason.TOOL_CALLS if self._tools else reason,
            input_tokens=count_or_zero(self._last, "prompt_eval_count"),
            output_tokens=count_or_zero(self._last, "eval_count"),
            model=member(self._last, "model", str, ""),
        )


def _message(message: Message) -> dict[str, Any]:
    wire: dict[str, Any] = {"role": message.role.value, "content": message.content}
    if message.role is Role.TOOL and message.name:
        wire["tool_name"] = message.name
    if message.tool_calls:
        wire["tool_calls"] = [
            {"function": {"name": call.name, "arguments": call.arguments}} for call in message.tool_calls
        ]
    if message.images:
        wire["images"] = [_image(url) for url in message.images]
    return wire


def _image(url: str) -> str:
    data = split_data_url(url)
    if data is None:
        raise NotSupported("images", "Ollama takes no addresses; give a data URL: data:image/png;base64,…")
    return data[1]


def _read_tool(call: Any, number: int) -> RequestedTool:
    function = member(call, "function", dict, {})
    id, name = member(call, "id", str, "") or f"call_{number}", member(function, "name", str, "")
    arguments = function.get("arguments")
    if isinstance(arguments, str):
        return tool_from_text(id, name, arguments)
    return tool_from_json(id, name, arguments)


def _model(entry: Any) -> ModelInfo:
    details = member(entry, "details", dict, {})
    modified = member(entry, "modified_at", str, None)
    try:
        created = None if modified is None else datetime.fromisoformat(modified)
    except ValueError:
        created = None
    return ModelInfo(
        id=member(entry, "name", str, ""),
        family=member(details, "family", str, None),
        size_bytes=member(entry, "size", int, None),
        created_at=created if created is None or created.tzinfo is not None else None,
    )
