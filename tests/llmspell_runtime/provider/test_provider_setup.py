"""Making, changing and finding providers: keys, addresses, permissions, scripts, discovery."""

from __future__ import annotations

import asyncio
import socket
from datetime import UTC, datetime
from typing import Any

import anyio
import llmspell
import pytest
from llmspell.provider import Status, Type, errors
from llmspell.provider.types import (
    Embedding,
    ScriptedFailure,
    ScriptedToolCall,
    ScriptExpectation,
    ScriptStep,
)
from llmspell.shared.types import Message, Role
from llmspell_runtime.provider import addresses, discovery
from llmspell_runtime.provider.failures import Failure, of_status
from llmspell_runtime.provider.retry import pause, read_retry_after
from llmspell_runtime.provider.tokens import estimate
from model_endpoint import Endpoint, Pauses
from wire import openai, openai_events

HELLO = [Message(role=Role.USER, content="Hello")]


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "COHERE_API_KEY", "OLLAMA_HOST"):
        monkeypatch.delenv(name, raising=False)


# --- keys -------------------------------------------------------------------------------------------


def test_a_key_needs_its_grant(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-from-outside")
    with llmspell.Session() as session, pytest.raises(errors.InvalidConfig, match="OPENAI_API_KEY"):
        session.provider.create(type=Type.OPENAI)
    with llmspell.Session(permissions={"llm": True, "env": ["OPENAI_API_KEY"]}) as session:
        assert session.provider.create(type=Type.OPENAI).get_info().has_api_key


def test_a_key_of_the_environment_goes_to_its_own_host_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-from-outside")
    with llmspell.Session(permissions={"llm": True, "env": True}) as session:
        provider = session.provider.create(type=Type.OPENAI)
        assert not provider.configure(base_url="https://example.com/v1").has_api_key


def test_a_given_key_does_not_follow_to_another_host() -> None:
    with llmspell.Session() as session:
        provider = session.provider.create(type=Type.OPENAI, api_key="sk-mine", headers={"X-Key": "k"})
        assert provider.configure(base_url="https://example.com/v1").has_api_key is False
        assert provider.configure(api_key="sk-other").has_api_key is True
        live: Any = session.core.handles.of("provider.Provider")[0]
        assert live.config.headers is None


@pytest.mark.parametrize(
    ("config", "field"),
    [
        ({"api_key": "sk-\nInjected: header"}, "api_key"),
        ({"headers": {"X-A": "b\r\nInjected: header"}}, "headers"),
        ({"headers": {"Host": "example.com"}}, "headers"),
        ({"headers": {"not a name": "x"}}, "headers"),
        ({"base_url": "ftp://example.com"}, "base_url"),
        ({"base_url": "https://"}, "base_url"),
        ({"base_url": "https://user:pass@example.com"}, "base_url"),
        ({"base_url": "https://example.com/v1?key=x"}, "base_url"),
        ({"base_url": "https://example.com:port"}, "base_url"),
        ({"base_url": "https://[::1"}, "base_url"),
        ({"base_url": "https://exämple.com"}, "base_url"),
        ({"base_url": "https://example.com/a b"}, "base_url"),
        ({"script": []}, "script"),
    ],
)
def test_configurations_that_cannot_work(config: dict[str, Any], field: str) -> None:
    with llmspell.Session() as session:
        with pytest.raises(errors.InvalidConfig) as failure:
            session.provider.create(**{"type": Type.OPENAI, "api_key": "sk-x", **config})
        assert failure.value.field == field
        assert "pass@" not in failure.value.message
        assert session.provider.list() == []


def test_local_needs_an_address() -> None:
    with llmspell.Session() as session, pytest.raises(errors.InvalidConfig, match="base_url"):
        session.provider.create(type=Type.LOCAL)


# --- addresses --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("http://127.0.0.1:1234/v1", True),
        ("http://localhost:1234", True),
        ("http://[::1]:1234", True),
        ("https://8.8.8.8", True),
        ("http://10.0.0.5", False),
        ("http://192.168.1.20:8080", False),
        ("http://169.254.169.254/latest", False),
        ("http://[fe80::1]", False),
        ("http://[::ffff:10.0.0.5]", False),
        ("http://0.0.0.0:80", False),
    ],
)
def test_which_addresses_need_a_grant(url: str, allowed: bool) -> None:
    with llmspell.Session() as session:
        if allowed:
            session.provider.create(type=Type.LOCAL, base_url=url)
            return
        with pytest.raises(llmspell.BridgeError) as failure:
            session.provider.create(type=Type.LOCAL, base_url=url)
        assert failure.value.code == "runtime.permission_denied"
    host = addresses.parse(url).hostname or ""
    with llmspell.Session(permissions={"llm": True, "net": [host]}) as session:
        session.provider.create(type=Type.LOCAL, base_url=url)


@pytest.mark.anyio
async def test_a_public_name_that_leads_inside_is_refused(
    session: llmspell.AsyncSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def lookup(host: str, port: int) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.5", port))]

    monkeypatch.setattr(anyio, "getaddrinfo", lookup)
    provider = await session.provider.create(
        type=Type.LOCAL, base_url="http://models.example.com/v1", model="m"
    )
    with pytest.raises(llmspell.BridgeError) as failure:
        await provider.chat(HELLO)
    assert failure.value.code == "runtime.permission_denied"


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("127.0.0.1:11500", "http://127.0.0.1:11500"),
        ("0.0.0.0", "http://127.0.0.1:11434"),
        ("https://ollama.example.com", "https://ollama.example.com:443"),
        ("http://box:80/path/", "http://box:80/path"),
        ("[::1]:99", "http://[::1]:99"),
    ],
)
def test_what_ollama_host_means(monkeypatch: pytest.MonkeyPatch, host: str, url: str) -> None:
    monkeypatch.setenv("OLLAMA_HOST", host)
    with llmspell.Session(permissions={"llm": True, "env": ["OLLAMA_HOST"], "net": True}) as session:
        assert session.provider.create(type=Type.OLLAMA).get_info().base_url == url
    with llmspell.Session() as session:
        assert session.provider.create(type=Type.OLLAMA).get_info().base_url == "http://127.0.0.1:11434"


# --- the life of a provider -------------------------------------------------------------------------


@pytest.mark.anyio
async def test_status(session: llmspell.AsyncSession, endpoint: Endpoint) -> None:
    provider = await session.provider.create(
        type=Type.LOCAL, base_url=f"{endpoint.url}/v1", model="m", max_retries=0
    )
    assert (await provider.get_info()).status is Status.INACTIVE
    endpoint.answer(openai("Hi."))
    await provider.chat(HELLO)
    assert (await provider.get_info()).status is Status.ACTIVE
    endpoint.answer({}, 500)
    with pytest.raises(errors.Unavailable):
        await provider.chat(HELLO)
    info = await provider.get_info()
    assert info.status is Status.ERROR and info.requests == 2 and info.usage.total_tokens == 10
    assert (await provider.configure(model="n")).status is Status.INACTIVE
    endpoint.answer(openai("Hi."))
    await provider.chat(HELLO)
    assert endpoint.received[-1].body["model"] == "n"
    assert (await provider.get_info()).last_error is None


@pytest.mark.anyio
async def test_a_call_goes_on_as_it_began(session: llmspell.AsyncSession, endpoint: Endpoint) -> None:
    """The provider moves to another address while a call is under way."""
    async with Endpoint() as elsewhere:
        provider = await session.provider.create(type=Type.LOCAL, base_url=endpoint.url, model="m")
        endpoint.stream([openai_events({"content": "Hi"}, finish=None, done=False)], hang=True)
        stream = provider.stream(HELLO)
        assert (await anext(stream)).text == "Hi"
        await provider.configure(base_url=elsewhere.url)
        elsewhere.answer(openai("Here."))
        assert (await provider.chat(HELLO)).text == "Here."
        assert (len(endpoint.received), len(elsewhere.received)) == (1, 1)
        await stream.aclose()
        await asyncio.wait_for(endpoint.left.wait(), 60)


def test_names() -> None:
    with llmspell.Session() as session:
        first = session.provider.create(type=Type.SCRIPTED)
        with pytest.raises(errors.NameTaken):
            session.provider.create(type=Type.SCRIPTED)
        second = session.provider.create(type=Type.SCRIPTED, name="second")
        assert session.provider.get("scripted") == first
        assert [info.name for info in session.provider.list()] == ["scripted", "second"]
        first.destroy()
        assert [info.id for info in session.provider.list()] == [second.handle]
        with pytest.raises(errors.NotFound):
            session.provider.get("scripted")
        session.provider.create(type=Type.SCRIPTED)


# --- scripts ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "step",
    [
        ScriptStep(),
        ScriptStep(text="a", chunks=["b"]),
        ScriptStep(embeddings=[Embedding(vector=[1.0])], tool_calls=[ScriptedToolCall(name="x")]),
        ScriptStep(text="a", error=ScriptedFailure(http_status=500, message="x")),
    ],
)
def test_steps_that_make_no_sense(step: ScriptStep) -> None:
    with llmspell.Session() as session, pytest.raises(errors.InvalidConfig, match="step 2"):
        session.provider.create(type=Type.SCRIPTED, script=[ScriptStep(text="fine"), step])


def test_a_script_can_be_continued() -> None:
    with llmspell.Session() as session:
        provider = session.provider.create(type=Type.SCRIPTED, script=[ScriptStep(text="One.")])
        provider.configure(script=[ScriptStep(text="Two.")])
        assert [provider.chat(HELLO).text for _ in range(2)] == ["One.", "Two."]
        with pytest.raises(errors.ScriptExhausted):
            provider.chat(HELLO)


def test_an_unfinished_script_is_an_error_once() -> None:
    with llmspell.Session() as session:
        provider = session.provider.create(type=Type.SCRIPTED, script=[ScriptStep(text="One.")])
        with pytest.raises(errors.ScriptUnfinished):
            provider.destroy()
        with pytest.raises(errors.NotFound):
            provider.destroy()


def open_with_scripts(session: llmspell.Session) -> None:
    for name in ("one", "two"):
        session.provider.create(type=Type.SCRIPTED, name=name, script=[ScriptStep(text="One.")])


def test_an_unfinished_script_is_told_when_the_session_closes(caplog: pytest.LogCaptureFixture) -> None:
    """The newest is released first, and its error raised; all are released, and the other error is logged."""
    session = llmspell.Session()
    open_with_scripts(session)
    with pytest.raises(errors.ScriptUnfinished) as failure:
        session.close()
    assert failure.value.fields["provider"] == "two"
    assert failure.value.trace_id
    assert "the script of provider 'one' has 1 steps" in caplog.text
    assert len(session.core.handles) == 0
    session.close()


def test_an_unfinished_script_hides_no_other_error(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(ZeroDivisionError), llmspell.Session() as session:
        open_with_scripts(session)
        raise ZeroDivisionError
    assert "the script of provider 'two' has 1 steps" in caplog.text
    with pytest.raises(errors.ScriptUnfinished), llmspell.Session() as session:
        open_with_scripts(session)


@pytest.mark.anyio
async def test_an_unfinished_script_in_an_asynchronous_session() -> None:
    session = llmspell.AsyncSession()
    await session.provider.create(type=Type.SCRIPTED, script=[ScriptStep(text="One.")])
    with pytest.raises(errors.ScriptUnfinished):
        await session.aclose()
    with pytest.raises(ZeroDivisionError):
        async with llmspell.AsyncSession() as session:
            await session.provider.create(type=Type.SCRIPTED, script=[ScriptStep(text="One.")])
            raise ZeroDivisionError


def test_an_unfinished_script_of_a_session_within() -> None:
    with llmspell.Session() as session:
        child = session.session.open()
        open_with_scripts(child)
        with pytest.raises(errors.ScriptUnfinished):
            session.session.close(child)


@pytest.mark.parametrize(
    ("expect", "expectation", "actual"),
    [
        (ScriptExpectation(last_message="Bye"), "last_message", "Hello"),
        (ScriptExpectation(system_prompt="brief"), "system_prompt", ""),
        (ScriptExpectation(messages=2), "messages", "1"),
        (ScriptExpectation(tools=["weather"]), "tools", "[]"),
        (ScriptExpectation(model="m"), "model", "n"),
    ],
)
def test_expectations(expect: ScriptExpectation, expectation: str, actual: str) -> None:
    with llmspell.Session() as session:
        provider = session.provider.create(
            type=Type.SCRIPTED, script=[ScriptStep(text="One.", expect=expect)]
        )
        with pytest.raises(errors.ScriptMismatch) as failure:
            provider.chat(HELLO, model="n")
        assert (failure.value.expectation, failure.value.actual) == (expectation, actual)


def test_a_script_answers_the_calls_it_was_written_for() -> None:
    one = Embedding(vector=[1.0, 0.0])
    with llmspell.Session() as session:
        provider = session.provider.create(
            type=Type.SCRIPTED, script=[ScriptStep(embeddings=[one]), ScriptStep(embeddings=[one])] * 2
        )
        assert provider.embed(["north"]).embeddings == [one]
        with pytest.raises(errors.ScriptMismatch, match="chat"):
            provider.chat(HELLO)
        with pytest.raises(errors.ScriptMismatch, match="texts"):
            provider.embed(["north", "south"])
        provider.embed(["south"])


@pytest.mark.anyio
async def test_a_step_may_take_time(session: llmspell.AsyncSession, pauses: Pauses) -> None:
    provider = await session.provider.create(
        type=Type.SCRIPTED, script=[ScriptStep(text="At last.", delay_seconds=60)]
    )
    assert (await provider.chat(HELLO)).text == "At last."
    assert pauses.seconds == [60]


# --- discovery --------------------------------------------------------------------------------------


@pytest.mark.anyio
async def test_discovery_asks(endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OLLAMA_HOST", endpoint.url)
    endpoint.answer({"models": [{"name": "llama3.2:latest"}]})
    async with llmspell.AsyncSession(permissions={"llm": True, "env": ["OLLAMA_HOST"]}) as session:
        found = await session.provider.discover(types=[Type.OLLAMA, Type.COHERE, Type.LOCAL])
        assert await session.provider.list() == []
    assert [
        (entry.type, entry.source, entry.configured, entry.reachable, entry.models) for entry in found
    ] == [
        (Type.OLLAMA, "OLLAMA_HOST", True, True, ["llama3.2:latest"]),
        (Type.COHERE, "default", False, False, []),
        (Type.LOCAL, "default", False, False, []),
    ]
    assert "COHERE_API_KEY" in (found[1].problem or "")


@pytest.mark.anyio
async def test_discovery_says_what_went_wrong(
    session: llmspell.AsyncSession, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    await session.provider.create(type=Type.LOCAL, name="p", base_url=f"{endpoint.url}/v1")
    monkeypatch.setattr(discovery, "PATIENCE_SECONDS", 60)
    endpoint.answer({"error": {"message": "No models today."}}, 500)
    [bad] = await session.provider.discover(types=[Type.LOCAL])
    assert (bad.source, bad.reachable) == ("session", False) and "No models today." in (bad.problem or "")
    monkeypatch.setattr(discovery, "PATIENCE_SECONDS", 0.05)
    endpoint.stream([b"{"], hang=True)
    [slow] = await session.provider.discover(types=[Type.LOCAL])
    assert not slow.reachable and "0.05 seconds" in (slow.problem or "")


# --- small parts ------------------------------------------------------------------------------------


def test_pauses_grow_and_are_bounded() -> None:
    failure = Failure(errors.Unavailable, provider="p", status=500, detail="x")
    assert [pause(failure, attempts, 10, 1.0) for attempts in range(1, 7)] == [0.5, 1.0, 2.0, 4.0, 8.0, 8.0]
    assert pause(failure, 1, 10, 0.0) == 0.25
    assert pause(failure, 1, 0, 1.0) is None
    once = Failure(errors.TimedOut, provider="p", seconds=1.0)
    assert pause(once, 1, 5, 1.0) == 0.5 and pause(once, 2, 5, 1.0) is None


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("3", 3.0),
        ("0.5", 0.5),
        ("-1", 0.0),
        ("", None),
        ("soon", None),
        ("nan", None),
        ("inf", None),
        ("Wed, 21 Oct 2026 07:28:05 +99999999", None),
        ("Wed, 21 Oct 2026 07:28:05 GMT", 5.0),
    ],
)
def test_retry_after(text: str, seconds: float | None) -> None:
    assert read_retry_after(text, datetime(2026, 10, 21, 7, 28, 0, tzinfo=UTC)) == seconds


@pytest.mark.parametrize(
    ("text", "tokens"), [("", 0), ("   \n", 0), ("word", 1), ("words", 2), ("a+b", 3), ("世", 2)]
)
def test_estimates(text: str, tokens: int) -> None:
    assert estimate(text) == tokens


def test_details_are_cut_and_cleaned() -> None:
    failure = of_status("p", "m", 500, {"error": {"message": "a\x1b[31m" + "b" * 1000}})
    detail = failure.fields["detail"]
    assert len(detail) == 500 and "\x1b" not in detail
