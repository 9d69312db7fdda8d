"""Every example of session, as synchronous Python; prints one line of JSON for each."""

from __future__ import annotations

from typing import Any

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


@program.example("session.convert", "several_steps")
def convert_several_steps(example: Example) -> None:
    """There is no conversion from a tool's description to a schema; there is one by way of its specification."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.session.convert(
                {
                    "name": "rain",
                    "description": "Rain.",
                    "parameters": {"type": "object"},
                    "category": "custom",
                    "mode": "direct",
                    "tags": [],
                    "built_in": False,
                },
                "tool.ToolDescription",
                "shared.JsonSchema",
            )
        )


@program.example("session.convert", "own_types")
def convert_own_types(example: Example) -> None:
    """A type and a conversion of the program's own, and then one that every session knows."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def converter(value: Any) -> Any:
            example.called(value)
            return "Three pens"

        session.session.register_conversion("shop.Order", "text", converter)
        with example.shown(session):
            example.result(
                session.session.convert({"item": "pen", "count": 3}, "shop.Order", "shared.Message")
            )


@program.example("session.convert", "wrong_value")
def convert_wrong_value(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.session.convert({"tool": "weather"}, "tool.ToolResult", "shared.Message"))


@program.example("session.convert", "wrong_result")
def convert_wrong_result(example: Example) -> None:
    """What a conversion makes is checked too."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def converter(value: Any) -> Any:
            example.called(value)
            return {"role": "nobody"}

        session.session.register_conversion("shop.Order", "shared.Message", converter, name="order_message")
        with example.shown(session):
            example.result(session.session.convert({}, "shop.Order", "shared.Message"))


@program.example("session.convert", "unknown")
def convert_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.session.convert("Hello", "text", "memory.MemoryStats"))


@program.example("session.convert", "misspelt")
def convert_misspelt(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.session.convert("Hello", "text", "shared.Mesage"))


@program.example("session.register_conversion", "own_type")
def register_conversion_own_type(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def converter(value: Any) -> Any:
            example.called(value)
            return "Three pens"

        with example.shown(session):
            example.result(session.session.register_conversion("shop.Order", "text", converter))


@program.example("session.register_conversion", "twice")
def register_conversion_twice(example: Example) -> None:
    """A second one between the same types needs a name of its own."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def converter(value: Any) -> Any:
            example.called(value)
            return "Three pens"

        session.session.register_conversion("shop.Order", "text", converter)

        def converter_(value: Any) -> Any:
            example.called(value)
            return "3 pens"

        with example.shown(session):
            example.result(session.session.register_conversion("shop.Order", "text", converter_))


@program.example("session.register_conversion", "no_such_type")
def register_conversion_no_such_type(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def converter(value: Any) -> Any:
            example.called(value)
            return ""

        with example.shown(session):
            example.result(session.session.register_conversion("tool.ToolResutl", "text", converter))


@program.example("session.register_conversion", "to_itself")
def register_conversion_to_itself(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def converter(value: Any) -> Any:
            example.called(value)
            return {}

        with example.shown(session):
            example.result(session.session.register_conversion("shop.Order", "shop.Order", converter))


@program.example("session.unregister_conversion", "own")
def unregister_conversion_own(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def converter(value: Any) -> Any:
            example.called(value)
            return "Three pens"

        session.session.register_conversion("shop.Order", "text", converter)
        with example.shown(session):
            session.session.unregister_conversion("shop.Order to text")


@program.example("session.unregister_conversion", "unknown")
def unregister_conversion_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        session.session.unregister_conversion("shop.Order to text")


@program.example("session.list_conversions", "to_a_type")
def list_conversions_to_a_type(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def converter(value: Any) -> Any:
            example.called(value)
            return {}

        session.session.register_conversion(
            "shop.Order", "shared.ToolSpec", converter, cost=2.5, name="order_tool"
        )
        with example.shown(session):
            example.result(session.session.list_conversions(target_type="shared.ToolSpec"))


@program.example("session.list_conversions", "none")
def list_conversions_none(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.session.list_conversions(source_type="memory.MemoryStats"))


@program.example("session.find_conversion", "two_steps")
def find_conversion_two_steps(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.session.find_conversion("tool.ToolResult", "text"))


@program.example("session.find_conversion", "cheaper")
def find_conversion_cheaper(example: Example) -> None:
    """One of the program's own goes before those that every session knows."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def converter(value: Any) -> Any:
            example.called(value)
            return ""

        session.session.register_conversion("tool.ToolResult", "text", converter)
        with example.shown(session):
            example.result(session.session.find_conversion("tool.ToolResult", "text"))


@program.example("session.find_conversion", "itself")
def find_conversion_itself(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.session.find_conversion("text", "text"))


@program.example("session.find_conversion", "unknown")
def find_conversion_unknown(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.session.find_conversion("shop.Order", "text"))


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
