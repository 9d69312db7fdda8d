"""Scripts that mean harm: the process survives, the error is the right one, and nothing is left."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bridge_runtime.errors import BridgeError
from llmspell import AsyncSession, Session
from llmspell.script.errors import Failed, LimitExceeded, SandboxKilled, SandboxUnavailable, TimedOut
from llmspell.script.types import Engine, ExecutionMode
from llmspell_runtime.child import NoInterpreter
from llmspell_runtime.script import engines, far_ends

MIB = 1024 * 1024


@pytest.fixture
def session() -> Iterator[Session]:
    with Session() as session:
        yield session


def error_of(session: Session, engine: str, source: str, **options: Any) -> BridgeError:
    with pytest.raises(BridgeError) as caught:
        session.script.execute(Engine(engine), source, **options)
    assert session.script.execute(Engine.EXPR, "1 + 1").value == 2  # the session goes on
    return caught.value


def children() -> set[str]:
    """Ids of the processes that this one has, but for workers of expressions, which stay for the next one."""
    found = set()
    for process in Path("/proc").iterdir():
        if not process.name.isdigit():
            continue
        try:
            parent = (process / "stat").read_text().rpartition(")")[2].split()[1]
            command = (process / "cmdline").read_bytes()
        except OSError:
            continue
        if parent == str(os.getpid()) and b"script.child" in command:
            found.add(process.name)
    return found


ENDLESS = {
    "loop": ("lua", "while true do end"),
    "caught": ("lua", "while true do pcall(function() while true do end end) end"),
    "coroutine": ("lua", "coroutine.wrap(function() while true do end end)()"),
    "handler": ("lua", "xpcall(function() error(1) end, function() while true do end end)"),
    "recursive_pcall": ("lua", "local function f() pcall(f) f() end f()"),
    "pattern": (
        "lua",
        "return (string.rep('a', 60)):find(string.rep('a?', 60) .. string.rep('a', 60) .. 'b')",
    ),
    "gc": ("lua", "setmetatable({}, { __gc = function() while true do end end }) collectgarbage()"),
    "sort": ("lua", "table.sort({ 3, 2, 1 }, function() while true do end end)"),
    "load": ("lua", "load(function() return ' ' end)"),
    "js_loop": ("javascript", "for (;;) {}"),
    "js_await": ("javascript", "for (;;) await null;"),
    "js_catch": ("javascript", "for (;;) { try { for (;;) {} } catch {} }"),
    "js_regexp": ("javascript", "/^(a+)+$/.test('a'.repeat(50) + 'b')"),
    "js_interval": ("javascript", "setInterval(() => {}, 10);"),
    "js_timeout": ("javascript", "await new Promise((resolve) => setTimeout(resolve, 1e6));"),
    "js_array": ("javascript", "Array.from({ length: 2 ** 32 - 1 }, () => { for (;;) {} });"),
    "expr": ("expr", "[1,2,3,4,5,6,7,8,9,10].all(a, " * 30 + "true" + ")" * 30),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_a_sandboxed_script_that_does_not_end_is_killed(session: Session, name: str) -> None:
    engine, source = ENDLESS[name]
    if name == "load":  # a text without end needs memory without end
        error = error_of(session, engine, source, memory_bytes=8 * MIB, timeout_seconds=60)
        assert isinstance(error, LimitExceeded) and error.limit == "memory_bytes"
        return
    error = error_of(session, engine, source, timeout_seconds=0.7)
    assert isinstance(error, TimedOut) and error.seconds == 0.7
    assert children() == set()


WATCHED = [
    "loop",
    "caught",
    "coroutine",
    "sort",
    "js_loop",
    "js_await",
    "js_catch",
    "js_interval",
    "js_timeout",
    "expr",
]


@pytest.mark.parametrize("name", WATCHED)
def test_the_watchdog_ends_a_trusted_script_that_does_not_end(session: Session, name: str) -> None:
    engine, source = ENDLESS[name]
    error = error_of(session, engine, source, timeout_seconds=0.5, mode=ExecutionMode.DIRECT)
    assert isinstance(error, TimedOut)
    for thread in threads():
        thread.join(30)
        assert not thread.is_alive(), thread.name


def threads() -> list[Any]:
    return [thread for thread in threading.enumerate() if thread.name.startswith("script ")]


BOMBS = {
    "rep": ("lua", "return #string.rep('x', 1e9)"),
    "table": ("lua", "local t = {} for i = 1, 1e9 do t[i] = { i } end"),
    "text": ("lua", "local s = 'x' while true do s = s .. s end"),
    "concat": (
        "lua",
        "local t = {} for i = 1, 100 do t[i] = string.rep('x', 1e6) end return #table.concat(t)",
    ),
    "coroutines": ("lua", "local t = {} for i = 1, 1e9 do t[i] = coroutine.create(function() end) end"),
    "js_array": ("javascript", "const a = []; for (;;) a.push(new Array(100000).fill(1));"),
    "js_buffer": ("javascript", "const a = []; for (;;) a.push(new ArrayBuffer(1000000));"),
    "js_text": ("javascript", "const a = []; for (let i = 0; ; i++) a.push('x'.repeat(1000000) + i);"),
    "expr": ("expr", "['aaaaaaaaaa']" + ".map(x, x+x+x+x+x+x+x+x+x+x)" * 12),
}


@pytest.mark.parametrize("mode", list(ExecutionMode))
@pytest.mark.parametrize("name", BOMBS)
def test_memory_has_a_limit(session: Session, name: str, mode: ExecutionMode) -> None:
    engine, source = BOMBS[name]
    error = error_of(session, engine, source, memory_bytes=16 * MIB, mode=mode)
    assert isinstance(error, LimitExceeded), error
    assert error.limit == "memory_bytes"


@pytest.mark.parametrize("mode", list(ExecutionMode))
@pytest.mark.parametrize(
    ("engine", "source"),
    [
        ("lua", "local function f() return 1 + f() end f()"),
        (
            "lua",
            "local t = setmetatable({}, {}) getmetatable(t).__index = function(_, k) return t[k] end return t.x",
        ),
        ("lua", "return (string.rep('(', 300) .. '1' .. string.rep(')', 300)):rep(2):gsub('%b()', error)"),
        ("javascript", "function f() { f(); } f();"),
        (
            "javascript",
            "const a = {}; a.toJSON = () => a; JSON.stringify(a); let b = []; for (let i = 0; i < 1e5; i++) b = [b]; export default b",
        ),
    ],
)
def test_recursion_ends_in_an_error_of_the_script(
    session: Session, mode: ExecutionMode, engine: str, source: str
) -> None:
    error = error_of(session, engine, source, mode=mode)
    assert isinstance(error, Failed | LimitExceeded), error


@pytest.mark.parametrize("mode", list(ExecutionMode))
@pytest.mark.parametrize(
    ("engine", "source"),
    [
        ("lua", "while true do print('again') end"),
        ("lua", "io.write(string.rep('x', 5000000))"),
        ("lua", "for i = 1, 3000 do print('x') end"),
        ("javascript", "for (;;) { console.log('x'.repeat(1000)); await null; }"),
        ("javascript", "console.error('x'.repeat(50000));"),
    ],
)
def test_output_has_a_limit(session: Session, mode: ExecutionMode, engine: str, source: str) -> None:
    error = error_of(session, engine, source, mode=mode, output_bytes=5000, timeout_seconds=50)
    assert isinstance(error, LimitExceeded) and error.limit == "output_bytes"
    assert len(error.output or "") == 2000


@pytest.mark.parametrize("mode", list(ExecutionMode))
def test_values_have_a_limit(session: Session, mode: ExecutionMode) -> None:
    error = error_of(session, "lua", "return string.rep('x', 2e7)", mode=mode)
    assert isinstance(error, LimitExceeded) and error.limit == "value_bytes"
    source = "require('llmspell').memory.store('k', string.rep('x', 2e7))"
    error = error_of(session, "lua", source, mode=mode)
    assert isinstance(error, LimitExceeded) and error.limit == "value_bytes"


@pytest.mark.parametrize("mode", list(ExecutionMode))
def test_calls_under_way_have_a_limit(session: Session, mode: ExecutionMode) -> None:
    async def never(_: Any) -> None:
        await asyncio.Event().wait()

    session.script.register_handler("never", never)
    source = """
        import llmspell from "llmspell";
        await Promise.all(Array.from({ length: 1500 }, () => llmspell.script.callHandler("never", 1)));"""
    error = error_of(session, "javascript", source, mode=mode)
    assert isinstance(error, LimitExceeded) and error.limit == "calls"


def test_a_call_that_waits_counts_as_time(session: Session) -> None:
    async def never(_: Any) -> None:
        await asyncio.Event().wait()

    session.script.register_handler("never", never)
    source = "return require('llmspell').script.call_handler('never', 1)"
    for mode in ExecutionMode:
        error = error_of(session, "lua", source, timeout_seconds=0.7, mode=mode)
        assert isinstance(error, TimedOut)


@pytest.mark.parametrize(
    "source",
    [
        "import a" + " " * 400_000,
        "import {" + "{" * 400_000 + "} from 'llmspell';",
        "import * " * 100_000 + "from 'llmspell'",
        "/*" * 200_000,
        "'use strict' " * 40_000,
        "(" * 400_000,
        "`${" * 100_000,
    ],
)
def test_a_text_that_is_hard_to_read_is_read(session: Session, source: str) -> None:
    session.script.validate(Engine.JAVASCRIPT, source)
    session.script.validate(Engine.LUA, source)


def test_words_of_an_error_have_a_limit(session: Session) -> None:
    for mode in ExecutionMode:
        error = error_of(session, "lua", "error(string.rep('x', 100000))", mode=mode)
        assert isinstance(error, Failed) and len(error.reason) < 10_100
        assert error.reason.endswith("… (100000 characters)")


def test_a_process_that_dies_is_told_of(session: Session) -> None:
    def kill(_: Any) -> None:
        (child,) = children()
        os.kill(int(child), signal.SIGKILL)

    session.script.register_handler("kill", kill)
    error = error_of(session, "lua", "require('llmspell').script.call_handler('kill', 1)", name="victim")
    assert isinstance(error, SandboxKilled)
    assert str(error) == "the process of victim was stopped: it was ended by signal 9"


def test_where_no_process_can_be_started_the_way_out_is_named(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> str:
        raise NoInterpreter("no Python interpreter is found to run it; set LLMSPELL_PYTHON to one")

    monkeypatch.setattr(far_ends, "python_executable", none)
    monkeypatch.setattr(engines, "python_executable", none)
    error = error_of(session, "lua", "return 1")
    assert isinstance(error, SandboxUnavailable)
    assert "LLMSPELL_PYTHON" in str(error) and "mode 'direct'" in str(error)
    assert session.script.list_engines()[0].modes == [ExecutionMode.DIRECT]
    assert session.script.execute(Engine.LUA, "return 1", mode=ExecutionMode.DIRECT).value == 1


@pytest.mark.anyio
@pytest.mark.parametrize("mode", list(ExecutionMode))
@pytest.mark.parametrize(
    ("engine", "source"),
    [
        (Engine.LUA, "require('llmspell').script.call_handler('begun', 1) while true do end"),
        (
            Engine.JAVASCRIPT,
            "import l from 'llmspell'; await l.script.callHandler('begun', 1); for (;;) await null;",
        ),
    ],
)
async def test_cancelling_ends_the_script(mode: ExecutionMode, engine: Engine, source: str) -> None:
    async with AsyncSession(record_events=True) as session:
        begun = asyncio.Event()

        async def begin(_: Any) -> None:
            begun.set()

        await session.script.register_handler("begun", begin)
        running = asyncio.create_task(session.script.execute(engine, source, mode=mode))
        await asyncio.wait_for(begun.wait(), 60)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        assert children() == set()
        events = await session.core.acall("runtime.recorded_events", {})
        assert [event["type"] for event in events] == ["script.start", "script.error"]
        assert events[1]["data"]["error"]["code"] == "runtime.cancelled"


@pytest.mark.anyio
async def test_closing_the_session_ends_its_scripts() -> None:
    session = AsyncSession()
    begun = asyncio.Event()

    async def begin(_: Any) -> None:
        begun.set()

    await session.script.register_handler("begun", begin)
    source = "require('llmspell').script.call_handler('begun', 1) while true do end"
    running = asyncio.create_task(session.script.execute(Engine.LUA, source))
    await asyncio.wait_for(begun.wait(), 60)
    await session.aclose()
    with pytest.raises(BridgeError):
        await running
    assert children() == set()
