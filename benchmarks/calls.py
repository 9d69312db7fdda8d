"""What keeping results and sending calls together saves: a memoized call, and a batch of 100 on every surface."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any, ClassVar

import llmspell
from bridge_runtime import spec
from bridge_runtime.hosts.javascript import JavaScriptHost
from bridge_runtime.hosts.lua import LuaHost
from bridge_runtime.service import Service
from bridge_runtime.session import Session
from typing_extensions import TypedDict

from benchmarks.measure import Row, compare_calls, row
from benchmarks.native import run_c, run_lua

BATCHES, ROUNDS = 10, 5
"""Batches of 100 calls that are timed together, and how often."""

_LUA = """
local function measure(llmspell)
  local clock, found = os.clock, {}
  local works = {
    plain = {function(i) return llmspell.tool.exists("calculator") end,
             {["function"] = "tool.exists", arguments = {name = "calculator"}}},
    waiting = {function(i) return llmspell.tool.execute("calculator", {expression = "1"}) end,
               {["function"] = "tool.execute", arguments = {name = "calculator", arguments = {expression = "1"}}}},
  }
  for kind, work in pairs(works) do
    local one, calls = work[1], {}
    for i = 1, 100 do calls[i] = work[2] end
    local alone, together = math.huge, math.huge
    for round = 1, ROUNDS do
      local begun = clock()
      for i = 1, 100 * BATCHES do one(i) end
      alone = math.min(alone, (clock() - begun) / BATCHES)
      begun = clock()
      for i = 1, BATCHES do llmspell.session.batch(calls) end
      together = math.min(together, (clock() - begun) / BATCHES)
    end
    found[kind .. "_alone"], found[kind .. "_together"] = alone, together
  end
  return found
end
"""
_STOCK = """
local found = measure(require("llmspell"))
local parts = {}
for name, seconds in pairs(found) do parts[#parts + 1] = string.format('"%s": %.9f', name, seconds) end
print("{" .. table.concat(parts, ", ") .. "}")
"""
_JAVASCRIPT = """
import llmspell from "llmspell";
const works = {
  plain: [() => llmspell.tool.exists("calculator"), {function: "tool.exists", arguments: {name: "calculator"}}],
  waiting: [() => llmspell.tool.execute("calculator", {expression: "1"}),
            {function: "tool.execute", arguments: {name: "calculator", arguments: {expression: "1"}}}],
};
const found = {};
for (const [kind, [one, call]] of Object.entries(works)) {
  const calls = Array(100).fill(call);
  let alone = Infinity, together = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    let begun = Date.now();
    for (let i = 0; i < 100 * BATCHES; i++) await one();
    alone = Math.min(alone, (Date.now() - begun) / 1000 / BATCHES);
    begun = Date.now();
    for (let i = 0; i < BATCHES; i++) await llmspell.session.batch(calls);
    together = Math.min(together, (Date.now() - begun) / 1000 / BATCHES);
  }
  found[kind + "_alone"] = alone;
  found[kind + "_together"] = together;
}
export default found;
"""
_C = r"""
#define _POSIX_C_SOURCE 200809L
#include <llmspell.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}
static const char *const functions[2] = {"tool.exists", "tool.execute"};
static const char *const arguments[2] = {
    "{\"name\": \"calculator\"}", "{\"name\": \"calculator\", \"arguments\": {\"expression\": \"1\"}}"};
static char batch[20000];
int main(void)
{
    llmspell_session *session = NULL;
    double best[4] = {1e9, 1e9, 1e9, 1e9};
    if (llmspell_open(NULL, &session) != LLMSPELL_OK)
        return 1;
    for (int kind = 0; kind < 2; kind++) {
        strcpy(batch, "{\"calls\": [");
        for (int i = 0; i < 100; i++)
            sprintf(batch + strlen(batch), "%s{\"function\": \"%s\", \"arguments\": %s}", i ? "," : "", functions[kind],
                    arguments[kind]);
        strcat(batch, "]}");
        for (int round = 0; round < ROUNDS; round++)
            for (int together = 0; together < 2; together++) {
                double begun = now();
                for (int i = 0; i < (together ? BATCHES : 100 * BATCHES); i++) {
                    char *result = NULL;
                    const char *name = together ? "session.batch" : functions[kind];
                    if (llmspell_call(session, name, together ? batch : arguments[kind], &result) != LLMSPELL_OK)
                        return fprintf(stderr, "%s\n", llmspell_last_error(session)->message), 2;
                    llmspell_string_free(result);
                }
                double each = (now() - begun) / BATCHES;
                if (each < best[2 * kind + together])
                    best[2 * kind + together] = each;
            }
    }
    printf("{\"plain_alone\": %.9f, \"plain_together\": %.9f, \"waiting_alone\": %.9f, \"waiting_together\": %.9f}\n",
           best[0], best[1], best[2], best[3]);
    return llmspell_close(session) != LLMSPELL_OK;
}
"""


def rows() -> list[Row]:
    """A memoized call beside a look-up in a dictionary; then 100 calls at once beside 100 calls, per surface.

    ``tool.exists`` is a plain call that never waits, ``tool.execute`` one that may: alone, it goes to the session's
    event loop and back each time. Budgets: a batch is to be cheaper where calls may wait; where they do not, and cost
    a microsecond each, what carries them costs more than they do.
    """
    found = [*_memoized()]
    measured: dict[str, Callable[[], dict[str, float]]] = {
        "Python": _python,
        "Lua in the host": _lua_host,
        "Lua 5.4": lambda: run_lua(_with_sizes(_LUA + _STOCK), "lua5.4", "5.4"),
        "LuaJIT": lambda: run_lua(_with_sizes(_LUA + _STOCK), "luajit", "5.1"),
        "JavaScript": _javascript,
        "C, generic": lambda: run_c(_C, "batch", flags=(f"-DROUNDS={ROUNDS}", f"-DBATCHES={BATCHES}")),
    }
    for surface, measure in measured.items():
        times = measure()
        for kind, budget in (("plain", 8.0), ("waiting", 1.0)):
            name = f"batch of 100, to 100 {kind} calls: {surface}"
            found.append(row(name, times[f"{kind}_together"], times[f"{kind}_alone"], budget))
    return found


def _with_sizes(source: str) -> str:
    return source.replace("BATCHES", str(BATCHES)).replace("ROUNDS", str(ROUNDS))


def _lua_host() -> dict[str, float]:
    with llmspell.Session() as session, LuaHost(session) as host:
        found: dict[str, float] = host.run(_with_sizes(_LUA) + "return measure(require('llmspell'))")
        return found


def _javascript() -> dict[str, float]:
    with llmspell.Session() as session:
        found: dict[str, float] = JavaScriptHost(session.core).run(_with_sizes(_JAVASCRIPT))
        return found


def _python() -> dict[str, float]:
    found: dict[str, float] = {}
    with llmspell.Session() as session:
        works: dict[str, tuple[Callable[[], object], Any]] = {
            "plain": (
                lambda: session.tool.exists("calculator"),
                {"function": "tool.exists", "arguments": {"name": "calculator"}},
            ),
            "waiting": (
                lambda: session.tool.execute("calculator", {"expression": "1"}),
                {
                    "function": "tool.execute",
                    "arguments": {"name": "calculator", "arguments": {"expression": "1"}},
                },
            ),
        }
        for kind, (one, call) in works.items():
            calls = [call] * 100
            alone = together = float("inf")
            for _ in range(ROUNDS):
                begun = time.perf_counter()
                for _ in range(100 * BATCHES):
                    one()
                alone = min(alone, (time.perf_counter() - begun) / BATCHES)
                begun = time.perf_counter()
                for _ in range(BATCHES):
                    session.session.batch(calls)
                together = min(together, (time.perf_counter() - begun) / BATCHES)
            found |= {f"{kind}_alone": alone, f"{kind}_together": together}
    return found


# --- kept results


class FindArguments(TypedDict):
    name: str
    kind: str


class Shelf(Service):
    """Looks things up in a dictionary."""

    KNOWN: ClassVar = {("bolt", "part"): 3}

    def find(self, name: str, kind: str) -> int:
        return self.KNOWN[name, kind]


def _memoized() -> list[Row]:
    parameters = (spec.Parameter("name"), spec.Parameter("kind"))
    find = spec.Function("shelf.find", FindArguments, parameters, result=int)
    given = {"name": "bolt", "kind": "part"}
    sessions = []
    for function in (replace(find, memoize=spec.Memoize(60.0, 128, "lru")), find):
        bridge = spec.Bridge("shelf", functions={"find": function})
        sessions.append(Session(spec.Interface("bench", "1", {"shelf": bridge}), services={"shelf": Shelf}))
    kept, asked = sessions
    try:
        value, same = compare_calls(
            lambda: kept.call_json("shelf.find", given),
            lambda: asked.call_json("shelf.find", given),
            calls=20_000,
        )
        known = Shelf.KNOWN
        _, bare = compare_calls(lambda: None, lambda: known[given["name"], given["kind"]], calls=20_000)
    finally:
        for session in sessions:
            session.close()
    return [
        row("memoized call, to the same call that looks into a dictionary", value, same, 3.0),
        row("memoized call, to a bare look-up in a dictionary", value, bare, 40.0),
    ]
