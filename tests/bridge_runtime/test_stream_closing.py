"""Streams end when they are left, however they are left."""

from __future__ import annotations

import asyncio
import gc
import threading
from typing import Any

import pytest
from bridge_runtime.errors import Internal, InvalidArgument, SessionClosed
from bridge_runtime.session import Session
from bridge_runtime.streams import PREFETCH, reached
from workshop import bench_of, open_session


def test_all_items(session: Session) -> None:
    for call in (session.call, session.call_json):
        stream = call("bench.count", {"to": 100})
        assert list(stream) == list(range(100))
        assert list(stream) == []
        assert stream.finished
    assert bench_of(session).log == ["count ended", "count ended"]


def test_break_and_close(session: Session) -> None:
    with session.call("bench.count", {"to": 1_000_000}) as stream:
        for item in stream:
            if item == 3:
                break
        assert bench_of(session).log == []
    assert bench_of(session).log == ["count ended"]
    stream.close()
    assert list(stream) == []


def test_no_more_is_read_ahead_than_promised(session: Session) -> None:
    read: list[int] = []
    bench = bench_of(session)

    async def count(to: int, fails_at: int | None = None) -> Any:
        for number in range(to):
            read.append(number)
            yield number

    bench.count = count  # type: ignore[method-assign]
    stream = session.call("bench.count", {"to": 1000})
    assert next(stream) == 0
    session.call("bench.nap", {})
    session.call("bench.nap", {})
    assert len(read) <= 2 * PREFETCH
    assert [next(stream) for _ in range(999)] == list(range(1, 1000))
    stream.close()


@pytest.mark.parametrize("taken", [1, 2, 3])
def test_what_a_consumer_must_have_asked_for(session: Session, taken: int) -> None:
    """Items are read ahead, but what stands behind ``reached`` waits for the consumer."""
    bench = bench_of(session)

    async def count(to: int, fails_at: int | None = None) -> Any:
        for turn in range(2):
            yield turn
            yield turn
            bench.log.append("read ahead")
            await reached()
            bench.log.append("reached")

    bench.count = count  # type: ignore[method-assign]
    with session.call("bench.count", {"to": 1}) as stream:
        for _ in range(taken):
            next(stream)
        session.call("bench.nap", {})
        session.call("bench.nap", {})
        seen = ["read ahead"] if taken <= 2 else ["read ahead", "reached", "read ahead"]
        assert bench.log == seen
    assert bench.log == seen
    bench.log.clear()
    assert list(session.call("bench.count", {"to": 1})) == [0, 0, 1, 1]
    assert bench.log == ["read ahead", "reached"] * 2


def test_nothing_is_ahead_of_an_awaiting_consumer() -> None:
    async def main() -> None:
        session = open_session(asynchronous=True)

        async def count(to: int, fails_at: int | None = None) -> Any:
            yield 1
            await reached()
            yield 2

        bench_of(session).count = count  # type: ignore[method-assign]
        assert [item async for item in await session.acall("bench.count", {"to": 1})] == [1, 2]
        await session.aclose()

    asyncio.run(main())


def test_closing_from_another_thread_loses_no_item_in_between(session: Session) -> None:
    """A consumer sees the first items, all of them up to where it was stopped."""
    for _ in range(50):
        stream = session.call("bench.count", {"to": 1000})
        thread = threading.Thread(target=stream.end)
        thread.start()
        seen = list(stream)
        thread.join()
        assert seen == list(range(len(seen)))


def test_a_stream_that_was_never_read_is_closed_without_a_thread() -> None:
    session = open_session()
    session.call("bench.count", {"to": 3}).close()
    assert not session.portal.started
    session.close()


def test_an_error_comes_after_the_items_before_it(session: Session) -> None:
    stream = session.call("bench.count", {"to": 10, "fails_at": 2})
    seen = []
    with pytest.raises(Internal) as caught:
        for item in stream:
            seen.append(item)
    assert seen == [0, 1]
    assert caught.value.trace_id
    assert bench_of(session).log == ["count ended"]
    assert list(stream) == []


def test_wrong_arguments_are_told_at_once(session: Session) -> None:
    with pytest.raises(InvalidArgument):
        session.call("bench.count", {"to": "many"})


def test_a_dropped_stream_warns_and_is_closed(session: Session) -> None:
    ended = threading.Event()
    bench = bench_of(session)

    async def count(to: int, fails_at: int | None = None) -> Any:
        try:
            for number in range(to):
                yield number
        finally:
            ended.set()

    bench.count = count  # type: ignore[method-assign]
    stream = session.call("bench.count", {"to": 1000})
    next(stream)
    with pytest.warns(ResourceWarning, match="dropped before its end"):
        del stream
        gc.collect()
    assert ended.wait(60)


def test_closing_the_session_closes_its_streams() -> None:
    session = open_session()
    bench = bench_of(session)
    stream = session.call("bench.count", {"to": 1000})
    next(stream)
    session.close()
    assert bench.log == ["count ended"]
    assert list(stream) == []


def test_a_stream_in_an_asynchronous_session() -> None:
    async def main() -> None:
        session = open_session(asynchronous=True)
        log = bench_of(session).log
        assert [item async for item in await session.acall("bench.count", {"to": 5})] == [0, 1, 2, 3, 4]
        assert log == ["count ended"]
        async with await session.acall("bench.count", {"to": 5}) as stream:
            async for _ in stream:
                break
        assert log == ["count ended"] * 2
        with pytest.raises(Internal):
            async for _ in await session.acall_json("bench.count", {"to": 5, "fails_at": 0}):
                pass
        assert log == ["count ended"] * 3
        left = await session.acall("bench.count", {"to": 5})
        await left.__anext__()
        await session.aclose()
        assert log == ["count ended"] * 4

    asyncio.run(main())


def test_cancelling_a_task_closes_its_stream() -> None:
    async def main() -> None:
        session = open_session(asynchronous=True)
        bench = bench_of(session)
        arrived = asyncio.Event()

        async def count(to: int, fails_at: int | None = None) -> Any:
            try:
                arrived.set()
                await asyncio.Event().wait()
                yield 1
            finally:
                bench.log.append("ended")

        bench.count = count  # type: ignore[method-assign]

        async def consume() -> None:
            async for _ in await session.acall("bench.count", {"to": 1}):
                pass

        task = asyncio.create_task(consume())
        await arrived.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert bench.log == ["ended"]
        await session.aclose()

    asyncio.run(main())


def test_an_asynchronous_session_is_closed_from_elsewhere() -> None:
    async def main() -> None:
        session = open_session(asynchronous=True)
        bench = bench_of(session)
        task = asyncio.create_task(session.acall("bench.wait", {}))
        while not bench.log:
            await asyncio.sleep(0)
        await session.aclose()
        with pytest.raises(SessionClosed):
            await task
        assert bench.log == ["waiting", "stopped waiting"]
        with pytest.raises(SessionClosed):
            await session.acall("bench.nap", {})

    asyncio.run(main())


def test_callbacks_of_a_stream_run_while_its_caller_waits(session: Session) -> None:
    threads: set[int] = set()

    def asker(question: str) -> str:
        threads.add(threading.get_ident())
        return question[-1]

    items = []
    for item in session.call("bench.interview", {"asker": asker, "times": 50}):
        session.call("bench.nap", {})  # which does not run what the stream asks
        items.append(item)
    assert items == [str(number)[-1] for number in range(50)]
    assert threads == {threading.get_ident()}


def test_a_stream_inside_a_callback(session: Session) -> None:
    def asker(question: str) -> str:
        return str(sum(session.call("bench.count", {"to": 10})))

    assert list(session.call("bench.interview", {"asker": asker, "times": 3})) == ["45"] * 3
