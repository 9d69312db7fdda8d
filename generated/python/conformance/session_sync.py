"""Every example of session, as synchronous Python; prints one line of JSON for each."""

from __future__ import annotations

import llmspell
from bridge_runtime.conformance.program import Example, Program
from llmspell.event import Event
from llmspell.provider import Type
from llmspell.session import BatchCall

program = Program()


@program.example("session.open", "with_less")
def open_with_less(example: Example) -> None:
    """A child that may read one folder only."""
    with (
        llmspell.Session(
            permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
        ) as session,
        example.shown(session),
    ):
        example.result(session.session.open(name="reader", permissions={"fs.read": ["./data"]}))


@program.example("session.open", "same")
def open_same(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.session.open())


@program.example("session.open", "more_than_the_parent")
def open_more_than_the_parent(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.session.open(permissions={"fs.read": ["/"]}))


@program.example("session.close", "opened")
def close_opened(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        child = session.session.open()
        with example.shown(session):
            session.session.close(child)


@program.example("session.get_info", "child")
def get_info_child(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        child = session.session.open(name="quiet", permissions={})
        with example.shown(session):
            example.result(session.session.get_info(session=child))


@program.example("session.get_info", "this_one")
def get_info_this_one(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.session.open()

        def callback(event: Event) -> None:
            example.called(event)

        session.event.subscribe("tool.*", callback)
        with example.shown(session):
            example.result(session.session.get_info())


@program.example("session.batch", "results_and_an_error")
def batch_results_and_an_error(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.session.batch(
                [
                    BatchCall(function="memory.store", arguments={"key": "city", "value": "Oslo"}),
                    BatchCall(function="tool.get", arguments={"name": "no_such_tool"}),
                    BatchCall(function="memory.retrieve", arguments={"key": "city"}),
                ]
            )
        )


@program.example("session.batch", "stop_on_error")
def batch_stop_on_error(example: Example) -> None:
    """What comes after a failure is left out."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.session.batch(
                [
                    BatchCall(function="memory.list_keys"),
                    BatchCall(function="tool.get", arguments={"name": "no_such_tool"}),
                    BatchCall(function="memory.list_keys"),
                ],
                stop_on_error=True,
            )
        )


@program.example("session.batch", "empty")
def batch_empty(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.session.batch([]))


@program.example("session.get_metrics", "kept_and_batched")
def get_metrics_kept_and_batched(example: Example) -> None:
    """The second count is the first one's result."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        provider = session.provider.create(name="p", type=Type.SCRIPTED, script=[])
        provider.count_tokens("Good morning")
        provider.count_tokens("Good morning")
        session.session.batch(
            [
                BatchCall(function="tool.list"),
                BatchCall(function="tool.get", arguments={"name": "no_such_tool"}),
            ]
        )
        with example.shown(session):
            example.result(session.session.get_metrics())


@program.example("session.get_metrics", "nothing_yet")
def get_metrics_nothing_yet(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.session.get_metrics())


@program.example("session.clear_cache", "one_function")
def clear_cache_one_function(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        provider = session.provider.create(name="p", type=Type.SCRIPTED, script=[])
        provider.count_tokens("Good morning")
        with example.shown(session):
            example.result(session.session.clear_cache(function="provider.count_tokens"))


@program.example("session.clear_cache", "nothing_kept")
def clear_cache_nothing_kept(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.session.clear_cache())


@program.example("session.clear_cache", "keeps_none")
def clear_cache_keeps_none(example: Example) -> None:
    """Only some functions keep results."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.session.clear_cache(function="tool.execute"))


@program.example("session.convert", "tool_result_to_message")
def convert_tool_result_to_message(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.session.convert(
                {
                    "tool": "weather",
                    "execution": "execution_1",
                    "status": "completed",
                    "value": {"temperature": 22},
                    "duration_ms": 3,
                },
                "tool.ToolResult",
                "shared.Message",
            )
        )


@program.example("session.convert", "text_to_message")
def convert_text_to_message(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.session.convert("Hello", "text", "shared.Message"))


@program.example("session.convert", "wrong_value")
def convert_wrong_value(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.session.convert({"tool": "weather"}, "tool.ToolResult", "shared.Message"))


@program.example("session.convert", "unknown")
def convert_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.session.convert("Hello", "text", "memory.MemoryStats"))


@program.example("session.get_last_error", "in_a_batch")
def get_last_error_in_a_batch(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.session.batch([BatchCall(function="tool.get", arguments={"name": "no_such_tool"})])
        with example.shown(session):
            example.result(session.session.get_last_error())


@program.example("session.get_last_error", "none")
def get_last_error_none(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.session.get_last_error())


if __name__ == "__main__":
    program.run()
