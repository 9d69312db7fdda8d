"""The Lua host: results, errors, modules, output; and that scripts reach nothing of Python."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import llmspell
import pytest
from bridge_runtime.errors import BridgeError, CallbackFailed, InvalidArgument, PermissionDenied
from bridge_runtime.hosts.lua import LuaHost
from bridge_runtime.session import Session
from llmspell._interface import INTERFACE


@pytest.fixture
def session() -> Iterator[Session]:
    session = Session(INTERFACE)
    yield session
    session.close()


@pytest.fixture
def run(session: Session) -> Iterator[Callable[..., Any]]:
    with LuaHost(session) as host:
        yield host.run


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", None),
        ("return nil", None),
        ("return 1, 2", 1),
        ("return 1.5", 1.5),
        ("return 9223372036854775807", 2**63 - 1),
        ("return 'Ærø'", "Ærø"),
        (
            "return {1, {}, {a = {}}, require('llmspell').null, require('llmspell').array{}}",
            [1, {}, {"a": {}}, None, []],
        ),
        ("local big = {} for i = 1, 30000 do big[i] = i end return big", list(range(1, 30001))),
        ("return require('llmspell').session.open{}", "session_1"),
    ],
)
def test_result_is_json(run: Callable[..., Any], source: str, expected: Any) -> None:
    assert run(source) == expected


def test_result_that_is_no_json_names_its_place(run: Callable[..., Any]) -> None:
    with pytest.raises(BridgeError, match=r"a\[2\] is a function"):
        run("return {a = {1, print}}")


def test_syntax_error_names_the_line(run: Callable[..., Any]) -> None:
    with pytest.raises(InvalidArgument, match=r"spell\.lua:2: .*near 'nope'"):
        run("local x = 1\nx nope", name="spell.lua")


def test_error_of_lua_names_the_line_and_keeps_the_stack(run: Callable[..., Any]) -> None:
    with pytest.raises(CallbackFailed, match=r"spell\.lua:2: attempt to index a nil value") as caught:
        run("local function deep(x)\n  return x.y.z\nend\nlocal r = deep({}) return r", name="spell.lua")
    assert "spell.lua:4: in main chunk" in caught.value.fields["traceback"]
    assert "environment.lua" not in caught.value.fields["traceback"]


def test_error_of_a_call_keeps_its_class_and_the_place(run: Callable[..., Any]) -> None:
    from llmspell.agent.errors import NotFound

    with pytest.raises(NotFound, match=r"^spell\.lua:1: no agent 'nobody'") as caught:
        run("require('llmspell').agent.get_state('nobody')", name="spell.lua")
    assert caught.value.fields == {"handle": "nobody"} or caught.value.fields


@pytest.mark.parametrize(
    "raised", ["nil", "false", "12", "{}", "{code = 1}", "setmetatable({}, {__tostring = error})"]
)
def test_whatever_is_raised_becomes_an_error(run: Callable[..., Any], raised: str) -> None:
    with pytest.raises(CallbackFailed):
        run(f"error({raised})")


def test_facade_sessions_are_taken_too() -> None:
    with llmspell.Session() as session, LuaHost(session) as host:
        assert host.run("return require('llmspell').agent.list()") == []


def test_output_goes_where_it_is_sent(session: Session) -> None:
    printed: list[str] = []
    with LuaHost(session, output=printed.append) as host:
        host.run("print('a', nil, 1.5) io.write('b', 2, '\\n') io.stdout:write('c') print('\\255')")
    assert "".join(printed) == "a\tnil\t1.5\nb2\nc?\n"


def test_interrupt_is_raised_though_lua_caught_it(session: Session) -> None:
    def interrupted(_: str) -> None:
        raise KeyboardInterrupt

    with LuaHost(session, output=interrupted) as host, pytest.raises(KeyboardInterrupt):
        host.run("while pcall(print, 'x') and pcall(require('llmspell').agent.list) do end")


def test_modules_of_the_script(session: Session, tmp_path: Path) -> None:
    (tmp_path / "helper.lua").write_text("return {twice = function(x) return 2 * x end}")
    (tmp_path / "broken.lua").write_text("return +")
    with LuaHost(session, path=[tmp_path]) as host:
        assert (
            host.run(
                "return require('helper').twice(4) + (require('helper') == require('helper') and 1 or 0)"
            )
            == 9
        )
        with pytest.raises(CallbackFailed, match=r"broken\.lua:1"):
            host.run("require('broken')")
        for name in ("../helper", "no.such", "", "llmspell.native"):
            with pytest.raises(CallbackFailed):
                host.run(f"require({name!r})")


def test_a_module_that_is_not_there_tells_no_place_of_the_machine(run: Callable[..., Any]) -> None:
    told = run("return select(2, pcall(require, 'os.path'))")
    assert "'os.path'" in told.replace('"', "'") and "SDK" in told and "/" not in told


def test_script_file(session: Session, tmp_path: Path) -> None:
    (tmp_path / "spell.lua").write_text("#!/usr/bin/env lua\nreturn 7")
    with LuaHost(session) as host:
        assert host.run_file(tmp_path / "spell.lua") == 7
        with pytest.raises(InvalidArgument, match="cannot be read"):
            host.run_file(tmp_path / "none.lua")


def test_further_sessions_need_an_opener(session: Session) -> None:
    source = "local s = require('llmspell').open{record_events = true} s.memory.store('k', 1) return s.memory.retrieve('k')"
    with LuaHost(session) as host, pytest.raises(PermissionDenied):
        host.run(source)
    opened: list[Session] = []

    def opener(options: Any) -> Session:
        opened.append(Session(INTERFACE, options))
        return opened[-1]

    with LuaHost(session, opener=opener) as host:
        assert host.run(source) == 1
        assert opened[0].options.record_events and not opened[0].closed
    assert opened[0].closed and not session.closed


def test_two_hosts_share_nothing_but_the_session(session: Session) -> None:
    with LuaHost(session) as one, LuaHost(session) as two:
        one.run("x = 1 string.x = 2 require('llmspell').memory.store('k', 'v')")
        assert two.run("return {x == nil, string.x == nil, require('llmspell').memory.retrieve('k')}") == [
            True,
            True,
            "v",
        ]


def test_handler_of_a_closed_host_is_gone(session: Session) -> None:
    with LuaHost(session) as host:
        host.run("require('llmspell').event.subscribe('x.*', function(event) end)")
        assert session.foreign
    assert not session.foreign


ATTACKS = {
    "no dangerous globals": """
        for _, name in ipairs{"dofile", "loadfile", "package", "debug", "python", "loadstring", "unpack", "newproxy"} do
          assert(_G[name] == nil, name)
        end
        assert(os.execute == nil and os.getenv == nil and os.exit == nil and os.remove == nil and os.tmpname == nil)
        assert(io.open == nil and io.popen == nil and io.lines == nil and io.read == nil)
    """,
    "no bytecode": """
        assert(string.dump == nil and (""):len() == 0 and ("").dump == nil)
        assert(load("\\27Lua") == nil)
        assert(load("\\27Lua", "x", "b") == nil)
        assert(load(function() return nil end) ~= nil)
    """,
    "load stays inside": """
        assert(load("return io.open")() == nil)
        assert(load("return _G")() == _G)
        local inside = {}
        assert(load("return _ENV", "x", "t", inside)() == inside)
    """,
    "no metatable of strings": """
        assert(getmetatable("") == false)
        assert(not pcall(function() getmetatable("").__index = nil end))
        string.len = nil
        assert(("x"):len() == 1)
    """,
    "no userdata anywhere": """
        local seen = {}
        local function walk(value, depth)
          assert(type(value) ~= "userdata", "userdata")
          if type(value) ~= "table" or seen[value] or depth > 12 then return end
          seen[value] = true
          for key, item in next, value do walk(key, depth + 1) walk(item, depth + 1) end
          local class = getmetatable(value)
          if type(class) == "table" then walk(class, depth + 1) end
        end
        local llmspell = require("llmspell")
        walk(_G, 0) walk(llmspell, 0) walk(llmspell.agent, 0) walk(require("bridge_runtime"), 0)
        for _, name in ipairs{"session", "errors", "types", "tasks", "streams", "values", "operations", "host_native"} do
          walk(require("bridge_runtime." .. name), 0)
        end
        walk(llmspell.session.open{}, 0)
    """,
    "errors hold no Python": """
        local llmspell = require("llmspell")
        local function check(ok, failure)
          assert(not ok and type(failure) ~= "userdata", tostring(failure))
        end
        check(pcall(llmspell.memory.store, "k", "\\255"))
        check(pcall(llmspell.memory.store, "\\255", 1))
        check(pcall(llmspell.call, "\\255", {}))
        check(pcall(llmspell.call, {}, {}))
        check(pcall(llmspell.call, "memory.store", {["\\255"] = 1}))
        check(pcall(llmspell.call, "memory.store", {[1] = 1}))
        check(pcall(llmspell.call, "memory.store", 5))
        check(pcall(require, "\\255"))
        check(pcall(llmspell.agent.run, "\\255", "x"))
    """,
    "forged handles and streams": """
        local llmspell = require("llmspell")
        assert(not pcall(llmspell.agent.run, setmetatable({id = "agent_1"}, {resource = "agent.Agent"}), "x"))
        assert(not pcall(llmspell.agent.run, "__class__", "x"))
        assert(not pcall(llmspell.call, "__init__.run", {}))
        assert(not pcall(llmspell.call, "agent.__class__", {}))
        assert(not pcall(llmspell.call, "runtime.__class__", {}))
    """,
    "the SDK does not stand on what a script changed": """
        local keep = {pcall = pcall, error = error, require = require, tostring = tostring}
        for name in next, _G do if name ~= "_G" then _G[name] = nil end end
        local llmspell = keep.require("llmspell")
        llmspell.memory.store("k", {1})
        if llmspell.memory.retrieve("k")[1] ~= 1 then keep.error("changed") end
    """,
    "deep recursion ends": """
        local deep = {}
        for _ = 1, 5000 do deep = {deep} end
        local ok, failure = pcall(require("llmspell").memory.store, "k", deep)
        assert(not ok and failure.message:find("nested deeper"), tostring(failure))
        local function forever() return 1 + forever() end
        assert(not pcall(forever))
    """,
}


def test_a_large_table_costs_no_more_by_the_value_than_a_small_one(run: Callable[..., Any]) -> None:
    source = """
    local memory = require("llmspell").memory
    local function cost(count)
      local items, best = {}, math.huge
      for i = 1, count do items[i] = "text" end
      for _ = 1, 5 do
        local begun = os.clock()
        for _ = 1, 10000 / count do memory.store("k", items) end
        best = math.min(best, os.clock() - begun)
      end
      return best
    end
    return cost(10000) / cost(100)
    """
    assert run(source) < 4  # it was 12 while each value crossed by itself


@pytest.mark.parametrize("name", ATTACKS)
def test_attack(run: Callable[..., Any], name: str) -> None:
    run(ATTACKS[name], name=name.replace(" ", "_"))


def test_attribute_access_from_lua_always_fails(session: Session) -> None:
    """The last line of defence: even with a Python object in its hands, Lua reads nothing from it."""
    host = LuaHost(session)
    for source in ("o.__class__", "o['__class__']", "o.anything"):
        read = host._lua.eval(f"function(o) return pcall(function() return {source} end) end")
        ok, *_ = read(session)
        assert ok is False
