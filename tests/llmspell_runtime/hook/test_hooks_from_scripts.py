"""Handlers written in Lua and JavaScript: what they see, and that they do not call themselves without end."""

from __future__ import annotations

from typing import Any

import pytest
from bridge_runtime.hosts.javascript import JavaScriptHost
from bridge_runtime.hosts.lua import LuaHost
from bridge_runtime.session import Session
from llmspell._interface import INTERFACE

LUA = """
local llmspell = require("llmspell")
local seen = {}
llmspell.hook.register{ point = "tool_call", type = "around", handler = function(call)
  seen[#seen + 1] = call.phase .. " " .. call.payload.tool
  if call.phase == "before" then
    llmspell.tool.execute("calculator", { expression = "0" })
    return { context = { began = 1 } }
  end
  return { result = { call.result.result, call.context.began } }
end }
local value = llmspell.tool.execute("calculator", { expression = "6 * 7" }).value
return { seen = seen, value = value }
"""

JAVASCRIPT = """
import llmspell from "llmspell";
const seen = [];
await llmspell.hook.register({ point: "tool_call", type: "around", handler: async (call) => {
  seen.push(`${call.phase} ${call.payload.tool}`);
  if (call.phase === "before") {
    await null;
    return { context: { began: 1 } };
  }
  return { result: [call.result.result, call.context.began] };
} });
const { value } = await llmspell.tool.execute("calculator", { expression: "6 * 7" });
export default { seen, value };
"""

ENDLESS = """
import llmspell from "llmspell";
let calls = 0;
await llmspell.hook.register({ point: "tool_call", type: "pre", name: "again", handler: async () => {
  calls += 1;
  await llmspell.tool.execute("calculator", { expression: "0" });
} });
let code = "";
try {
  await llmspell.tool.execute("calculator", { expression: "1" });
} catch (error) {
  code = error.code;
}
export default { calls, code };
"""


def run(script: str) -> Any:
    session = Session(INTERFACE)
    try:
        if script is LUA:
            return LuaHost(session).run(script)
        return JavaScriptHost(session).run(script)
    finally:
        session.close()


@pytest.mark.parametrize("script", [LUA, JAVASCRIPT], ids=["lua", "javascript"])
def test_a_script_stands_around_a_tool(script: str) -> None:
    assert run(script) == {"seen": ["before calculator", "after calculator"], "value": [42, 1]}


def test_a_promise_that_hides_who_calls_ends_at_the_limit() -> None:
    found = run(ENDLESS)
    assert found == {"calls": 256, "code": "hook.nested_too_deep"}
