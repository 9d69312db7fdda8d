"""The demo's agent in asynchronous Python: agent_async.py PROVIDER [MODEL]"""

import asyncio
import sys
from typing import Any

from llmspell import AsyncSession
from llmspell.provider import ScriptedToolCall, ScriptStep, Type

calls = 0


async def weather(arguments: dict[str, Any]) -> dict[str, Any]:
    """The tool's handler: arguments in, result out."""
    global calls
    calls += 1
    return {"city": arguments["city"], "temperature": 22}


async def main(provider: str = "scripted", model: str | None = None) -> None:
    async with AsyncSession(permissions={"llm": True, "env": ["OPENAI_API_KEY", "OLLAMA_HOST"]}) as session:
        if provider == "scripted":
            await session.provider.create(
                name="scripted",
                type=Type.SCRIPTED,
                script=[
                    ScriptStep(tool_calls=[ScriptedToolCall(name="weather", arguments={"city": "Oslo"})]),
                    ScriptStep(text="It is 22 degrees in Oslo."),
                ],
            )
        await session.tool.register(
            name="weather",
            description="The weather in a city.",
            parameters={"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
            handler=weather,
        )
        agent = await session.agent.create(name="helper", provider=provider, model=model, tools=["weather"])
        answer = await agent.run("What's the weather in Oslo?")
        print(calls, answer.text, sep="\t")


asyncio.run(main(*sys.argv[1:]))
