"""Every example of script, as synchronous Python; prints one line of JSON for each."""

from __future__ import annotations

from typing import Any

import llmspell
from bridge_runtime.conformance.program import Example, Program

program = Program()


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
            example.result(session.script.call_handler("double", input={"value": 21}))


@program.example("script.call_handler", "fails")
def call_handler_fails(example: Example) -> None:
    """The handler's own error is the cause of this one."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def handler(input: Any) -> Any:
            example.called(input)
            raise RuntimeError("out of order")

        session.script.register_handler("broken", handler)
        with example.shown(session):
            example.result(session.script.call_handler("broken"))


@program.example("script.call_handler", "unknown")
def call_handler_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.script.call_handler("double", input=1))


if __name__ == "__main__":
    program.run()
