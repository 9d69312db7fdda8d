"""Programs that try calls with whatever arguments, one program per surface; each prints what came of every call.

A line of output is ``[index, code]``: the error's code, or null where the call returned.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bridge_runtime import spec
from bridgegen.targets.lua.literals import literal as lua
from bridgegen.targets.lua.literals import text as lua_text


@dataclass(frozen=True, slots=True)
class Attempt:
    """One call to try; ``arguments`` are by name, and may be anything."""

    function: spec.Function
    arguments: Mapping[str, Any]

    @property
    def in_order(self) -> list[tuple[bool, Any]]:
        """The declared parameters in their order, each with whether it is given; those after the last given are left out."""
        found = [(p.name in self.arguments, self.arguments.get(p.name)) for p in self.function.parameters]
        while found and not found[-1][0]:
            found.pop()
        return found


PERMISSIONS: dict[str, Any] = {"llm": True, "fs.read": ["."], "fs.write": ["."]}
FURNITURE: Sequence[tuple[str, dict[str, Any]]] = (
    (
        "provider.create",
        {"config": {"type": "scripted", "name": "script", "model": "m", "script": [{"text": "Hi."}] * 2}},
    ),
    ("agent.create", {"config": {"name": "helper", "provider": "script", "tools": ["calculator"]}}),
    ("session.open", {}),
    ("memory.store", {"key": "key", "value": [1]}),
)
"""Calls that put something into each session, so that a handle or a name may be right."""


def python(attempts: Sequence[Attempt], *, asynchronous: bool) -> str:
    """A program for the typed facades; records that arguments form are passed as dicts, a spread one by its fields."""
    lines = [_PYTHON_ASYNC if asynchronous else _PYTHON_SYNC]
    lines += [
        f"attempt({index}, {a.function.name!r}, {bool(a.function.streams)}, {_python_arguments(a)!r})"
        for index, a in enumerate(attempts)
    ]
    return "\n".join(lines) + "\n"


def _python_arguments(attempt: Attempt) -> dict[str, Any]:
    given: dict[str, Any] = {}
    for parameter in attempt.function.parameters:
        if parameter.name not in attempt.arguments:
            continue
        value = attempt.arguments[parameter.name]
        if parameter.spread and isinstance(value, dict):
            given |= {name: item for name, item in value.items() if name.isidentifier()}
        else:
            given[parameter.python or parameter.name] = value
    return given


_PYTHON_SYNC = f"""
import json, llmspell
from llmspell import BridgeError

def attempt(index, name, streams, arguments):
    code = None
    with llmspell.Session(permissions={PERMISSIONS!r}) as session:
        try:
            for function, given in {list(FURNITURE)!r}:
                session.core.call_json(function, given)
            bridge, _, function = name.partition(".")
            result = getattr(getattr(session, bridge), function)(**arguments)
            if streams:
                with result:
                    list(result)
        except BridgeError as error:
            code = error.code
        except TypeError as error:  # what Python says of an argument that a function does not have, or lacks
            if "argument" not in str(error):
                raise
            code = "python.arguments"
        session.core.close(quietly=True)
    print(json.dumps([index, code]))
"""
_PYTHON_ASYNC = f"""
import asyncio, inspect, json, llmspell
from llmspell import BridgeError

async def work(name, streams, arguments):
    code = None
    async with llmspell.AsyncSession(permissions={PERMISSIONS!r}) as session:
        try:
            for function, given in {list(FURNITURE)!r}:
                await session.core.acall_json(function, given)
            bridge, _, function = name.partition(".")
            result = getattr(getattr(session, bridge), function)(**arguments)
            if inspect.isawaitable(result):
                result = await result
            if streams:
                async with result:
                    [item async for item in result]
        except BridgeError as error:
            code = error.code
        except TypeError as error:
            if "argument" not in str(error):
                raise
            code = "python.arguments"
        await session.core.aclose(quietly=True)
    return code

def attempt(index, *call):
    print(json.dumps([index, asyncio.run(work(*call))]))
"""


def lua_program(attempts: Sequence[Attempt]) -> str:
    """A program for every Lua engine; what is not given is nil, what is null is llmspell.null."""
    lines = [_LUA.replace("OPTIONS", lua({"permissions": PERMISSIONS}))]
    lines[0] = lines[0].replace("FURNISH", "\n    ".join(map(_lua_furnish, FURNITURE)))
    for index, attempt in enumerate(attempts):
        bridge, _, function = attempt.function.name.partition(".")
        given = ", ".join(lua(value) if is_given else "nil" for is_given, value in attempt.in_order)
        streams = "true" if attempt.function.streams else "false"
        lines.append(
            f"attempt({index}, {streams}, function(session) return session.{bridge}[{lua_text(function)}]({given}) end)"
        )
    return "\n".join(lines) + "\n"


def _lua_furnish(step: tuple[str, dict[str, Any]]) -> str:
    bridge, _, function = step[0].partition(".")
    given = ", ".join(lua(value) for value in step[1].values())
    return f"session.{bridge}.{function}({given})"


_LUA = """
local llmspell = require("llmspell")
local null, array, integer = llmspell.null, llmspell.array, llmspell.integer
local function attempt(index, streams, call)
  local session = llmspell.open(OPTIONS)
  local ok, problem = pcall(function()
    FURNISH
    local result = call(session)
    if streams then for _ in result do end end
  end)
  local code = "null"
  if not ok then
    if type(problem) ~= "table" or not problem.code then error(problem, 0) end
    code = '"' .. problem.code .. '"'
  end
  local closed, unfinished = pcall(session.close, session)
  if not closed and unfinished.code ~= "provider.script_unfinished" then error(unfinished, 0) end
  print("[" .. index .. ", " .. code .. "]")
end
"""


def javascript(attempts: Sequence[Attempt]) -> str:
    """A program for the JavaScript host; what is not given is undefined."""
    furnish = "\n    ".join(map(_javascript_furnish, FURNITURE))
    lines = [
        _JAVASCRIPT.replace("OPTIONS", json.dumps({"permissions": PERMISSIONS})).replace("FURNISH", furnish)
    ]
    for index, attempt in enumerate(attempts):
        given = ", ".join(
            f"JSON.parse({json.dumps(json.dumps(value))})" if is_given else "undefined"
            for is_given, value in attempt.in_order
        )
        streams = "true" if attempt.function.streams else "false"
        lines.append(
            f"await attempt({index}, {streams}, (session) => session.{_camel(attempt.function.name)}({given}));"
        )
    return "\n".join(lines) + "\n"


def _javascript_furnish(step: tuple[str, dict[str, Any]]) -> str:
    return f"await session.{_camel(step[0])}({', '.join(json.dumps(value) for value in step[1].values())});"


def _camel(name: str) -> str:
    bridge, _, function = name.partition(".")
    first, *rest = function.split("_")
    return f"{bridge}.{first}{''.join(word.capitalize() for word in rest)}"


_JAVASCRIPT = """
import { open } from "llmspell";
async function attempt(index, streams, call) {
  const session = await open(OPTIONS);
  let code = null;
  try {
    FURNISH
    if (streams) for await (const _ of call(session)) ;
    else await call(session);
  } catch (error) {
    if (typeof error.code !== "string") throw error;
    code = error.code;
  }
  try {
    await session.close();
  } catch (error) {
    if (error.code !== "provider.script_unfinished") throw error;
  }
  console.log(JSON.stringify([index, code]));
}
"""
