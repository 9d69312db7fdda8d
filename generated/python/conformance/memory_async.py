"""Every example of memory, as asynchronous Python; prints one line of JSON for each."""

from __future__ import annotations

import llmspell
from bridge_runtime.conformance.program import Example, Program
from llmspell.memory import Scope, Type

program = Program()


@program.example("memory.store", "short_term")
async def store_short_term(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.memory.store("city", "Oslo")


@program.example("memory.store", "with_options")
async def store_with_options(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.memory.store(
                "profile",
                {"name": "Ada", "likes": [], "born": None},
                type=Type.LONG_TERM,
                scope=Scope.AGENT,
                owner="helper",
                ttl_seconds=3600.0,
                tags=["person"],
                metadata={"source": "chat"},
            )


@program.example("memory.store", "persistent")
async def store_persistent(example: Example) -> None:
    async with llmspell.AsyncSession(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        with example.shown(session):
            await session.memory.store("city", "Oslo", type=Type.PERSISTENT, path="notes.db")


@program.example("memory.store", "no_owner")
async def store_no_owner(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.memory.store("city", "Oslo", scope=Scope.AGENT)


@program.example("memory.store", "forbidden")
async def store_forbidden(example: Example) -> None:
    """A persistent memory is a file under the session's permissions."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            await session.memory.store("city", "Oslo", type=Type.PERSISTENT)


@program.example("memory.retrieve", "stored")
async def retrieve_stored(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.memory.store("profile", {"name": "Ada", "likes": [], "born": None})
        with example.shown(session):
            example.result(await session.memory.retrieve("profile"))


@program.example("memory.retrieve", "persistent")
async def retrieve_persistent(example: Example) -> None:
    async with llmspell.AsyncSession(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        await session.memory.store("city", "Oslo", type=Type.PERSISTENT, path="notes.db")
        with example.shown(session):
            example.result(await session.memory.retrieve("city", type=Type.PERSISTENT, path="notes.db"))


@program.example("memory.retrieve", "other_scope")
async def retrieve_other_scope(example: Example) -> None:
    """Scopes do not see each other."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.memory.store("city", "Oslo", scope=Scope.AGENT, owner="helper")
        with example.shown(session):
            example.result(await session.memory.retrieve("city", scope=Scope.AGENT, owner="critic"))


@program.example("memory.retrieve", "unknown")
async def retrieve_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.memory.retrieve("city"))


@program.example("memory.delete", "stored")
async def delete_stored(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.memory.store("city", "Oslo")
        with example.shown(session):
            example.result(await session.memory.delete("city"))


@program.example("memory.delete", "unknown")
async def delete_unknown(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.memory.delete("city"))


@program.example("memory.list_keys", "prefix")
async def list_keys_prefix(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.memory.store(
            "city/oslo", {"text": "Oslo, the capital of Norway"}, tags=["north", "capital"]
        )
        await session.memory.store(
            "city/rome",
            {"text": "Rome, the capital of Italy"},
            tags=["south", "capital"],
            metadata={"visits": 2},
        )
        await session.memory.store("city/bergen", {"text": "Bergen, where it rains"}, tags=["north"])
        await session.memory.store("colour", "blue")
        with example.shown(session):
            example.result(await session.memory.list_keys(prefix="city/"))


@program.example("memory.list_keys", "tags")
async def list_keys_tags(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.memory.store(
            "city/oslo", {"text": "Oslo, the capital of Norway"}, tags=["north", "capital"]
        )
        await session.memory.store(
            "city/rome",
            {"text": "Rome, the capital of Italy"},
            tags=["south", "capital"],
            metadata={"visits": 2},
        )
        await session.memory.store("city/bergen", {"text": "Bergen, where it rains"}, tags=["north"])
        await session.memory.store("colour", "blue")
        with example.shown(session):
            example.result(await session.memory.list_keys(tags=["capital", "north"]))


@program.example("memory.list_keys", "empty")
async def list_keys_empty(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.memory.list_keys())


@program.example("memory.clear", "one_scope")
async def clear_one_scope(example: Example) -> None:
    """Another scope keeps its entries."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.memory.store("city", "Oslo")
        await session.memory.store("city", "Rome", scope=Scope.GLOBAL)
        with example.shown(session):
            example.result(await session.memory.clear(scope=Scope.GLOBAL))


@program.example("memory.clear", "empty")
async def clear_empty(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.memory.clear())


@program.example("memory.get_stats", "used")
async def get_stats_used(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.memory.store("city", "Oslo")
        await session.memory.retrieve("city")
        with example.shown(session):
            example.result(await session.memory.get_stats())


@program.example("memory.get_stats", "empty")
async def get_stats_empty(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.memory.get_stats(type=Type.LONG_TERM))


@program.example("memory.persist", "cities")
async def persist_cities(example: Example) -> None:
    async with llmspell.AsyncSession(
        permissions={"llm": True, "fs.write": ["."]}, record_events=True
    ) as session:
        await session.memory.store(
            "city/oslo", {"text": "Oslo, the capital of Norway"}, tags=["north", "capital"]
        )
        await session.memory.store(
            "city/rome",
            {"text": "Rome, the capital of Italy"},
            tags=["south", "capital"],
            metadata={"visits": 2},
        )
        await session.memory.store("city/bergen", {"text": "Bergen, where it rains"}, tags=["north"])
        await session.memory.store("colour", "blue")
        with example.shown(session):
            example.result(await session.memory.persist("cities.json"))


@program.example("memory.persist", "forbidden")
async def persist_forbidden(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.memory.persist("cities.json"))


@program.example("memory.load", "another_scope")
async def load_another_scope(example: Example) -> None:
    async with llmspell.AsyncSession(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        await session.memory.store("city", "Oslo")
        await session.memory.persist("memory.json")
        with example.shown(session):
            example.result(await session.memory.load("memory.json", type=Type.LONG_TERM, scope=Scope.GLOBAL))


@program.example("memory.load", "missing")
async def load_missing(example: Example) -> None:
    async with llmspell.AsyncSession(
        permissions={"llm": True, "fs.read": ["."]}, record_events=True
    ) as session:
        with example.shown(session):
            example.result(await session.memory.load("missing.json"))


@program.example("memory.search", "words")
async def search_words(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.memory.store(
            "city/oslo", {"text": "Oslo, the capital of Norway"}, tags=["north", "capital"]
        )
        await session.memory.store(
            "city/rome",
            {"text": "Rome, the capital of Italy"},
            tags=["south", "capital"],
            metadata={"visits": 2},
        )
        await session.memory.store("city/bergen", {"text": "Bergen, where it rains"}, tags=["north"])
        await session.memory.store("colour", "blue")
        with example.shown(session):
            example.result(await session.memory.search("CAPITAL italy"))


@program.example("memory.search", "part_of_a_word")
async def search_part_of_a_word(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.memory.store(
            "city/oslo", {"text": "Oslo, the capital of Norway"}, tags=["north", "capital"]
        )
        await session.memory.store(
            "city/rome",
            {"text": "Rome, the capital of Italy"},
            tags=["south", "capital"],
            metadata={"visits": 2},
        )
        await session.memory.store("city/bergen", {"text": "Bergen, where it rains"}, tags=["north"])
        await session.memory.store("colour", "blue")
        with example.shown(session):
            example.result(await session.memory.search("rain", tags=["north"]))


@program.example("memory.search", "nothing")
async def search_nothing(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.memory.search("oslo"))


if __name__ == "__main__":
    program.run()
