"""Every example of event, as synchronous Python; prints one line of JSON for each."""

from __future__ import annotations

import llmspell
from bridge_runtime.conformance.program import Example, Program
from llmspell.event import DeliveryOrder, Event, EventCriteria, OverflowPolicy, Priority

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


@program.example("event.subscribe", "bounded")
def subscribe_bounded(example: Example) -> None:
    """At most ten events wait, the important ones longest; three failures in a row end it."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def callback(event: Event) -> None:
            example.called(event)

        with example.shown(session):
            example.result(
                session.event.subscribe(
                    "provider.*",
                    callback,
                    queue_size=10,
                    overflow=OverflowPolicy.DROP_LOWEST,
                    order=DeliveryOrder.PRIORITY,
                    priority=Priority.HIGH,
                    max_failures=3,
                )
            )


@program.example("event.subscribe", "large_transfers")
def subscribe_large_transfers(example: Example) -> None:
    """An expression in CEL chooses the events."""
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def callback(event: Event) -> None:
            example.called(event)

        session.event.subscribe(
            "transfer.*", callback, criteria=EventCriteria(expression="data.bytes > 1000")
        )

        def callback_(event: Event) -> None:
            example.called(event)

        with example.shown(session):
            example.result(
                session.event.subscribe(
                    "**",
                    callback_,
                    criteria=EventCriteria(
                        expression="type.startsWith('transfer.') && priority == 'critical'"
                    ),
                )
            )


@program.example("event.subscribe", "bad_expression")
def subscribe_bad_expression(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session:

        def callback(event: Event) -> None:
            example.called(event)

        with example.shown(session):
            example.result(
                session.event.subscribe("**", callback, criteria=EventCriteria(expression="data.bytes >"))
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

        session.event.subscribe(
            "**", callback_, priority=Priority.HIGH, queue_size=10, overflow=OverflowPolicy.END
        )
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


@program.example("event.filter", "by_expression")
def filter_by_expression(example: Example) -> None:
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
            example.result(
                session.event.filter(expression="has(data.from) && data.from.city in ['Rome', 'Paris']")
            )


@program.example("event.filter", "in_a_file")
def filter_in_a_file(example: Example) -> None:
    with llmspell.Session(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        session.event.record(path="events.db")
        session.event.emit("user.signed_in", {"name": "Ada"}, correlation_id="day-1")
        session.event.emit("user.left", {"name": "Ada"}, correlation_id="day-1")
        with example.shown(session):
            example.result(session.event.filter(correlation_id="day-1", limit=1, path="events.db"))


@program.example("event.filter", "nothing_recorded")
def filter_nothing_recorded(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.event.filter())


@program.example("event.filter", "missing_file")
def filter_missing_file(example: Example) -> None:
    with (
        llmspell.Session(permissions={"llm": True, "fs.read": ["."]}, record_events=True) as session,
        example.shown(session),
    ):
        example.result(session.event.filter(path="missing.db"))


@program.example("event.filter", "no_permission")
def filter_no_permission(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.event.filter(path="events.db"))


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


@program.example("event.record", "to_a_file")
def record_to_a_file(example: Example) -> None:
    """What was recorded before stays; only the newest three are kept."""
    with llmspell.Session(permissions={"llm": True, "fs.write": ["."]}, record_events=True) as session:
        session.event.record(path="kept.db")
        session.event.emit("user.signed_in", {"name": "Ada"}, correlation_id="day-1")
        session.event.emit("user.left", {"name": "Ada"}, correlation_id="day-1")
        with example.shown(session):
            example.result(session.event.record(path="kept.db", max_events=3))


@program.example("event.record", "not_a_recording")
def record_not_a_recording(example: Example) -> None:
    with llmspell.Session(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        session.tool.execute(
            "file_write", {"path": "note.txt", "text": "This file is not a database at all; it is some text."}
        )
        with example.shown(session):
            example.result(session.event.record(path="note.txt"))


@program.example("event.list_recordings", "memory_and_file")
def list_recordings_memory_and_file(example: Example) -> None:
    with llmspell.Session(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        session.event.record(path="new.db")
        with example.shown(session):
            example.result(session.event.list_recordings())


@program.example("event.flush", "one_file")
def flush_one_file(example: Example) -> None:
    with llmspell.Session(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        session.event.record(path="safe.db")
        session.event.emit("user.signed_in", {"name": "Ada"}, correlation_id="day-1")
        session.event.emit("user.left", {"name": "Ada"}, correlation_id="day-1")
        with example.shown(session):
            session.event.flush(path="safe.db")


@program.example("event.flush", "not_recorded_to")
def flush_not_recorded_to(example: Example) -> None:
    with (
        llmspell.Session(permissions={"llm": True, "fs.write": ["."]}, record_events=True) as session,
        example.shown(session),
    ):
        session.event.flush(path="other.db")


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


@program.example("event.replay", "from_a_file")
def replay_from_a_file(example: Example) -> None:
    """A thousand times as fast as it happened, without the first event."""
    with llmspell.Session(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        session.event.record(path="again.db")
        session.event.emit("user.signed_in", {"name": "Ada"}, correlation_id="day-1")
        session.event.emit("user.left", {"name": "Ada"}, correlation_id="day-1")

        def callback(event: Event) -> None:
            example.called(event)

        with example.shown(session):
            example.result(
                session.event.replay(
                    callback=callback, path="again.db", speed=1000.0, max_gap_seconds=0.1, skip=1
                )
            )


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


@program.example("event.clear", "in_a_file")
def clear_in_a_file(example: Example) -> None:
    with llmspell.Session(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        session.event.record(path="some.db")
        session.event.emit("user.signed_in", {"name": "Ada"}, correlation_id="day-1")
        session.event.emit("user.left", {"name": "Ada"}, correlation_id="day-1")
        with example.shown(session):
            example.result(session.event.clear(pattern="user.left", path="some.db"))


@program.example("event.clear", "nothing_recorded")
def clear_nothing_recorded(example: Example) -> None:
    with llmspell.Session(permissions={"llm": True}, record_events=True) as session, example.shown(session):
        example.result(session.event.clear())


if __name__ == "__main__":
    program.run()
