"""Handlers: functions that a session knows by name."""

from __future__ import annotations

from typing import Any

import pytest
from bridge_runtime.errors import InvalidArgument
from llmspell import AsyncSession, Session
from llmspell.script.errors import HandlerExists, HandlerFailed, HandlerNotFound
from llmspell.tool.errors import NotFound


def test_a_handler_is_called_by_its_name() -> None:
    with Session() as session:
        session.script.register_handler(
            "double", lambda value: {"value": value["value"] * 2}, "Twice its input."
        )
        assert session.script.call_handler("double", {"value": 21}) == {"value": 42}
        (info,) = session.script.list_handlers()
        assert (info.name, info.description) == ("double", "Twice its input.")


def test_an_asynchronous_handler_is_awaited() -> None:
    async def greet(name: Any) -> str:
        return f"Hello {name}."

    with Session() as session:
        session.script.register_handler("greet", greet)
        assert session.script.call_handler("greet", "Ada") == "Hello Ada."
        assert session.script.call_handler("greet", None) == "Hello None."


def test_the_error_of_a_handler_is_the_cause() -> None:
    def broken(_: Any) -> None:
        raise NotFound(tool="hammer")

    with Session() as session:
        session.script.register_handler("broken", broken)
        with pytest.raises(HandlerFailed, match="no tool 'hammer'") as caught:
            session.script.call_handler("broken", 1)
        assert isinstance(caught.value.cause, NotFound)
        session.script.unregister_handler("broken")
        session.script.register_handler("broken", lambda _: 1 / 0)
        with pytest.raises(HandlerFailed, match="handler 'broken' failed: division by zero"):
            session.script.call_handler("broken", 1)


def test_names_are_held_to_their_rules() -> None:
    with Session() as session:
        session.script.register_handler("one", lambda value: value)
        with pytest.raises(HandlerExists):
            session.script.register_handler("one", lambda value: value)
        with pytest.raises(InvalidArgument):
            session.script.register_handler("", lambda value: value)
        session.script.unregister_handler("one")
        with pytest.raises(HandlerNotFound):
            session.script.unregister_handler("one")
        with pytest.raises(HandlerNotFound):
            session.script.call_handler("one", 1)
        assert session.script.list_handlers() == []


def test_a_child_session_has_handlers_of_its_own() -> None:
    with Session() as session:
        session.script.register_handler("one", lambda value: value)
        with session.session.open() as child:
            assert child.script.list_handlers() == []


@pytest.mark.anyio
async def test_handlers_of_an_asynchronous_session() -> None:
    async with AsyncSession() as session:
        await session.script.register_handler("double", lambda value: value * 2)
        assert await session.script.call_handler("double", 21) == 42
