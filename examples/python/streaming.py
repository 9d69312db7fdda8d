"""An answer piece by piece, in an asynchronous program; a second agent answers at the same time.

Run it:  python examples/python/streaming.py
"""

from __future__ import annotations

import asyncio

import llmspell
from llmspell.agent import AsyncAgent
from llmspell.provider import ScriptStep, Type


async def tell(agent: AsyncAgent, question: str) -> str:
    """Ask, and gather the answer as it comes; leaving the block early would cancel the run."""
    pieces = []
    async with agent.stream(question) as chunks:
        async for chunk in chunks:
            if chunk.text:
                pieces.append(chunk.text)
    return " | ".join(pieces)


async def main() -> None:
    async with llmspell.AsyncSession() as session:
        for name, words in (("north", ["It ", "is ", "cold."]), ("south", ["It ", "is ", "warm."])):
            await session.provider.create(name=name, type=Type.SCRIPTED, script=[ScriptStep(chunks=words)])
        north = await session.agent.create(name="amundsen", provider="north")
        south = await session.agent.create(name="cook", provider="south")
        for answer in await asyncio.gather(tell(north, "How is it?"), tell(south, "And there?")):
            print(answer)


if __name__ == "__main__":
    asyncio.run(main())
