"""The ready-made hooks: what each does, at which points, and what it refuses; on a clock that nobody waits for."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from typing import Any

import llmspell
import pytest
from bridge_runtime.errors import BridgeError
from hypothesis import given
from hypothesis import strategies as st
from llmspell.hook import BuiltIn, LogLevel, Point, Priority, RedactionPart, Type
from llmspell.hook.errors import Failed, InvalidOptions, RateLimited
from llmspell.hook.types import (
    CacheHook,
    CustomPayload,
    HookAnswer,
    HookCall,
    LoggingHook,
    MetricsHook,
    RateLimitHook,
    RedactionHook,
    RetryHook,
)
from llmspell.provider import Type as ProviderType
from llmspell.provider.errors import RateLimited as ProviderRateLimited
from llmspell.provider.types import ScriptedFailure, ScriptedToolCall, ScriptStep
from llmspell.shared.types import Message, Role, Usage
from llmspell_runtime.hook import own_patterns
from llmspell_runtime.hook.built_in.metrics import percentile
from llmspell_runtime.hook.built_in.rate_limit import rounded_up
from llmspell_runtime.hook.secrets import Redactor
from llmspell_runtime.hook.service import Hooks
from llmspell_runtime.provider.clock import Clock
from llmspell_runtime.provider.service import Providers

pytestmark = pytest.mark.anyio
POINT = "shop.price"
HELLO = [Message(role=Role.USER, content="Hello")]
KEY = "sk-abcdefghijklmnopqrstuvwx"


class Time:
    """A clock that only sleepers move."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    @property
    def clock(self) -> Clock:
        return Clock(now=lambda: self.now, sleep=self.sleep, chance=lambda: 1.0)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
async def session(time: Time) -> AsyncIterator[llmspell.AsyncSession]:
    services = {
        "provider": lambda core: Providers(core, time.clock),
        "hook": lambda core: Hooks(core, time.clock),
    }
    async with llmspell.AsyncSession(services=services, record_events=True) as opened:
        yield opened


def events(session: llmspell.AsyncSession, type: str) -> list[dict[str, Any]]:
    recorded = session.core.call("runtime.recorded_events", {})
    return [event["data"] for event in recorded if event["type"] == type]


async def script(session: llmspell.AsyncSession, *steps: ScriptStep, **config: Any) -> Any:
    return await session.provider.create(type=ProviderType.SCRIPTED, script=list(steps), **config)


def fails(times: int, *, code: str = "shop.busy", recovery: Any = "retry_with_backoff", **fields: Any) -> Any:
    """Work that fails so many times, and then gives how often it was called."""
    calls: list[Any] = []

    async def work(given: Any) -> int:
        calls.append(given)
        if len(calls) <= times:
            error = BridgeError("busy", fields=fields)
            error.code, error.recovery = code, recovery
            raise error
        return len(calls)

    return work


# --- rate limit


async def test_a_rate_limit_refuses_what_is_too_much_and_says_when_to_come_back(
    session: llmspell.AsyncSession, time: Time
) -> None:
    hook = await session.hook.install(RateLimitHook(points=[POINT], calls=2, per_seconds=10))
    for _ in range(2):
        await session.hook.execute(POINT, 1)
    with pytest.raises(RateLimited, match=r"lets 2 shop\.price pass in 10 s") as caught:
        await session.hook.execute(POINT, 1)
    assert caught.value.fields["retry_after_seconds"] == 5
    time.now += 5
    await session.hook.execute(POINT, 1)
    assert (await hook.get_info()).counts == {"passed": 3, "refused": 1}
    assert events(session, "hook.reject")[0]["hook_id"] == "hook_1"


async def test_a_call_may_wait_for_its_token(session: llmspell.AsyncSession, time: Time) -> None:
    await session.hook.install(RateLimitHook(points=[POINT], calls=1, per_seconds=4, max_wait_seconds=8))
    for _ in range(3):
        await session.hook.execute(POINT, 1)
    assert time.slept == [4, 4]


async def test_who_waits_keeps_the_order_and_who_leaves_gives_the_token_back(time: Time) -> None:
    woken = asyncio.Event()

    async def sleep(seconds: float) -> None:
        time.slept.append(seconds)
        await woken.wait()

    clock = Clock(now=lambda: time.now, sleep=sleep)
    async with llmspell.AsyncSession(services={"hook": lambda core: Hooks(core, clock)}) as session:
        await session.hook.install(RateLimitHook(points=[POINT], calls=1, per_seconds=1, max_wait_seconds=2))
        tasks = [asyncio.create_task(session.hook.execute(POINT, number)) for number in range(3)]
        while len(time.slept) < 2:
            await asyncio.sleep(0)
        assert time.slept == [1, 2]
        tasks[2].cancel()
        await asyncio.gather(*tasks[2:], return_exceptions=True)
        tasks.append(asyncio.create_task(session.hook.execute(POINT, 3)))
        while len(time.slept) < 3:
            await asyncio.sleep(0)
        assert time.slept[2] == 2
        woken.set()
        assert await asyncio.gather(*tasks[:2], tasks[3]) == [0, 1, 3]


async def test_buckets_apart_by_what_pointers_lead_to(session: llmspell.AsyncSession) -> None:
    await session.hook.install(
        RateLimitHook(points=[POINT], calls=1, per_seconds=10, per=["/shop", "/items/0/a~1b"])
    )
    for shop in ("one", "two"):
        await session.hook.execute(POINT, {"shop": shop, "items": [{"a/b": 1}]})
    await session.hook.execute(POINT, {"shop": "two", "items": []})
    with pytest.raises(RateLimited):
        await session.hook.execute(POINT, {"shop": "one", "items": [{"a/b": 1}]})


async def test_children_do_not_escape_a_rate_limit_by_being_many(session: llmspell.AsyncSession) -> None:
    await session.hook.install(RateLimitHook(points=[POINT], calls=1, per_seconds=10))
    first, second = await session.session.open(), await session.session.open()
    await first.hook.execute(POINT, 1)
    with pytest.raises(RateLimited):
        await second.hook.execute(POINT, 1)


@given(
    st.integers(1, 5), st.integers(1, 5), st.lists(st.floats(0, 3, allow_nan=False), min_size=1, max_size=40)
)
def test_no_more_passes_in_a_time_than_the_limit_and_its_burst(
    calls: int, burst: int, pauses: list[float]
) -> None:
    time = Time()
    with llmspell.Session(services={"hook": lambda core: Hooks(core, time.clock)}) as session:
        session.hook.install(RateLimitHook(points=[POINT], calls=calls, per_seconds=2, burst=burst))
        began, passed = time.now, 0
        for pause in pauses:
            time.now += pause
            try:
                session.hook.execute(POINT, 1)
                passed += 1
            except RateLimited as refusal:
                assert 0 < refusal.fields["retry_after_seconds"] <= 2 / calls * 1.01
        assert passed <= burst + (time.now - began) * calls / 2 + 1e-6


@given(st.floats(1e-6, 1e6))
def test_who_waits_as_long_as_told_does_not_come_too_early(seconds: float) -> None:
    assert seconds * (1 - 1e-9) <= rounded_up(seconds) <= seconds * 1.011


# --- cache


async def test_what_was_answered_is_not_asked_again_until_it_is_old(
    session: llmspell.AsyncSession, time: Time
) -> None:
    hook = await session.hook.install(CacheHook(ttl_seconds=60, max_entries=2))
    usage = Usage(input_tokens=3, output_tokens=2, total_tokens=5)
    provider = await script(session, *(ScriptStep(text=text, usage=usage) for text in ("One.", "Two.")))
    first, again = await provider.chat(HELLO), await provider.chat(HELLO)
    assert (first.text, again.text) == ("One.", "One.")
    assert (first.usage.total_tokens, again.usage.total_tokens) == (5, 0)
    async with provider.stream(HELLO) as chunks:
        assert [chunk.text async for chunk in chunks] == ["One.", None]
    time.now += 61
    assert (await provider.chat(HELLO)).text == "Two."
    assert (await hook.get_info()).counts == {"hits": 2, "misses": 2, "entries": 1}


async def test_another_question_is_another_entry_and_errors_are_not_kept(
    session: llmspell.AsyncSession,
) -> None:
    await session.hook.install(CacheHook())
    failure = ScriptStep(error=ScriptedFailure(http_status=401, message="No."))
    provider = await script(session, failure, ScriptStep(text="One."), ScriptStep(text="Two."))
    with pytest.raises(BridgeError):
        await provider.chat(HELLO)
    assert (await provider.chat(HELLO)).text == "One."
    assert (await provider.chat(HELLO, temperature=0)).text == "Two."


async def test_only_tools_that_are_named_are_answered_for(session: llmspell.AsyncSession) -> None:
    calls: list[str] = []
    for name in ("answers", "acts"):
        await session.tool.register(
            name=name, description="x", handler=lambda arguments, name=name: calls.append(name) or [name]
        )
    await session.hook.install(CacheHook(points=[Point.TOOL_CALL], tools=["answers"]))
    for name in ("answers", "acts", "answers", "acts"):
        result = await session.tool.execute(name, {"a": 1})
        assert result.value == [name]
        result.value.append("spoiled by its reader")
    assert calls == ["answers", "acts", "acts"]


async def test_numbers_that_differ_are_different_questions(session: llmspell.AsyncSession) -> None:
    """Beyond 64 bits they are one double in canonical JSON, and beyond a double there is none."""
    await session.tool.register(
        name="digits", description="Counts.", handler=lambda arguments: str(arguments["n"])[-1]
    )
    await session.hook.install(CacheHook(points=[Point.TOOL_CALL], tools=["digits"]))
    await session.hook.install(LoggingHook(points=[Point.TOOL_CALL], content=True))
    numbers = [2**70, 2**70 + 1, 10**400, 10**400 + 7]
    values = [(await session.tool.execute("digits", {"n": number})).value for number in numbers]
    assert values == ["4", "5", "0", "7"]


async def test_sessions_are_not_answered_with_what_others_were_told(session: llmspell.AsyncSession) -> None:
    await session.hook.install(CacheHook(points=[POINT]))
    children = [session, await session.session.open(), await session.session.open()]
    told = [
        await child.hook.execute(POINT, 1, lambda given, number=number: number)
        for child in children
        for number in (children.index(child), 9)
    ]
    assert told == [0, 0, 1, 1, 2, 2]


# --- retry


@pytest.mark.parametrize(
    ("options", "failing", "tries"),
    [
        ({}, {}, 3),
        ({"max_retries": 5}, {}, 6),
        ({}, {"recovery": "retry_once"}, 2),
        ({}, {"recovery": "failover"}, 1),
        ({}, {"recovery": "none"}, 1),
        ({"codes": ["shop.busy"]}, {"recovery": "none"}, 3),
        ({"codes": ["shop.other"]}, {}, 1),
        ({}, {"retry_after_seconds": 61}, 1),
    ],
)
async def test_the_recovery_of_an_error_decides_how_often_it_is_tried(
    session: llmspell.AsyncSession, options: dict[str, Any], failing: dict[str, Any], tries: int
) -> None:
    hook = await session.hook.install(RetryHook(points=[POINT], **options))
    with pytest.raises(BridgeError, match="busy"):
        await session.hook.execute(POINT, 1, fails(99, **failing))
    counts = (await hook.get_info()).counts or {}
    assert counts.get("retries", 0) == tries - 1 and counts.get("given_up", 0) == (tries > 1)
    assert len(events(session, "hook.retry")) == tries - 1


async def test_pauses_double_up_to_the_longest_or_are_what_the_error_asks_for(
    session: llmspell.AsyncSession, time: Time
) -> None:
    await session.hook.install(
        RetryHook(points=[POINT], max_retries=5, first_pause_seconds=1, longest_pause_seconds=4)
    )
    assert await session.hook.execute(POINT, 1, fails(4)) == 5
    assert await session.hook.execute(POINT, 1, fails(1, retry_after_seconds=7)) == 2
    assert time.slept == [1, 2, 4, 4, 7]


async def test_a_retry_takes_its_own_token_and_a_cached_answer_none(session: llmspell.AsyncSession) -> None:
    """As the ready-made hooks lie when nobody says otherwise, in whatever order they come."""
    limit = await session.hook.install(RateLimitHook(points=[POINT], calls=9, per_seconds=1))
    await session.hook.install(RetryHook(points=[POINT]))
    await session.hook.install(CacheHook(points=[POINT]))
    work = fails(1)
    assert [await session.hook.execute(POINT, 1, work) for _ in range(3)] == [2, 2, 2]
    assert (await limit.get_info()).counts == {"passed": 2}


async def test_a_model_call_is_tried_again_after_the_provider_gave_up(session: llmspell.AsyncSession) -> None:
    await session.hook.install(RetryHook())
    failure = ScriptStep(error=ScriptedFailure(http_status=429, message="Slow down."))
    provider = await script(session, failure, ScriptStep(text="Here."), max_retries=0)
    assert (await provider.chat(HELLO)).text == "Here."


async def test_a_stream_that_has_begun_is_not_tried_again(session: llmspell.AsyncSession) -> None:
    await session.hook.install(RetryHook(points=[Point.AGENT_RUN]))
    failure = ScriptStep(error=ScriptedFailure(http_status=429, message="Slow down."))
    calls = ScriptStep(text="Wait.", tool_calls=[ScriptedToolCall(name="nothing")])
    await script(session, calls, failure, max_retries=0)
    agent = await session.agent.create(name="helper", provider="scripted")
    with pytest.raises(ProviderRateLimited):
        async with agent.stream("Go.") as chunks:
            async for _ in chunks:
                pass
    assert events(session, "hook.retry") == []


# --- metrics


async def test_metrics_count_and_measure_by_subject(time: Time) -> None:
    services = {"hook": lambda core: Hooks(core, time.clock)}
    async with llmspell.AsyncSession(services=services) as session:
        hook = await session.hook.install(MetricsHook(window=4))
        durations = iter([0.001, 0.002, 0.003, 0.004, 0.005])

        async def work(arguments: dict[str, Any]) -> None:
            time.now += next(durations)
            if arguments:
                raise ValueError("no")

        await session.tool.register(name="slow", description="x", handler=work)
        for _ in range(4):
            await session.tool.execute("slow", {})
        with pytest.raises(BridgeError):
            await session.tool.execute("slow", {"a": 1})
        await session.tool.execute("calculator", {"expression": "1"})
        calculator, slow = (await hook.get_info()).metrics or []
        assert (calculator.subject, calculator.calls, calculator.errors) == ("calculator", 1, 0)
        assert (slow.calls, slow.errors, slow.error_codes) == (5, 1, {"tool.execution_failed": 1})
        assert (slow.total_ms, slow.min_ms, slow.p50_ms, slow.p99_ms, slow.max_ms) == (15, 2, 3, 5, 5)


@given(st.lists(st.floats(0, 1e6), min_size=1), st.floats(0.01, 1))
def test_a_percentile_is_the_smallest_value_that_covers_the_share(values: list[float], share: float) -> None:
    ranked = sorted(values)
    found = percentile(ranked, share)
    covered = sum(value <= found for value in ranked)
    below = sum(value < found for value in ranked)
    assert covered >= share * len(ranked) - 1e-9 and below < share * len(ranked) + 1e-9


async def test_subjects_without_end_are_counted_together(session: llmspell.AsyncSession) -> None:
    from llmspell_runtime.hook.built_in import base

    hook = await session.hook.install(MetricsHook(points=["p"]))
    behaviour = session.core.handles.of("hook.Hook")[0].behaviour  # type: ignore[attr-defined]
    assert isinstance(behaviour, base.ReadyMade)
    for number in range(1002):
        behaviour._series_of("p", f"subject {number}").add(1)  # type: ignore[attr-defined]
    series = (await hook.get_info()).metrics or []
    assert len(series) == 1001 and series[0].subject == "(others)" and series[0].calls == 2


# --- logging


async def test_each_call_is_told_once_when_it_has_ended(
    session: llmspell.AsyncSession, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "llmspell.hook")
    await session.hook.install(LoggingHook(points=[POINT], content=True, max_characters=30))
    given = {"password": "open sesame", "words": "x" * 50}
    await session.hook.execute(POINT, given, lambda payload: {"key": KEY})
    with pytest.raises(BridgeError):
        await session.hook.execute(POINT, 1, fails(1))
    well, badly = events(session, "hook.log")
    assert well["payload"] == '{"password":"[redacted]","wor…' and well["result"] == '{"key":"[redacted]"}'
    assert (well["level"], well["outcome"], well["subject"]) == (LogLevel.INFO, "ok", POINT)
    assert (badly["level"], badly["outcome"]) == (LogLevel.WARNING, "shop.busy") and "result" not in badly
    assert [record.levelname for record in caplog.records] == ["INFO", "WARNING"]
    assert "call_1 shop.price shop.price: ok in" in caplog.text and KEY not in caplog.text


# --- redaction


async def test_secrets_that_the_session_knows_pass_nowhere(session: llmspell.AsyncSession) -> None:
    await session.provider.create(
        type=ProviderType.LOCAL,
        name="own",
        base_url="http://127.0.0.1:9/v1",
        api_key="hush-hush",
        headers={"x-team": "blue-42"},
    )
    child = await session.session.open()
    await child.provider.create(
        type=ProviderType.LOCAL, name="own", base_url="http://127.0.0.1:9/v1", api_key="child-key"
    )
    await session.hook.install(RedactionHook())
    seen: list[Any] = []
    await session.tool.register(
        name="leak",
        description="x",
        handler=lambda arguments: seen.append(arguments) or "blue-42 and hush-hush",
    )
    result = await session.tool.execute("leak", {"text": "it is hush-hush, child-key too", "api_key": "x"})
    assert seen == [{"text": "it is [redacted], [redacted] too", "api_key": "[redacted]"}]
    assert result.value == "[redacted] and [redacted]"


async def test_events_and_errors_have_no_secrets_either(session: llmspell.AsyncSession) -> None:
    hook = await session.hook.install(
        RedactionHook(secrets=["open sesame"], parts=[RedactionPart.ERROR, RedactionPart.EVENT])
    )
    child = await session.session.open()
    heard: list[Any] = []
    child.core.events.subscribe("tool.*", lambda event: heard.append(event.data))

    def handler(arguments: dict[str, Any]) -> Any:
        raise ValueError("the word is open sesame")

    for which in (session, child):
        await which.tool.register(name="leak", description="x", handler=handler)
        with pytest.raises(BridgeError) as caught:
            await which.tool.execute("leak", {"text": f"open sesame {KEY}"})
        error = caught.value
        assert error.code == "tool.execution_failed" and error.fields["reason"].endswith(
            "the word is [redacted]"
        )
        assert "open sesame" not in str(error.to_json()) and "[redacted]" in str(error)
    for told in (str(session.core.call("runtime.recorded_events", {})), str(heard)):
        assert "open sesame" not in told and KEY not in told and "[redacted] [redacted]" in told
    await hook.unregister()
    await session.tool.execute("calculator", {"expression": "1"})
    await session.event.emit("user.word", {"word": "open sesame"})
    assert "open sesame" in str(session.core.call("runtime.recorded_events", {}))


async def test_what_a_model_is_asked_and_says_has_no_secrets_in_streams_too(
    session: llmspell.AsyncSession,
) -> None:
    await session.hook.install(RedactionHook(patterns=[r"\b\d{4}-\d{4}\b"], replacement="<number>"))
    step = ScriptStep(chunks=["It is 1234-", "5678."], expect={"last_message": "My number is <number>"})  # type: ignore[arg-type]
    provider = await script(session, step)
    asked = [Message(role=Role.USER, content="My number is 8765-4321")]
    async with provider.stream(asked) as chunks:
        assert [chunk.text async for chunk in chunks] == ["It is <number>.", None]


async def test_nothing_further_in_lets_a_secret_out(session: llmspell.AsyncSession) -> None:
    await session.hook.register(
        point=POINT,
        type=Type.POST,
        priority=Priority.HIGHEST,
        handler=lambda call: HookAnswer(result=f"{KEY}!"),
    )
    await session.hook.install(RedactionHook(points=[POINT]))
    leaky = await session.hook.execute(POINT, 1)
    assert leaky == f"{KEY}!"  # registered first, so further out: it has the last word
    await session.hook.unregister((await session.hook.list())[0].id)
    await session.hook.register(
        point=POINT, type=Type.POST, handler=lambda call: HookAnswer(result=f"{KEY}!")
    )
    assert await session.hook.execute(POINT, 1) == "[redacted]!"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=10,
)


@pytest.mark.parametrize(
    ("pattern", "shown"),
    [
        (r"\d{4}", "no. * of EMP-77"),
        (r"EMP-(\d+)", "no. 1234 of *"),
        (r"(?<=of )\w+", "no. 1234 of *-77"),
        ("x*", "no. 1234 of EMP-77"),
    ],
)
async def test_patterns_of_ones_own(session: llmspell.AsyncSession, pattern: str, shown: str) -> None:
    await session.hook.install(RedactionHook(points=[POINT], patterns=[pattern], replacement="*"))
    given = {"no. 1234 of EMP-77": ["no. 1234 of EMP-77", 1234]}
    assert await session.hook.execute(POINT, given) == {shown: [shown, 1234]}


async def test_a_pattern_that_never_ends_lets_nothing_pass_and_holds_nobody(
    session: llmspell.AsyncSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    await session.hook.install(RedactionHook(points=[POINT], patterns=["^(a+)+$"]))
    assert await session.hook.execute(POINT, "aaaa!") == "aaaa!"
    hostile, heard = "a" * 50 + "!", list[Any]()
    await session.event.subscribe("hook.**", heard.append)
    with monkeypatch.context() as hurried:
        hurried.setattr(own_patterns, "SECONDS", 0.1)
        with pytest.raises(Failed, match="took longer than"):
            await session.hook.execute(POINT, hostile)
        session.core.events.emit("hook.log", {"payload": hostile})
    assert heard == []
    assert await session.hook.execute(POINT, "aaaa") == "[redacted]"


@given(json_values, st.text("abc", min_size=5, max_size=8))
def test_redaction_leaves_no_secret_and_nothing_to_do_a_second_time(value: Any, secret: str) -> None:
    redactor, secrets = Redactor(), frozenset({secret})
    buried = {"a": [value, f"x{secret}y"], secret: 1}
    shown = redactor.redacted(buried, secrets)
    assert secret not in str(shown)
    assert redactor.redacted(shown, secrets) is shown
    assert (
        redactor.redacted(value, frozenset()) == value or redactor.redacted(value, frozenset()) is not value
    )


def test_texts_under_telling_names_are_hidden_in_lists_too() -> None:
    given = {"Cookies": ["a=1", ["b=2"], 3, {"name": "c"}], "max_tokens": 5, "cities": ["Oslo"]}
    shown = Redactor().redacted(given, frozenset())
    hidden = ["[redacted]", ["[redacted]"], 3, {"name": "c"}]
    assert shown == {"Cookies": hidden, "max_tokens": 5, "cities": ["Oslo"]}


@pytest.mark.parametrize(
    "key",
    [
        KEY,
        "ghp_" + "a" * 36,
        "AKIA" + "A" * 16,
        "AIza" + "a" * 35,
        "xoxb-123456789012-abc",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcdefghijkl",
        "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----",
        "Bearer abcdefghijklmnop1234",
    ],
)
def test_common_keys_are_known_by_their_form(key: str) -> None:
    assert Redactor().redacted(f"use {key} now", frozenset()) == "use [redacted] now"
    assert Redactor(common_keys=False).redacted(f"use {key} now", frozenset()) == f"use {key} now"


# --- options


@pytest.mark.parametrize(
    ("options", "option"),
    [
        (CacheHook(points=[Point.WORKFLOW_STEP]), "points"),
        (CacheHook(points=[Point.AGENT_RUN]), "points"),
        (CacheHook(points=[Point.TOOL_CALL]), "tools"),
        (RateLimitHook(calls=1, per_seconds=1, per=["provider"]), "per"),
        (RedactionHook(patterns=["(?P<"]), "patterns"),
    ],
)
async def test_what_makes_no_sense_is_refused(
    session: llmspell.AsyncSession, options: Any, option: str
) -> None:
    with pytest.raises(InvalidOptions) as caught:
        await session.hook.install(options)
    assert caught.value.fields["option"] == option
    assert await session.hook.list() == []


async def test_a_ready_made_hook_can_be_for_some_only(session: llmspell.AsyncSession) -> None:
    hook = await session.hook.install(MetricsHook(points=[Point.TOOL_CALL], only=["calculator"]))
    await session.tool.execute("calculator", {"expression": "1"})
    await session.tool.register(name="other", description="x", handler=lambda arguments: 1)
    await session.tool.execute("other", {})
    info = await hook.get_info()
    assert [series.subject for series in info.metrics or []] == ["calculator"]
    assert (info.built_in, info.name, info.observe) == (BuiltIn.METRICS, "metrics", True)


# --- composition


async def test_composed_hooks_lie_together_and_go_together(session: llmspell.AsyncSession) -> None:
    seen: list[str] = []

    async def make(name: str, priority: Priority = Priority.NORMAL) -> Any:
        def handler(call: HookCall) -> None:
            assert isinstance(call.payload, CustomPayload)
            seen.append(f"{name} {call.phase}")

        return await session.hook.register(
            point=POINT, type=Type.AROUND, name=name, priority=priority, handler=handler
        )

    a, b, _ = await make("a", Priority.HIGHEST), await make("b"), await make("outer", Priority.HIGH)
    limit = await session.hook.install(RateLimitHook(points=["other"], calls=1, per_seconds=1))
    both = await session.hook.compose([b, a, limit], name="both", priority=Priority.LOW)
    await session.hook.execute(POINT, 1)
    assert seen == ["outer before", "b before", "a before", "a after", "b after", "outer after"]
    info = await both.get_info()
    assert (info.points, info.members) == ([POINT, "other"], ["hook_2", "hook_1", "hook_4"])
    assert (await a.get_info()).part_of == "hook_5"

    seen.clear()
    await b.disable()
    await session.hook.execute(POINT, 1)
    await both.disable()
    await session.hook.execute(POINT, 1)
    assert seen == ["outer before", "a before", "a after", "outer after", "outer before", "outer after"]

    await both.enable()
    await a.unregister()
    assert (await both.get_info()).members == ["hook_2", "hook_4"]
    await both.unregister()
    assert [info.name for info in await session.hook.list()] == ["outer"]
    assert len(session.core.handles.of("hook.Hook")) == 1
