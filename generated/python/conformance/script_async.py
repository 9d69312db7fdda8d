"""Every example of script, as asynchronous Python; prints one line of JSON for each."""

from __future__ import annotations

from typing import Any

import llmspell
from bridge_runtime.conformance.program import Example, Program

program = Program()


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
            example.result(await session.script.call_handler("double", input={"value": 21}))


@program.example("script.call_handler", "fails")
async def call_handler_fails(example: Example) -> None:
    """The handler's own error is the cause of this one."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def handler(input: Any) -> Any:
            example.called(input)
            raise RuntimeError("out of order")

        await session.script.register_handler("broken", handler)
        with example.shown(session):
            example.result(await session.script.call_handler("broken"))


@program.example("script.call_handler", "unknown")
async def call_handler_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.script.call_handler("double", input=1))


if __name__ == "__main__":
    program.run()
