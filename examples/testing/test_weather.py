"""The same agent, tested in Python: pytest finds the fixtures in the plugin that llmspell brings.

Run it:  pytest examples/testing
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from llmspell import Session
    from llmspell_runtime.testing.pytest_doubles import Mocks


def test_asks_the_tool(
    llmspell_session: Session, llmspell_mocks: Mocks, assert_matches: Callable[..., None]
) -> None:
    weather = llmspell_mocks.tool("weather", {"temperature": 22}, description="The weather in a city.")
    model = llmspell_mocks.provider(
        {"tool_calls": [{"name": "weather", "arguments": {"city": "Oslo"}}]},
        "It is 22 degrees in Oslo.",
    )
    agent = llmspell_session.agent.create(name="helper", provider=model.name, tools=["weather"])
    assert_matches(
        agent.run("What's the weather in Oslo?"), {"$partial": {"text": {"$regex": r"\d+ degrees"}}}
    )
    weather.verify(times=1, called_with=[{"city": "Oslo"}])
    assert model.info.unused == []
