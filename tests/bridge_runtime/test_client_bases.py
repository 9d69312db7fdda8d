"""What generated facades stand on, and what importing it costs."""

from __future__ import annotations

import asyncio
import gc
import subprocess
import sys

import pytest
from bridge_runtime.clients import AsyncStream, Bridge, Resource, given
from bridge_runtime.clients import Session as SessionFacade
from bridge_runtime.errors import Internal, InvalidHandle
from bridge_runtime.session import Session
from bridge_runtime.values import UNSET
from workshop import INTERFACE, Bench, NoBox, bench_of, open_session


class Box(Resource):
    __slots__ = ()

    def put(self, item: str) -> int:
        result: int = self.core.call("bench.put", {"box": self, "item": item})
        return result


def test_a_resource_of_a_facade(session: Session) -> None:
    bridge = Bridge(session)
    box = Box.of(bridge.core, bridge.core.call("bench.open_box", {"label": "x"}))
    assert box.put("a") == 1
    assert box.handle == "box_1"
    assert repr(box) == "<Box box_1>"
    same = Box.of(session, session.call("bench.boxes", {})[0])
    assert same == box and hash(same) == hash(box)
    other = open_session()
    other.call("bench.open_box", {"label": "y"})
    with pytest.raises(NoBox):  # box_1 is another box there
        other.call("bench.put", {"box": box, "item": "a"})
    other.close()


class Facade(SessionFacade):
    _interface = INTERFACE


def test_the_facade_of_a_child_session(session: Session) -> None:
    room = Facade.of(session.call("bench.open_room", {"options": {"name": "inner"}}))
    assert session.call("bench.room_name", {"room": room}) == "inner"
    assert room.core.call("bench.room_name", {"room": room}) == "inner"
    assert room.handle == "room_1"
    room.close()
    with pytest.raises(InvalidHandle):
        session.call("bench.room_name", {"room": room})


def test_a_session_that_is_dropped_warns() -> None:
    facade = Facade(services={"bench": Bench}, name="lost")
    assert facade.core.call("bench.nap", {}) == "rested"
    thread = facade.core.portal._thread
    assert thread is not None
    with pytest.warns(ResourceWarning, match="without being closed"):
        del facade
        gc.collect()
    thread.join(60)
    assert not thread.is_alive()


def test_given_drops_what_was_not_given() -> None:
    assert given(a=1, b=UNSET, c=None) == {"a": 1, "c": None}


def test_an_asynchronous_stream() -> None:
    async def main() -> None:
        session = open_session(asynchronous=True)
        log = bench_of(session).log
        stream: AsyncStream[int] = AsyncStream(session, "bench.count", {"to": 3})
        assert [item async for item in stream] == [0, 1, 2]
        assert [item async for item in stream] == []
        async with AsyncStream[int](session, "bench.count", {"to": 3}) as left:
            assert await left.__anext__() == 0
        assert log == ["count ended"] * 2
        await AsyncStream(session, "bench.count", {"to": 3}).aclose()
        with pytest.raises(Internal):
            async for _ in AsyncStream[int](session, "bench.count", {"to": 3, "fails_at": 1}):
                pass
        await session.aclose()

    asyncio.run(main())


@pytest.mark.parametrize("module", ["values", "errors", "spec", "clients", "service", "resources"])
def test_light_modules_stay_light(module: str) -> None:
    code = (
        f"import sys, bridge_runtime.{module}; print([m for m in ('pydantic', 'anyio') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
