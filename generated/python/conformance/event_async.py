"""Every example of event, as asynchronous Python; prints one line of JSON for each."""

from __future__ import annotations

import llmspell
from bridge_runtime.conformance.program import Example, Program
from llmspell.event import DeliveryOrder, Event, EventCriteria, OverflowPolicy, Priority

program = Program()


@program.example("event.emit", "greeting")
async def emit_greeting(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def callback(event: Event) -> None:
            example.called(event)

        await session.event.subscribe("user.*", callback)
        with example.shown(session):
            example.result(await session.event.emit("user.greeting", {"text": "Hello", "to": ["Ada", "Bob"]}))


@program.example("event.emit", "with_priority")
async def emit_with_priority(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.event.emit(
                    "backup.failed",
                    {"disk": None},
                    priority=Priority.CRITICAL,
                    source="backup",
                    correlation_id="night-7",
                )
            )


@program.example("event.emit", "failing_subscriber")
async def emit_failing_subscriber(example: Example) -> None:
    """A subscriber that fails harms nobody."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def callback(event: Event) -> None:
            example.called(event)
            raise RuntimeError("not today")

        await session.event.subscribe("**", callback)
        with example.shown(session):
            example.result(await session.event.emit("user.greeting", {}))


@program.example("event.emit", "reserved")
async def emit_reserved(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.event.emit("tool.start", {}))


@program.example("event.emit", "bad_type")
async def emit_bad_type(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.event.emit("user..greeting", {}))


@program.example("event.subscribe", "tools")
async def subscribe_tools(example: Example) -> None:
    """Everything that tools do."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def callback(event: Event) -> None:
            example.called(event)

        with example.shown(session):
            example.result(await session.event.subscribe("tool.*", callback))


@program.example("event.subscribe", "failures_only")
async def subscribe_failures_only(example: Example) -> None:
    """Only what matters, and only once."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def callback(event: Event) -> None:
            example.called(event)

        with example.shown(session):
            example.result(
                await session.event.subscribe(
                    "**",
                    callback,
                    criteria=EventCriteria(min_priority=Priority.HIGH, data={"error.code": "tool.timed_out"}),
                    max_events=1,
                )
            )


@program.example("event.subscribe", "bounded")
async def subscribe_bounded(example: Example) -> None:
    """At most ten events wait, the important ones longest; three failures in a row end it."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def callback(event: Event) -> None:
            example.called(event)

        with example.shown(session):
            example.result(
                await session.event.subscribe(
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
async def subscribe_large_transfers(example: Example) -> None:
    """An expression in CEL chooses the events."""
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def callback(event: Event) -> None:
            example.called(event)

        await session.event.subscribe(
            "transfer.*", callback, criteria=EventCriteria(expression="data.bytes > 1000")
        )

        def callback_(event: Event) -> None:
            example.called(event)

        with example.shown(session):
            example.result(
                await session.event.subscribe(
                    "**",
                    callback_,
                    criteria=EventCriteria(
                        expression="type.startsWith('transfer.') && priority == 'critical'"
                    ),
                )
            )


@program.example("event.subscribe", "bad_expression")
async def subscribe_bad_expression(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def callback(event: Event) -> None:
            example.called(event)

        with example.shown(session):
            example.result(
                await session.event.subscribe(
                    "**", callback, criteria=EventCriteria(expression="data.bytes >")
                )
            )


@program.example("event.subscribe", "bad_pattern")
async def subscribe_bad_pattern(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def callback(event: Event) -> None:
            example.called(event)

        with example.shown(session):
            example.result(await session.event.subscribe("tool.st*", callback))


@program.example("event.unsubscribe", "tools")
async def unsubscribe_tools(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def callback(event: Event) -> None:
            example.called(event)

        subscription = await session.event.subscribe("tool.*", callback)
        with example.shown(session):
            await subscription.unsubscribe()


@program.example("event.list_subscriptions", "two")
async def list_subscriptions_two(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:

        def callback(event: Event) -> None:
            example.called(event)

        await session.event.subscribe("tool.*", callback)

        def callback_(event: Event) -> None:
            example.called(event)

        await session.event.subscribe(
            "**", callback_, priority=Priority.HIGH, queue_size=10, overflow=OverflowPolicy.END
        )
        with example.shown(session):
            example.result(await session.event.list_subscriptions())


@program.example("event.list_subscriptions", "none")
async def list_subscriptions_none(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.event.list_subscriptions())


@program.example("event.filter", "by_data")
async def filter_by_data(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.event.record()
        await session.event.emit("user.signed_in", {"name": "Ada", "from": {"city": "Oslo"}})
        await session.event.emit(
            "user.signed_in",
            {"name": "Bob", "from": {"city": "Rome"}},
            priority=Priority.HIGH,
            source="door",
            correlation_id="day-1",
        )
        await session.event.emit("user.left", {"name": "Ada"})
        with example.shown(session):
            example.result(await session.event.filter(pattern="user.signed_in", data={"from.city": "Rome"}))


@program.example("event.filter", "newest")
async def filter_newest(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.event.record()
        await session.event.emit("user.signed_in", {"name": "Ada", "from": {"city": "Oslo"}})
        await session.event.emit(
            "user.signed_in",
            {"name": "Bob", "from": {"city": "Rome"}},
            priority=Priority.HIGH,
            source="door",
            correlation_id="day-1",
        )
        await session.event.emit("user.left", {"name": "Ada"})
        with example.shown(session):
            example.result(await session.event.filter(limit=1))


@program.example("event.filter", "by_expression")
async def filter_by_expression(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.event.record()
        await session.event.emit("user.signed_in", {"name": "Ada", "from": {"city": "Oslo"}})
        await session.event.emit(
            "user.signed_in",
            {"name": "Bob", "from": {"city": "Rome"}},
            priority=Priority.HIGH,
            source="door",
            correlation_id="day-1",
        )
        await session.event.emit("user.left", {"name": "Ada"})
        with example.shown(session):
            example.result(
                await session.event.filter(expression="has(data.from) && data.from.city in ['Rome', 'Paris']")
            )


@program.example("event.filter", "in_a_file")
async def filter_in_a_file(example: Example) -> None:
    async with llmspell.AsyncSession(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        await session.event.record(path="events.db")
        await session.event.emit("user.signed_in", {"name": "Ada"}, correlation_id="day-1")
        await session.event.emit("user.left", {"name": "Ada"}, correlation_id="day-1")
        with example.shown(session):
            example.result(await session.event.filter(correlation_id="day-1", limit=1, path="events.db"))


@program.example("event.filter", "nothing_recorded")
async def filter_nothing_recorded(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.event.filter())


@program.example("event.filter", "missing_file")
async def filter_missing_file(example: Example) -> None:
    async with llmspell.AsyncSession(
        permissions={"llm": True, "fs.read": ["."]}, record_events=True
    ) as session:
        with example.shown(session):
            example.result(await session.event.filter(path="missing.db"))


@program.example("event.filter", "no_permission")
async def filter_no_permission(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.event.filter(path="events.db"))


@program.example("event.record", "start")
async def record_start(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(
                await session.event.record(criteria=EventCriteria(pattern="tool.*"), max_events=100)
            )


@program.example("event.record", "stop")
async def record_stop(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.event.record()
        await session.event.emit("user.greeting", {})
        with example.shown(session):
            example.result(await session.event.record(enabled=False))


@program.example("event.record", "to_a_file")
async def record_to_a_file(example: Example) -> None:
    """What was recorded before stays; only the newest three are kept."""
    async with llmspell.AsyncSession(
        permissions={"llm": True, "fs.write": ["."]}, record_events=True
    ) as session:
        await session.event.record(path="kept.db")
        await session.event.emit("user.signed_in", {"name": "Ada"}, correlation_id="day-1")
        await session.event.emit("user.left", {"name": "Ada"}, correlation_id="day-1")
        with example.shown(session):
            example.result(await session.event.record(path="kept.db", max_events=3))


@program.example("event.record", "not_a_recording")
async def record_not_a_recording(example: Example) -> None:
    async with llmspell.AsyncSession(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        await session.tool.execute(
            "file_write", {"path": "note.txt", "text": "This file is not a database at all; it is some text."}
        )
        with example.shown(session):
            example.result(await session.event.record(path="note.txt"))


@program.example("event.list_recordings", "memory_and_file")
async def list_recordings_memory_and_file(example: Example) -> None:
    async with llmspell.AsyncSession(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        await session.event.record(path="new.db")
        with example.shown(session):
            example.result(await session.event.list_recordings())


@program.example("event.flush", "one_file")
async def flush_one_file(example: Example) -> None:
    async with llmspell.AsyncSession(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        await session.event.record(path="safe.db")
        await session.event.emit("user.signed_in", {"name": "Ada"}, correlation_id="day-1")
        await session.event.emit("user.left", {"name": "Ada"}, correlation_id="day-1")
        with example.shown(session):
            await session.event.flush(path="safe.db")


@program.example("event.flush", "not_recorded_to")
async def flush_not_recorded_to(example: Example) -> None:
    async with llmspell.AsyncSession(
        permissions={"llm": True, "fs.write": ["."]}, record_events=True
    ) as session:
        with example.shown(session):
            await session.event.flush(path="other.db")


@program.example("event.replay", "to_a_callback")
async def replay_to_a_callback(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.event.record()
        await session.event.emit("user.signed_in", {"name": "Ada", "from": {"city": "Oslo"}})
        await session.event.emit(
            "user.signed_in",
            {"name": "Bob", "from": {"city": "Rome"}},
            priority=Priority.HIGH,
            source="door",
            correlation_id="day-1",
        )
        await session.event.emit("user.left", {"name": "Ada"})

        def callback(event: Event) -> None:
            example.called(event)

        with example.shown(session):
            example.result(
                await session.event.replay(criteria=EventCriteria(data={"name": "Ada"}), callback=callback)
            )


@program.example("event.replay", "to_subscribers")
async def replay_to_subscribers(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.event.record()
        await session.event.emit("user.signed_in", {"name": "Ada", "from": {"city": "Oslo"}})
        await session.event.emit(
            "user.signed_in",
            {"name": "Bob", "from": {"city": "Rome"}},
            priority=Priority.HIGH,
            source="door",
            correlation_id="day-1",
        )
        await session.event.emit("user.left", {"name": "Ada"})
        with example.shown(session):
            example.result(await session.event.replay(criteria=EventCriteria(pattern="user.left")))


@program.example("event.replay", "from_a_file")
async def replay_from_a_file(example: Example) -> None:
    """A thousand times as fast as it happened, without the first event."""
    async with llmspell.AsyncSession(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        await session.event.record(path="again.db")
        await session.event.emit("user.signed_in", {"name": "Ada"}, correlation_id="day-1")
        await session.event.emit("user.left", {"name": "Ada"}, correlation_id="day-1")

        def callback(event: Event) -> None:
            example.called(event)

        with example.shown(session):
            example.result(
                await session.event.replay(
                    callback=callback, path="again.db", speed=1000.0, max_gap_seconds=0.1, skip=1
                )
            )


@program.example("event.replay", "nothing_recorded")
async def replay_nothing_recorded(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.event.replay())


@program.example("event.clear", "some")
async def clear_some(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        await session.event.record()
        await session.event.emit("user.signed_in", {"name": "Ada", "from": {"city": "Oslo"}})
        await session.event.emit(
            "user.signed_in",
            {"name": "Bob", "from": {"city": "Rome"}},
            priority=Priority.HIGH,
            source="door",
            correlation_id="day-1",
        )
        await session.event.emit("user.left", {"name": "Ada"})
        with example.shown(session):
            example.result(await session.event.clear(data={"name": "Ada"}))


@program.example("event.clear", "in_a_file")
async def clear_in_a_file(example: Example) -> None:
    async with llmspell.AsyncSession(
        permissions={"llm": True, "fs.read": ["."], "fs.write": ["."]}, record_events=True
    ) as session:
        await session.event.record(path="some.db")
        await session.event.emit("user.signed_in", {"name": "Ada"}, correlation_id="day-1")
        await session.event.emit("user.left", {"name": "Ada"}, correlation_id="day-1")
        with example.shown(session):
            example.result(await session.event.clear(pattern="user.left", path="some.db"))


@program.example("event.clear", "nothing_recorded")
async def clear_nothing_recorded(example: Example) -> None:
    async with llmspell.AsyncSession(permissions={"llm": True}, record_events=True) as session:
        with example.shown(session):
            example.result(await session.event.clear())


if __name__ == "__main__":
    program.run()
