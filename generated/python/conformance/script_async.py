"""Every example of script, as asynchronous Python; prints one line of JSON for each."""

from __future__ import annotations

from typing import Any

import llmspell
from bridge_runtime.conformance.program import Example, Program
from llmspell.script import Engine, ExecutionMode

program = Program()


@program.example("script.execute", "lua")
async def execute_lua(example: Example) -> None:
    """A script that calls a function of the interface."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.script.execute(
                    Engine.LUA,
                    'local llmspell = require("llmspell")\nprint("multiplying " .. input.n)\nreturn { product = llmspell.tool.execute("calculator", { expression = input.n .. " * 2" }).value.result }\n',
                    input={"n": 21},
                    name="double.lua",
                )
            )


@program.example("script.execute", "javascript")
async def execute_javascript(example: Example) -> None:
    """The default export is the result."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.script.execute(
                    Engine.JAVASCRIPT,
                    'import llmspell from "llmspell";\nconst { value } = await llmspell.tool.execute("calculator", { expression: `${input.n} * 2` });\nconsole.log("done");\nexport default { product: value.result };\n',
                    input={"n": 21},
                )
            )


@program.example("script.execute", "expression")
async def execute_expression(example: Example) -> None:
    """CEL, over the input and the variables."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.script.execute(
                    Engine.EXPR,
                    "input.items.filter(i, i.price < limit).map(i, i.name)",
                    input={"items": [{"name": "ink", "price": 3}, {"name": "desk", "price": 90}]},
                    variables={"limit": 10},
                )
            )


@program.example("script.execute", "trusted")
async def execute_trusted(example: Example) -> None:
    """In this process, for a script that you trust."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.script.execute(
                    Engine.LUA,
                    'return { sum = a + b, nothing = require("llmspell").null }',
                    mode=ExecutionMode.DIRECT,
                    variables={"a": 1, "b": 2},
                )
            )


@program.example("script.execute", "calls_a_handler")
async def execute_calls_a_handler(example: Example) -> None:
    """The script calls a function of the program that runs it."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(input: Any) -> Any:
            example.called(input)
            return {"temperature": 22}

        await session.script.register_handler("weather", handler)
        with example.shown(session):
            example.result(
                await session.script.execute(
                    Engine.LUA, 'return require("llmspell").script.call_handler("weather", { city = "Oslo" })'
                )
            )


@program.example("script.execute", "fewer_permissions")
async def execute_fewer_permissions(example: Example) -> None:
    """In a session of its own that may do nothing."""
    async with llmspell.AsyncSession(
        permissions={"llm": True, "fs.read": ["."]}, record_events=True
    ) as session:
        with example.shown(session):
            example.result(
                await session.script.execute(
                    Engine.LUA,
                    'return require("llmspell").session.get_info().permissions',
                    permissions={},
                    mode=ExecutionMode.DIRECT,
                )
            )


@program.example("script.execute", "more_permissions")
async def execute_more_permissions(example: Example) -> None:
    """A script never has more than the session that runs it."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.script.execute(Engine.LUA, "return 1", permissions={"process": True})
            )


@program.example("script.execute", "script_in_a_script")
async def execute_script_in_a_script(example: Example) -> None:
    """A script may run scripts."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.script.execute(
                    Engine.LUA,
                    'return require("llmspell").script.execute("expr", "6 * 7").value',
                    mode=ExecutionMode.DIRECT,
                )
            )


@program.example("script.execute", "bad_syntax")
async def execute_bad_syntax(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.script.execute(Engine.LUA, "local a = 1\nreturn a +", name="sum.lua")
            )


@program.example("script.execute", "fails")
async def execute_fails(example: Example) -> None:
    """The error that the script did not catch is the cause."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.script.execute(
                    Engine.LUA,
                    "local llmspell = require('llmspell')\nreturn llmspell.tool.get('hammer')",
                    mode=ExecutionMode.DIRECT,
                )
            )


@program.example("script.execute", "endless")
async def execute_endless(example: Example) -> None:
    """A script that does not end is killed."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.script.execute(Engine.LUA, "while true do end", timeout_seconds=0.5))


@program.example("script.execute", "too_much_memory")
async def execute_too_much_memory(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.script.execute(
                    Engine.JAVASCRIPT,
                    "const all = []; for (;;) all.push(new Array(100000).fill(1));",
                    memory_bytes=16777216,
                )
            )


@program.example("script.execute", "too_much_output")
async def execute_too_much_output(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.script.execute(
                    Engine.LUA, 'for i = 1, 1000 do print("again") end', output_bytes=100
                )
            )


@program.example("script.execute", "bad_variable")
async def execute_bad_variable(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.script.execute(Engine.LUA, "return 1", variables={"no name": 1}))


@program.example("script.execute_file", "lua")
async def execute_file_lua(example: Example) -> None:
    async with llmspell.AsyncSession(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        await session.tool.execute("file_write", {"path": "double.lua", "text": "return input * 2\n"})
        with example.shown(session):
            example.result(
                await session.script.execute_file("double.lua", input=21, mode=ExecutionMode.DIRECT)
            )


@program.example("script.execute_file", "engine_given")
async def execute_file_engine_given(example: Example) -> None:
    """A file of another name."""
    async with llmspell.AsyncSession(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        await session.tool.execute("file_write", {"path": "rule.txt", "text": "input > 20"})
        with example.shown(session):
            example.result(await session.script.execute_file("rule.txt", engine=Engine.EXPR, input=21))


@program.example("script.execute_file", "forbidden")
async def execute_file_forbidden(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.script.execute_file("/etc/passwd", engine=Engine.LUA))


@program.example("script.execute_file", "missing")
async def execute_file_missing(example: Example) -> None:
    async with llmspell.AsyncSession(
        permissions={"llm": True, "fs.read": ["."]}, record_events=True
    ) as session:
        with example.shown(session):
            example.result(await session.script.execute_file("missing.lua"))


@program.example("script.execute_file", "unknown_suffix")
async def execute_file_unknown_suffix(example: Example) -> None:
    async with llmspell.AsyncSession(
        permissions={"llm": True, "fs.read": ["."]}, record_events=True
    ) as session:
        with example.shown(session):
            example.result(await session.script.execute_file("notes.txt"))


@program.example("script.validate", "lua")
async def validate_lua(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.script.validate(Engine.LUA, "return 1 + 1"))


@program.example("script.validate", "lua_mistake")
async def validate_lua_mistake(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.script.validate(Engine.LUA, "local a = 1\nlocal b = = 2"))


@program.example("script.validate", "javascript_mistake")
async def validate_javascript_mistake(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.script.validate(Engine.JAVASCRIPT, "const a = 1;\nconst b = ;"))


@program.example("script.validate", "expression")
async def validate_expression(example: Example) -> None:
    """The variables that it will need."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.script.validate(Engine.EXPR, "items.all(i, i.price < limit)"))


@program.example("script.validate", "expression_mistake")
async def validate_expression_mistake(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.script.validate(Engine.EXPR, "price <"))


@program.example("script.list_engines", "all")
async def list_engines_all(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.script.list_engines())


@program.example("script.register_handler", "double")
async def register_handler_double(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(input: Any) -> Any:
            example.called(input)
            return 42

        with example.shown(session):
            await session.script.register_handler("double", handler, description="Twice its input.")


@program.example("script.register_handler", "twice")
async def register_handler_twice(example: Example) -> None:
    """A name is registered once."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(input: Any) -> Any:
            example.called(input)
            return 42

        await session.script.register_handler("double", handler)

        def handler_(input: Any) -> Any:
            example.called(input)
            return 42

        with example.shown(session):
            await session.script.register_handler("double", handler_)


@program.example("script.unregister_handler", "registered")
async def unregister_handler_registered(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(input: Any) -> Any:
            example.called(input)
            return 42

        await session.script.register_handler("double", handler)
        with example.shown(session):
            await session.script.unregister_handler("double")


@program.example("script.unregister_handler", "unknown")
async def unregister_handler_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.script.unregister_handler("double")


@program.example("script.list_handlers", "two")
async def list_handlers_two(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(input: Any) -> Any:
            example.called(input)
            return "A"

        await session.script.register_handler("upper", handler)

        def handler_(input: Any) -> Any:
            example.called(input)
            return 42

        await session.script.register_handler("double", handler_, description="Twice its input.")
        with example.shown(session):
            example.result(await session.script.list_handlers())


@program.example("script.list_handlers", "none")
async def list_handlers_none(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.script.list_handlers())


@program.example("script.call_handler", "double")
async def call_handler_double(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(input: Any) -> Any:
            example.called(input)
            return {"value": 42, "parts": [21, 21], "rest": None}

        await session.script.register_handler("double", handler)
        with example.shown(session):
            example.result(await session.script.call_handler("double", {"value": 21}))


@program.example("script.call_handler", "fails")
async def call_handler_fails(example: Example) -> None:
    """The handler's own error is the cause of this one."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(input: Any) -> Any:
            example.called(input)
            raise RuntimeError("out of order")

        await session.script.register_handler("broken", handler)
        with example.shown(session):
            example.result(await session.script.call_handler("broken", None))


@program.example("script.call_handler", "unknown")
async def call_handler_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.script.call_handler("double", 1))


if __name__ == "__main__":
    program.run()
