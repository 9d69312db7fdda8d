"""An agent with a tool of this program's own. The scripted provider stands in for a model: no key, no network.

Run it:  python examples/python/agent_with_tool.py
"""

from __future__ import annotations

from typing import Any

import llmspell
from llmspell.provider import ScriptedToolCall, ScriptStep, Type

SCRIPT = [
    ScriptStep(tool_calls=[ScriptedToolCall(name="weather", arguments={"city": "Oslo"})]),
    ScriptStep(text="It is 22 degrees in Oslo."),
]


def weather(arguments: dict[str, Any]) -> dict[str, Any]:
    """What the tool does; the model's arguments come checked against the schema below."""
    return {"city": arguments["city"], "temperature": 22}


def main() -> None:
    with llmspell.Session() as session:
        session.tool.register(
            name="weather",
            description="The weather in a city.",
            parameters={"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
            handler=weather,
        )
        session.provider.create(type=Type.SCRIPTED, script=SCRIPT)
        with session.agent.create(name="helper", provider="scripted", tools=["weather"]) as agent:
            result = agent.run("How is the weather in Oslo?")
            print(result.text)
            print(f"{len(result.tool_calls)} tool call, {result.steps} steps, {agent.get_state().value}")


if __name__ == "__main__":
    main()
