"""Every example of memory, as synchronous Python; prints one line of JSON for each."""

from __future__ import annotations

import llmspell
from bridge_runtime.conformance.program import Example, Program
from llmspell.memory import Scope, Type

program = Program()


@program.example("memory.store", "short_term")
def store_short_term(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.memory.store("city", "Oslo")


@program.example("memory.store", "with_options")
def store_with_options(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.memory.store(
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
def store_persistent(example: Example) -> None:
    with (
        llmspell.Session(
            permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
        ) as session,
        example.shown(session),
    ):
        session.memory.store("city", "Oslo", type=Type.PERSISTENT, path="notes.db")


@program.example("memory.store", "no_owner")
def store_no_owner(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.memory.store("city", "Oslo", scope=Scope.AGENT)


@program.example("memory.store", "forbidden")
def store_forbidden(example: Example) -> None:
    """A persistent memory is a file under the session's permissions."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.memory.store("city", "Oslo", type=Type.PERSISTENT)


@program.example("memory.retrieve", "stored")
def retrieve_stored(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.memory.store("profile", {"name": "Ada", "likes": [], "born": None})
        with example.shown(session):
            example.result(session.memory.retrieve("profile"))


@program.example("memory.retrieve", "persistent")
def retrieve_persistent(example: Example) -> None:
    with llmspell.Session(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        session.memory.store("city", "Oslo", type=Type.PERSISTENT, path="notes.db")
        with example.shown(session):
            example.result(session.memory.retrieve("city", type=Type.PERSISTENT, path="notes.db"))


@program.example("memory.retrieve", "other_scope")
def retrieve_other_scope(example: Example) -> None:
    """Scopes do not see each other."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.memory.store("city", "Oslo", scope=Scope.AGENT, owner="helper")
        with example.shown(session):
            example.result(session.memory.retrieve("city", scope=Scope.AGENT, owner="critic"))


@program.example("memory.retrieve", "unknown")
def retrieve_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.memory.retrieve("city"))


@program.example("memory.delete", "stored")
def delete_stored(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.memory.store("city", "Oslo")
        with example.shown(session):
            example.result(session.memory.delete("city"))


@program.example("memory.delete", "unknown")
def delete_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.memory.delete("city"))


@program.example("memory.list_keys", "prefix")
def list_keys_prefix(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.memory.store("city/oslo", {"text": "Oslo, the capital of Norway"}, tags=["north", "capital"])
        session.memory.store(
            "city/rome",
            {"text": "Rome, the capital of Italy"},
            tags=["south", "capital"],
            metadata={"visits": 2},
        )
        session.memory.store("city/bergen", {"text": "Bergen, where it rains"}, tags=["north"])
        session.memory.store("colour", "blue")
        with example.shown(session):
            example.result(session.memory.list_keys(prefix="city/"))


@program.example("memory.list_keys", "tags")
def list_keys_tags(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.memory.store("city/oslo", {"text": "Oslo, the capital of Norway"}, tags=["north", "capital"])
        session.memory.store(
            "city/rome",
            {"text": "Rome, the capital of Italy"},
            tags=["south", "capital"],
            metadata={"visits": 2},
        )
        session.memory.store("city/bergen", {"text": "Bergen, where it rains"}, tags=["north"])
        session.memory.store("colour", "blue")
        with example.shown(session):
            example.result(session.memory.list_keys(tags=["capital", "north"]))


@program.example("memory.list_keys", "empty")
def list_keys_empty(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.memory.list_keys())


@program.example("memory.clear", "one_scope")
def clear_one_scope(example: Example) -> None:
    """Another scope keeps its entries."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.memory.store("city", "Oslo")
        session.memory.store("city", "Rome", scope=Scope.GLOBAL)
        with example.shown(session):
            example.result(session.memory.clear(scope=Scope.GLOBAL))


@program.example("memory.clear", "empty")
def clear_empty(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.memory.clear())


@program.example("memory.get_stats", "used")
def get_stats_used(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.memory.store("city", "Oslo")
        session.memory.retrieve("city")
        with example.shown(session):
            example.result(session.memory.get_stats())


@program.example("memory.get_stats", "empty")
def get_stats_empty(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.memory.get_stats(type=Type.LONG_TERM))


@program.example("memory.persist", "cities")
def persist_cities(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True, "fs.write": ["."]}, record_events=True) as session:
        session.memory.store("city/oslo", {"text": "Oslo, the capital of Norway"}, tags=["north", "capital"])
        session.memory.store(
            "city/rome",
            {"text": "Rome, the capital of Italy"},
            tags=["south", "capital"],
            metadata={"visits": 2},
        )
        session.memory.store("city/bergen", {"text": "Bergen, where it rains"}, tags=["north"])
        session.memory.store("colour", "blue")
        with example.shown(session):
            example.result(session.memory.persist("cities.json"))


@program.example("memory.persist", "forbidden")
def persist_forbidden(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.memory.persist("cities.json"))


@program.example("memory.load", "another_scope")
def load_another_scope(example: Example) -> None:
    with llmspell.Session(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        session.memory.store("city", "Oslo")
        session.memory.persist("memory.json")
        with example.shown(session):
            example.result(session.memory.load("memory.json", type=Type.LONG_TERM, scope=Scope.GLOBAL))


@program.example("memory.load", "missing")
def load_missing(example: Example) -> None:
    with (
        llmspell.Session(permissions={"llm": True, "fs.read": ["."]}, record_events=True) as session,
        example.shown(session),
    ):
        example.result(session.memory.load("missing.json"))


@program.example("memory.search", "words")
def search_words(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.memory.store("city/oslo", {"text": "Oslo, the capital of Norway"}, tags=["north", "capital"])
        session.memory.store(
            "city/rome",
            {"text": "Rome, the capital of Italy"},
            tags=["south", "capital"],
            metadata={"visits": 2},
        )
        session.memory.store("city/bergen", {"text": "Bergen, where it rains"}, tags=["north"])
        session.memory.store("colour", "blue")
        with example.shown(session):
            example.result(session.memory.search("CAPITAL italy"))


@program.example("memory.search", "part_of_a_word")
def search_part_of_a_word(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.memory.store("city/oslo", {"text": "Oslo, the capital of Norway"}, tags=["north", "capital"])
        session.memory.store(
            "city/rome",
            {"text": "Rome, the capital of Italy"},
            tags=["south", "capital"],
            metadata={"visits": 2},
        )
        session.memory.store("city/bergen", {"text": "Bergen, where it rains"}, tags=["north"])
        session.memory.store("colour", "blue")
        with example.shown(session):
            example.result(session.memory.search("rain", tags=["north"]))


@program.example("memory.search", "nothing")
def search_nothing(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.memory.search("oslo"))


if __name__ == "__main__":
    program.run()
