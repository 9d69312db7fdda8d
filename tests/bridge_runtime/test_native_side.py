"""The JSON side: tickets, callbacks on the host's own threads, streams by id."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from bridge_runtime.errors import BridgeError, CallbackFailed, Cancelled, InvalidArgument, SessionClosed
from bridge_runtime.native import END, Native, Outcome
from workshop import NoBox, bench_of, open_session

here = threading.get_ident


@pytest.fixture
def native() -> Any:
    opened = Native(open_session())
    yield opened
    opened.close()


def value_of(outcome: Outcome | None) -> Any:
    assert outcome is not None
    if outcome.error is not None:
        raise outcome.error
    return outcome.value


def test_calls(native: Native) -> None:
    assert native.call("bench.add", {"a": 1}) == 2
    assert native.call("bench.nap", {}) == "rested"
    assert native.call("bench.open_box", {"label": "x"}) == "box_1"
    with pytest.raises(NoBox):
        native.call("bench.put", {"box": "box_2", "item": "x"})


def test_callbacks_run_on_the_thread_that_calls(native: Native) -> None:
    threads: list[int] = []

    def ask(arguments: list[Any]) -> Any:
        threads.append(here())
        return native.call("bench.echo", {"value": arguments[0]})["value"].upper()

    id = native.callback(ask)
    assert native.call("bench.ask", {"asker": id, "times": 2}) == ["QUESTION 0", "QUESTION 1"]
    assert native.call("bench.ask_now", {"asker": id}) == ["QUESTION 0"]
    assert set(threads) == {here()}
    assert native.release_callback(id)
    assert not native.release_callback(id)
    with pytest.raises(InvalidArgument):
        native.call("bench.ask", {"asker": id})


def test_what_a_callback_raises(native: Native) -> None:
    def declared(arguments: list[Any]) -> Any:
        raise BridgeError.from_json({"code": "mine.own", "message": "m", "fields": {"a": 1}})

    with pytest.raises(BridgeError) as caught:
        native.call("bench.ask", {"asker": native.callback(declared)})
    assert (caught.value.code, caught.value.fields) == ("mine.own", {"a": 1})
    with pytest.raises(CallbackFailed, match="expected a string, given null"):
        native.call("bench.ask", {"asker": native.callback(lambda arguments: None)})


def test_a_started_call(native: Native) -> None:
    ticket = native.start("bench.nap", {})
    assert value_of(native.wait(ticket)) == "rested"
    with pytest.raises(InvalidArgument, match="ticket"):
        native.wait(ticket)
    with pytest.raises(InvalidArgument, match="ticket"):
        native.wait(99)


def test_calls_that_do_not_wait_have_ended_at_once(native: Native) -> None:
    assert value_of(native.wait(native.start("bench.add", {"a": 1}), timeout=0)) == 2
    for name, arguments in (("bench.add", {"a": "x"}), ("bench.nope", {}), ("bench.ask", {})):
        outcome = native.wait(native.start(name, arguments))
        assert outcome is not None and outcome.error is not None


def test_many_started_calls_and_their_callbacks(native: Native) -> None:
    threads: set[int] = set()

    def ask(arguments: list[Any]) -> str:
        threads.add(here())
        return str(arguments[0])

    id = native.callback(ask)
    tickets = {native.start("bench.ask", {"asker": id, "times": 3}) for _ in range(20)}
    ended = set()
    while (outcome := native.wait()) is not None:
        assert value_of(outcome) == ["question 0", "question 1", "question 2"]
        ended.add(outcome.ticket)
    assert ended == tickets
    assert threads == {here()}


def test_waiting_for_one_while_others_end(native: Native) -> None:
    first, last = native.start("bench.nap", {}), native.start("bench.nap", {})
    assert value_of(native.wait(last)) == "rested"
    assert native.wait() == Outcome(first, "rested", None)
    assert native.wait() is None


def test_cancel(native: Native) -> None:
    ticket = native.start("bench.wait", {})
    assert native.wait(ticket, timeout=0) is None
    native.call("bench.nap", {})
    native.cancel(ticket)
    native.cancel(ticket)
    native.cancel(99)
    outcome = native.wait(ticket)
    assert outcome is not None and isinstance(outcome.error, Cancelled)
    assert bench_of(native.core).log == ["waiting", "stopped waiting"]
    native.cancel(ticket)


def test_a_call_that_is_cancelled_at_once(native: Native) -> None:
    for _ in range(50):
        ticket = native.start("bench.wait", {})
        native.cancel(ticket)
        outcome = native.wait(ticket)
        assert outcome is not None and isinstance(outcome.error, Cancelled)


def test_posts_wait_for_a_poll(native: Native) -> None:
    seen: list[Any] = []
    id = native.callback(lambda arguments: seen.append(arguments[0]))
    callback = native.core.incoming.callback("bench.Asker", id)
    worker = threading.Thread(target=lambda: [callback.post(f"p{number}") for number in range(3)])
    worker.start()
    worker.join()
    assert seen == []
    assert native.poll() == 1
    assert seen == ["p0", "p1", "p2"]
    native.call("bench.post", {"asker": id, "times": 2})
    assert seen[3:] == ["question 0", "question 1"]


def test_streams(native: Native) -> None:
    id = native.call("bench.count", {"to": 3})
    assert id.startswith("stream_")
    assert [native.stream_next(id) for _ in range(5)] == [0, 1, 2, END, END]
    left = native.call("bench.count", {"to": 1000})
    assert native.stream_next(left) == 0
    native.stream_close(left)
    native.stream_close(left)
    assert native.stream_next(left) is END
    assert bench_of(native.core).log == ["count ended"] * 2


def test_a_stream_by_tickets(native: Native) -> None:
    id = native.call("bench.count", {"to": 50, "fails_at": 40})
    items = []
    with pytest.raises(BridgeError, match="ValueError"):
        while True:
            items.append(value_of(native.wait(native.start_next(id))))
    assert items == list(range(40))
    whole = value_of(native.wait(native.start("bench.count", {"to": 2})))
    assert [value_of(native.wait(native.start_next(whole))) for _ in range(4)] == [0, 1, END, END]


def test_child_sessions_share_the_host(native: Native) -> None:
    handle = native.call("bench.open_room", {"options": {"name": "inner"}})
    child = native.child("bench.Room", handle)
    threads: list[int] = []

    def ask(arguments: list[Any]) -> str:
        threads.append(here())
        return "a"

    id = child.callback(ask)
    assert child.call("bench.ask", {"asker": id}) == ["a"]
    assert threads == [here()]
    native.call("bench.close_room", {"room": handle})
    with pytest.raises(SessionClosed):
        child.call("bench.nap", {})
    with pytest.raises(SessionClosed):
        value_of(child.wait(child.start("bench.nap", {})))


def test_closing_ends_started_calls() -> None:
    native = Native(open_session())
    ticket = native.start("bench.wait", {})
    native.call("bench.nap", {})
    native.close()
    native.close()
    outcome = native.wait(ticket)
    assert outcome is not None and isinstance(outcome.error, SessionClosed)
    with pytest.raises(SessionClosed):
        native.call("bench.nap", {})
