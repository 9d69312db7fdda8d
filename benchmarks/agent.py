"""What an agent costs beside the wire: the same round trips on raw httpx2, against the same server.

CPU seconds of this process; the server has its own. Every figure is the best of interleaved rounds.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from itertools import count
from typing import Any

import httpx2
import llmspell
from llmspell.provider import Type

from benchmarks.measure import Row, row
from benchmarks.model_server import CHUNKS, running

ROUNDS = 7
_QUESTION = "How is the weather in Oslo?"
_SCHEMA = {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}
_TOOL = {
    "type": "function",
    "function": {"name": "weather", "description": "The weather in a city.", "parameters": _SCHEMA},
}
Work = Callable[[], Awaitable[object]]


def rows() -> list[Row]:
    """Four rows: one run with two model calls and a tool, 50 of them at once, one streamed chunk, one agent."""
    with running() as url:
        return [*asyncio.run(_against(url)), _making()]


async def _against(url: str) -> list[Row]:
    limits = httpx2.Limits(max_connections=100, max_keepalive_connections=100)
    async with llmspell.AsyncSession() as session, httpx2.AsyncClient(limits=limits) as client:
        await session.tool.register(
            name="weather", description="The weather in a city.", parameters=_SCHEMA, handler=_weather
        )
        await session.provider.create(type=Type.LOCAL, name="main", base_url=url, model="m")
        agents = [
            await session.agent.create(name=f"agent{number}", provider="main", tools=["weather"])
            for number in range(50)
        ]

        async def run(agent: Any) -> None:
            assert (await agent.run(_QUESTION)).steps == 2
            await agent.reset()

        async def stream() -> None:
            found = 0
            async for chunk in agents[0].stream(_QUESTION):
                found += chunk.text is not None
            assert found == CHUNKS
            await agents[0].reset()

        one = await _compare(lambda: run(agents[0]), lambda: _round_trips(client, url), calls=50)
        many = await _compare(
            lambda: asyncio.gather(*(run(agent) for agent in agents)),
            lambda: asyncio.gather(*(_round_trips(client, url) for _ in agents)),
            calls=4,
        )
        chunk = await _compare(stream, lambda: _raw_stream(client, url), calls=2)
    return [
        row("one agent run, two model calls and a tool (floor: raw httpx2)", *one, 2.0),
        row("50 agent runs at once, per run (floor: raw httpx2)", many[0] / 50, many[1] / 50, 1 / 0.6),
        row("one streamed chunk (floor: raw httpx2)", chunk[0] / CHUNKS, chunk[1] / CHUNKS, 3.0),
    ]


def _making() -> Row:
    """Agents on a scripted provider: nothing is sent, so nothing but making them is timed."""
    best = float("inf")
    with llmspell.Session() as session:
        session.tool.register(name="weather", description="The weather.", handler=lambda arguments: None)
        session.provider.create(type=Type.SCRIPTED, name="main")
        for _ in range(ROUNDS):
            began = time.process_time()
            for number in range(500):
                session.agent.create(
                    name=f"agent{number}", provider="main", system_prompt="Be brief.", tools=["weather"]
                )
            best = min(best, (time.process_time() - began) / 500)
    return row("making an agent (floor: 50 µs)", best, 50e-6, 1.0)


async def _compare(value: Work, floor: Work, *, calls: int) -> tuple[float, float]:
    """CPU seconds per call of both, interleaved, the best of each."""
    best = [float("inf"), float("inf")]
    for round in count():
        for index, work in enumerate((value, floor)):
            began = time.process_time()
            for _ in range(calls):
                await work()
            if round:  # the first round opens connections and fills caches
                best[index] = min(best[index], (time.process_time() - began) / calls)
        if round == ROUNDS:
            break
    return best[0], best[1]


async def _weather(arguments: dict[str, Any]) -> dict[str, Any]:
    return {"temperature": 22}


async def _round_trips(client: httpx2.AsyncClient, url: str) -> str:
    """What a user without any framework writes: ask, run the tool, tell its result."""
    messages: list[dict[str, Any]] = [{"role": "user", "content": _QUESTION}]
    while True:
        body = {"model": "m", "messages": messages, "tools": [_TOOL]}
        response = await client.post(f"{url}/chat/completions", json=body)
        message = response.json()["choices"][0]["message"]
        if not message.get("tool_calls"):
            return str(message["content"])
        messages.append(message)
        for call in message["tool_calls"]:
            value = await _weather(json.loads(call["function"]["arguments"]))
            messages.append({"role": "tool", "tool_call_id": call["id"], "content": json.dumps(value)})


async def _raw_stream(client: httpx2.AsyncClient, url: str) -> None:
    body = {"model": "m", "messages": [{"role": "user", "content": _QUESTION}], "stream": True}
    found = 0
    async with client.stream("POST", f"{url}/chat/completions", json=body) as response:
        async for line in response.aiter_lines():
            if line.startswith("data: {"):
                choice = json.loads(line[6:])["choices"][0]
                found += "content" in choice["delta"]
    assert found == CHUNKS


if __name__ == "__main__":
    for measured in rows():
        print(json.dumps(measured))
