"""The wire formats: streams that say the same as whole replies, however their bytes are cut; and broken ones."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from llmspell.provider.types import FinishReason
from llmspell.shared.types import Message, Role, ToolCall, ToolSpec
from llmspell_runtime.provider.anthropic import Anthropic
from llmspell_runtime.provider.cohere import Cohere
from llmspell_runtime.provider.ollama import Ollama
from llmspell_runtime.provider.openai import OpenAI
from llmspell_runtime.provider.protocol import (
    Dialect,
    Malformed,
    ModelCall,
    NotSupported,
    Reply,
    Reported,
    RequestedTool,
)
from llmspell_runtime.provider.sse import END
from wire import events, lines, ollama, openai, openai_events

OPENAI = OpenAI(completion_tokens=False)
TEXT = "Grüße aus Oslo 🌦, 22°"
CITY = {"city": "Zürich"}

OPENAI_STREAM = openai_events(
    {"content": TEXT[:5]},
    {"content": TEXT[5:]},
    {
        "tool_calls": [
            {"index": 0, "id": "a", "type": "function", "function": {"name": "weather", "arguments": ""}}
        ]
    },
    {"tool_calls": [{"index": 0, "function": {"arguments": '{"city": "Z'}}]},
    {"tool_calls": [{"index": 1, "id": "b", "function": {"name": "time", "arguments": "{}"}}]},
    {"tool_calls": [{"index": 0, "function": {"arguments": 'ürich"}'}}]},
    finish="tool_calls",
)
OLLAMA_STREAM = lines(
    ollama(TEXT[:5], done=False), ollama(TEXT[5:], ("weather", CITY), done=False), ollama("", ("time", {}))
)
ANTHROPIC_STREAM = events(
    {"type": "message_start", "message": {"model": "m", "usage": {"input_tokens": 7, "output_tokens": 1}}},
    {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}},
    {"type": "ping"},
    {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": TEXT[:5]}},
    {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": TEXT[5:]}},
    {"type": "content_block_stop", "index": 0},
    {
        "type": "content_block_start",
        "index": 1,
        "content_block": {"type": "tool_use", "id": "a", "name": "weather"},
    },
    {
        "type": "content_block_delta",
        "index": 1,
        "delta": {"type": "input_json_delta", "partial_json": '{"city": '},
    },
    {
        "type": "content_block_delta",
        "index": 1,
        "delta": {"type": "input_json_delta", "partial_json": '"Zürich"}'},
    },
    {
        "type": "content_block_start",
        "index": 2,
        "content_block": {"type": "tool_use", "id": "b", "name": "time"},
    },
    {"type": "message_delta", "delta": {"stop_reason": "tool_use"}, "usage": {"output_tokens": 3}},
    {"type": "message_stop"},
)
COHERE_STREAM = events(
    {"type": "message-start", "id": "x"},
    {"type": "content-delta", "index": 0, "delta": {"message": {"content": {"text": TEXT[:5]}}}},
    {"type": "content-delta", "index": 0, "delta": {"message": {"content": {"text": TEXT[5:]}}}},
    {
        "type": "tool-call-start",
        "index": 0,
        "delta": {"message": {"tool_calls": {"id": "a", "function": {"name": "weather", "arguments": ""}}}},
    },
    {
        "type": "tool-call-delta",
        "index": 0,
        "delta": {"message": {"tool_calls": {"function": {"arguments": '{"city": "Zürich"}'}}}},
    },
    {
        "type": "tool-call-start",
        "index": 1,
        "delta": {"message": {"tool_calls": {"id": "b", "function": {"name": "time", "arguments": "{}"}}}},
    },
    {
        "type": "message-end",
        "delta": {"finish_reason": "TOOL_CALL", "usage": {"tokens": {"input_tokens": 7, "output_tokens": 3}}},
    },
)
STREAMS: list[tuple[Dialect, bytes]] = [
    (OPENAI, OPENAI_STREAM),
    (Ollama(), OLLAMA_STREAM),
    (Anthropic(), ANTHROPIC_STREAM),
    (Cohere(), COHERE_STREAM),
]
NAMES = ["openai", "ollama", "anthropic", "cohere"]


def read(dialect: Dialect, parts: list[bytes]) -> tuple[str, Reply]:
    reader = dialect.reader()
    text = "".join(piece for part in [*parts, END] for piece in reader.feed(part))
    return text, reader.finish()


@pytest.mark.parametrize(("dialect", "data"), STREAMS, ids=NAMES)
@given(cuts=st.lists(st.integers(0, 4000), max_size=30))
@settings(max_examples=60)
def test_streams_do_not_depend_on_the_cuts(dialect: Dialect, data: bytes, cuts: list[int]) -> None:
    places = sorted({cut for cut in cuts if cut < len(data)} | {0, len(data)})
    parts = [data[start:end] for start, end in pairwise(places)]
    text, reply = read(dialect, parts)
    assert text == reply.text == TEXT
    assert [(tool.name, tool.arguments, tool.problem) for tool in reply.tools] == [
        ("weather", CITY, ""),
        ("time", {}, ""),
    ]
    assert len({tool.id for tool in reply.tools}) == 2
    assert reply.finish_reason is FinishReason.TOOL_CALLS
    assert (reply.input_tokens, reply.output_tokens) == (7, 3)


@pytest.mark.parametrize(("dialect", "data"), STREAMS, ids=NAMES)
def test_streams_byte_by_byte(dialect: Dialect, data: bytes) -> None:
    assert read(dialect, [bytes([byte]) for byte in data]) == read(dialect, [data])


@pytest.mark.parametrize(("dialect", "data"), STREAMS, ids=NAMES)
def test_a_stream_that_stops_in_the_middle_is_no_reply(dialect: Dialect, data: bytes) -> None:
    with pytest.raises(Malformed):
        read(dialect, [data[: len(data) // 3]])


@pytest.mark.parametrize(
    ("dialect", "body"),
    [
        (OPENAI, openai(TEXT, ("a", "weather", '{"city": "Zürich"}'))),
        (Ollama(), ollama(TEXT, ("weather", CITY))),
        (
            Anthropic(),
            {
                "content": [
                    {"type": "text", "text": TEXT},
                    {"type": "tool_use", "id": "a", "name": "weather", "input": CITY},
                ],
                "stop_reason": "tool_use",
                "usage": {"input_tokens": 5, "cache_read_input_tokens": 2, "output_tokens": 3},
            },
        ),
        (
            Cohere(),
            {
                "message": {
                    "content": [{"type": "text", "text": TEXT}],
                    "tool_calls": [
                        {"id": "a", "function": {"name": "weather", "arguments": '{"city":"Zürich"}'}}
                    ],
                },
                "finish_reason": "TOOL_CALL",
                "usage": {"tokens": {"input_tokens": 7.0, "output_tokens": 3.0}},
            },
        ),
    ],
    ids=NAMES,
)
def test_whole_replies(dialect: Dialect, body: Any) -> None:
    reply = dialect.reply(body)
    assert reply.text == TEXT
    assert [(tool.name, tool.arguments) for tool in reply.tools] == [("weather", CITY)]
    assert reply.finish_reason is FinishReason.TOOL_CALLS
    assert (reply.input_tokens, reply.output_tokens) == (7, 3)


CONVERSATION = [
    Message(role=Role.SYSTEM, content="Be brief."),
    Message(role=Role.USER, content="Weather?", images=["data:image/png;base64,AAAA"]),
    Message(role=Role.ASSISTANT, content="", tool_calls=[ToolCall(id="a", name="weather", arguments=CITY)]),
    Message(role=Role.TOOL, content="22", tool_call_id="a", name="weather"),
]
WEATHER = ToolSpec(name="weather", description="The weather.", parameters={"type": "object"})


def test_what_openai_is_sent() -> None:
    call = ModelCall(
        CONVERSATION, "m", [WEATHER], tool_choice="weather", max_tokens=9, stop=["."], extra={"user": "u"}
    )
    body = OPENAI.chat(call, streaming=True).body
    assert body is not None
    assert json.loads(json.dumps(body)) == {
        "model": "m",
        "messages": [
            {"role": "system", "content": "Be brief."},
            {
                "role": "user",
                "content": [
                    {"type": "text", "text": "Weather?"},
                    {"type": "image_url", "image_url": {"url": "data:image/png;base64,AAAA"}},
                ],
            },
            {
                "role": "assistant",
                "content": None,
                "tool_calls": [
                    {
                        "id": "a",
                        "type": "function",
                        "function": {"name": "weather", "arguments": '{"city":"Zürich"}'},
                    }
                ],
            },
            {"role": "tool", "tool_call_id": "a", "content": "22"},
        ],
        "max_tokens": 9,
        "stop": ["."],
        "tools": [
            {
                "type": "function",
                "function": {
                    "name": "weather",
                    "description": "The weather.",
                    "parameters": {"type": "object"},
                },
            }
        ],
        "tool_choice": {"type": "function", "function": {"name": "weather"}},
        "stream": True,
        "stream_options": {"include_usage": True},
        "user": "u",
    }


def test_openai_itself_has_another_word_for_the_limit() -> None:
    body = (
        OpenAI(completion_tokens=True).chat(ModelCall(CONVERSATION, "m", max_tokens=9), streaming=False).body
    )
    assert body is not None
    assert body["max_completion_tokens"] == 9 and "max_tokens" not in body


def test_what_ollama_is_sent() -> None:
    call = ModelCall(CONVERSATION, "m", [WEATHER], temperature=0.5, response_schema={"type": "object"})
    body = Ollama().chat(call, streaming=False).body
    assert body is not None
    assert body["stream"] is False
    assert body["options"] == {"temperature": 0.5}
    assert body["format"] == {"type": "object"}
    assert body["messages"][1] == {"role": "user", "content": "Weather?", "images": ["AAAA"]}
    assert body["messages"][2]["tool_calls"] == [{"function": {"name": "weather", "arguments": CITY}}]
    assert body["messages"][3] == {"role": "tool", "content": "22", "tool_name": "weather"}


def test_what_anthropic_is_sent() -> None:
    call = ModelCall(CONVERSATION, "m", [WEATHER], tool_choice="required")
    body = Anthropic().chat(call, streaming=False).body
    assert body is not None
    assert body["system"] == "Be brief."
    assert body["max_tokens"] == 4096
    assert body["tool_choice"] == {"type": "any"}
    assert [turn["role"] for turn in body["messages"]] == ["user", "assistant", "user"]
    assert body["messages"][0]["content"][0]["source"] == {
        "type": "base64",
        "media_type": "image/png",
        "data": "AAAA",
    }
    assert body["messages"][1]["content"] == [
        {"type": "tool_use", "id": "a", "name": "weather", "input": CITY}
    ]
    assert body["messages"][2]["content"] == [{"type": "tool_result", "tool_use_id": "a", "content": "22"}]


@pytest.mark.parametrize(
    ("dialect", "call"),
    [
        (Ollama(), ModelCall(CONVERSATION, "m", [WEATHER], tool_choice="required")),
        (Ollama(), ModelCall([Message(role=Role.USER, content="?", images=["https://x/y.png"])], "m")),
        (Anthropic(), ModelCall(CONVERSATION, "m", seed=1)),
        (Cohere(), ModelCall(CONVERSATION, "m", [WEATHER], tool_choice="weather")),
    ],
)
def test_what_a_protocol_cannot_say_is_refused(dialect: Dialect, call: ModelCall) -> None:
    with pytest.raises(NotSupported):
        dialect.chat(call, streaming=False)


def test_faulty_arguments_are_a_problem_and_not_an_error() -> None:
    reply = OPENAI.reply(
        openai(None, ("a", "weather", '{"city": '), ("b", "weather", "[1]"), ("c", "time", ""))
    )
    assert "not JSON" in reply.tools[0].problem
    assert "not an object" in reply.tools[1].problem
    assert reply.tools[2] == RequestedTool("c", "time", {})


@pytest.mark.parametrize(
    ("dialect", "body"),
    [
        (OPENAI, openai(None, ("a", "weather", '{"city": 1e999}'))),
        (Ollama(), ollama("", ("weather", {"city": [float("inf")]}))),
        (
            Anthropic(),
            {
                "content": [
                    {"type": "tool_use", "id": "a", "name": "weather", "input": {"city": float("inf")}}
                ]
            },
        ),
    ],
)
def test_arguments_are_json(dialect: Dialect, body: Any) -> None:
    (tool,) = dialect.reply(body).tools
    assert tool.arguments == {} and "larger than any double" in tool.problem


def test_the_last_piece_counts_though_the_endpoint_does_not_end_it() -> None:
    for dialect, data in STREAMS:
        assert read(dialect, [data.rstrip(b"\n")]) == read(dialect, [data])


def test_servers_that_number_all_calls_zero() -> None:
    data = openai_events(
        {"tool_calls": [{"index": 0, "id": "a", "function": {"name": "one", "arguments": "{}"}}]},
        {"tool_calls": [{"index": 0, "id": "b", "function": {"name": "two", "arguments": '{"x":'}}]},
        {"tool_calls": [{"function": {"arguments": "1}"}}]},
        finish="tool_calls",
    )
    _, reply = read(OPENAI, [data])
    assert [(tool.id, tool.name, tool.arguments) for tool in reply.tools] == [
        ("a", "one", {}),
        ("b", "two", {"x": 1}),
    ]


@pytest.mark.parametrize("finish", ["stop", None])
def test_a_stream_needs_its_end_or_its_reason(finish: str | None) -> None:
    data = openai_events({"content": "Hi"}, finish=finish, done=finish is None)
    assert read(OPENAI, [data])[0] == "Hi"


@pytest.mark.parametrize(
    ("dialect", "data", "status"),
    [
        (OPENAI, b'data: {"error": {"message": "overloaded", "code": 503}}\n\n', 503),
        (Ollama(), b'{"error": "model runner has stopped"}\n', 502),
        (
            Anthropic(),
            events({"type": "error", "error": {"type": "overloaded_error", "message": "busy"}}),
            529,
        ),
        (
            Cohere(),
            events({"type": "message-end", "delta": {"finish_reason": "ERROR", "error": "out of order"}}),
            500,
        ),
    ],
)
def test_failures_inside_a_stream(dialect: Dialect, data: bytes, status: int) -> None:
    with pytest.raises(Reported) as failure:
        read(dialect, [data])
    assert failure.value.status == status


def test_models() -> None:
    found = OPENAI.read_models({"data": [{"id": "m", "owned_by": "o", "created": 0}]})
    assert [model.to_json() for model in found] == [
        {"id": "m", "owner": "o", "created_at": "1970-01-01T00:00:00Z"}
    ]
    entry = {
        "name": "llama3.2:latest",
        "modified_at": "2026-01-02T03:04:05.123456789-07:00",
        "size": 2_000_000_000,
        "details": {"family": "llama"},
    }
    model = Ollama().read_models({"models": [entry]})[0]
    assert (model.id, model.family, model.size_bytes) == ("llama3.2:latest", "llama", 2_000_000_000)
    assert model.created_at is not None and model.created_at.year == 2026
