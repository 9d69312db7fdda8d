"""Scripts through a session: values, calls, functions of scripts, errors; in both modes and all engines."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bridge_runtime.errors import BridgeError, PermissionDenied
from bridge_runtime.values import canonical_json
from hypothesis import given, settings
from hypothesis import strategies as st
from llmspell import AsyncSession, Session
from llmspell.script.errors import (
    Failed,
    FileFailed,
    HandlerFailed,
    InvalidVariable,
    LimitExceeded,
    SyntaxError,
    UnknownSuffix,
)
from llmspell.script.types import Engine, ExecutionMode
from llmspell.session.errors import PermissionExceeded
from llmspell.tool.errors import NotFound

MODES = [ExecutionMode.DIRECT, ExecutionMode.SANDBOXED]
both_modes = pytest.mark.parametrize("mode", MODES)


@pytest.fixture
def session() -> Iterator[Session]:
    with Session(record_events=True) as session:
        yield session


def lua(session: Session, source: str, **options: Any) -> Any:
    return session.script.execute(
        Engine.LUA, f'local llmspell = require("llmspell")\n{source}', **options
    ).value


def javascript(session: Session, source: str, **options: Any) -> Any:
    source = f'import llmspell from "llmspell";\n{source}'
    return session.script.execute(Engine.JAVASCRIPT, source, **options).value


# --- values

SMALL = st.integers(-(2**53) + 1, 2**53 - 1)
JSON = st.recursive(
    st.none() | st.booleans() | SMALL | st.floats(-(2.0**53), 2.0**53) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=15,
)


@settings(max_examples=40, deadline=None)
@given(JSON)
def test_values_go_in_and_come_out_as_they_are(value: Any) -> None:
    with Session() as session:
        for engine, source in (
            ("lua", "return input"),
            ("javascript", "export default input"),
            ("expr", "input"),
        ):
            found = session.script.execute(Engine(engine), source, input=value, mode=ExecutionMode.DIRECT)
            assert canonical_json(found.value) == canonical_json(value), engine


def test_large_values_and_all_integers_pass_both_ways(session: Session) -> None:
    value = {"numbers": list(range(5000)), "text": "ä" * 100_000, "edge": [2**63 - 1, -(2**63)], "none": None}
    for mode in MODES:
        assert lua(session, "return input", input=value, mode=mode) == value
    del value["edge"]
    assert javascript(session, "export default input", input=value) == value


@both_modes
def test_variables_are_globals_of_the_script(session: Session, mode: ExecutionMode) -> None:
    variables = {"a": 1, "b": {"c": [None, 2]}}
    assert lua(session, "return { a, b.c[2], input == nil }", variables=variables, mode=mode) == [1, 2, True]
    assert javascript(session, "export default [a, b.c, typeof input]", variables=variables, mode=mode) == [
        1,
        [None, 2],
        "undefined",
    ]


@pytest.mark.parametrize("name", ["no name", "1st", "", "a.b", "ä"])
def test_what_is_no_name_is_refused(session: Session, name: str) -> None:
    with pytest.raises(InvalidVariable):
        lua(session, "return 1", variables={name: 1})


def test_input_is_given_once(session: Session) -> None:
    with pytest.raises(InvalidVariable, match="given as `input` too"):
        session.script.execute(Engine.EXPR, "input", input=1, variables={"input": 2})
    assert session.script.execute(Engine.EXPR, "input", variables={"input": 2}).value == 2


@both_modes
def test_output_is_collected_in_order(session: Session, mode: ExecutionMode) -> None:
    source = "for i = 1, 3 do print(i, 'x') end io.write('end')"
    assert session.script.execute(Engine.LUA, source, mode=mode).output == "1\tx\n2\tx\n3\tx\nend"
    found = session.script.execute(Engine.JAVASCRIPT, "console.log('a', 1); console.error('b')", mode=mode)
    assert (found.output, found.value) == ("a 1\nb\n", None)


# --- calls


@both_modes
def test_a_script_calls_functions_of_the_program(session: Session, mode: ExecutionMode) -> None:
    threads = set()

    def weather(arguments: dict[str, Any]) -> dict[str, Any]:
        threads.add(threading.current_thread())
        return {"temperature": 22, "city": arguments["city"]}

    session.tool.register(name="weather", description="It.", handler=weather)
    source = 'return llmspell.tool.execute("weather", { city = "Oslo" }).value'
    assert lua(session, source, mode=mode) == {"temperature": 22, "city": "Oslo"}
    source = 'export default (await llmspell.tool.execute("weather", { city: "Rome" })).value;'
    assert javascript(session, source, mode=mode) == {"temperature": 22, "city": "Rome"}
    assert threads == {threading.current_thread()}  # where the program waits, as for every other call


@both_modes
def test_functions_of_a_script_are_called_while_it_runs(session: Session, mode: ExecutionMode) -> None:
    source = """
        llmspell.script.register_handler("double", function(value) return value * 2 end)
        llmspell.tool.register{ name = "twice", description = "It.", handler = function(given)
            return llmspell.script.call_handler("double", given.value)
        end }
        return llmspell.tool.execute("twice", { value = 21 }).value"""
    assert lua(session, source, mode=mode) == 42
    source = """
        await llmspell.script.registerHandler("double", (value) => value * 2);
        await llmspell.script.registerHandler("twice", async (value) => await llmspell.script.callHandler("double", value));
        export default await llmspell.script.callHandler("twice", 21);"""
    assert javascript(session, source, mode=mode) == 42
    assert session.script.list_handlers() == []


@both_modes
def test_functions_of_a_script_end_with_it(session: Session, mode: ExecutionMode) -> None:
    source = """
        llmspell.script.register_handler("gone", function(value) return value end)
        llmspell.tool.register{ name = "left", description = "It.", handler = function() return 1 end }"""
    lua(session, source, mode=mode)
    session.script.register_handler("gone", lambda value: "mine")
    assert session.script.call_handler("gone", 1) == "mine"
    with pytest.raises(BridgeError, match="released"):
        session.tool.execute("left", {})


@both_modes
def test_events_reach_a_script_before_its_call_returns(session: Session, mode: ExecutionMode) -> None:
    source = """
        local heard = {}
        llmspell.event.subscribe("news.*", function(event) heard[#heard + 1] = event.type end)
        for i = 1, 3 do llmspell.event.emit("news.n" .. i, {}) end
        return heard"""
    assert lua(session, source, mode=mode) == ["news.n1", "news.n2", "news.n3"]


@both_modes
def test_an_event_in_a_handler_of_an_event_does_not_hold_the_script_up(
    session: Session, mode: ExecutionMode
) -> None:
    source = """
        local heard = 0
        llmspell.event.subscribe("news.*", function(event)
            heard = heard + 1
            if heard < 3 then llmspell.event.emit("news.more", {}) end
        end)
        llmspell.event.emit("news.first", {})
        return heard"""
    assert lua(session, source, mode=mode) == 3


@both_modes
def test_a_script_may_open_sessions_and_use_their_resources(session: Session, mode: ExecutionMode) -> None:
    source = """
        local child <close> = llmspell.session.open{ permissions = {} }
        child.memory.store("key", "value")
        local inner = child.session.open{}
        inner.script.register_handler("h", function(value) return value + 1 end)
        return { child.memory.retrieve("key"), inner.script.call_handler("h", 1), tostring(llmspell.memory.retrieve("key")) }"""
    with pytest.raises(Failed) as caught:
        lua(session, source, mode=mode)
    assert caught.value.cause is not None and caught.value.cause.code == "memory.not_found"
    source = source.replace(', tostring(llmspell.memory.retrieve("key"))', "")
    assert lua(session, source, mode=mode) == ["value", 2]
    assert session.session.get_info().children == 0


@both_modes
def test_streams_are_read_and_left(session: Session, mode: ExecutionMode) -> None:
    session.provider.create(name="p", type="scripted", script=[{"text": "one two three four"}] * 4)
    source = """
        local agent = llmspell.agent.create{ name = "a", provider = "p" }
        local texts = {}
        for chunk in agent:stream("Hi") do texts[#texts + 1] = chunk.text or "" end
        for chunk in agent:stream("Again") do break end
        return table.concat(texts)"""
    assert "one two three four" in lua(session, source, mode=mode)
    source = """
        const agent = await llmspell.agent.create({ name: "b", provider: "p" });
        let text = "";
        for await (const chunk of agent.stream("Hi")) text += chunk.text ?? "";
        for await (const chunk of agent.stream("Again")) break;
        export default text;"""
    assert "one two three four" in javascript(session, source, mode=mode)


@both_modes
def test_several_calls_at_once(session: Session, mode: ExecutionMode) -> None:
    together = threading.Barrier(2, timeout=20)

    async def meet(_: dict[str, Any]) -> int:
        await asyncio.to_thread(together.wait)
        return 1

    session.tool.register(name="meet", description="It.", handler=meet)
    source = """
        local function call() return llmspell.tool.execute("meet", {}).value end
        local found = llmspell.all{ a = call, b = call }
        return found.a + found.b"""
    assert lua(session, source, mode=mode) == 2
    source = """
        const call = () => llmspell.tool.execute("meet", {});
        const found = await Promise.all([call(), call()]);
        export default found[0].value + found[1].value;"""
    assert javascript(session, source, mode=mode) == 2


@both_modes
def test_a_script_runs_scripts(session: Session, mode: ExecutionMode) -> None:
    source = f"""
        local found = llmspell.script.execute("javascript", "export default input + 1", {{ input = 41, mode = "{mode}" }})
        return {{ found.value, llmspell.script.execute("expr", "a * 2", {{ variables = {{ a = 4 }} }}).value }}"""
    assert lua(session, source, mode=mode) == [42, 8]


def test_scripts_within_scripts_have_a_limit(session: Session) -> None:
    source = """
        local text = 'return require("llmspell").script.execute("lua", input, { input = input, mode = "direct" }).value'
        return llmspell.script.execute("lua", text, { input = text, mode = "direct" }).value"""
    with pytest.raises(Failed) as caught:
        lua(session, source, mode=ExecutionMode.DIRECT)
    link: BridgeError = caught.value
    while link.cause is not None:
        link = link.cause
    assert isinstance(link, LimitExceeded) and link.limit == "concurrent"
    assert lua(session, "return 1", mode=ExecutionMode.DIRECT) == 1


# --- permissions


@both_modes
def test_a_script_acts_within_its_session(session: Session, mode: ExecutionMode, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    read = f'return llmspell.tool.execute("file_read", {{ path = "{tmp_path}/secret.txt" }}).value.text'
    with pytest.raises(Failed) as caught:
        lua(session, read, mode=mode)
    assert isinstance(caught.value.cause, PermissionDenied)
    assert caught.value.error_code == "runtime.permission_denied"
    with Session(permissions={"fs.read": [str(tmp_path)]}) as reader:
        assert lua(reader, read, mode=mode) == "secret"
        with pytest.raises(Failed, match="permission"):
            lua(reader, read, mode=mode, permissions={})
        with pytest.raises(PermissionExceeded):
            lua(reader, read, mode=mode, permissions={"fs.read": ["/"]})
        assert reader.session.get_info().children == 0


def test_a_script_with_permissions_of_its_own_shares_nothing(session: Session) -> None:
    session.memory.store("key", "outer")
    assert (
        lua(session, 'llmspell.memory.store("key", "inner")', permissions={"llm": True}, mode="direct")
        is None
    )
    assert session.memory.retrieve("key") == "outer"


def test_what_a_script_can_reach_of_the_process_is_nothing(session: Session) -> None:
    source = "return { tostring(os.getenv), tostring(os.execute), tostring(io.open), tostring(debug), tostring(package) }"
    assert lua(session, source) == ["nil"] * 5
    assert (
        javascript(session, "export default [typeof process, typeof require, typeof fetch, typeof std]")
        == ["undefined"] * 4
    )


# --- errors


@both_modes
def test_the_error_of_a_call_is_the_cause(session: Session, mode: ExecutionMode) -> None:
    with pytest.raises(Failed) as caught:
        lua(session, 'print("before")\nllmspell.tool.get("hammer")', mode=mode, name="spell.lua")
    error = caught.value
    assert isinstance(error.cause, NotFound) and error.cause.fields == {"tool": "hammer"}
    assert (error.error_code, error.line, error.output) == ("tool.not_found", 3, "before\n")
    assert error.reason == "no tool 'hammer'; register it with tool.register, or see tool.list"
    assert error.trace_id == error.cause.trace_id
    with pytest.raises(Failed) as caught:
        javascript(session, 'console.log("before");\nawait llmspell.tool.get("hammer");', mode=mode)
    assert isinstance(caught.value.cause, NotFound)
    assert (caught.value.line, caught.value.output) == (3, "before\n")


@both_modes
def test_the_chain_of_causes_is_kept(session: Session, mode: ExecutionMode) -> None:
    def broken(_: Any) -> None:
        raise NotFound(tool="hammer")

    session.script.register_handler("broken", broken)
    with pytest.raises(Failed) as caught:
        lua(session, 'llmspell.script.call_handler("broken", 1)', mode=mode)
    assert isinstance(caught.value.cause, HandlerFailed)
    assert isinstance(caught.value.cause.cause, NotFound)


@both_modes
def test_errors_of_a_script_itself_have_words_and_a_place(session: Session, mode: ExecutionMode) -> None:
    def failure(engine: Engine, source: str) -> Failed:
        with pytest.raises(Failed) as caught:
            session.script.execute(engine, source, mode=mode, name="a spell.lua")
        return caught.value

    error = failure(Engine.LUA, "local function f() error('boom') end\nf()")
    assert (error.reason, error.line, error.error_code, error.cause) == ("boom", 1, None, None)
    assert "a spell.lua:2: in main chunk" in (error.stack or "")
    error = failure(Engine.LUA, "local a = nil\n\nreturn a.b")
    assert (error.reason, error.line) == ("attempt to index a nil value (local 'a')", 3)
    assert failure(Engine.LUA, "error{ message = 'mine' }").reason == "mine"
    error = failure(Engine.LUA, "error{ code = 'my.error', message = 'mine', fields = { a = 1 } }")
    assert (error.error_code, error.reason) == ("my.error", "mine")
    assert error.cause is not None and error.cause.fields == {"a": 1}
    error = failure(Engine.JAVASCRIPT, "const f = () => {\n  throw new Error('boom');\n};\nf();")
    assert (error.reason, error.line, error.error_code) == ("Error: boom", 2, None)
    assert "a spell.lua:4" in (error.stack or "")


@both_modes
def test_the_error_of_a_scripts_function_reaches_its_caller(session: Session, mode: ExecutionMode) -> None:
    source = """
        llmspell.script.register_handler("h", function() error({ code = "tool.not_found", message = "none", fields = { tool = "x" } }) end)
        local ok, problem = pcall(llmspell.script.call_handler, "h", 1)
        return { problem.code, problem.cause.code, problem.cause.fields.tool }"""
    assert lua(session, source, mode=mode) == ["script.handler_failed", "tool.not_found", "x"]


@both_modes
@pytest.mark.parametrize(
    ("engine", "source"),
    [
        (Engine.LUA, "return function() end"),
        (Engine.LUA, "local t = {} t.t = t return t"),
        (Engine.LUA, "return 0/0"),
        (Engine.LUA, "return '\\xff'"),
        (Engine.LUA, "return { 1, nil, 3, a = 1 }"),
        (Engine.JAVASCRIPT, "export default () => 1"),
        (Engine.JAVASCRIPT, "export default NaN"),
        (Engine.JAVASCRIPT, "const a = []; a.push(a); export default a"),
    ],
)
def test_what_is_not_json_is_no_result(
    session: Session, mode: ExecutionMode, engine: Engine, source: str
) -> None:
    with pytest.raises(Failed):
        session.script.execute(engine, source, mode=mode)


@pytest.mark.parametrize(
    ("engine", "source", "line", "column", "reason"),
    [
        (Engine.LUA, "local a = 1\nreturn a +", 2, None, "unexpected symbol near <eof>"),
        (Engine.LUA, "#!/usr/bin/lua\nreturn return", 2, None, "unexpected symbol near 'return'"),
        (Engine.LUA, "goto nowhere", 1, None, "no visible label 'nowhere' for <goto> at line 1"),
        (Engine.JAVASCRIPT, "const a = ;", 1, 11, "unexpected token in expression: ';'"),
        (Engine.JAVASCRIPT, "let a = 1;\nlet a = 2;", 2, 7, "invalid redefinition of global identifier"),
        (Engine.EXPR, "a +", 1, 4, "the expression ends too early"),
        (Engine.LUA, "return 1\0", 1, None, "the text holds a null character; a script is text"),
    ],
)
def test_mistakes_of_syntax_have_their_place(
    session: Session, engine: Engine, source: str, line: int, column: int | None, reason: str
) -> None:
    found = session.script.validate(engine, source)
    assert not found.valid
    (issue,) = found.issues
    assert (issue.message, issue.line, issue.column) == (reason, line, column)
    for mode in MODES:
        with pytest.raises(SyntaxError) as caught:
            session.script.execute(engine, source, mode=mode, name="spell")
        error = caught.value
        assert (error.script, error.reason, error.line, error.column) == ("spell", reason, line, column)


def test_validation_runs_nothing(session: Session) -> None:
    assert session.script.validate(Engine.LUA, "while true do end").valid
    assert session.script.validate(Engine.JAVASCRIPT, "import l from 'llmspell'; for (;;) {}").valid
    assert session.script.validate(Engine.JAVASCRIPT, "#!/usr/bin/env node\nawait 1; export default 2;").valid
    found = session.script.validate(Engine.EXPR, "xs.all(x, x > low)")
    assert found.valid and found.names == ["low", "xs"]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(list(Engine)), st.text(max_size=40))
def test_any_text_is_a_script_or_has_an_issue(engine: Engine, source: str) -> None:
    with Session() as session:
        found = session.script.validate(engine, source)
        assert found.valid == (not found.issues)


# --- files and engines


def test_files_run_by_their_suffix_or_by_what_is_said(tmp_path: Path) -> None:
    (tmp_path / "double.lua").write_text("#!/usr/bin/lua\nreturn input * 2")
    (tmp_path / "double.mjs").write_text("#!/usr/bin/env node\nexport default input * 2")
    (tmp_path / "rule").write_text("input * 2")
    (tmp_path / "bytes.lua").write_bytes(b"return '\xff'")
    (tmp_path / "wrong.lua").write_text("return return")
    with Session(permissions={"fs.read": [str(tmp_path)]}) as session:
        run = session.script.execute_file
        for name in ("double.lua", "double.mjs"):
            assert run(str(tmp_path / name), input=21, mode=ExecutionMode.DIRECT).value == 42
        assert run(str(tmp_path / "rule"), engine=Engine.EXPR, input=21).value == 42
        with pytest.raises(UnknownSuffix, match="engine"):
            run(str(tmp_path / "rule"))
        with pytest.raises(FileFailed, match="no such file"):
            run(str(tmp_path / "missing.lua"))
        with pytest.raises(FileFailed, match="UTF-8"):
            run(str(tmp_path / "bytes.lua"))
        with pytest.raises(SyntaxError, match=r"wrong\.lua"):
            run(str(tmp_path / "wrong.lua"))
        with pytest.raises(PermissionDenied):
            run("/etc/passwd", engine=Engine.LUA)


def test_engines_say_what_they_are(session: Session) -> None:
    found = {info.engine: info for info in session.script.list_engines()}
    assert set(found) == set(Engine)
    for info in found.values():
        assert info.available and info.library_version and info.modes == MODES and not info.install
    assert found[Engine.LUA].language_version == "5.4"


def test_an_engine_that_is_missing_is_named_with_what_to_install(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    from llmspell.script.errors import EngineUnavailable
    from llmspell_runtime.script import engines

    real = engines.find_spec
    monkeypatch.setattr(engines, "find_spec", lambda name: None if name == "quickjs" else real(name))
    with pytest.raises(EngineUnavailable, match=r"pip install 'llmspell\[javascript\]'"):
        javascript(session, "export default 1")
    info = session.script.list_engines()[1]
    assert not info.available and info.modes == [] and "llmspell[javascript]" in (info.install or "")


# --- events, other surfaces


def test_events_tell_of_a_script(session: Session) -> None:
    lua(session, "return 1", name="good", mode=ExecutionMode.DIRECT)
    with pytest.raises(Failed):
        lua(session, "error('no')", name="bad", mode=ExecutionMode.DIRECT)
    recorded = session.core.call("runtime.recorded_events", {})
    told = [(event["type"], event["data"]["script"]) for event in recorded]
    assert told == [
        ("script.start", "good"),
        ("script.complete", "good"),
        ("script.start", "bad"),
        ("script.error", "bad"),
    ]


@pytest.mark.anyio
@both_modes
async def test_scripts_of_an_asynchronous_session(mode: ExecutionMode) -> None:
    async with AsyncSession() as session:

        async def slow(value: Any) -> Any:
            await asyncio.sleep(0)
            return value + 1

        await session.script.register_handler("plus", slow)
        source = 'return require("llmspell").script.call_handler("plus", input)'
        found = await asyncio.gather(
            *(session.script.execute(Engine.LUA, source, input=number, mode=mode) for number in range(4))
        )
        assert [result.value for result in found] == [1, 2, 3, 4]
        source = """import l from "llmspell";
            await l.script.registerHandler("own", async (value) => (await l.script.callHandler("plus", value)) * 2);
            export default await l.script.callHandler("own", input);"""
        assert (await session.script.execute(Engine.JAVASCRIPT, source, input=20, mode=mode)).value == 42


def test_a_host_of_its_own_runs_scripts_of_both_languages(session: Session) -> None:
    from bridge_runtime.hosts.javascript import JavaScriptHost
    from bridge_runtime.hosts.lua import LuaHost

    with LuaHost(session) as host:
        for mode in MODES:
            source = f"""
                local llmspell = require("llmspell")
                llmspell.script.register_handler("outer_{mode}", function(value) return value + 1 end)
                local text = 'return require("llmspell").script.call_handler("outer_{mode}", 41)'
                return llmspell.script.execute("lua", text, {{ mode = "{mode}" }}).value"""
            assert host.run(source) == 42
    for mode in MODES:
        source = f"""
            import llmspell from "llmspell";
            await llmspell.script.registerHandler("inner_{mode}", async (value) => value + 1);
            const text = 'return require("llmspell").script.call_handler("inner_{mode}", 41)';
            export default (await llmspell.script.execute("lua", text, {{ mode: "{mode}" }})).value;"""
        assert JavaScriptHost(session.core).run(source) == 42


@both_modes
def test_a_subscription_of_a_script_that_has_ended_harms_nobody(
    session: Session, mode: ExecutionMode
) -> None:
    lua(session, 'llmspell.event.subscribe("x.*", function() end)', mode=mode)
    session.event.emit("x.y", {})
    assert lua(session, 'llmspell.event.emit("x.y", {}) return 1', mode=mode) == 1
