"""What a thread that waits runs meanwhile: the functions that its caller, or a foreign host, passed in.

A *pump* belongs to a thread and runs jobs while that thread waits. A *caller* is one root call: its trace id,
and the threads that are blocked for it. A *home* is a foreign host: its functions run only on threads that are
inside a call of it.
"""

from __future__ import annotations

import os
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar

_WORKERS = 32
MOST_NESTED = 40
"""Waits within each other on one thread: functions that call each other without end meet this, and not the stack's end."""

_routing = threading.Lock()
"""Guards who waits where; held to look up and to hand over, never while a job runs."""

_local = threading.local()
_workers: ThreadPoolExecutor | None = None


class Place:
    """Somewhere jobs may run: the threads waiting there now, and the jobs that wait for one."""

    pumps: tuple[Pump, ...] = ()
    parked: tuple[Job, ...] = ()
    # Shared defaults instead of __init__: a caller is made for every call, and few ever hold a job.

    def wake(self) -> None:
        """Wake every thread that waits here, to look again whether what it waits for has come."""
        with _routing:
            for pump in self.pumps:
                pump.wake()

    def run_parked(self) -> int:
        """Run the jobs that wait for a thread on this one; gives how many ran.

        Jobs that come meanwhile run too, but not inside one another: called from such a job, it does nothing.
        """
        draining = _draining()
        if self in draining:
            return 0
        draining.add(self)
        ran = 0
        try:
            while True:
                with _routing:
                    if not self.parked:
                        return ran
                    job, self.parked = self.parked[0], self.parked[1:]
                job()
                ran += 1
        finally:
            draining.discard(self)


class Caller(Place):
    """One root call, shared by every call nested in it."""

    _trace_id: str = ""
    asynchronous: bool = False
    """True when the caller awaits, so that no thread of its own can run plain functions."""
    ended: bool = False

    @property
    def trace_id(self) -> str:
        """Sixteen hexadecimal digits, made when first asked for."""
        if not self._trace_id:
            with _routing:  # threads of one call may ask at once
                self._trace_id = self._trace_id or os.urandom(8).hex()
        return self._trace_id

    @trace_id.setter
    def trace_id(self, trace_id: str) -> None:
        self._trace_id = trace_id

    def end(self) -> None:
        """The call is over: what still waits for its thread goes to a worker."""
        with _routing:
            self.ended = True
            left, self.parked = self.parked, ()
        for job in left:
            job.route()


class Home(Place):
    """A foreign host, whose functions run only on threads that are inside a call of it."""


class AsynchronousCaller(Caller):
    """One root call that is awaited."""

    asynchronous = True


current: ContextVar[Caller | None] = ContextVar("bridge_caller", default=None)
"""The root call on whose behalf this code runs."""


class Job:
    """Something to run once, at its caller's or its home's."""

    __slots__ = ("_action", "_caller", "_home")

    def __init__(self, action: Callable[[], object], caller: Caller | None, home: Home | None) -> None:
        self._action, self._caller, self._home = action, caller, home

    def __call__(self) -> None:
        self._action()

    def route(self) -> None:
        """Hand the job to the thread that may run it, now or when one comes."""
        with _routing:
            place: Place | None = self._home or self._caller
            if place is not None and place.pumps:
                self._pump(place).put(self)
                return
            if self._home is not None:
                self._home.parked += (self,)
                return
            if self._caller is not None and not self._caller.ended and not self._caller.asynchronous:
                self._caller.parked += (self,)
                return
        _worker_threads().submit(self._action)

    def _pump(self, place: Place) -> Pump:
        """The caller's own thread if it may run the job, else the thread that came last."""
        if self._caller is not None:
            for pump in self._caller.pumps:
                if pump in place.pumps:
                    return pump
        return place.pumps[-1]


def _worker_threads() -> ThreadPoolExecutor:
    global _workers
    with _routing:
        if _workers is None:
            _workers = ThreadPoolExecutor(_WORKERS, thread_name_prefix="bridge-callback")
        return _workers


def _after_fork() -> None:
    """A copy of this process has none of its other threads, and no lock that they held."""
    global _routing, _workers
    _routing, _workers = threading.Lock(), None
    _local.__dict__.clear()


os.register_at_fork(after_in_child=_after_fork)


def _draining() -> set[Place]:
    try:
        return _local.draining  # type: ignore[no-any-return]
    except AttributeError:
        _local.draining = set()
        return _local.draining  # type: ignore[no-any-return]


class Pump:
    """The jobs of one thread, run while it waits."""

    __slots__ = ("_jobs", "_waits")

    def __init__(self) -> None:
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._waits = 0

    @staticmethod
    def of_this_thread() -> Pump:
        """The calling thread's own pump."""
        try:
            return _local.pump  # type: ignore[no-any-return]
        except AttributeError:
            _local.pump = Pump()
            return _local.pump  # type: ignore[no-any-return]

    @property
    def depth(self) -> int:
        """How many waits of the thread are within each other now."""
        return self._waits

    def put(self, job: Job) -> None:
        self._jobs.put(job)

    def wake(self) -> None:
        """Make the thread look again whether what it waits for has come."""
        self._jobs.put(None)

    def wait(self, is_done: Callable[[], bool], *places: Place | None, timeout: float | None = None) -> bool:
        """Run the jobs of ``places`` on this thread until ``is_done``; False when the time ran out first.

        Whoever makes ``is_done`` true must wake this pump, or a place it waits at. Waits nest: a job may
        wait on the same thread, and serves the jobs of the outer wait meanwhile.
        """
        deadline = None if timeout is None else time.monotonic() + timeout
        here = [(place, place.pumps.count(self)) for place in places if place is not None]
        depth = self._waits
        try:  # an interrupt may come anywhere, in entering too
            self._enter(here)
            while not is_done():
                left = None if deadline is None else max(0.0, deadline - time.monotonic())
                try:
                    job = self._jobs.get(True, left)
                except queue.Empty:
                    return is_done()
                if job is not None:
                    job()
            return True
        finally:
            self._leave(here, depth)

    def _enter(self, places: list[tuple[Place, int]]) -> None:
        with _routing:
            self._waits += 1
            for place, _ in places:
                place.pumps += (self,)
                parked, place.parked = place.parked, ()
                for job in parked:
                    self._jobs.put(job)

    def _leave(self, places: list[tuple[Place, int]], depth: int) -> None:
        left: list[Job] = []
        with _routing:
            self._waits = depth
            for place, before in places:
                if place.pumps.count(self) > before:
                    pumps = list(place.pumps)
                    pumps.remove(self)
                    place.pumps = tuple(pumps)
            if not depth:
                while not self._jobs.empty():
                    job = self._jobs.get_nowait()
                    if job is not None:
                        left.append(job)
            else:  # an outer wait of this thread may have come true meanwhile
                self._jobs.put(None)
        for job in left:
            job.route()
