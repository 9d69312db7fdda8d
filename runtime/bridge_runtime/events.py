"""The session's event bus: patterns in a trie of segments, delivery in order, failures kept apart.

An event's type is segments joined by dots. In a pattern ``*`` stands for exactly one segment and ``**`` for any
number of them, none included: ``desk.*`` hears desk.start but not desk.call.start, ``desk.**`` hears both (and
desk itself), ``**`` and a lone ``*`` hear everything.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from threading import get_ident
from typing import Any, Generic, TypeAlias, TypeVar

from bridge_runtime.errors import InvalidArgument
from bridge_runtime.pump import Caller, current
from bridge_runtime.values import Json, jsonable, show

_log = logging.getLogger(__name__)

PayloadT = TypeVar("PayloadT")

RECORDED = 100_000
"""Events kept for ``runtime.recorded_events`` before the oldest are dropped."""

ROUNDS = 100
"""How often receivers may answer one another's events within one ``emit`` before it is taken for endless."""


class Event(Generic[PayloadT]):
    """One thing that happened: its type, and its payload as it was emitted."""

    __slots__ = ("_json", "about", "caller", "data", "sequence", "type", "view")

    view: Any
    """What the first receiver made of it for the others; not set by the bus."""

    def __init__(
        self, type: str, data: PayloadT, sequence: int, caller: Caller | None = None, about: Any = None
    ) -> None:
        self.type = type
        self.data = data
        """The payload record, or a dict."""
        self.sequence = sequence
        """Counted from 1 in each session."""
        self.caller = caller
        """The root call in which it was emitted, whose trace id all its events share; None outside of any."""
        self.about = about
        """What its emitter says beside the data; the bus only carries it."""

    def __repr__(self) -> str:
        return f"<Event {self.sequence} {self.type}>"

    def data_json(self) -> Json:
        """The payload as JSON; made once, when first asked for."""
        try:
            return self._json
        except AttributeError:
            self._json: Json = jsonable(self.data)
            return self._json


Receiver = Callable[[Event[Any]], object]
Transform = Callable[[str, Any], Any]
"""Makes the data that receivers get, of an event's type and the data that was emitted."""


def _hear_nothing(event: Event[Any]) -> None:
    """The receiver of a cancelled subscription: a delivery under way need not ask whether it still is one."""


class Subscription:
    """One receiver of one pattern; ``active`` is False once it was cancelled."""

    __slots__ = ("_bus", "failures", "pattern", "receiver")

    def __init__(self, bus: EventBus, pattern: str, receiver: Receiver) -> None:
        self._bus, self.pattern, self.receiver = bus, pattern, receiver
        self.failures = 0
        """How often the receiver raised."""

    @property
    def active(self) -> bool:
        return self.receiver is not _hear_nothing

    def cancel(self) -> None:
        """Hear nothing any more; safe to call twice."""
        self._bus.unsubscribe(self)


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    subscriptions: list[Subscription] = field(default_factory=list)


_Waiting: TypeAlias = list[tuple[Event[Any], tuple[Subscription, ...]]]


class EventBus:
    """Events of one session. ``emit`` calls receivers on its own thread, by priority and then as they subscribed.

    What a receiver itself emits is delivered when the event that it is being given has reached everybody, so that all
    receivers hear the events of one thread in the order of their numbers.
    """

    def __init__(self, record: bool = False, outer: EventBus | None = None) -> None:
        """``outer`` is the bus of the session that this one's is a child of; its transforms hold here, too."""
        self._outer = outer
        self._transforms: tuple[Transform, ...] = ()
        self._root = _Node()
        self._lock = threading.Lock()
        self._matches: dict[str, tuple[Subscription, ...]] = {}
        self._numbers = count(1)
        self._order: dict[Subscription, tuple[int, int]] = {}
        self._sequence = count(1)
        self._recorded: deque[Event[Any]] | None = deque(maxlen=RECORDED) if record else None
        self._quiet = not record
        self._delivering: dict[int, _Waiting] = {}
        """By thread that is delivering an event: those that its receivers have emitted meanwhile."""
        self.failures = 0
        """How often any receiver raised."""

    @property
    def recording(self) -> bool:
        return self._recorded is not None

    def hears(self, type: str) -> bool:
        """Whether an event of this type would reach anyone; for payloads that are costly to make."""
        return not self._quiet and (self._recorded is not None or bool(self._find(type)))

    def emit(self, type: str, data: Any, about: Any = None) -> int:
        """Say that something happened; ``data`` is the payload record or a dict. Gives the event's sequence number.

        A receiver that raises is logged and counted, and keeps nobody else from hearing.
        """
        sequence = next(self._sequence)
        if self._quiet:
            return sequence
        matches = self._matches.get(type)
        if matches is None:
            matches = self._find(type)
        if not matches and self._recorded is None:
            return sequence
        if self._transforms or self._outer is not None:
            try:
                data = self._transformed(type, data)
            except Exception as error:
                self.failures += 1
                _log.error("%s number %d reaches nobody: a transform failed", type, sequence, exc_info=error)
                return sequence
        event = Event(type, data, sequence, current.get(), about)
        if self._recorded is not None:
            event.data_json()  # as it is now: the payload may change later
            self._recorded.append(event)
        thread, delivering = get_ident(), self._delivering
        if thread in delivering:
            event.data_json()
            delivering[thread].append((event, matches))
            return sequence
        waiting: _Waiting = []
        delivering[thread] = waiting
        try:
            for subscription in matches:
                try:
                    subscription.receiver(event)
                except Exception as error:
                    self._failed(subscription, event, error)
            if waiting:
                self._deliver(waiting)
        finally:
            del delivering[thread]
        return sequence

    def _deliver(self, waiting: _Waiting) -> None:
        for _ in range(ROUNDS):
            round, waiting[:] = list(waiting), []
            for event, matches in round:
                for subscription in matches:
                    try:
                        subscription.receiver(event)
                    except Exception as error:
                        self._failed(subscription, event, error)
            if not waiting:
                return
        _log.error(
            "%d events, %r the first, reach nobody: receivers have answered one another's events %d times",
            len(waiting),
            waiting[0][0],
            ROUNDS,
        )

    def transform(self, change: Transform) -> Callable[[], None]:
        """Have ``change(type, data)`` make what receivers get of what was emitted; gives what ends that.

        It does not change what it is given. The events of child sessions are transformed as well. When it fails, nobody
        hears the event, for it may be there to keep something back.
        """
        self._transforms += (change,)

        def end() -> None:
            self._transforms = tuple(other for other in self._transforms if other is not change)

        return end

    def _transformed(self, type: str, data: Any) -> Any:
        bus: EventBus | None = self
        while bus is not None:
            for change in bus._transforms:
                data = change(type, data)
            bus = bus._outer
        return data

    def _failed(self, subscription: Subscription, event: Event[Any], error: Exception) -> None:
        subscription.failures += 1
        self.failures += 1
        _log.warning(
            "a subscriber of %s failed on %r: %s", subscription.pattern, event, error, exc_info=error
        )

    def subscribe(self, pattern: str, receiver: Receiver, priority: int = 0) -> Subscription:
        """Call ``receiver`` with every later event that matches; raises InvalidArgument for a bad pattern.

        Receivers of higher priority are called first, those of equal priority as they subscribed.
        """
        path = segments(pattern)
        subscription = Subscription(self, pattern, receiver)
        with self._lock:
            node = self._root
            for segment in path:
                node = node.children.setdefault(segment, _Node())
            node.subscriptions.append(subscription)
            self._order[subscription] = (-priority, next(self._numbers))
            self._matches = {}
            self._quiet = False
        return subscription

    def unsubscribe(self, subscription: Subscription) -> bool:
        """Forget a subscription; False when it was forgotten before."""
        with self._lock:
            if not subscription.active:
                return False
            subscription.receiver = _hear_nothing
            self._remove(self._root, segments(subscription.pattern), subscription)
            del self._order[subscription]
            self._matches = {}
            self._quiet = not self._order and self._recorded is None
        return True

    def _remove(self, node: _Node, path: list[str], subscription: Subscription) -> None:
        if not path:
            node.subscriptions.remove(subscription)
            return
        child = node.children[path[0]]
        self._remove(child, path[1:], subscription)
        if not child.children and not child.subscriptions:
            del node.children[path[0]]

    def _find(self, type: str) -> tuple[Subscription, ...]:
        with self._lock:
            found = set(_match(self._root, type.split("."), 0, set()))
            matches = tuple(sorted(found, key=self._order.__getitem__))
            if len(self._matches) > 4096:  # types that a user invents must not fill the memory
                self._matches = {}
            self._matches[type] = matches
        return matches

    def recorded(self) -> list[dict[str, Json]]:
        """The events since the last time it was asked, as ``{"type", "data"}``; empty without recording."""
        if self._recorded is None:
            return []
        events = []
        while self._recorded:
            event = self._recorded.popleft()
            events.append({"type": event.type, "data": event.data_json()})
        return events

    def __len__(self) -> int:
        return len(self._order)

    def clear(self) -> None:
        """Cancel every subscription."""
        for subscription in list(self._order):
            self.unsubscribe(subscription)


def segments(pattern: str) -> list[str]:
    """The segments of a pattern; raises InvalidArgument when it is none."""
    path = pattern.split(".")
    if path == ["*"]:
        return ["**"]
    for segment in path:
        if not segment or ("*" in segment and segment not in ("*", "**")):
            expected = "segments joined by dots, each a name, * or **"
            raise InvalidArgument(
                function="event pattern",
                detail=f"{show(pattern)} is no pattern: expected {expected}",
                problems=[{"path": "pattern", "expected": expected, "given": show(pattern)}],
            )
    return path


def matches(pattern: str, type: str) -> bool:
    """Whether an event of ``type`` is heard by ``pattern``; for one type at a time, where the bus has a trie."""
    path = segments(pattern)
    here = _skip(path, {0})  # the places in the pattern that the segments so far may have led to
    for segment in type.split("."):
        onward = {at if path[at] == "**" else at + 1 for at in here if _admits(path, at, segment)}
        here = _skip(path, onward)
    return len(path) in here


def _admits(path: list[str], at: int, segment: str) -> bool:
    return at < len(path) and path[at] in ("*", "**", segment)


def _skip(path: list[str], here: set[int]) -> set[int]:
    """``here``, and the places that are reached by letting ``**`` stand for nothing."""
    found = set(here)
    for at in here:
        while at < len(path) and path[at] == "**":
            at += 1
            found.add(at)
    return found


def _match(node: _Node, type: list[str], at: int, seen: set[tuple[int, int]]) -> Iterator[Subscription]:
    """The subscriptions below ``node`` that hear the segments from ``at`` on.

    ``seen`` holds what was looked at: several ``**`` in one pattern lead to the same places over and over.
    """
    if (id(node), at) in seen:
        return
    seen.add((id(node), at))
    if at == len(type):
        yield from node.subscriptions
    else:
        for segment in (type[at], "*"):
            child = node.children.get(segment)
            if child is not None and segment != "**":
                yield from _match(child, type, at + 1, seen)
    rest = node.children.get("**")
    if rest is not None:
        for skip in range(at, len(type) + 1):
            yield from _match(rest, type, skip, seen)
