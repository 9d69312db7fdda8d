"""What lies between providers and the wire formats: a call, its reply, and what a dialect must be able to do.

A dialect is pure: it turns a call into a request and bytes into replies. It never waits, and knows no HTTP client.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from llmspell.provider.types import Capability, ChatOptions, FinishReason, ModelInfo
from llmspell.shared.types import Message, ToolSpec
from pydantic_core import from_json, to_json


@dataclass(slots=True)
class ModelCall:
    """One question to a model; what is None is left to the endpoint."""

    messages: Sequence[Message]
    model: str = ""
    """Empty when neither the call nor the provider names one."""
    tools: Sequence[ToolSpec] = ()
    tool_choice: str | None = None
    temperature: float | None = None
    top_p: float | None = None
    max_tokens: int | None = None
    stop: Sequence[str] | None = None
    seed: int | None = None
    response_schema: Mapping[str, Any] | None = None
    timeout_seconds: float | None = None
    extra: Mapping[str, Any] | None = None
    agent: str = ""
    """The name of the agent that asks; empty when none does."""

    @classmethod
    def from_options(cls, messages: Sequence[Message], options: ChatOptions | None) -> ModelCall:
        """The call that a user of ``provider.chat`` asks for."""
        if options is None:
            return cls(messages)
        return cls(
            messages,
            model=options.model or "",
            tools=options.tools or (),
            tool_choice=options.tool_choice,
            temperature=options.temperature,
            top_p=options.top_p,
            max_tokens=options.max_tokens,
            stop=options.stop,
            seed=options.seed,
            response_schema=options.response_schema,
            timeout_seconds=options.timeout_seconds,
            extra=options.extra,
        )


@dataclass(slots=True)
class RequestedTool:
    """A tool that a model asks for."""

    id: str
    name: str
    arguments: dict[str, Any]
    problem: str = ""
    """Why ``arguments`` are not what the model wrote; empty when they are."""


@dataclass(slots=True)
class Reply:
    """A model's whole answer."""

    text: str
    tools: list[RequestedTool] = field(default_factory=list)
    finish_reason: FinishReason = FinishReason.STOP
    input_tokens: int = 0
    output_tokens: int = 0
    model: str = ""


@dataclass(slots=True)
class Vectors:
    """The embeddings of several texts, in their order."""

    vectors: list[list[float]]
    input_tokens: int = 0
    model: str = ""


@dataclass(slots=True)
class Request:
    """An HTTP request, relative to a provider's base URL."""

    method: str
    path: str
    body: Mapping[str, Any] | None = None


class Malformed(ValueError):
    """The endpoint's answer does not have the form that its protocol gives it; the message says where."""


class Reported(Exception):
    """The endpoint reports a failure within an answer that began well."""

    def __init__(self, status: int, body: Any) -> None:
        super().__init__(status)
        self.status = status
        self.body = body


class NotSupported(ValueError):
    """The protocol has no way to say what the call asks for."""

    def __init__(self, feature: str, reason: str) -> None:
        super().__init__(feature)
        self.feature = feature
        self.reason = reason


class ReplyReader(Protocol):
    """Reads one streamed reply."""

    def feed(self, data: bytes) -> list[str]:
        """The pieces of text that ``data`` completes. Raises Malformed, Reported."""

    def finish(self) -> Reply:
        """The whole reply, once all bytes were fed. Raises Malformed when they do not make one."""


class Dialect(Protocol):
    """One wire format."""

    @property
    def capabilities(self) -> Sequence[Capability]:
        """What the format carries."""

    @property
    def takes_schema(self) -> bool:
        """Whether the endpoint can hold the model to a JSON Schema, so that nobody needs to ask it to."""

    def headers(self, key: str) -> dict[str, str]:
        """What every request carries; ``key`` is empty when there is none."""

    def chat(self, call: ModelCall, *, streaming: bool) -> Request:
        """The request for ``call``. Raises NotSupported."""

    def reply(self, body: Any) -> Reply:
        """The reply in a response's JSON. Raises Malformed."""

    def reader(self) -> ReplyReader:
        """Reads the bytes of a streamed reply."""

    def embed(self, texts: Sequence[str], model: str) -> Request:
        """The request for the embeddings of ``texts``. Raises NotSupported."""

    def read_embeddings(self, body: Any) -> Vectors:
        """The embeddings in a response's JSON. Raises Malformed."""

    def models(self) -> Request:
        """The request for the list of models."""

    def read_models(self, body: Any) -> list[ModelInfo]:
        """The models in a response's JSON. Raises Malformed."""

    def count(self, text: str, model: str) -> Request | None:
        """The request that counts tokens; None when the endpoint cannot."""

    def read_count(self, body: Any) -> int:
        """The number in a response's JSON. Raises Malformed."""


# --- what several dialects need ------------------------------------------------------------------


def read_json(text: str | bytes) -> Any:
    """The value of an endpoint's JSON. Raises ValueError; numbers may be infinite, for the reader takes 1e999."""
    return from_json(text, allow_inf_nan=False)


def dumps(value: Any) -> str:
    """``value`` as compact JSON text."""
    return to_json(value).decode()


def member(body: Any, name: str, kind: type | tuple[type, ...], default: Any = None) -> Any:
    """``body[name]`` when it is there and not null, else ``default``. Raises Malformed for another type."""
    if not isinstance(body, dict):
        raise Malformed(f"expected an object with {name!r}, got {shown(body)}")
    value = body.get(name)
    if value is None:
        return default
    if not isinstance(value, kind):
        raise Malformed(f"{name!r} is {shown(value)}")
    return value


def shown(value: Any) -> str:
    """``value`` as an error shows it."""
    text = dumps(value)
    return text if len(text) <= 80 else f"{text[:79]}…"


def tool_from_text(id: str, name: str, text: str) -> RequestedTool:
    """A tool call whose arguments came as JSON text; faulty text is a problem, not an error."""
    try:
        arguments = read_json(text) if text.strip() else None
    except ValueError as error:
        return RequestedTool(id, name, {}, f"the arguments are not JSON: {error}")
    return tool_from_json(id, name, arguments)


def tool_from_json(id: str, name: str, arguments: Any) -> RequestedTool:
    """The same for arguments that came as JSON values; none for None."""
    if arguments is None:
        return RequestedTool(id, name, {})
    if not isinstance(arguments, dict):
        return RequestedTool(id, name, {}, f"the arguments are not an object but {shown(arguments)}")
    if _is_infinite(arguments):
        return RequestedTool(id, name, {}, "the arguments hold a number that is larger than any double")
    return RequestedTool(id, name, arguments)


def _is_infinite(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_is_infinite, value.values()))
    return any(map(_is_infinite, value)) if isinstance(value, list) else value in (math.inf, -math.inf)


def next_tool_number(messages: Sequence[Message]) -> int:
    """The number of the next tool call in a conversation, for endpoints that give calls no id."""
    return 1 + sum(len(message.tool_calls or ()) for message in messages)


MOST_TOKENS: Final = 2**53
"""No endpoint counts so many; sums of such numbers are still integers that every language has."""


def count_or_zero(body: Any, name: str) -> int:
    """A number of tokens in ``body``; endpoints that do not count leave it out."""
    value = member(body, name, (int, float), 0)
    if value > MOST_TOKENS:
        raise Malformed(f"{name!r} is {shown(value)}")
    return max(int(value), 0)


def vector(value: Any) -> list[float]:
    """An embedding's numbers. Raises Malformed."""
    if not isinstance(value, list) or not all(type(number) in (int, float) for number in value):
        raise Malformed("an embedding is not a list of numbers")
    numbers = [float(number) for number in value]
    if not all(map(math.isfinite, numbers)):
        raise Malformed("an embedding holds an infinite number")
    return numbers


def split_data_url(url: str) -> tuple[str, str] | None:
    """Media type and base64 text of a data URL; None for another URL."""
    if not url.startswith("data:"):
        return None
    head, _, data = url[len("data:") :].partition(",")
    media_type, _, encoding = head.partition(";")
    if encoding != "base64" or not data:
        raise NotSupported("images", "a data URL must be base64: data:image/png;base64,…")
    return media_type or "image/png", data
