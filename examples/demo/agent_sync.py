"""The demo's agent in Python: agent_sync.py PROVIDER [MODEL]"""

import sys
from typing import Any

from llmspell import Session
from llmspell.provider import ScriptedToolCall, ScriptStep, Type

calls = 0


def weather(arguments: dict[str, Any]) -> dict[str, Any]:
    """The tool's handler: arguments in, result out."""
    global calls
    calls += 1
    return {"city": arguments["city"], "temperature": 22}


def main(provider: str = "scripted", model: str | None = None) -> None:
    with Session(permissions={"llm": True, "env": ["OPENAI_API_KEY", "OLLAMA_HOST"]}) as session:
        if provider == "scripted":
            session.provider.create(
                name="scripted",
                type=Type.SCRIPTED,
                script=[
                    ScriptStep(tool_calls=[ScriptedToolCall(name="weather", arguments={"city": "Oslo"})]),
                    ScriptStep(text="It is 22 degrees in Oslo."),
                ],
            )
        session.tool.register(
            name="weather",
            description="The weather in a city.",
            parameters={"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
            handler=weather,
        )
        agent = session.agent.create(name="helper", provider=provider, model=model, tools=["weather"])
        answer = agent.run("What's the weather in Oslo?")
        print(calls, answer.text, sep="\t")


main(*sys.argv[1:])
