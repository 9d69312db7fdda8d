"""Callbacks run where they must: on the blocked caller's thread, on the loop, in a worker, in their own host."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest
from bridge_runtime.errors import BridgeError, CallbackFailed, Internal, Unsupported
from bridge_runtime.session import Session
from workshop import NoBox, bench_of, open_session

here = threading.get_ident


def test_a_plain_function_runs_on_the_callers_thread(session: Session) -> None:
    seen: list[int] = []

    def asker(question: str) -> str:
        seen.append(here())
        return question[-1]

    assert session.call("bench.ask", {"asker": asker, "times": 3}) == ["0", "1", "2"]
    assert session.call("bench.ask_now", {"asker": asker}) == ["0"]
    assert set(seen) == {here()}


def test_a_coroutine_function_runs_on_the_loop(session: Session) -> None:
    seen: list[int] = []

    async def asker(question: str) -> str:
        seen.append(here())
        await asyncio.sleep(0)
        return "a"

    assert session.call("bench.ask", {"asker": asker}) == ["a"]
    assert session.call("bench.ask", {"asker": lambda question: asker(question)}) == ["a"]
    assert here() not in seen
    with pytest.raises(Unsupported, match="cannot be asynchronous"):
        session.call("bench.ask_now", {"asker": asker})


def test_a_callback_may_call_the_session(session: Session) -> None:
    def asker(question: str) -> str:
        inner = session.call("bench.ask", {"asker": lambda q: f"inner {q}"})
        assert session.call("bench.add", {"a": 1}) == 2
        return f"outer {inner[0]}"

    assert session.call("bench.ask", {"asker": asker, "times": 2}) == ["outer inner question 0"] * 2


def test_a_coroutine_must_not_block_its_own_loop(session: Session) -> None:
    async def asker(question: str) -> str:
        return str(session.call("bench.nap", {}))

    with pytest.raises(Unsupported, match="await it"):
        session.call("bench.ask", {"asker": asker})


def test_what_a_callback_raises(session: Session) -> None:
    def fails(question: str) -> str:
        raise ValueError("not at home")

    def declared(question: str) -> str:
        raise NoBox(box="mine")

    for name in ("bench.ask", "bench.ask_now"):
        with pytest.raises(CallbackFailed, match="not at home") as caught:
            session.call(name, {"asker": fails})
        assert isinstance(caught.value.__cause__, ValueError)
        with pytest.raises(NoBox):
            session.call(name, {"asker": declared})
        with pytest.raises(CallbackFailed, match="expected a string, given 5"):
            session.call(name, {"asker": lambda question: 5})


def test_wrong_arguments_are_the_implementations_fault(session: Session) -> None:
    bench = bench_of(session)

    async def ask(asker: Any, times: int = 1) -> list[str]:
        return [await asker(5)]

    bench.ask = ask  # type: ignore[method-assign]
    with pytest.raises(Internal, match="question: expected a string, given 5"):
        session.call("bench.ask", {"asker": lambda question: "x"})


def test_posts_run_in_order_when_a_plain_call_ends(session: Session) -> None:
    seen: list[tuple[str, int]] = []

    def asker(question: str) -> str:
        seen.append((question, here()))
        return ""

    session.call("bench.post", {"asker": asker, "times": 100})
    assert seen == [(f"question {number}", here()) for number in range(100)]


def test_posts_of_calls_that_wait_have_run_when_these_return(session: Session) -> None:
    bench = bench_of(session)
    heard: list[tuple[str, int]] = []

    def asker(question: str) -> str:
        heard.append((question, here()))
        return question

    async def ask(asker: Any, times: int = 1) -> list[str]:
        asker.post("last")
        return []

    async def interview(asker: Any, times: int = 1) -> Any:
        yield "item"
        asker.post("last")

    bench.ask, bench.interview = ask, interview  # type: ignore[method-assign,assignment]
    for _ in range(100):
        session.call("bench.ask", {"asker": asker})
        assert heard == [("last", here())]
        heard.clear()
        assert list(session.call("bench.interview", {"asker": asker})) == ["item"]
        assert heard == [("last", here())]
        heard.clear()


def test_posts_that_post_do_not_nest(session: Session) -> None:
    seen: list[str] = []
    depth = 0

    def asker(question: str) -> str:
        nonlocal depth
        depth += 1
        assert depth == 1
        if len(seen) < 50:
            session.call("bench.post", {"asker": asker})
        seen.append(question)
        depth -= 1
        return ""

    session.call("bench.post", {"asker": asker})
    assert len(seen) == 51


def test_a_failing_post_is_logged(session: Session, caplog: pytest.LogCaptureFixture) -> None:
    seen: list[str] = []

    def asker(question: str) -> str:
        seen.append(question)
        raise ValueError("no")

    session.call("bench.post", {"asker": asker, "times": 2})
    assert seen == ["question 0", "question 1"]
    assert "ValueError: no" in caplog.text


def test_posted_coroutines_run_in_order_on_the_loop(session: Session) -> None:
    seen: list[str] = []
    done = threading.Event()

    async def asker(question: str) -> str:
        await asyncio.sleep(0)
        seen.append(question)
        if len(seen) == 20:
            done.set()
        return ""

    session.call("bench.post", {"asker": asker, "times": 20})
    assert done.wait(60)
    assert seen == [f"question {number}" for number in range(20)]


def test_in_an_asynchronous_session_plain_functions_have_a_worker() -> None:
    seen: list[int] = []
    done = threading.Event()

    def asker(question: str) -> str:
        seen.append(here())
        done.set()
        return "a"

    async def main() -> None:
        session = open_session(asynchronous=True)
        assert await session.acall("bench.ask", {"asker": asker}) == ["a"]
        done.clear()
        await session.acall("bench.post", {"asker": asker})
        assert await asyncio.to_thread(done.wait, 10)
        assert here() not in seen
        await session.aclose()

    asyncio.run(main())


def test_a_callback_that_outlives_its_call_has_a_worker(session: Session) -> None:
    bench = bench_of(session)
    answers: list[str] = []
    asked = threading.Event()

    async def ask(asker: Any, times: int = 1) -> list[str]:
        async def later() -> None:
            await asyncio.to_thread(returned.wait, 10)
            answers.append(await asker("late"))
            asked.set()

        tasks.append(asyncio.create_task(later()))
        return []

    tasks: list[Any] = []
    returned = threading.Event()
    bench.ask = ask  # type: ignore[method-assign]
    assert session.call("bench.ask", {"asker": lambda question: f"{question} {here()}"}) == []
    returned.set()
    assert asked.wait(60)
    assert answers[0].startswith("late ")
    assert answers[0] != f"late {here()}"


def test_keyboard_interrupt_cancels_the_call(session: Session) -> None:
    bench = bench_of(session)

    async def ask(asker: Any, times: int = 1) -> list[str]:
        try:
            await asyncio.gather(asker("x"), asyncio.Event().wait())
        finally:
            bench.log.append("ended")
        return []

    def interrupted(question: str) -> str:
        raise KeyboardInterrupt

    bench.ask = ask  # type: ignore[method-assign]
    with pytest.raises(KeyboardInterrupt):
        session.call("bench.ask", {"asker": interrupted})
    assert bench.log == ["ended"]
    assert session.call("bench.nap", {}) == "rested"


def test_keyboard_interrupt_while_waiting(session: Session) -> None:
    import signal

    bench = bench_of(session)
    main = threading.main_thread().ident
    assert main is not None and main == here()

    async def wait() -> str:
        signal.pthread_kill(main, signal.SIGINT)
        return await type(bench).wait(bench)

    bench.wait = wait  # type: ignore[method-assign]
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs ignore it
    try:
        with pytest.raises(KeyboardInterrupt):
            session.call("bench.wait", {})
    finally:
        signal.signal(signal.SIGINT, before)
    assert bench.log == ["waiting", "stopped waiting"]


def test_a_callback_has_an_id_once_it_was_given_out(session: Session) -> None:
    kept: list[Any] = []
    bench = bench_of(session)
    bench.ask_now = lambda asker, times=1: kept.append(asker) or []  # type: ignore[func-returns-value,method-assign]
    session.waist.clear()
    session.call("bench.ask_now", {"asker": lambda question: f"got {question}"})
    session.name_callback(kept[0])
    assert session.call_json("bench.ask", {"asker": kept[0].id}) == ["got question 0"]


def test_the_number_of_threads_stays_small() -> None:
    before = threading.active_count()
    session = open_session()
    assert session.call("bench.add", {"a": 1}) == 2
    assert threading.active_count() == before
    session.call("bench.nap", {})
    assert threading.active_count() == before + 1
    session.close()
    assert threading.active_count() == before


@pytest.mark.parametrize("below", range(8))
def test_functions_that_call_each_other_without_end_meet_a_limit(below: int) -> None:
    """Wherever on the stack they begin: at its end something was lost that somebody waited for."""
    session = open_session()
    depths: list[int] = []
    told: list[BridgeError] = []

    def again(text: str) -> str:
        depths.append(len(depths))
        return str(session.call("bench.ask", {"asker": again}))

    def begin(frames: int) -> None:
        if frames:
            return begin(frames - 1)
        with pytest.raises(BridgeError) as caught:
            again("")
        told.append(caught.value)

    thread = threading.Thread(target=begin, args=(below,), daemon=True)
    thread.start()
    thread.join(60)
    assert not thread.is_alive()
    assert len(depths) == 41 and "nested_calls" in str(told[0])
    assert session.call("bench.ask", {"asker": str}) == session.call("bench.ask", {"asker": str})
    session.close()
