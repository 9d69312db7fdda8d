"""Every example of tool, as synchronous Python; prints one line of JSON for each."""

from __future__ import annotations

from typing import Any

import llmspell
from bridge_runtime.conformance.program import Example, Program
from llmspell.tool import Category, ExecutionMode

program = Program()


@program.example("tool.register", "weather")
def register_weather(example: Example) -> None:
    """A tool with a handler of the program's own."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(arguments: dict[str, Any]) -> Any:
            example.called(arguments)
            return {"temperature": 22}

        with example.shown(session):
            session.tool.register(
                name="weather",
                description="Current weather of a city.",
                parameters={
                    "type": "object",
                    "properties": {"city": {"type": "string"}},
                    "required": ["city"],
                    "additionalProperties": False,
                },
                handler=handler,
            )


@program.example("tool.register", "twice")
def register_twice(example: Example) -> None:
    """A name is registered once."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(arguments: dict[str, Any]) -> Any:
            example.called(arguments)
            return None

        session.tool.register(name="weather", description="Current weather.", handler=handler)

        def handler_(arguments: dict[str, Any]) -> Any:
            example.called(arguments)
            return None

        with example.shown(session):
            session.tool.register(name="weather", description="Current weather.", handler=handler_)


@program.example("tool.register", "bad_schema")
def register_bad_schema(example: Example) -> None:
    """The parameters must be a JSON Schema."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(arguments: dict[str, Any]) -> Any:
            example.called(arguments)
            return None

        with example.shown(session):
            session.tool.register(
                name="weather", description="Current weather.", parameters={"type": "objekt"}, handler=handler
            )


@program.example("tool.unregister", "weather")
def unregister_weather(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(arguments: dict[str, Any]) -> Any:
            example.called(arguments)
            return None

        session.tool.register(name="weather", description="Current weather.", handler=handler)
        with example.shown(session):
            session.tool.unregister("weather")


@program.example("tool.unregister", "unknown")
def unregister_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.tool.unregister("no_such_tool")


@program.example("tool.execute", "calculator")
def execute_calculator(example: Example) -> None:
    """A built-in tool."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.tool.execute("calculator", {"expression": "2 * (3 + 4)"}))


@program.example("tool.execute", "own_handler")
def execute_own_handler(example: Example) -> None:
    """The handler gets the arguments, and its value comes back."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(arguments: dict[str, Any]) -> Any:
            example.called(arguments)
            return {"temperature": 22, "wind": [3, 5], "alert": None}

        session.tool.register(
            name="weather",
            description="Current weather of a city.",
            parameters={
                "type": "object",
                "properties": {"city": {"type": "string"}},
                "required": ["city"],
                "additionalProperties": False,
            },
            handler=handler,
        )
        with example.shown(session):
            example.result(session.tool.execute("weather", {"city": "Oslo"}))


@program.example("tool.execute", "sandboxed")
def execute_sandboxed(example: Example) -> None:
    """The same calculator, in a process of its own."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.tool.execute(
                "calculator",
                {"expression": "sqrt(2) ** 2 > 1.99"},
                mode=ExecutionMode.SANDBOXED,
                timeout_seconds=30.0,
            )
        )


@program.example("tool.execute", "started")
def execute_started(example: Example) -> None:
    """An asynchronous execution is under way when the call returns."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.tool.execute("calculator", {"expression": "1 + 1"}, mode=ExecutionMode.ASYNC))


@program.example("tool.execute", "file_read")
def execute_file_read(example: Example) -> None:
    """A file that was written before, under both permissions."""
    with llmspell.Session(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        session.tool.execute("file_write", {"path": "note.txt", "text": "Grüße\n"})
        with example.shown(session):
            example.result(session.tool.execute("file_read", {"path": "note.txt"}))


@program.example("tool.execute", "forbidden")
def execute_forbidden(example: Example) -> None:
    """A built-in tool acts only within the session's permissions."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.tool.execute("file_read", {"path": "/etc/passwd"}))


@program.example("tool.execute", "no_network")
def execute_no_network(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.tool.execute("http_request", {"url": "https://example.com/"}))


@program.example("tool.execute", "bad_arguments")
def execute_bad_arguments(example: Example) -> None:
    """Every fault is reported."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.tool.execute("calculator", {"expr": "1 + 1"}))


@program.example("tool.execute", "handler_fails")
def execute_handler_fails(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(arguments: dict[str, Any]) -> Any:
            example.called(arguments)
            raise RuntimeError("out of order")

        session.tool.register(name="broken", description="Always fails.", handler=handler)
        with example.shown(session):
            example.result(session.tool.execute("broken", {}))


@program.example("tool.execute", "handler_cannot_leave")
def execute_handler_cannot_leave(example: Example) -> None:
    """A handler of the program's own does not run in another process."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(arguments: dict[str, Any]) -> Any:
            example.called(arguments)
            return None

        session.tool.register(name="weather", description="Current weather.", handler=handler)
        with example.shown(session):
            example.result(session.tool.execute("weather", {}, mode=ExecutionMode.SANDBOXED))


@program.example("tool.execute", "divide_by_zero")
def execute_divide_by_zero(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.tool.execute("calculator", {"expression": "1 / 0"}))


@program.example("tool.execute", "unknown")
def execute_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.tool.execute("no_such_tool", {}))


@program.example("tool.wait", "calculator")
def wait_calculator(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        started = session.tool.execute("calculator", {"expression": "1 + 1"}, mode=ExecutionMode.ASYNC)
        with example.shown(session):
            example.result(session.tool.wait(started.execution))


@program.example("tool.wait", "failed")
def wait_failed(example: Example) -> None:
    """The error of the execution is the error of the wait."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        started = session.tool.execute("calculator", {"expression": "1 / 0"}, mode=ExecutionMode.ASYNC)
        with example.shown(session):
            example.result(session.tool.wait(started.execution))


@program.example("tool.wait", "unknown")
def wait_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.tool.wait("execution_9"))


@program.example("tool.discover", "by_category_and_text")
def discover_by_category_and_text(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(arguments: dict[str, Any]) -> Any:
            example.called(arguments)
            return None

        session.tool.register(
            name="rain_radar",
            description="Where it rains now.",
            category=Category.HTTP,
            tags=["weather"],
            handler=handler,
        )
        with example.shown(session):
            example.result(session.tool.discover(text="weather", category=Category.HTTP))


@program.example("tool.discover", "nothing")
def discover_nothing(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.tool.discover(text="no_such_word"))


@program.example("tool.list", "own")
def list_own(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(arguments: dict[str, Any]) -> Any:
            example.called(arguments)
            return None

        session.tool.register(
            name="weather", description="Current weather.", handler=handler, timeout_seconds=5.0
        )
        with example.shown(session):
            example.result(session.tool.list(category=Category.CUSTOM))


@program.example("tool.list", "none")
def list_none(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.tool.list(category=Category.AI))


@program.example("tool.get", "weather")
def get_weather(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(arguments: dict[str, Any]) -> Any:
            example.called(arguments)
            return None

        session.tool.register(
            name="weather",
            description="Current weather of a city.",
            parameters={
                "type": "object",
                "properties": {"city": {"type": "string"}},
                "required": ["city"],
                "additionalProperties": False,
            },
            handler=handler,
            tags=["city"],
        )
        with example.shown(session):
            example.result(session.tool.get("weather"))


@program.example("tool.get", "unknown")
def get_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.tool.get("no_such_tool"))


@program.example("tool.exists", "built_in")
def exists_built_in(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.tool.exists("calculator"))


@program.example("tool.exists", "unknown")
def exists_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.tool.exists("no_such_tool"))


@program.example("tool.validate", "good")
def validate_good(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.tool.validate("calculator", {"expression": "1 + 1"}))


@program.example("tool.validate", "bad")
def validate_bad(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(arguments: dict[str, Any]) -> Any:
            example.called(arguments)
            return None

        session.tool.register(
            name="weather",
            description="Current weather of a city.",
            parameters={
                "type": "object",
                "properties": {"city": {"type": "string"}},
                "required": ["city"],
                "additionalProperties": False,
            },
            handler=handler,
        )
        with example.shown(session):
            example.result(session.tool.validate("weather", {"city": 7}))


@program.example("tool.validate", "unknown")
def validate_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.tool.validate("no_such_tool", {}))


@program.example("tool.get_schema", "weather")
def get_schema_weather(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(arguments: dict[str, Any]) -> Any:
            example.called(arguments)
            return None

        session.tool.register(
            name="weather",
            description="Current weather of a city.",
            parameters={
                "type": "object",
                "properties": {"city": {"type": "string"}},
                "required": ["city"],
                "additionalProperties": False,
            },
            handler=handler,
        )
        with example.shown(session):
            example.result(session.tool.get_schema("weather"))


@program.example("tool.get_schema", "unknown")
def get_schema_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.tool.get_schema("no_such_tool"))


@program.example("tool.get_info", "fresh")
def get_info_fresh(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.tool.get_info("file_read"))


@program.example("tool.get_info", "used")
def get_info_used(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.tool.execute("calculator", {"expression": "1 + 1"})
        with example.shown(session):
            example.result(session.tool.get_info("calculator"))


@program.example("tool.get_info", "unknown")
def get_info_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.tool.get_info("no_such_tool"))


@program.example("tool.attach", "replaced")
def attach_replaced(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(arguments: dict[str, Any]) -> Any:
            example.called(arguments)
            return None

        session.tool.register(name="weather", description="Current weather.", handler=handler)

        def handler_(arguments: dict[str, Any]) -> Any:
            example.called(arguments)
            return {"temperature": 22}

        with example.shown(session):
            session.tool.attach("weather", handler_)


@program.example("tool.attach", "unknown")
def attach_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(arguments: dict[str, Any]) -> Any:
            example.called(arguments)
            return None

        with example.shown(session):
            session.tool.attach("no_such_tool", handler)


@program.example("tool.save", "one")
def save_one(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True, "fs.write": ["."]}, record_events=True) as session:

        def handler(arguments: dict[str, Any]) -> Any:
            example.called(arguments)
            return None

        session.tool.register(name="weather", description="Current weather.", handler=handler)
        with example.shown(session):
            example.result(session.tool.save("tools.json"))


@program.example("tool.save", "forbidden")
def save_forbidden(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.tool.save("tools.json"))


@program.example("tool.load", "saved")
def load_saved(example: Example) -> None:
    with llmspell.Session(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:

        def handler(arguments: dict[str, Any]) -> Any:
            example.called(arguments)
            return None

        session.tool.register(name="weather", description="Current weather.", handler=handler)
        session.tool.save("tools.json")
        session.tool.unregister("weather")
        with example.shown(session):
            example.result(session.tool.load("tools.json"))


@program.example("tool.load", "missing")
def load_missing(example: Example) -> None:
    with (
        llmspell.Session(permissions={"llm": True, "fs.read": ["."]}, record_events=True) as session,
        example.shown(session),
    ):
        example.result(session.tool.load("missing.json"))


@program.example("tool.load", "not_definitions")
def load_not_definitions(example: Example) -> None:
    with llmspell.Session(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        session.tool.execute("file_write", {"path": "tools.json", "text": "[]"})
        with example.shown(session):
            example.result(session.tool.load("tools.json"))


if __name__ == "__main__":
    program.run()
