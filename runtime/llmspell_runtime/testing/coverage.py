"""Coverage of the interface: which functions are called, which events emitted, which errors occur.

A session that nobody counts pays nothing: the stage of the waist is not in the way of a call, the bus has no subscriber.
"""

from __future__ import annotations

import threading
import weakref
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from bridge_runtime.session import Session
from llmspell.testing.errors import InvalidCoverage
from llmspell.testing.types import BridgeCoverage, CoverageCount, CoverageDetail, CoverageReport

if TYPE_CHECKING:
    from bridge_runtime import spec
    from bridge_runtime.errors import BridgeError
    from bridge_runtime.events import Event, Subscription
    from bridge_runtime.way import Proceed


class Counts:
    """How often each function, event and error."""

    def __init__(self) -> None:
        self.functions: Counter[str] = Counter()
        self.events: Counter[str] = Counter()
        self.errors: Counter[str] = Counter()
        self.sessions = 0


class Coverage:
    """Counts what happens in a session and in those within it, for as many as want to know.

    Without a session it counts in every one that this process opens from then on.
    """

    def __init__(self, session: Session | None = None) -> None:
        self._root = session
        self._counting: list[Counts] = []
        self._lock = threading.Lock()
        self._heard_at: weakref.WeakKeyDictionary[Session, Subscription] = weakref.WeakKeyDictionary()
        self._staged: weakref.WeakSet[Session] = weakref.WeakSet()
        self._last: weakref.ref[BridgeError] | None = None

    def counts_for(self, counts: Counts) -> bool:
        """Whether ``counts`` is being counted."""
        return counts in self._counting

    def start(self, counts: Counts) -> None:
        """Count from now on into ``counts`` too."""
        if counts in self._counting:
            return
        self._counting.append(counts)
        covered = list(_family(self._root)) if self._root is not None else []
        counts.sessions += len(covered)
        if len(self._counting) > 1:
            return
        if self._root is None:
            Session.everywhere.append(self)
        for session in covered:
            self._cover(session)

    def stop(self, counts: Counts) -> None:
        """Count no more into ``counts``."""
        if counts not in self._counting:
            return
        self._counting.remove(counts)
        if self._counting:
            return
        if self._root is None:
            Session.everywhere.remove(self)
        for session, subscription in list(self._heard_at.items()):
            subscription.cancel()
            session.watchers = [watcher for watcher in session.watchers if watcher is not self]
            session.waist.clear()
        self._heard_at.clear()

    def _cover(self, session: Session) -> None:
        if self not in session.watchers:
            session.watchers.append(self)
        self._heard_at[session] = session.events.subscribe("**", self._heard)
        if session in self._staged:
            session.waist.clear()
        else:
            self._staged.add(session)
            session.waist.add_stage(self._stage)

    def opened(self, session: Session) -> None:
        """A session was opened within one that is covered."""
        if self._counting:
            for counts in self._counting:
                counts.sessions += 1
            self._cover(session)

    def failed(self, error: BridgeError) -> None:
        """A call ends in an error; counted once, however many calls it goes through."""
        if self._last is None or self._last() is not error:
            self._last = weakref.ref(error)
            self._count("errors", error.code)

    def _heard(self, event: Event[Any]) -> None:
        self._count("events", event.type)

    def _stage(self, session: Session, function: spec.Function, proceed: Proceed) -> Proceed:
        """The stage of the waist; not there when nobody counts."""
        if not self._counting:
            return proceed
        name = function.name

        def counted(arguments: dict[str, Any]) -> Any:
            self._count("functions", name)
            return proceed(arguments)

        return counted

    def _count(self, kind: str, name: str) -> None:
        with self._lock:
            for counts in self._counting:
                getattr(counts, kind)[name] += 1


def _family(session: Session) -> Iterator[Session]:
    """A session and the open ones within it."""
    yield session
    for child in session.handles.of("session.Session"):
        if isinstance(child, Session):
            yield from _family(child)


def report(
    interface: spec.Interface, counts: Counts, recording: bool, only: Iterable[str] | None = None
) -> CoverageReport:
    """What was covered of ``interface``, or of the modules in ``only``; raises InvalidCoverage for an unknown one."""
    names = list(interface.modules) if only is None else list(dict.fromkeys(only))
    for name in names:
        if name not in interface.modules:
            known = ", ".join(interface.modules)
            raise InvalidCoverage(reason=f"{interface.name} has no module {name!r}; it has {known}")
    bridges = [_bridge(interface.bridge(name), counts) for name in names]
    bridges = [
        bridge for bridge in bridges if bridge.functions.total + bridge.events.total + bridge.errors.total
    ]
    totals = {
        kind: _total(getattr(bridge, kind) for bridge in bridges)
        for kind in ("functions", "events", "errors")
    }
    return CoverageReport(
        interface_version=interface.version,
        recording=recording,
        sessions=counts.sessions,
        bridges=bridges,
        **totals,
    )


def merged(interface: spec.Interface, reports: Iterable[CoverageReport]) -> CoverageReport:
    """Several reports as one, of the modules that they speak of. Raises InvalidCoverage for what is not of ``interface``."""
    counts, modules = Counts(), dict[str, None]()
    for one in reports:
        counts.sessions += one.sessions
        for bridge in one.bridges:
            modules[bridge.bridge] = None
            _require_known(interface, bridge)
            counts.functions.update(bridge.functions.counts)
            counts.events.update(bridge.events.counts)
            counts.errors.update(bridge.errors.counts)
    in_order = [name for name in interface.modules if name in modules]
    return report(interface, counts, False, in_order)


def _require_known(interface: spec.Interface, given: BridgeCoverage) -> None:
    if given.bridge not in interface.modules:
        raise InvalidCoverage(reason=f"{interface.name} has no module {given.bridge!r}")
    spec = interface.bridge(given.bridge)
    for kind, known in _known(spec).items():
        for name, count in getattr(given, kind).counts.items():
            if name not in known or count < 0:
                what = f"a count of {count}" if name in known else f"no {kind.removesuffix('s')} {name!r}"
                reason = (
                    f"{interface.name} {interface.version} has {what}; was it counted with another version?"
                )
                raise InvalidCoverage(reason=reason)


def _known(bridge: spec.Bridge) -> dict[str, list[str]]:
    return {
        "functions": [function.name for function in bridge.functions.values()],
        "events": list(bridge.events),
        "errors": [error.code for error in bridge.errors.values()],
    }


def _bridge(bridge: spec.Bridge, counts: Counts) -> BridgeCoverage:
    details = {kind: _detail(names, getattr(counts, kind)) for kind, names in _known(bridge).items()}
    return BridgeCoverage(bridge=bridge.name, **details)


def _detail(names: list[str], counts: Mapping[str, int]) -> CoverageDetail:
    found = {name: counts[name] for name in names if counts.get(name)}
    missing = [name for name in names if name not in found]
    percent = _percent(len(found), len(names))
    return CoverageDetail(
        covered=len(found), total=len(names), percent=percent, counts=found, missing=missing
    )


def _total(details: Iterable[CoverageDetail]) -> CoverageCount:
    both = [(detail.covered, detail.total) for detail in details]
    covered, total = sum(one for one, _ in both), sum(all for _, all in both)
    return CoverageCount(covered=covered, total=total, percent=_percent(covered, total))


def _percent(covered: int, total: int) -> float:
    return round(100 * covered / total, 1) if total else 100.0
