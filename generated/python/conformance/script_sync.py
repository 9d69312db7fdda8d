"""Every example of script, as synchronous Python; prints one line of JSON for each."""

from __future__ import annotations

from typing import Any

import llmspell
from bridge_runtime.conformance.program import Example, Program
from llmspell.script import Engine, ExecutionMode

program = Program()


@program.example("script.execute", "lua")
def execute_lua(example: Example) -> None:
    """A script that calls a function of the interface."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.script.execute(
                Engine.LUA,
                'local llmspell = require("llmspell")\nprint("multiplying " .. input.n)\nreturn { product = llmspell.tool.execute("calculator", { expression = input.n .. " * 2" }).value.result }\n',
                input={"n": 21},
                name="double.lua",
            )
        )


@program.example("script.execute", "javascript")
def execute_javascript(example: Example) -> None:
    """The default export is the result."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.script.execute(
                Engine.JAVASCRIPT,
                'import llmspell from "llmspell";\nconst { value } = await llmspell.tool.execute("calculator", { expression: `${input.n} * 2` });\nconsole.log("done");\nexport default { product: value.result };\n',
                input={"n": 21},
            )
        )


@program.example("script.execute", "expression")
def execute_expression(example: Example) -> None:
    """CEL, over the input and the variables."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.script.execute(
                Engine.EXPR,
                "input.items.filter(i, i.price < limit).map(i, i.name)",
                input={"items": [{"name": "ink", "price": 3}, {"name": "desk", "price": 90}]},
                variables={"limit": 10},
            )
        )


@program.example("script.execute", "trusted")
def execute_trusted(example: Example) -> None:
    """In this process, for a script that you trust."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.script.execute(
                Engine.LUA,
                'return { sum = a + b, nothing = require("llmspell").null }',
                mode=ExecutionMode.DIRECT,
                variables={"a": 1, "b": 2},
            )
        )


@program.example("script.execute", "calls_a_handler")
def execute_calls_a_handler(example: Example) -> None:
    """The script calls a function of the program that runs it."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(input: Any) -> Any:
            example.called(input)
            return {"temperature": 22}

        session.script.register_handler("weather", handler)
        with example.shown(session):
            example.result(
                session.script.execute(
                    Engine.LUA, 'return require("llmspell").script.call_handler("weather", { city = "Oslo" })'
                )
            )


@program.example("script.execute", "fewer_permissions")
def execute_fewer_permissions(example: Example) -> None:
    """In a session of its own that may do nothing."""
    with (
        llmspell.Session(permissions={"llm": True, "fs.read": ["."]}, record_events=True) as session,
        example.shown(session),
    ):
        example.result(
            session.script.execute(
                Engine.LUA,
                'return require("llmspell").session.get_info().permissions',
                permissions={},
                mode=ExecutionMode.DIRECT,
            )
        )


@program.example("script.execute", "more_permissions")
def execute_more_permissions(example: Example) -> None:
    """A script never has more than the session that runs it."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.script.execute(Engine.LUA, "return 1", permissions={"process": True}))


@program.example("script.execute", "script_in_a_script")
def execute_script_in_a_script(example: Example) -> None:
    """A script may run scripts."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.script.execute(
                Engine.LUA,
                'return require("llmspell").script.execute("expr", "6 * 7").value',
                mode=ExecutionMode.DIRECT,
            )
        )


@program.example("script.execute", "bad_syntax")
def execute_bad_syntax(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.script.execute(Engine.LUA, "local a = 1\nreturn a +", name="sum.lua"))


@program.example("script.execute", "fails")
def execute_fails(example: Example) -> None:
    """The error that the script did not catch is the cause."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.script.execute(
                Engine.LUA,
                "local llmspell = require('llmspell')\nreturn llmspell.tool.get('hammer')",
                mode=ExecutionMode.DIRECT,
            )
        )


@program.example("script.execute", "endless")
def execute_endless(example: Example) -> None:
    """A script that does not end is killed."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.script.execute(Engine.LUA, "while true do end", timeout_seconds=0.5))


@program.example("script.execute", "too_much_memory")
def execute_too_much_memory(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.script.execute(
                Engine.JAVASCRIPT,
                "const all = []; for (;;) all.push(new Array(100000).fill(1));",
                memory_bytes=16777216,
            )
        )


@program.example("script.execute", "too_much_output")
def execute_too_much_output(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.script.execute(Engine.LUA, 'for i = 1, 1000 do print("again") end', output_bytes=100)
        )


@program.example("script.execute", "bad_variable")
def execute_bad_variable(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.script.execute(Engine.LUA, "return 1", variables={"no name": 1}))


@program.example("script.execute_file", "lua")
def execute_file_lua(example: Example) -> None:
    with llmspell.Session(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        session.tool.execute("file_write", {"path": "double.lua", "text": "return input * 2\n"})
        with example.shown(session):
            example.result(session.script.execute_file("double.lua", input=21, mode=ExecutionMode.DIRECT))


@program.example("script.execute_file", "engine_given")
def execute_file_engine_given(example: Example) -> None:
    """A file of another name."""
    with llmspell.Session(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        session.tool.execute("file_write", {"path": "rule.txt", "text": "input > 20"})
        with example.shown(session):
            example.result(session.script.execute_file("rule.txt", engine=Engine.EXPR, input=21))


@program.example("script.execute_file", "forbidden")
def execute_file_forbidden(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.script.execute_file("/etc/passwd", engine=Engine.LUA))


@program.example("script.execute_file", "missing")
def execute_file_missing(example: Example) -> None:
    with (
        llmspell.Session(permissions={"llm": True, "fs.read": ["."]}, record_events=True) as session,
        example.shown(session),
    ):
        example.result(session.script.execute_file("missing.lua"))


@program.example("script.execute_file", "unknown_suffix")
def execute_file_unknown_suffix(example: Example) -> None:
    with (
        llmspell.Session(permissions={"llm": True, "fs.read": ["."]}, record_events=True) as session,
        example.shown(session),
    ):
        example.result(session.script.execute_file("notes.txt"))


@program.example("script.validate", "lua")
def validate_lua(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.script.validate(Engine.LUA, "return 1 + 1"))


@program.example("script.validate", "lua_mistake")
def validate_lua_mistake(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.script.validate(Engine.LUA, "local a = 1\nlocal b = = 2"))


@program.example("script.validate", "javascript_mistake")
def validate_javascript_mistake(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.script.validate(Engine.JAVASCRIPT, "const a = 1;\nconst b = ;"))


@program.example("script.validate", "expression")
def validate_expression(example: Example) -> None:
    """The variables that it will need."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.script.validate(Engine.EXPR, "items.all(i, i.price < limit)"))


@program.example("script.validate", "expression_mistake")
def validate_expression_mistake(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.script.validate(Engine.EXPR, "price <"))


@program.example("script.list_engines", "all")
def list_engines_all(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.script.list_engines())


@program.example("script.register_handler", "double")
def register_handler_double(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(input: Any) -> Any:
            example.called(input)
            return 42

        with example.shown(session):
            session.script.register_handler("double", handler, description="Twice its input.")


@program.example("script.register_handler", "twice")
def register_handler_twice(example: Example) -> None:
    """A name is registered once."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(input: Any) -> Any:
            example.called(input)
            return 42

        session.script.register_handler("double", handler)

        def handler_(input: Any) -> Any:
            example.called(input)
            return 42

        with example.shown(session):
            session.script.register_handler("double", handler_)


@program.example("script.unregister_handler", "registered")
def unregister_handler_registered(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(input: Any) -> Any:
            example.called(input)
            return 42

        session.script.register_handler("double", handler)
        with example.shown(session):
            session.script.unregister_handler("double")


@program.example("script.unregister_handler", "unknown")
def unregister_handler_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.script.unregister_handler("double")


@program.example("script.list_handlers", "two")
def list_handlers_two(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(input: Any) -> Any:
            example.called(input)
            return "A"

        session.script.register_handler("upper", handler)

        def handler_(input: Any) -> Any:
            example.called(input)
            return 42

        session.script.register_handler("double", handler_, description="Twice its input.")
        with example.shown(session):
            example.result(session.script.list_handlers())


@program.example("script.list_handlers", "none")
def list_handlers_none(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.script.list_handlers())


@program.example("script.call_handler", "double")
def call_handler_double(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(input: Any) -> Any:
            example.called(input)
            return {"value": 42, "parts": [21, 21], "rest": None}

        session.script.register_handler("double", handler)
        with example.shown(session):
            example.result(session.script.call_handler("double", {"value": 21}))


@program.example("script.call_handler", "fails")
def call_handler_fails(example: Example) -> None:
    """The handler's own error is the cause of this one."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(input: Any) -> Any:
            example.called(input)
            raise RuntimeError("out of order")

        session.script.register_handler("broken", handler)
        with example.shown(session):
            example.result(session.script.call_handler("broken", None))


@program.example("script.call_handler", "unknown")
def call_handler_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.script.call_handler("double", 1))


if __name__ == "__main__":
    program.run()
