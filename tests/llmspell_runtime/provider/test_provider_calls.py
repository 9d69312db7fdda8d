"""Providers against a real server: answers, streams, failures, second tries, cancellation, secrets."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import Any

import llmspell
import pytest
from llmspell.provider import Type, errors
from llmspell.provider.aio import AsyncProvider
from llmspell.provider.types import Status
from llmspell.shared.types import Message, Role, ToolSpec
from llmspell_runtime.provider import transport
from model_endpoint import Endpoint, Pauses
from wire import lines, ollama, openai, openai_events

pytestmark = pytest.mark.anyio
KEY = "sk-very-secret-key"
HELLO = [Message(role=Role.USER, content="Hello")]


async def connect(session: llmspell.AsyncSession, endpoint: Endpoint, **more: Any) -> AsyncProvider:
    config: dict[str, Any] = {
        "type": Type.OPENAI,
        "base_url": f"{endpoint.url}/v1",
        "api_key": KEY,
        "model": "m",
    }
    return await session.provider.create(**config | more)


def recorded(session: llmspell.AsyncSession) -> list[dict[str, Any]]:
    events: list[dict[str, Any]] = session.core.call("runtime.recorded_events", {})
    return events


async def test_a_reply(session: llmspell.AsyncSession, endpoint: Endpoint) -> None:
    provider = await connect(session, endpoint, headers={"X-Team": "spelling"})
    endpoint.answer(openai("Hi."))
    result = await provider.chat(HELLO, temperature=0.5)
    assert result.text == "Hi."
    assert result.model == "m-2025"
    assert result.usage.to_json() == {"input_tokens": 7, "output_tokens": 3, "total_tokens": 10}
    request = endpoint.received[0]
    assert (request.method, request.path) == ("POST", "/v1/chat/completions")
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert request.headers["x-team"] == "spelling"
    assert request.body == {
        "model": "m",
        "messages": [{"role": "user", "content": "Hello"}],
        "temperature": 0.5,
    }


async def test_connections_are_kept(session: llmspell.AsyncSession, endpoint: Endpoint) -> None:
    provider = await connect(session, endpoint)
    for _ in range(3):
        endpoint.answer(openai("Hi."))
        await provider.chat(HELLO)
    assert endpoint.connections == 1


async def test_a_stream(session: llmspell.AsyncSession, endpoint: Endpoint) -> None:
    provider = await connect(session, endpoint)
    call = {"index": 0, "id": "a", "function": {"name": "weather", "arguments": '{"city":"Oslo"}'}}
    data = openai_events({"content": "Grü"}, {"content": "ße"}, {"tool_calls": [call]}, finish="tool_calls")
    middle = data.index("ü".encode()) + 1
    endpoint.stream([data[:middle], data[middle:]])
    chunks = [chunk.to_json() async for chunk in provider.stream(HELLO)]
    assert [chunk["text"] for chunk in chunks[:2]] == ["Grü", "ße"]
    assert chunks[2] == {
        "kind": "tool_call",
        "tool_call": {"id": "a", "name": "weather", "arguments": {"city": "Oslo"}},
    }
    assert chunks[3]["result"]["text"] == "Grüße"
    assert chunks[3]["result"]["usage"]["total_tokens"] == 10
    assert endpoint.received[0].body["stream_options"] == {"include_usage": True}


async def test_ollama(session: llmspell.AsyncSession, endpoint: Endpoint) -> None:
    provider = await session.provider.create(type=Type.OLLAMA, base_url=endpoint.url, model="llama3.2")
    endpoint.answer(ollama("Hi."))
    assert (await provider.chat(HELLO)).text == "Hi."
    endpoint.stream([lines(ollama("Hi ", done=False)), lines(ollama("there."))])
    chunks = [chunk async for chunk in provider.stream(HELLO)]
    assert [chunk.text for chunk in chunks] == ["Hi ", "there.", None]
    endpoint.answer({"models": [{"name": "llama3.2:latest"}]})
    assert [model.id for model in await provider.get_models()] == ["llama3.2:latest"]
    assert [request.path for request in endpoint.received] == ["/api/chat", "/api/chat", "/api/tags"]
    assert "authorization" not in endpoint.received[0].headers


@pytest.mark.parametrize(
    ("status", "body", "code", "fields"),
    [
        (
            401,
            {"error": {"message": "Bad key."}},
            "authentication_failed",
            {"status": 401, "detail": "Bad key."},
        ),
        (403, {"message": "Not you."}, "authentication_failed", {"status": 403, "detail": "Not you."}),
        (404, {"error": "model 'm' not found"}, "model_not_found", {"model": "m"}),
        (404, "<html>nothing here</html>", "invalid_request", {"status": 404, "detail": "HTTP status 404"}),
        (400, {"error": {"message": "No."}}, "invalid_request", {"status": 400, "detail": "No."}),
        (
            400,
            {"error": {"message": "x", "code": "context_length_exceeded"}},
            "context_too_long",
            {"model": "m"},
        ),
        (422, {"detail": [{"message": "field required"}]}, "invalid_request", {"detail": "field required"}),
    ],
)
async def test_failures_that_no_second_try_cures(
    session: llmspell.AsyncSession,
    endpoint: Endpoint,
    status: int,
    body: Any,
    code: str,
    fields: dict[str, Any],
) -> None:
    provider = await connect(session, endpoint)
    if isinstance(body, str):
        endpoint.answer_text(body, status)
    else:
        endpoint.answer(body, status)
    with pytest.raises(llmspell.BridgeError) as failure:
        await provider.chat(HELLO)
    assert failure.value.code == f"provider.{code}"
    assert failure.value.fields.items() >= {"provider": "openai", **fields}.items()
    assert len(endpoint.received) == 1
    info = await provider.get_info()
    assert info.status is Status.ERROR
    assert info.last_error is not None and info.last_error.code == f"provider.{code}"


async def test_second_tries(session: llmspell.AsyncSession, endpoint: Endpoint, pauses: Pauses) -> None:
    provider = await connect(session, endpoint)
    endpoint.answer({"error": {"message": "Slow down."}}, 429, retry_after="7")
    endpoint.answer({"error": {"message": "Oops."}}, 503)
    endpoint.answer(openai("Here."))
    assert (await provider.chat(HELLO)).text == "Here."
    assert pauses.seconds == [7.0, 1.0]
    events = recorded(session)
    assert [event["type"] for event in events] == [
        "provider.request",
        "provider.retry",
        "provider.retry",
        "provider.response",
    ]
    assert {event["data"]["request_id"] for event in events} == {"request_1"}
    assert events[1]["data"]["error"]["fields"]["retry_after_seconds"] == 7
    assert events[3]["data"]["attempts"] == 3


async def test_tries_come_to_an_end(
    session: llmspell.AsyncSession, endpoint: Endpoint, pauses: Pauses
) -> None:
    provider = await connect(session, endpoint, max_retries=1)
    for _ in range(2):
        endpoint.answer({"error": {"message": "Oops."}}, 500)
    with pytest.raises(errors.Unavailable) as failure:
        await provider.chat(HELLO)
    assert failure.value.fields == {"provider": "openai", "status": 500, "detail": "Oops.", "attempts": 2}
    assert failure.value.recovery == "retry_with_backoff"
    assert pauses.seconds == [0.5]


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        ({"error": {"message": "Pay first.", "code": "insufficient_quota"}}, {}),
        ({"error": {"message": "Tomorrow."}}, {"retry_after": "86400"}),
    ],
)
async def test_some_limits_are_not_waited_for(
    session: llmspell.AsyncSession, endpoint: Endpoint, pauses: Pauses, body: Any, headers: dict[str, str]
) -> None:
    provider = await connect(session, endpoint)
    endpoint.answer(body, 429, **headers)
    with pytest.raises(errors.RateLimited):
        await provider.chat(HELLO)
    assert len(endpoint.received) == 1 and pauses.seconds == []


async def test_nobody_there(session: llmspell.AsyncSession, pauses: Pauses) -> None:
    async with Endpoint() as gone:
        provider = await connect(session, gone)
    with pytest.raises(errors.Unreachable) as failure:
        await provider.chat(HELLO)
    assert failure.value.fields["url"] == f"{gone_url(failure.value)}/v1"
    assert failure.value.fields["attempts"] == 2
    assert pauses.seconds == [0.5]


def gone_url(error: llmspell.BridgeError) -> str:
    return str(error.fields["url"]).removesuffix("/v1")


async def test_too_late(session: llmspell.AsyncSession, endpoint: Endpoint) -> None:
    provider = await connect(session, endpoint, timeout_seconds=0.05, max_retries=0)
    endpoint.stream([b'{"choices":'], hang=True)
    with pytest.raises(errors.TimedOut) as failure:
        await provider.chat(HELLO)
    assert failure.value.fields == {"provider": "openai", "seconds": 0.05, "attempts": 1}


HELLO_WITH_USAGE = '{"choices": [{"message": {"content": "Hi"}}], "usage": {"prompt_tokens": %s}}'


@pytest.mark.parametrize(
    "body",
    [
        "",
        "not JSON",
        "[]",
        "{}",
        '{"choices": [7]}',
        '{"choices": [{"message": {"content": 7}}]}',
        *(HELLO_WITH_USAGE % count for count in ("Infinity", "1e999", "NaN", "1e300", "9" * 30)),
    ],
)
async def test_unreadable_answers(session: llmspell.AsyncSession, endpoint: Endpoint, body: str) -> None:
    provider = await connect(session, endpoint, max_retries=0)
    endpoint.answer_text(body)
    with pytest.raises(errors.InvalidResponse):
        await provider.chat(HELLO)


@pytest.mark.parametrize(
    "body", [b"data: {\n\n", b"data: []\n\n", b'data: {"choices": [7]}\n\n', b'data: {"choices": 7}\n\n', b""]
)
async def test_unreadable_streams(session: llmspell.AsyncSession, endpoint: Endpoint, body: bytes) -> None:
    provider = await connect(session, endpoint, max_retries=0)
    endpoint.stream([body] if body else [])
    with pytest.raises(errors.InvalidResponse):
        async for _ in provider.stream(HELLO):
            pass


async def test_models_with_numbers_that_cannot_be(session: llmspell.AsyncSession, endpoint: Endpoint) -> None:
    provider = await connect(session, endpoint, max_retries=0)
    ollama = await connect(session, endpoint, type=Type.OLLAMA, max_retries=0)
    for asked, answer in (
        (provider, {"data": [{"id": "m", "created": 1e300}]}),
        (ollama, {"models": [{"name": "m", "size": 10**30}]}),
    ):
        endpoint.answer(answer)
        with pytest.raises(errors.InvalidResponse):
            await asked.get_models()


async def test_a_stream_without_end_is_left(
    session: llmspell.AsyncSession, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transport, "MAX_BODY_BYTES", 1000)
    provider = await connect(session, endpoint, max_retries=0)
    endpoint.stream([b'data: {"choices": [{"delta": {"content": "and so on "}}]}\n\n'] * 100)
    with pytest.raises(errors.InvalidResponse, match="longer than 1000 bytes"):
        async for _ in provider.stream(HELLO):
            pass


async def test_a_redirect_is_not_followed(session: llmspell.AsyncSession, endpoint: Endpoint) -> None:
    provider = await connect(session, endpoint)
    endpoint.answer({}, 307, location="https://example.com/elsewhere")
    with pytest.raises(errors.InvalidResponse, match=r"example\.com/elsewhere"):
        await provider.chat(HELLO)
    assert len(endpoint.received) == 1


async def test_a_stream_is_tried_again_only_before_its_first_piece(
    session: llmspell.AsyncSession, endpoint: Endpoint, pauses: Pauses
) -> None:
    provider = await connect(session, endpoint)
    for beginning in (b"", openai_events({"content": "Hi"}, finish=None, done=False)):
        endpoint.stream([b": nothing yet\n\n" + beginning], cut=True)
    endpoint.stream([openai_events({"content": "Once more"})])
    seen = []
    with pytest.raises(errors.Unreachable):
        async for chunk in provider.stream(HELLO):
            seen.append(chunk.text)
    assert seen == ["Hi"]
    assert pauses.seconds == [0.5]
    endpoint.received.clear()
    assert [chunk.text async for chunk in provider.stream(HELLO)] == ["Once more", None]
    endpoint.stream([openai_events({"content": "Hi"}, finish=None, done=False)], cut=True)
    with pytest.raises(errors.Unreachable):
        async for _ in provider.stream(HELLO):
            pass
    assert len(endpoint.received) == 2


async def test_leaving_a_stream_closes_the_request(
    session: llmspell.AsyncSession, endpoint: Endpoint
) -> None:
    provider = await connect(session, endpoint)
    endpoint.stream([openai_events({"content": "Hi"}, finish=None, done=False)], hang=True)
    stream = provider.stream(HELLO)
    async for chunk in stream:
        assert chunk.text == "Hi"
        break
    await stream.aclose()
    await asyncio.wait_for(endpoint.left.wait(), 60)
    assert recorded(session)[-1]["data"]["error"]["code"] == "runtime.cancelled"
    assert (await provider.get_info()).status is Status.INACTIVE


async def test_cancelling_a_call_closes_the_request(
    session: llmspell.AsyncSession, endpoint: Endpoint
) -> None:
    provider = await connect(session, endpoint)
    endpoint.stream([b"{"], hang=True)
    task = asyncio.create_task(provider.chat(HELLO))
    await endpoint.reached.wait()
    assert (await provider.get_info()).status is Status.INITIALIZING
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await asyncio.wait_for(endpoint.left.wait(), 60)
    endpoint.answer(openai("Still here."))
    assert (await provider.chat(HELLO)).text == "Still here."


async def test_no_secret_leaves(
    session: llmspell.AsyncSession, endpoint: Endpoint, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    provider = await connect(session, endpoint, headers={"X-Proxy-Key": "another-secret"}, max_retries=0)
    endpoint.answer({"error": {"message": f"Incorrect key {KEY}, or another-secret\n."}}, 401)
    with pytest.raises(errors.AuthenticationFailed) as failure:
        await provider.chat(HELLO)
    assert failure.value.fields["detail"] == "Incorrect key [redacted], or [redacted] ."
    live = session.core.handles.of("provider.Provider")[0]
    shown = [
        json.dumps(failure.value.to_json()),
        json.dumps(recorded(session)),
        (await provider.get_info()).model_dump_json(),
        *(info.model_dump_json() for info in await session.provider.list()),
        repr(provider),
        repr(live),
        repr(vars(live)["backend"]),
        caplog.text,
    ]
    for text in shown:
        assert KEY not in text and "another-secret" not in text


async def test_tool_arguments_that_are_no_json(session: llmspell.AsyncSession, endpoint: Endpoint) -> None:
    provider = await connect(session, endpoint)
    endpoint.answer(openai(None, ("a", "weather", "{")))
    weather = ToolSpec(name="weather", description="", parameters={"type": "object"})
    with pytest.raises(errors.InvalidResponse, match="weather"):
        await provider.chat(HELLO, tools=[weather])


async def test_no_model(session: llmspell.AsyncSession, endpoint: Endpoint) -> None:
    provider = await connect(session, endpoint, model=None)
    with pytest.raises(errors.InvalidRequest, match="no model is named"):
        await provider.chat(HELLO)
    assert endpoint.received == []


async def test_counting(session: llmspell.AsyncSession, endpoint: Endpoint) -> None:
    estimated = await (await connect(session, endpoint)).count_tokens("Grüße, 世界")
    assert estimated.to_json() == {"tokens": 8, "method": "estimate"}
    claude = await session.provider.create(
        type=Type.ANTHROPIC, base_url=endpoint.url, api_key=KEY, model="claude"
    )
    endpoint.answer({"input_tokens": 12})
    assert (await claude.count_tokens("Hello")).to_json() == {
        "tokens": 12,
        "method": "provider",
        "model": "claude",
    }
    assert endpoint.received[0].path == "/v1/messages/count_tokens"
    assert endpoint.received[0].headers["x-api-key"] == KEY


@pytest.mark.parametrize(
    ("type", "path", "sent", "answer"),
    [
        (
            Type.LOCAL,
            "/embeddings",
            {"model": "e", "input": ["north", "south"], "encoding_format": "float"},
            {
                "model": "e-1",
                "data": [{"index": 1, "embedding": [1, 0]}, {"index": 0, "embedding": [0.5, -0.25]}],
                "usage": {"prompt_tokens": 4, "total_tokens": 4},
            },
        ),
        (
            Type.OLLAMA,
            "/api/embed",
            {"model": "e", "input": ["north", "south"]},
            {"model": "e-1", "embeddings": [[0.5, -0.25], [1, 0]], "prompt_eval_count": 4},
        ),
        (
            Type.COHERE,
            "/v2/embed",
            {
                "model": "e",
                "texts": ["north", "south"],
                "input_type": "search_document",
                "embedding_types": ["float"],
            },
            {
                "embeddings": {"float": [[0.5, -0.25], [1, 0]]},
                "meta": {"billed_units": {"input_tokens": 4}},
            },
        ),
    ],
)
async def test_embeddings(
    session: llmspell.AsyncSession,
    endpoint: Endpoint,
    type: Type,
    path: str,
    sent: dict[str, Any],
    answer: dict[str, Any],
) -> None:
    provider = await session.provider.create(type=type, base_url=endpoint.url, model="e")
    endpoint.answer({}, 503)
    endpoint.answer(answer)
    result = await provider.embed(["north", "south"])
    assert [embedding.vector for embedding in result.embeddings] == [[0.5, -0.25], [1.0, 0.0]]
    assert result.usage.input_tokens == 4
    assert result.model == answer.get("model", "e")
    assert (endpoint.received[1].path, endpoint.received[1].body) == (path, sent)
    assert (await provider.get_info()).usage.total_tokens == 4


async def test_questions_beside_the_chat_are_tried_again_too(
    session: llmspell.AsyncSession, endpoint: Endpoint, pauses: Pauses
) -> None:
    provider = await connect(session, endpoint)
    endpoint.answer({}, 503)
    endpoint.answer({"data": [{"id": "m"}]})
    assert [model.id for model in await provider.get_models()] == ["m"]
    assert pauses.seconds == [0.5]
    assert recorded(session) == []


async def test_embeddings_that_cannot_be(session: llmspell.AsyncSession, endpoint: Endpoint) -> None:
    claude = await connect(session, endpoint, type=Type.ANTHROPIC)
    with pytest.raises(errors.Unsupported, match="embeddings"):
        await claude.embed(["north"])
    provider = await connect(session, endpoint, max_retries=0)
    answers: list[dict[str, Any]] = [{"data": []}, {"data": [{"index": 0, "embedding": ["x"]}]}]
    for answer in answers:
        endpoint.answer(answer)
        with pytest.raises(errors.InvalidResponse):
            await provider.embed(["north"])
    for number in ("NaN", "1e999"):
        endpoint.answer_text(f'{{"data": [{{"index": 0, "embedding": [{number}]}}]}}')
        with pytest.raises(errors.InvalidResponse):
            await provider.embed(["north"])


async def test_a_session_of_threads_uses_one_pool(endpoint: Endpoint) -> None:
    """The synchronous session's own loop keeps the connection between calls from any thread."""
    for _ in range(3):
        endpoint.answer(openai("Hi."))

    def use() -> list[str]:
        with llmspell.Session() as session:
            provider = session.provider.create(type=Type.LOCAL, base_url=f"{endpoint.url}/v1", model="m")
            return [provider.chat(HELLO).text for _ in range(3)]

    assert await asyncio.to_thread(use) == ["Hi."] * 3
    assert endpoint.connections == 1
