"""What a synchronous function costs from Lua in the host, beside the same call written by hand on lupa."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import llmspell
from bridge_runtime.hosts.lua import LuaHost
from lupa.lua54 import LuaRuntime  # type: ignore[import-untyped]

from benchmarks.measure import Row, compare_calls, row

CALLS = 20_000

_BY_HAND = "function(exists) return function(n) for i = 1, n do local found = exists{name = 'calculator'} end end end"
_SPELL = """
local tool = require("llmspell").tool
return {n = select("#", pcall(function() for i = 1, %d do local found = tool.exists("calculator") end end))}
"""


def rows() -> list[Row]:
    """One row: ``tool.exists`` from a script, against a hand-written function that calls the same service.

    The floor turns the table of arguments into a dict and calls the method; it checks nothing. The value does
    all that every call does: names, types, the session's state, errors as tables.
    """
    with llmspell.Session() as session, LuaHost(session) as host:
        service: Any = session.core.service("tool")

        def exists(arguments: Any) -> bool:
            found: bool = service.exists(**dict(arguments.items()))
            return found

        by_hand: Callable[[int], None] = LuaRuntime().eval(_BY_HAND)(exists)
        spell = _SPELL % CALLS
        value, floor = compare_calls(lambda: host.run(spell), lambda: by_hand(CALLS), calls=1)
    return [row("synchronous function from Lua", value / CALLS, floor / CALLS, 2.0)]
