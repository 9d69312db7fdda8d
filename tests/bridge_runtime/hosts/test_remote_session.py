"""A session that is elsewhere gives a host what the session itself would, and believes nothing that a host says."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from bridge_runtime.errors import BridgeError, CallbackFailed, InvalidArgument, SessionClosed, UnknownFunction
from bridge_runtime.hosts.remote import RemoteSession, closed
from bridge_runtime.hosts.serving import MAX_CALLS, Misbehaved, Serving
from bridge_runtime.native import END, Native
from bridge_runtime.session import Session
from hypothesis import given, settings
from hypothesis import strategies as st
from workshop import NoBox, bench_of, open_session


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@asynccontextmanager
async def connected(session: Session) -> AsyncIterator[tuple[Native, Serving]]:
    """A host's side of ``session``, whose messages cross as text; its calls block, and are made on other threads."""
    loop = asyncio.get_running_loop()

    def to_session(message: dict[str, Any]) -> None:
        loop.call_soon_threadsafe(serving.receive, json.loads(json.dumps(message)))

    remote = RemoteSession("workshop", {}, to_session, "far_1_")
    serving = Serving(session, lambda message: remote.receive(json.loads(json.dumps(message))), "far_1_")
    try:
        yield Native(remote), serving  # type: ignore[arg-type]
    finally:
        remote.end(closed())
        await serving.aclose()
        remote.close()


@asynccontextmanager
async def host() -> AsyncIterator[tuple[Native, Session]]:
    session = open_session(asynchronous=True)
    try:
        async with connected(session) as (native, _):
            yield native, session
    finally:
        await session.aclose()


async def far(work: Callable[[], Any]) -> Any:
    return await asyncio.wait_for(asyncio.to_thread(work), 30)


@pytest.mark.anyio
async def test_calls_give_what_the_session_gives() -> None:
    async with host() as (native, session):
        assert await far(lambda: native.call("bench.add", {"a": 2})) == 3
        assert await far(lambda: native.call("bench.nap", {})) == "rested"
        for arguments in (
            {"value": None},
            {"value": [1, {"ä": 2.5}], "label": None},
            {"value": "", "plain": "x"},
        ):
            assert await far(lambda given=arguments: native.call("bench.echo", given)) == arguments
        box = await far(lambda: native.call("bench.open_box", {"label": "a"}))
        assert box == "box_1" and await far(lambda: native.call("bench.put", {"box": box, "item": "x"})) == 1
        assert await far(lambda: native.call("bench.boxes", {})) == ["box_1"]
        await far(lambda: native.call("bench.close_box", {"box": box}))
        assert bench_of(session).log == ["released a", "closed a"]


@pytest.mark.anyio
async def test_errors_keep_their_codes_fields_and_causes() -> None:
    async with host() as (native, _):
        for name, how, code in (
            ("bench.fail", "declared", "bench.no_box"),
            ("bench.fail_later", "declared", "bench.no_box"),
            ("bench.fail", "other", "runtime.internal"),
        ):
            with pytest.raises(BridgeError) as caught:
                await far(lambda name=name, how=how: native.call(name, {"how": how}))
            assert caught.value.code == code and caught.value.trace_id
        with pytest.raises(BridgeError) as caught:
            await far(lambda: native.call("bench.nest", {"how": "declared"}))
        assert caught.value.cause is not None and caught.value.cause.code == NoBox.code
        for name, kind in (("bench.nothing", UnknownFunction), ("bench.add", InvalidArgument)):
            with pytest.raises(kind):
                await far(lambda name=name: native.call(name, {"x": 1}))
        outcome = await far(lambda: native.wait(native.start("bench.nothing", {})))
        assert outcome.error.code == UnknownFunction.code


@pytest.mark.anyio
async def test_functions_of_the_host_are_called_where_it_waits() -> None:
    async with host() as (native, session):

        def asked() -> Any:
            import threading

            here = threading.get_ident()

            def answer(arguments: list[Any]) -> str:
                assert threading.get_ident() == here
                return f"{arguments[0]}? {native.call('bench.add', {'a': 1})}"

            return native.call("bench.ask", {"asker": native.callback(answer), "times": 2})

        assert await far(asked) == ["question 0? 2", "question 1? 2"]
        assert len(session.foreign) == 1

        def posted() -> list[Any]:
            heard: list[Any] = []
            native.call(
                "bench.post", {"asker": native.callback(lambda given: heard.append(given) or ""), "times": 3}
            )
            return list(heard)

        assert await far(posted) == [["question 0"], ["question 1"], ["question 2"]]

        def failing(_: list[Any]) -> Any:
            raise NoBox(box="mine")

        with pytest.raises(BridgeError) as caught:
            await far(lambda: native.call("bench.ask", {"asker": native.callback(failing)}))
        assert (caught.value.code, caught.value.fields) == (NoBox.code, {"box": "mine"})

        def released() -> Any:
            id = native.callback(lambda given: "late")
            native.release_callback(id)
            return native.call("bench.ask", {"asker": id})

        with pytest.raises(InvalidArgument):
            await far(released)


@pytest.mark.anyio
async def test_streams_are_read_only_as_far_as_they_are_wanted() -> None:
    async with host() as (native, session):

        def read() -> list[Any]:
            stream = native.call("bench.count", {"to": 40})
            return [native.stream_next(stream) for _ in range(41)]

        assert await far(read) == [*range(40), END]

        def left() -> Any:
            stream = native.call("bench.count", {"to": 40})
            first = native.stream_next(stream)
            native.stream_close(stream)
            return first

        assert await far(left) == 0
        assert bench_of(session).log == ["count ended"] * 2
        with pytest.raises(BridgeError, match="ValueError"):
            await far(lambda: native.stream_next(native.call("bench.count", {"to": 4, "fails_at": 0})))


@pytest.mark.anyio
async def test_started_calls_run_together_and_are_cancelled() -> None:
    async with host() as (native, session):

        def work() -> Any:
            waiting, napping = native.start("bench.wait", {}), native.start("bench.nap", {})
            rested = native.wait(napping)
            native.cancel(waiting)
            return rested, native.wait(waiting)

        rested, cancelled = await far(work)
        assert rested.value == "rested" and cancelled.error.code == "runtime.cancelled"
        assert bench_of(session).log == ["waiting", "stopped waiting"]


@pytest.mark.anyio
async def test_sessions_within_are_reached_by_their_handles() -> None:
    async with host() as (native, session):
        room = await far(lambda: native.call("bench.open_room", {"options": {"name": "attic"}}))
        inner = native.child("bench.Room", room)
        assert await far(lambda: inner.call("bench.add", {"a": 1})) == 2
        asked = await far(lambda: inner.call("bench.ask", {"asker": inner.callback(lambda given: "yes")}))
        assert asked == ["yes"] and not session.foreign
        await far(lambda: native.call("bench.close_room", {"room": room}))
        with pytest.raises(SessionClosed):
            await far(lambda: inner.call("bench.add", {"a": 1}))


@pytest.mark.anyio
async def test_the_end_ends_what_is_under_way() -> None:
    session = open_session(asynchronous=True)
    async with connected(session) as (native, serving):
        calling = asyncio.create_task(far(lambda: native.call("bench.wait", {})))
        while bench_of(session).log != ["waiting"]:
            await asyncio.sleep(0.001)
        await far(lambda: native.callback(lambda given: ""))
        await serving.aclose()
        native.core.end(closed())  # type: ignore[attr-defined]
        with pytest.raises(SessionClosed):
            await calling
        with pytest.raises(SessionClosed):
            await far(lambda: native.call("bench.add", {"a": 1}))
        assert bench_of(session).log == ["waiting", "stopped waiting"] and not session.foreign
    await session.aclose()


# --- a host that is not to be trusted

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
KINDS = ["call", "describe", "next", "close_stream", "cancel", "function", "forget", "answer", "output", ""]
NAMES = st.sampled_from(["bench.add", "bench.nap", "bench.count", "bench.wait", "no.thing", ""])
MESSAGES = st.fixed_dictionaries(
    {"do": st.sampled_from(KINDS) | JSON},
    optional={
        "id": st.integers(0, 3) | st.sampled_from(["far_1_a", "callback_1"]) | JSON,
        "session": st.just([]) | JSON,
        "name": NAMES | JSON,
        "arguments": st.just({"a": 1}) | JSON,
        "stream": st.just("stream_1") | JSON,
        "value": JSON,
        "error": JSON,
    },
)


async def send_all(messages: list[dict[str, Any]]) -> None:
    session = open_session(asynchronous=True)
    sent: list[dict[str, Any]] = []
    serving = Serving(session, sent.append, "far_1_")
    for message in messages:
        try:
            serving.receive(message)
        except Misbehaved as error:
            assert str(error)
            break
        await asyncio.sleep(0)
    await serving.aclose()
    assert all(set(answer) & {"value", "error", "stream", "end"} for answer in sent if "to" in answer)
    assert not session.foreign
    await session.aclose()


@settings(max_examples=200, deadline=None)
@given(st.lists(MESSAGES, max_size=12))
def test_whatever_is_sent_is_done_or_refused(messages: list[dict[str, Any]]) -> None:
    asyncio.run(send_all(messages))


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "explode"},
        {"do": "call", "id": "1", "session": [], "name": "bench.add", "arguments": {"a": 1}},
        {"do": "call"},
        {"do": "function", "id": "callback_1", "session": []},
        {"do": "function", "id": 3, "session": []},
    ],
)
@pytest.mark.anyio
async def test_what_makes_no_sense_is_told(message: dict[str, Any]) -> None:
    async with host() as (_, session):
        serving = Serving(session, lambda answer: None, "far_2_")
        with pytest.raises(Misbehaved):
            serving.receive(message)
        await serving.aclose()


@pytest.mark.anyio
async def test_somebody_else_s_functions_cannot_be_replaced() -> None:
    async with host() as (_, session):
        native = Native(session)
        id = native.callback(lambda given: "mine")
        serving = Serving(session, lambda answer: None, "far_2_")
        with pytest.raises(Misbehaved):
            serving.receive({"do": "function", "id": id, "session": []})
        serving.receive({"do": "forget", "id": id})
        assert id in session.foreign
        await serving.aclose()


@pytest.mark.anyio
async def test_calls_under_way_have_a_limit() -> None:
    async with host() as (_, session):
        serving = Serving(session, lambda answer: None, "far_2_")
        call = {"do": "call", "session": [], "name": "bench.wait", "arguments": {}}
        for number in range(MAX_CALLS):
            serving.receive({**call, "id": number})
        with pytest.raises(Misbehaved, match="under way"):
            serving.receive({**call, "id": MAX_CALLS})
        await serving.aclose()


@pytest.mark.anyio
async def test_a_function_of_a_host_that_has_gone_fails_in_words() -> None:
    async with host() as (_, session):
        asked: list[dict[str, Any]] = []
        serving = Serving(session, asked.append, "far_2_")
        serving.receive({"do": "function", "id": "far_2_f", "session": []})
        calling = asyncio.create_task(session.acall_json("bench.ask", {"asker": "far_2_f"}))
        while not asked:
            await asyncio.sleep(0)
        await serving.aclose()
        with pytest.raises(CallbackFailed, match="has ended"):
            await calling
