"""Whether a text is a script of its language: read by the engine itself, and not run."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bridge_runtime.hosts.ecmascript import with_imports

_MEMORY_BYTES: Final = 256 * 1024 * 1024
_UNRUN: Final = "throw 0;"
"""In front of a module: it is read to its end, and ends before its first statement."""


@dataclass(frozen=True, slots=True)
class Issue:
    """What is wrong with a text, and where; 0 is unknown."""

    message: str
    line: int = 0
    column: int = 0

    def excerpt(self, source: str) -> str | None:
        """The faulty line, with a caret under the column when that is known; None for an unknown line."""
        lines = source.splitlines()
        if not 1 <= self.line <= len(lines):
            return None
        line = lines[self.line - 1]
        if not 1 <= self.column <= len(line) + 1 or len(line) > 200:
            return line[:200]
        indent = "".join(character if character == "\t" else " " for character in line[: self.column - 1])
        return f"{line}\n{indent}^"


def find_issue(engine: str, source: str) -> Issue | None:
    """The first thing that is wrong with ``source``; None when it can be read."""
    if "\0" in source:
        return Issue(
            "the text holds a null character; a script is text", source.count("\n", 0, source.index("\0")) + 1
        )
    return {"lua": _lua, "javascript": _javascript, "expr": _expression}[engine](source)


def lua_text(source: str) -> str:
    """``source`` without the line that tells a shell who runs it."""
    return f"--{source}" if source.startswith("#") else source


def javascript_text(source: str) -> str:
    """``source`` without the line that tells a shell who runs it."""
    return f"//{source}" if source.startswith("#!") else source


_LUA_PLACE = re.compile(r"script:(\d+): (.*)", re.DOTALL)


def _lua(source: str) -> Issue | None:
    from bridge_runtime.hosts.lupa_engine import LuaError, LuaMemoryError, LuaRuntime

    lua = LuaRuntime(register_eval=False, register_builtins=False, max_memory=_MEMORY_BYTES)
    try:
        read = lua.eval("function(text) local chunk, problem = load(text, '@script', 't') return problem end")
        problem = read(lua_text(source))
    except LuaMemoryError:
        problem = "it needs too much memory to be read"
    except LuaError as error:
        problem = str(error)
    if problem is None:
        return None
    found = _LUA_PLACE.match(str(problem))
    return Issue(str(problem)) if found is None else Issue(found[2], int(found[1]))


_JAVASCRIPT_PLACE = re.compile(r"at (?:\S+ \()?<input>:(\d+):(\d+)")


def _javascript(source: str) -> Issue | None:
    import quickjs  # type: ignore[import-untyped]

    context = quickjs.Context()
    context.set_memory_limit(_MEMORY_BYTES)
    try:
        context.module(_UNRUN + with_imports(javascript_text(source), lambda module: None))
    except quickjs.JSException as error:
        return _javascript_issue(str(error))
    return None


def _javascript_issue(text: str) -> Issue:
    message, _, stack = text.partition("\n")
    if "could not load module" in message:
        return Issue("imports stand at the head of a script, before any other statement")
    if message in ("null", "undefined") or "out of memory" in message:
        return Issue("it needs too much memory to be read")
    found = _JAVASCRIPT_PLACE.search(stack)
    message = message.removeprefix("SyntaxError: ")
    if found is None:
        return Issue(message)
    line, column = int(found[1]), int(found[2])
    return Issue(message, line, column - len(_UNRUN) if line == 1 else column)


def _expression(source: str) -> Issue | None:
    from llmspell_runtime.expressions import InvalidExpression, compile_expression

    try:
        compile_expression(source)
    except InvalidExpression as error:
        return Issue(error.reason, error.line, error.column)
    return None
