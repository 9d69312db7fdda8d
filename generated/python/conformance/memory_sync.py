"""Every example of memory, as synchronous Python; prints one line of JSON for each."""

from __future__ import annotations

import llmspell
import llmspell.provider
from bridge_runtime.conformance.program import Example, Program
from llmspell.memory import ConversationPolicy, MemorySpace, Scope, SearchMode, Type
from llmspell.provider import Embedding, ScriptExpectation, ScriptStep
from llmspell.shared import Message, Role

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


@program.example("memory.search", "phrase")
def search_phrase(example: Example) -> None:
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
            example.result(session.memory.search('"capital of italy"'))


@program.example("memory.search", "meaning")
def search_meaning(example: Example) -> None:
    """A scripted provider stands in for a model; three entries and the query are embedded."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(
            type=llmspell.provider.Type.SCRIPTED,
            model="rehearsal",
            script=[
                ScriptStep(
                    embeddings=[
                        Embedding(vector=[0.0, 1.0]),
                        Embedding(vector=[3.0, 4.0]),
                        Embedding(vector=[-1.0, 0.0]),
                    ]
                ),
                ScriptStep(embeddings=[Embedding(vector=[1.0, 0.0])]),
            ],
        )
        session.memory.set_embedder(provider="scripted")
        session.memory.store("a", "It rains.")
        session.memory.store("b", "The sun shines.")
        session.memory.store("c", "Stocks fell.")
        with example.shown(session):
            example.result(session.memory.search("weather", mode=SearchMode.VECTOR, min_score=0.0))


@program.example("memory.search", "both")
def search_both(example: Example) -> None:
    """The embedder is a function; one entry is first in both lists."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def embed(texts: list[str]) -> list[list[float]]:
            example.called(texts)
            return [[1.0, 0.0]]

        session.memory.set_embedder(embed=embed, model="toy")
        session.memory.store("a", "It rains.")
        with example.shown(session):
            example.result(session.memory.search("rains", mode=SearchMode.HYBRID))


@program.example("memory.search", "no_embedder")
def search_no_embedder(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.memory.search("weather", mode=SearchMode.VECTOR))


@program.example("memory.search", "nothing")
def search_nothing(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.memory.search("oslo"))


@program.example("memory.set_embedder", "provider")
def set_embedder_provider(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(type=llmspell.provider.Type.OLLAMA)
        with example.shown(session):
            session.memory.set_embedder(provider="ollama", model="nomic-embed-text")


@program.example("memory.set_embedder", "callback")
def set_embedder_callback(example: Example) -> None:
    """For one memory only."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def embed(texts: list[str]) -> list[list[float]]:
            example.called(texts)
            return [[1.0, 0.0]]

        with example.shown(session):
            session.memory.set_embedder(
                embed=embed,
                model="toy",
                space=MemorySpace(type=Type.LONG_TERM, scope=Scope.AGENT, owner="helper"),
            )


@program.example("memory.set_embedder", "nothing_to_embed_with")
def set_embedder_nothing_to_embed_with(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.memory.set_embedder(model="toy")


@program.example("memory.set_embedder", "unnamed")
def set_embedder_unnamed(example: Example) -> None:
    """The vectors of a function need a name to be told from others."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def embed(texts: list[str]) -> list[list[float]]:
            example.called(texts)
            return [[1.0, 0.0]]

        with example.shown(session):
            session.memory.set_embedder(embed=embed)


@program.example("memory.remove_embedder", "set")
def remove_embedder_set(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def embed(texts: list[str]) -> list[list[float]]:
            example.called(texts)
            return [[1.0, 0.0]]

        session.memory.set_embedder(embed=embed, model="toy")
        with example.shown(session):
            example.result(session.memory.remove_embedder())


@program.example("memory.remove_embedder", "none")
def remove_embedder_none(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.memory.remove_embedder())


@program.example("memory.index", "two_entries")
def index_two_entries(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def embed(texts: list[str]) -> list[list[float]]:
            example.called(texts)
            return [[1.0, 0.0], [0.0, 1.0]]

        session.memory.set_embedder(embed=embed, model="toy")
        session.memory.store("a", {"text": "It rains.", "year": 2026})
        session.memory.store("b", None)
        with example.shown(session):
            example.result(session.memory.index())


@program.example("memory.index", "nothing_new")
def index_nothing_new(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def embed(texts: list[str]) -> list[list[float]]:
            example.called(texts)
            return [[1.0, 0.0]]

        session.memory.set_embedder(embed=embed, model="toy")
        session.memory.store("a", "It rains.")
        session.memory.index()
        with example.shown(session):
            example.result(session.memory.index())


@program.example("memory.index", "another_model")
def index_another_model(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def embed(texts: list[str]) -> list[list[float]]:
            example.called(texts)
            return [[1.0, 0.0]]

        session.memory.set_embedder(embed=embed, model="toy")
        session.memory.store("a", "It rains.")
        session.memory.index()

        def embed_(texts: list[str]) -> list[list[float]]:
            example.called(texts)
            return [[1.0, 0.0, 0.0]]

        session.memory.set_embedder(embed=embed_, model="better")
        with example.shown(session):
            example.result(session.memory.index())


@program.example("memory.index", "rebuild")
def index_rebuild(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def embed(texts: list[str]) -> list[list[float]]:
            example.called(texts)
            return [[1.0, 0.0]]

        session.memory.set_embedder(embed=embed, model="toy")
        session.memory.store("a", "It rains.")
        session.memory.index()

        def embed_(texts: list[str]) -> list[list[float]]:
            example.called(texts)
            return [[1.0, 0.0, 0.0]]

        session.memory.set_embedder(embed=embed_, model="better")
        with example.shown(session):
            example.result(session.memory.index(rebuild=True))


@program.example("memory.index", "wrong_answer")
def index_wrong_answer(example: Example) -> None:
    """One vector for two texts."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def embed(texts: list[str]) -> list[list[float]]:
            example.called(texts)
            return [[1.0, 0.0]]

        session.memory.set_embedder(embed=embed, model="toy")
        session.memory.store("a", "It rains.")
        session.memory.store("b", "The sun shines.")
        with example.shown(session):
            example.result(session.memory.index())


@program.example("memory.create_conversation", "in_this_process")
def create_conversation_in_this_process(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.memory.create_conversation(max_tokens=4000))


@program.example("memory.create_conversation", "in_a_file")
def create_conversation_in_a_file(example: Example) -> None:
    with (
        llmspell.Session(
            permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
        ) as session,
        example.shown(session),
    ):
        example.result(
            session.memory.create_conversation(max_tokens=4000, name="support/42", path="chats.db")
        )


@program.example("memory.create_conversation", "no_summarizer")
def create_conversation_no_summarizer(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.memory.create_conversation(max_tokens=4000, policy=ConversationPolicy.SUMMARIZE)
        )


@program.example("memory.create_conversation", "owner_without_agent")
def create_conversation_owner_without_agent(example: Example) -> None:
    with (
        llmspell.Session(
            permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
        ) as session,
        example.shown(session),
    ):
        example.result(session.memory.create_conversation(max_tokens=4000, name="chat", owner="helper"))


@program.example("memory.close_conversation", "gone")
def close_conversation_gone(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        conversation = session.memory.create_conversation(max_tokens=4000)
        with example.shown(session):
            conversation.close_conversation()


@program.example("memory.close_conversation", "unknown")
def close_conversation_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.memory.close_conversation("no-such-conversation")


@program.example("memory.add_messages", "within_the_budget")
def add_messages_within_the_budget(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        conversation = session.memory.create_conversation(max_tokens=4000)
        with example.shown(session):
            example.result(
                conversation.add_messages(
                    [
                        Message(role=Role.SYSTEM, content="Be brief."),
                        Message(role=Role.USER, content="Hello"),
                        Message(role=Role.ASSISTANT, content="Hi."),
                    ]
                )
            )


@program.example("memory.add_messages", "dropped")
def add_messages_dropped(example: Example) -> None:
    """Two turns have 27 or 28 tokens and fit, three do not."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        conversation = session.memory.create_conversation(max_tokens=30)
        conversation.add_messages(
            [
                Message(role=Role.USER, content="one apple"),
                Message(role=Role.ASSISTANT, content="red fruit"),
                Message(role=Role.USER, content="two plums"),
                Message(role=Role.ASSISTANT, content="blue ones"),
            ]
        )
        with example.shown(session):
            example.result(
                conversation.add_messages(
                    [
                        Message(role=Role.USER, content="and pears"),
                        Message(role=Role.ASSISTANT, content="green too"),
                    ]
                )
            )


@program.example("memory.add_messages", "summarized")
def add_messages_summarized(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def summarize(messages: list[Message], max_tokens: int) -> str:
            example.called(messages, max_tokens)
            return "They spoke of fruit."

        conversation = session.memory.create_conversation(
            max_tokens=40, policy=ConversationPolicy.SUMMARIZE, summarize=summarize
        )
        conversation.add_messages(
            [
                Message(role=Role.USER, content="one apple"),
                Message(role=Role.ASSISTANT, content="red fruit"),
                Message(role=Role.USER, content="two plums"),
                Message(role=Role.ASSISTANT, content="blue ones"),
            ]
        )
        with example.shown(session):
            example.result(
                conversation.add_messages(
                    [
                        Message(role=Role.USER, content="and pears"),
                        Message(role=Role.ASSISTANT, content="green too"),
                    ]
                )
            )


@program.example("memory.add_messages", "summary_failed")
def add_messages_summary_failed(example: Example) -> None:
    """Everything is still there."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def summarize(messages: list[Message], max_tokens: int) -> str:
            example.called(messages, max_tokens)
            raise RuntimeError("no idea")

        conversation = session.memory.create_conversation(
            max_tokens=30, policy=ConversationPolicy.SUMMARIZE, summarize=summarize
        )
        conversation.add_messages(
            [
                Message(role=Role.USER, content="one apple"),
                Message(role=Role.ASSISTANT, content="red fruit"),
                Message(role=Role.USER, content="two plums"),
                Message(role=Role.ASSISTANT, content="blue ones"),
            ]
        )
        with example.shown(session):
            example.result(
                conversation.add_messages(
                    [
                        Message(role=Role.USER, content="and pears"),
                        Message(role=Role.ASSISTANT, content="green too"),
                    ]
                )
            )


@program.example("memory.add_messages", "result_without_its_call")
def add_messages_result_without_its_call(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        conversation = session.memory.create_conversation(max_tokens=4000)
        with example.shown(session):
            example.result(
                conversation.add_messages(
                    [
                        Message(role=Role.USER, content="Hello"),
                        Message(role=Role.TOOL, content="22", tool_call_id="call_1"),
                    ]
                )
            )


@program.example("memory.get_messages", "newest_turns")
def get_messages_newest_turns(example: Example) -> None:
    """The system prompt stays."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        conversation = session.memory.create_conversation(max_tokens=25)
        conversation.add_messages([Message(role=Role.SYSTEM, content="Be brief.")])
        conversation.add_messages(
            [
                Message(role=Role.USER, content="one apple"),
                Message(role=Role.ASSISTANT, content="red fruit"),
                Message(role=Role.USER, content="two plums"),
                Message(role=Role.ASSISTANT, content="blue ones"),
            ]
        )
        with example.shown(session):
            example.result(conversation.get_messages())


@program.example("memory.get_messages", "summary")
def get_messages_summary(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def summarize(messages: list[Message], max_tokens: int) -> str:
            example.called(messages, max_tokens)
            return "They spoke of fruit."

        conversation = session.memory.create_conversation(
            max_tokens=40, policy=ConversationPolicy.SUMMARIZE, summarize=summarize
        )
        conversation.add_messages(
            [
                Message(role=Role.USER, content="one apple"),
                Message(role=Role.ASSISTANT, content="red fruit"),
                Message(role=Role.USER, content="two plums"),
                Message(role=Role.ASSISTANT, content="blue ones"),
            ]
        )
        conversation.add_messages(
            [Message(role=Role.USER, content="and pears"), Message(role=Role.ASSISTANT, content="green too")]
        )
        with example.shown(session):
            example.result(conversation.get_messages())


@program.example("memory.get_messages", "from_a_file")
def get_messages_from_a_file(example: Example) -> None:
    """A conversation is found again by its name."""
    with llmspell.Session(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        first = session.memory.create_conversation(max_tokens=100, name="chat")
        first.add_messages(
            [Message(role=Role.USER, content="and pears"), Message(role=Role.ASSISTANT, content="green too")]
        )
        first.close_conversation()
        second = session.memory.create_conversation(max_tokens=100, name="chat")
        with example.shown(session):
            example.result(second.get_messages())


@program.example("memory.get_info", "empty")
def get_info_empty(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        conversation = session.memory.create_conversation(max_tokens=4000)
        with example.shown(session):
            example.result(conversation.get_info())


@program.example("memory.compact", "ahead_of_time")
def compact_ahead_of_time(example: Example) -> None:
    """A provider writes the summary."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.provider.create(
            type=llmspell.provider.Type.SCRIPTED,
            script=[
                ScriptStep(
                    text="They spoke of fruit.", expect=ScriptExpectation(last_message="user: one apple")
                )
            ],
        )
        conversation = session.memory.create_conversation(
            max_tokens=1000, policy=ConversationPolicy.SUMMARIZE, keep_tokens=0, provider="scripted"
        )
        conversation.add_messages(
            [
                Message(role=Role.USER, content="one apple"),
                Message(role=Role.ASSISTANT, content="red fruit"),
                Message(role=Role.USER, content="two plums"),
                Message(role=Role.ASSISTANT, content="blue ones"),
            ]
        )
        with example.shown(session):
            example.result(conversation.compact())


@program.example("memory.compact", "failed")
def compact_failed(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def summarize(messages: list[Message], max_tokens: int) -> str:
            example.called(messages, max_tokens)
            raise RuntimeError("no idea")

        conversation = session.memory.create_conversation(
            max_tokens=1000, policy=ConversationPolicy.SUMMARIZE, keep_tokens=0, summarize=summarize
        )
        conversation.add_messages(
            [
                Message(role=Role.USER, content="one apple"),
                Message(role=Role.ASSISTANT, content="red fruit"),
                Message(role=Role.USER, content="two plums"),
                Message(role=Role.ASSISTANT, content="blue ones"),
            ]
        )
        with example.shown(session):
            example.result(conversation.compact())


@program.example("memory.clear_messages", "two")
def clear_messages_two(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        conversation = session.memory.create_conversation(max_tokens=4000)
        conversation.add_messages(
            [Message(role=Role.USER, content="and pears"), Message(role=Role.ASSISTANT, content="green too")]
        )
        with example.shown(session):
            example.result(conversation.clear_messages())


@program.example("memory.list_conversations", "two")
def list_conversations_two(example: Example) -> None:
    with llmspell.Session(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        first = session.memory.create_conversation(max_tokens=100, name="first")
        first.add_messages(
            [Message(role=Role.USER, content="and pears"), Message(role=Role.ASSISTANT, content="green too")]
        )
        second = session.memory.create_conversation(
            max_tokens=100, name="second", scope=Scope.AGENT, owner="helper"
        )
        second.add_messages(
            [Message(role=Role.USER, content="and pears"), Message(role=Role.ASSISTANT, content="green too")]
        )
        with example.shown(session):
            example.result(session.memory.list_conversations(scope=Scope.AGENT, owner="helper"))


@program.example("memory.delete_conversation", "kept")
def delete_conversation_kept(example: Example) -> None:
    with llmspell.Session(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        first = session.memory.create_conversation(max_tokens=100, name="first")
        first.add_messages(
            [Message(role=Role.USER, content="and pears"), Message(role=Role.ASSISTANT, content="green too")]
        )
        second = session.memory.create_conversation(
            max_tokens=100, name="second", scope=Scope.AGENT, owner="helper"
        )
        second.add_messages(
            [Message(role=Role.USER, content="and pears"), Message(role=Role.ASSISTANT, content="green too")]
        )
        with example.shown(session):
            example.result(session.memory.delete_conversation("first"))


@program.example("memory.delete_conversation", "other_scope")
def delete_conversation_other_scope(example: Example) -> None:
    with llmspell.Session(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        first = session.memory.create_conversation(max_tokens=100, name="first")
        first.add_messages(
            [Message(role=Role.USER, content="and pears"), Message(role=Role.ASSISTANT, content="green too")]
        )
        second = session.memory.create_conversation(
            max_tokens=100, name="second", scope=Scope.AGENT, owner="helper"
        )
        second.add_messages(
            [Message(role=Role.USER, content="and pears"), Message(role=Role.ASSISTANT, content="green too")]
        )
        with example.shown(session):
            example.result(session.memory.delete_conversation("second"))


if __name__ == "__main__":
    program.run()
