"""What an event costs, on the bus and through the event bridge: unheard, to one, ten and a hundred, and recorded."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import apsw
import blinker
from bridge_runtime.events import EventBus
from llmspell import Session
from llmspell.event.types import Event, Type
from llmspell_runtime.event.log import EventLog
from llmspell_runtime.event.occurrence import Occurrence
from llmspell_runtime.event.writer import Tally, Writer

from benchmarks.measure import Row, compare_calls, row

PATTERNS = 1_000
LOOP = {1: 12.0, 10: 6.0, 100: 5.0}
"""By number of receivers: the bus beside a bare loop over them."""
BLINKER = {1: 1.0, 10: 0.5, 100: 0.2}
"""The bus beside blinker."""
BRIDGE = {1: 45.0, 10: 40.0, 100: 30.0}
"""``event.emit`` to as many subscriptions, each with a queue and a copy of its own, beside blinker, which has neither."""
DATA = {"name": "calculator", "n": 1}
BATCH = 5_000


def rows() -> list[Row]:
    """One row per number of subscribers and per way of recording."""
    return [
        _unheard(),
        *(_heard(count, budget) for count, budget in LOOP.items()),
        *(_beside_blinker(count, budget) for count, budget in BLINKER.items()),
        *(_bridge(count, budget) for count, budget in BRIDGE.items()),
        _recorded("in memory", 3.0),
        _recorded("to a file", 4.0, path="events.db"),
        _written(),
    ]


def _receive(event: Any) -> None:
    pass


def _unheard() -> Row:
    bus = EventBus()
    value, floor = compare_calls(lambda: bus.emit("tool.start", DATA), lambda: _receive(DATA), calls=50_000)
    return row("event that nobody hears, to a call of nothing", value, floor, 4.0)


def _bus(count: int) -> EventBus:
    """A bus with ``count`` receivers of one type, among a thousand patterns that do not match."""
    bus = EventBus()
    for number in range(PATTERNS):
        bus.subscribe(f"other{number}.*", _receive)
    for _ in range(count):
        bus.subscribe("tool.*", _receive)
    return bus


def _heard(count: int, budget: float) -> Row:
    bus, receivers = _bus(count), [_receive] * count

    def bare() -> None:
        for receiver in receivers:
            receiver(DATA)

    value, floor = compare_calls(lambda: bus.emit("tool.start", DATA), bare, calls=_calls(count))
    return row(f"event to {count} of {PATTERNS + count} subscribers, to a bare loop", value, floor, budget)


def _calls(count: int) -> int:
    return max(200, 20_000 // count)


def _send(count: int) -> Callable[[], object]:
    """The same on a signal of blinker's, whose receivers must differ and be held by somebody."""
    signal = blinker.Signal()
    receivers = [lambda sender, event: None for _ in range(count)]
    for receiver in receivers:
        signal.connect(receiver)

    def send(held: object = receivers) -> object:
        return signal.send(None, event=DATA)

    return send


def _beside_blinker(count: int, budget: float) -> Row:
    bus = _bus(count)
    value, floor = compare_calls(lambda: bus.emit("tool.start", DATA), _send(count), calls=_calls(count))
    return row(f"event to {count} of {PATTERNS + count} subscribers, to blinker", value, floor, budget)


def _bridge(count: int, budget: float) -> Row:
    def receive(event: Event) -> None:
        pass

    with Session() as session:
        for _ in range(count):
            session.event.subscribe("user.*", receive)
        value, floor = compare_calls(
            lambda: session.event.emit("user.came", DATA), _send(count), calls=_calls(count) // 4
        )
        delivered = {info.delivered for info in session.event.list_subscriptions()}
        if delivered != {7 * (_calls(count) // 4)}:
            raise RuntimeError(f"not all events were delivered: {delivered}")
    return row(f"event.emit to {count} subscriptions, to blinker", value, floor, budget)


@contextmanager
def _recording(**options: Any) -> Iterator[Session]:
    with tempfile.TemporaryDirectory() as folder:
        if "path" in options:
            options["path"] = str(Path(folder) / options["path"])
        with Session(permissions={"fs.write": [folder]}) as session:
            session.event.record(**options)
            yield session


def _recorded(where: str, budget: float, **options: Any) -> Row:
    with Session() as silent, _recording(**options) as session:
        value, floor = compare_calls(
            lambda: session.event.emit("user.came", DATA),
            lambda: silent.event.emit("user.came", DATA),
            calls=3_000,
        )
        if (lost := session.event.list_recordings()[-1].lost) != 0:
            raise RuntimeError(f"{lost} events were lost")
    return row(f"event.emit recorded {where}, to one that nobody hears", value, floor, budget)


def _written() -> Row:
    """Many events through the thread that writes them, beside writing as many rows to a table of the same form."""
    moment = datetime.now(UTC)
    events = [
        Occurrence(f"event_{n}", "user.came", Type.USER, b'{"n":1}', moment, 1, None, f"{n:016x}")
        for n in range(BATCH)
    ]
    with tempfile.TemporaryDirectory() as folder:
        log = EventLog(Path(folder) / "events.db", writable=True)
        writer = Writer(log, 1_000_000, Tally(), print)
        connection = apsw.Connection(str(Path(folder) / "bare.db"))
        for statement in ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL"):
            connection.execute(statement).fetchall()
        connection.execute(
            "CREATE TABLE event (position INTEGER PRIMARY KEY, id, type, time, correlation, data)"
        )
        for column in ("type", "time", "correlation"):
            connection.execute(f"CREATE INDEX by_{column} ON event ({column})")
        rows = [(None, f"event_{n}", "user.came", n, f"{n:016x}", '{"n":1}') for n in range(BATCH)]

        def write() -> None:
            for event in events:
                writer.add(event)
            writer.flush()

        def insert() -> None:
            with connection:
                connection.executemany("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)", rows)

        value, floor = compare_calls(write, insert, calls=1)
        writer.stop()
        log.close()
        connection.close()
    return row(f"{BATCH} events written to a file, to as many rows inserted by apsw", value, floor, 6.0)
