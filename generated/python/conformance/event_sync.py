"""Every example of event, as synchronous Python; prints one line of JSON for each."""

from __future__ import annotations

import llmspell
from bridge_runtime.conformance.program import Example, Program
from llmspell.event import Event, EventCriteria, Priority

program = Program()


@program.example("event.emit", "greeting")
def emit_greeting(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def callback(event: Event) -> None:
            example.called(event)

        session.event.subscribe("user.*", callback)
        with example.shown(session):
            example.result(session.event.emit("user.greeting", {"text": "Hello", "to": ["Ada", "Bob"]}))


@program.example("event.emit", "with_priority")
def emit_with_priority(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(
            session.event.emit(
                "backup.failed",
                {"disk": None},
                priority=Priority.CRITICAL,
                source="backup",
                correlation_id="night-7",
            )
        )


@program.example("event.emit", "failing_subscriber")
def emit_failing_subscriber(example: Example) -> None:
    """A subscriber that fails harms nobody."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def callback(event: Event) -> None:
            example.called(event)
            raise RuntimeError("not today")

        session.event.subscribe("**", callback)
        with example.shown(session):
            example.result(session.event.emit("user.greeting", {}))


@program.example("event.emit", "reserved")
def emit_reserved(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.event.emit("tool.start", {}))


@program.example("event.emit", "bad_type")
def emit_bad_type(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.event.emit("user..greeting", {}))


@program.example("event.subscribe", "tools")
def subscribe_tools(example: Example) -> None:
    """Everything that tools do."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def callback(event: Event) -> None:
            example.called(event)

        with example.shown(session):
            example.result(session.event.subscribe("tool.*", callback))


@program.example("event.subscribe", "failures_only")
def subscribe_failures_only(example: Example) -> None:
    """Only what matters, and only once."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def callback(event: Event) -> None:
            example.called(event)

        with example.shown(session):
            example.result(
                session.event.subscribe(
                    "**",
                    callback,
                    criteria=EventCriteria(min_priority=Priority.HIGH, data={"error.code": "tool.timed_out"}),
                    max_events=1,
                )
            )


@program.example("event.subscribe", "bad_pattern")
def subscribe_bad_pattern(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def callback(event: Event) -> None:
            example.called(event)

        with example.shown(session):
            example.result(session.event.subscribe("tool.st*", callback))


@program.example("event.unsubscribe", "tools")
def unsubscribe_tools(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def callback(event: Event) -> None:
            example.called(event)

        subscription = session.event.subscribe("tool.*", callback)
        with example.shown(session):
            subscription.unsubscribe()


@program.example("event.list_subscriptions", "two")
def list_subscriptions_two(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def callback(event: Event) -> None:
            example.called(event)

        session.event.subscribe("tool.*", callback)

        def callback_(event: Event) -> None:
            example.called(event)

        session.event.subscribe("**", callback_)
        with example.shown(session):
            example.result(session.event.list_subscriptions())


@program.example("event.list_subscriptions", "none")
def list_subscriptions_none(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.event.list_subscriptions())


@program.example("event.filter", "by_data")
def filter_by_data(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.event.record()
        session.event.emit("user.signed_in", {"name": "Ada", "from": {"city": "Oslo"}})
        session.event.emit(
            "user.signed_in",
            {"name": "Bob", "from": {"city": "Rome"}},
            priority=Priority.HIGH,
            source="door",
            correlation_id="day-1",
        )
        session.event.emit("user.left", {"name": "Ada"})
        with example.shown(session):
            example.result(session.event.filter(pattern="user.signed_in", data={"from.city": "Rome"}))


@program.example("event.filter", "newest")
def filter_newest(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.event.record()
        session.event.emit("user.signed_in", {"name": "Ada", "from": {"city": "Oslo"}})
        session.event.emit(
            "user.signed_in",
            {"name": "Bob", "from": {"city": "Rome"}},
            priority=Priority.HIGH,
            source="door",
            correlation_id="day-1",
        )
        session.event.emit("user.left", {"name": "Ada"})
        with example.shown(session):
            example.result(session.event.filter(limit=1))


@program.example("event.filter", "nothing_recorded")
def filter_nothing_recorded(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.event.filter())


@program.example("event.record", "start")
def record_start(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.event.record(criteria=EventCriteria(pattern="tool.*"), max_events=100))


@program.example("event.record", "stop")
def record_stop(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.event.record()
        session.event.emit("user.greeting", {})
        with example.shown(session):
            example.result(session.event.record(enabled=False))


@program.example("event.replay", "to_a_callback")
def replay_to_a_callback(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.event.record()
        session.event.emit("user.signed_in", {"name": "Ada", "from": {"city": "Oslo"}})
        session.event.emit(
            "user.signed_in",
            {"name": "Bob", "from": {"city": "Rome"}},
            priority=Priority.HIGH,
            source="door",
            correlation_id="day-1",
        )
        session.event.emit("user.left", {"name": "Ada"})

        def callback(event: Event) -> None:
            example.called(event)

        with example.shown(session):
            example.result(
                session.event.replay(criteria=EventCriteria(data={"name": "Ada"}), callback=callback)
            )


@program.example("event.replay", "to_subscribers")
def replay_to_subscribers(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.event.record()
        session.event.emit("user.signed_in", {"name": "Ada", "from": {"city": "Oslo"}})
        session.event.emit(
            "user.signed_in",
            {"name": "Bob", "from": {"city": "Rome"}},
            priority=Priority.HIGH,
            source="door",
            correlation_id="day-1",
        )
        session.event.emit("user.left", {"name": "Ada"})
        with example.shown(session):
            example.result(session.event.replay(criteria=EventCriteria(pattern="user.left")))


@program.example("event.replay", "nothing_recorded")
def replay_nothing_recorded(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.event.replay())


@program.example("event.clear", "some")
def clear_some(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:
        session.event.record()
        session.event.emit("user.signed_in", {"name": "Ada", "from": {"city": "Oslo"}})
        session.event.emit(
            "user.signed_in",
            {"name": "Bob", "from": {"city": "Rome"}},
            priority=Priority.HIGH,
            source="door",
            correlation_id="day-1",
        )
        session.event.emit("user.left", {"name": "Ada"})
        with example.shown(session):
            example.result(session.event.clear(data={"name": "Ada"}))


@program.example("event.clear", "nothing_recorded")
def clear_nothing_recorded(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.event.clear())


if __name__ == "__main__":
    program.run()
