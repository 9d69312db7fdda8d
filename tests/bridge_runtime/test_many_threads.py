"""Several threads at once: every call gets its own answer, every callback its own thread."""

from __future__ import annotations

import threading
from collections.abc import Callable

from bridge_runtime.errors import SessionClosed
from bridge_runtime.native import Native
from bridge_runtime.session import Session
from workshop import bench_of, open_session

THREADS = 8
ROUNDS = 25


def together(work: Callable[[int], None]) -> None:
    """Run ``work`` in threads that begin at the same moment; raises what any of them raised."""
    barrier = threading.Barrier(THREADS)
    errors: list[BaseException] = []

    def run(number: int) -> None:
        try:
            barrier.wait(60)
            work(number)
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not any(thread.is_alive() for thread in threads)
    if errors:
        raise errors[0]


def test_plain_and_waiting_calls(session: Session) -> None:
    def work(number: int) -> None:
        for turn in range(ROUNDS):
            assert session.call("bench.add", {"a": number, "b": turn}) == number + turn
            assert session.call("bench.nap", {}) == "rested"
            assert list(session.call("bench.count", {"to": 20})) == list(range(20))

    together(work)
    assert len(bench_of(session).log) == THREADS * ROUNDS


def test_callbacks_stay_on_their_callers_thread(session: Session) -> None:
    def work(number: int) -> None:
        mine = threading.get_ident()

        def asker(question: str) -> str:
            assert threading.get_ident() == mine
            inner = session.call("bench.ask", {"asker": lambda q: f"{number}{threading.get_ident() == mine}"})
            return str(inner[0])

        for _ in range(ROUNDS):
            assert session.call("bench.ask", {"asker": asker, "times": 2}) == [f"{number}True"] * 2

    together(work)


def test_handles_are_never_given_twice(session: Session) -> None:
    handles: list[str] = []

    def work(number: int) -> None:
        for _ in range(ROUNDS):
            handle = session.call_json("bench.open_box", {"label": str(number)})
            handles.append(handle)
            assert session.call_json("bench.put", {"box": handle, "item": "x"}) == 1
            session.call_json("bench.close_box", {"box": handle})

    together(work)
    assert len(set(handles)) == THREADS * ROUNDS
    assert len(session.handles) == 0


def test_events_reach_each_subscriber_once(session: Session) -> None:
    counts = [0] * THREADS
    lock = threading.Lock()

    def work(number: int) -> None:
        def hear(event: object) -> None:
            with lock:
                counts[number] += 1

        subscription = session.events.subscribe("bench.*", hear)
        gate.wait(60)
        for _ in range(ROUNDS):
            session.call("bench.say", {"line": "x"})
        gate.wait(60)
        subscription.cancel()

    gate = threading.Barrier(THREADS)
    together(work)
    assert counts == [THREADS * ROUNDS] * THREADS
    assert not session.events.hears("bench.said")


def test_a_host_with_many_threads() -> None:
    native = Native(open_session())
    inside: set[int] = set()

    def work(number: int) -> None:
        inside.add(threading.get_ident())
        id = native.callback(lambda arguments: f"{number}{threading.get_ident() in inside}")
        for _ in range(ROUNDS):
            assert native.call("bench.ask", {"asker": id}) == [f"{number}True"]
            ticket = native.start("bench.ask", {"asker": id})
            outcome = native.wait(ticket)
            assert outcome is not None and outcome.value == [f"{number}True"]
        native.release_callback(id)

    together(work)
    native.close()


def test_waiting_for_any_gives_each_outcome_once() -> None:
    native = Native(open_session())
    tickets = [native.start("bench.nap", {}) for _ in range(THREADS * ROUNDS)]
    got: list[int] = []

    def work(number: int) -> None:
        while (outcome := native.wait()) is not None:
            got.append(outcome.ticket)

    together(work)
    assert sorted(got) == sorted(tickets)
    native.close()


def test_closing_from_every_thread_at_once() -> None:
    for _ in range(10):
        session = open_session()
        session.call("bench.nap", {})
        session.call("bench.open_box", {"label": "slow"})
        log = bench_of(session).log
        together(lambda number, session=session: session.close())  # type: ignore[misc]
        assert log == ["aclosed slow", "closed slow"]


def test_closing_while_others_call() -> None:
    for turn in range(10):
        session = open_session()
        native = Native(session)

        def work(number: int, session: Session = session, native: Native = native, turn: int = turn) -> None:
            try:
                for _ in range(turn):
                    assert session.call("bench.nap", {}) == "rested"
                    assert list(session.call("bench.count", {"to": 3}))[:1] in ([0], [])
                    native.wait(native.start("bench.nap", {}))
            except SessionClosed:
                pass
            session.close()

        together(work)
        assert not session.portal.started
        assert not session.portal.open
