"""Handles live as long as their session; sessions share nothing; children have less than their parents."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable

import pytest
from bridge_runtime.errors import InvalidArgument, InvalidHandle, PermissionDenied, SessionClosed
from bridge_runtime.resources import HandleTable, Resource
from bridge_runtime.session import Session
from hypothesis import given
from hypothesis import strategies as st
from workshop import INTERFACE, Bench, NoBox, bench_of, open_session


@given(
    st.lists(
        st.tuples(st.booleans(), st.sampled_from(["bench.Box", "bench.Room"]), st.integers(0, 9)), max_size=40
    )
)
def test_the_table_agrees_with_a_plain_dict(steps: list[tuple[bool, str, int]]) -> None:
    table = HandleTable(INTERFACE)
    live: dict[str, tuple[str, Resource]] = {}
    numbers = {"bench.Box": 0, "bench.Room": 0}
    for adds, kind, index in steps:
        if adds or not live:
            resource = Resource()
            numbers[kind] += 1
            handle = table.add(kind, resource)
            assert handle == f"{kind.partition('.')[2].lower()}_{numbers[kind]}"
            assert table.add(kind, resource) == handle
            live[handle] = (kind, resource)
        else:
            handle = list(live)[index % len(live)]
            kind, resource = live.pop(handle)
            assert table.remove(resource)
            assert not table.remove(resource)
            with pytest.raises((NoBox, InvalidHandle)):
                table.get(kind, handle)
    assert [resource for _, resource in live.values()] == list(table)
    assert table.newest_first() == list(table)[::-1]
    for handle, (kind, resource) in live.items():
        assert table.get(kind, handle) is resource


def test_a_handle_as_an_id_and_as_an_object(session: Session) -> None:
    box = session.call("bench.open_box", {"label": "b"})
    assert session.call("bench.put", {"box": box, "item": "x"}) == 1
    assert session.call_json("bench.put", {"box": "box_1", "item": "x"}) == 2
    assert session.call("bench.boxes", {}) == [box]
    assert session.call_json("bench.boxes", {}) == ["box_1"]


def test_a_released_handle_is_not_found(session: Session) -> None:
    box = session.call("bench.open_box", {"label": "b"})
    session.call("bench.close_box", {"box": box})
    assert bench_of(session).log == ["released b", "closed b"]
    for value in (box, "box_1", "box_9", ""):
        with pytest.raises(NoBox) as caught:
            session.call("bench.put", {"box": value, "item": "x"})
        assert caught.value.fields == {"box": value if isinstance(value, str) else "box_1"}
    assert session.call_json("bench.open_box", {"label": "next"}) == "box_2"


def test_a_resource_that_closes_asynchronously_is_awaited(session: Session) -> None:
    session.call_json("bench.open_box", {"label": "slow"})
    session.call_json("bench.close_box", {"box": "box_1"})
    assert bench_of(session).log == ["released slow", "aclosed slow", "closed slow"]


def test_closing_releases_newest_first() -> None:
    session = open_session()
    log = bench_of(session).log
    for label in ("one", "slow two", "three"):
        session.call("bench.open_box", {"label": label})
    session.close()
    session.close()
    assert log == ["closed three", "aclosed slow two", "closed slow two", "closed one"]
    for call in (session.call, session.call_json):
        with pytest.raises(SessionClosed):
            call("bench.add", {"a": 1})


def test_a_failing_close_does_not_stop_the_others(caplog: pytest.LogCaptureFixture) -> None:
    session = open_session()
    log = bench_of(session).log
    session.call("bench.open_box", {"label": "one"})
    box = session.call("bench.open_box", {"label": "two"})
    box.close = lambda: 1 / 0
    session.close()
    assert log == ["closed one"]
    assert "ZeroDivisionError" in caplog.text


def test_closing_ends_a_call_in_another_thread() -> None:
    import threading

    session = open_session()
    bench = bench_of(session)
    started, errors = threading.Event(), []

    async def wait() -> str:
        started.set()
        return await type(bench).wait(bench)

    bench.wait = wait  # type: ignore[method-assign]

    def call() -> None:
        try:
            session.call("bench.wait", {})
        except SessionClosed as error:
            errors.append(error)

    thread = threading.Thread(target=call)
    thread.start()
    started.wait()
    session.close()
    thread.join(60)
    assert len(errors) == 1
    assert bench.log == ["waiting", "stopped waiting"]


def test_sessions_share_nothing() -> None:
    one, two = open_session(), open_session()
    box = one.call("bench.open_box", {"label": "x"})
    two.call("bench.open_box", {"label": "y"})
    with pytest.raises(NoBox):
        two.call("bench.put", {"box": box, "item": "i"})
    assert one.service("bench") is not two.service("bench")
    one.close()
    assert two.call_json("bench.boxes", {}) == ["box_1"]
    two.close()


def test_child_sessions() -> None:
    session = open_session(permissions={"env": ["HOME", "PATH"]})
    assert (
        session.call_json("bench.open_room", {"options": {"name": "inner", "permissions": {"env": ["HOME"]}}})
        == "room_1"
    )
    room = session.handles.get("bench.Room", "room_1")
    assert isinstance(room, Session)
    assert session.call_json("bench.room_name", {"room": "room_1"}) == "inner"
    assert room.call_json("bench.room_name", {"room": "room_1"}) == "inner"
    assert room.permissions.to_json() == {"env": ["HOME"]}
    assert room.call("bench.nap", {}) == "rested"
    with pytest.raises(PermissionDenied):
        session.call_json("bench.open_room", {"options": {"permissions": {"secrets": True}}})
    log = bench_of(room).log
    room.call("bench.open_box", {"label": "inside"})
    with pytest.raises(NoBox):
        session.call("bench.put", {"box": "box_1", "item": "x"})
    session.call("bench.close_room", {"room": room})
    assert log == ["closed inside"]
    with pytest.raises(SessionClosed):
        room.call("bench.add", {"a": 1})
    with pytest.raises(InvalidHandle):
        session.call_json("bench.room_name", {"room": "room_1"})
    session.close()


def test_children_close_with_their_parent() -> None:
    session = open_session()
    room = session.call("bench.open_room", {})
    inner = room.call("bench.open_room", {})
    log = bench_of(inner).log
    inner.call("bench.open_box", {"label": "innermost"})
    session.close()
    assert inner.closed and room.closed
    assert log == ["closed innermost"]


@pytest.mark.parametrize(
    ("options", "path"),
    [
        ({"nmae": "x"}, "nmae"),
        ({"name": 5}, "name"),
        ({"record_events": "yes"}, "record_events"),
        ({"permissions": ["net"]}, "permissions"),
        ({"limits": {"call_seconds": 0}}, "limits.call_seconds"),
        ({"limits": {"speed": 1}}, "limits.speed"),
        ({"limits": 5}, "limits"),
    ],
)
def test_bad_options(options: dict[str, object], path: str) -> None:
    with pytest.raises(InvalidArgument) as caught:
        open_session(**options)
    assert caught.value.fields["problems"][0]["path"] == path


def test_the_limit_of_handles() -> None:
    session = open_session(limits={"handles": 1})
    session.call("bench.open_box", {"label": "x"})
    with pytest.raises(Exception, match="limit handles"):
        session.call("bench.open_box", {"label": "y"})
    session.close()


def in_a_fork(work: Callable[[], object]) -> str:
    """What ``work`` gives, or fails with, in a copy of this process."""
    reading, writing = os.pipe()
    copy = os.fork()
    if copy == 0:
        signal.alarm(30)
        try:
            found = str(work())
        except BaseException as error:
            found = f"{type(error).__name__}: {error}"
        os.write(writing, found.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        found = answer.read()
    os.waitpid(copy, 0)
    return found


def test_a_fork_has_no_part_in_the_sessions_of_its_parent(session: Session) -> None:
    assert session.call("bench.nap", {}) == "rested"
    assert "Unsupported" in (told := in_a_fork(lambda: session.call("bench.nap", {}))) and "fork" in told
    assert in_a_fork(lambda: session.call("bench.add", {"a": 1})) == "2"
    assert in_a_fork(session.close) == "None"
    assert in_a_fork(lambda: (session.close(), open_session().call("bench.nap", {}))) == "(None, 'rested')"
    assert session.call("bench.nap", {}) == "rested"


def test_plain_functions_of_coroutines_run_in_a_fork() -> None:
    """They run on threads that all sessions share, and of which a fork has none."""

    async def main() -> object:
        session = Session(INTERFACE, services={"bench": Bench}, asynchronous=True)
        try:
            return await session.acall("bench.ask", {"asker": str.upper})
        finally:
            await session.aclose()

    answer = asyncio.run(main())
    assert in_a_fork(lambda: asyncio.run(main())) == str(answer)


def test_a_callback_may_close_its_session() -> None:
    session = open_session()

    def asker(question: str) -> str:
        session.close()
        return "too late"

    with pytest.raises(SessionClosed):
        session.call("bench.ask", {"asker": asker})
    assert not session.portal.started


def test_a_coroutine_callback_may_close_its_session() -> None:
    session = open_session()
    session.call("bench.open_box", {"label": "x"})
    log = bench_of(session).log

    async def asker(question: str) -> str:
        session.close()
        await asyncio.Event().wait()
        return "never"

    with pytest.raises(SessionClosed):
        session.call("bench.ask", {"asker": asker})
    thread = session.portal._thread
    assert thread is not None
    thread.join(60)
    assert not thread.is_alive()
    assert log == ["closed x"]
