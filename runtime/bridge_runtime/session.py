"""A session: what one caller has, and nobody else; closing it releases all of it."""

from __future__ import annotations

import asyncio
import logging
import threading
import warnings
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from typing import Any, ClassVar, Protocol
from weakref import WeakSet

from bridge_runtime import closing, contract, spec
from bridge_runtime.batches import Batches
from bridge_runtime.callbacks import Callback, Foreign
from bridge_runtime.errors import BridgeError, InvalidHandle, SessionClosed, Unsupported
from bridge_runtime.events import EventBus
from bridge_runtime.options import read_options
from bridge_runtime.permissions import Permissions
from bridge_runtime.portal import Portal, Ticket, Work
from bridge_runtime.pump import Caller, Home
from bridge_runtime.resources import HandleTable, Resource
from bridge_runtime.service import Service
from bridge_runtime.signatures import CallbackSignature, Incoming, Outgoing
from bridge_runtime.streams import BlockingStream, Stream
from bridge_runtime.waist import Waist

_log = logging.getLogger(__name__)

ServiceSource = Service | Callable[["Session"], Service]


class Watcher(Protocol):
    """Somebody who wants to know of a session and of all within it."""

    def opened(self, session: Session) -> None:
        """A session was opened within one that is watched, and inherits its watchers."""

    def failed(self, error: BridgeError) -> None:
        """A call ends in ``error``; told again at each call around it."""


class Session(Resource):
    """The core of a session, below every surface; a child session is a resource of its parent.

    ``call`` and ``acall`` take and give Python values, ``call_json`` and ``acall_json`` plain JSON in which
    handles, callbacks and streams are string ids.
    """

    everywhere: ClassVar[list[Watcher]] = []
    """Watchers of every session that this process opens from now on."""

    def __init__(
        self,
        interface: spec.Interface,
        options: Mapping[str, Any] | None = None,
        *,
        services: Mapping[str, ServiceSource] | None = None,
        parent: Session | None = None,
        asynchronous: bool = False,
    ) -> None:
        """Raises InvalidArgument for bad options, PermissionDenied for more than the parent has.

        ``services`` replaces the interface's implementation, bridge by bridge; a child inherits its parent's.
        """
        self.interface = interface
        self.parent = parent
        self.depth: int = 0 if parent is None else parent.depth + 1
        self.asynchronous: bool = asynchronous if parent is None else parent.asynchronous
        self.options = read_options(interface, options, parent)
        self.permissions: Permissions = Permissions(
            interface.permissions,
            self.options.permissions,
            within=None if parent is None else parent.permissions,
        )
        self.handles = HandleTable(interface, self.options.limits.handles)
        self.events: EventBus = EventBus(
            self.options.record_events, None if parent is None else parent.events
        )
        self.portal: Portal = Portal(f"{interface.name}-session") if parent is None else parent.portal
        self.incoming = Incoming(self)
        self.outgoing = Outgoing(self)
        self.present: Callable[[Resource], Any] | None = None
        """What a surface shows a Python callback in place of a live object; set by facades."""
        self.foreign: dict[str, Any] = {}
        """Functions that callers passed in, by their ids."""
        self.callback_prefix: str = ""
        """What the ids of functions begin with."""
        self.points: Mapping[str, Sequence[Any]] = {}
        """What a service has put around the calls of others, by the name of the point that they pass; replaced as a whole."""
        self.streams: WeakSet[Any] = WeakSet()
        self.last_error: BridgeError | None = None
        self.watchers: list[Watcher] = list(Session.everywhere if parent is None else parent.watchers)
        """Are told of the errors that calls end in, and of every session that is opened within this one."""
        self.closed = False
        self._sources: dict[str, ServiceSource] = {**(parent._sources if parent else {}), **(services or {})}
        self._services: dict[str, Service] = {}
        self._callback_signatures: dict[str, CallbackSignature] = {}
        self._numbers = count(1)
        self._lock = threading.RLock()
        self.tickets: set[Ticket] = set()
        """Calls under way on the portal, which closing cancels."""
        self._tasks: set[asyncio.Task[Any]] = set()
        self._cancelled: set[asyncio.Task[Any]] = set()
        self.waist = Waist(self)
        self.batches = Batches(self)
        for watcher in self.watchers:
            watcher.opened(self)

    # --- calls

    def call(self, name: str, arguments: dict[str, Any]) -> Any:
        """Call a function with Python values; blocks until it returned. A stream is a BlockingStream."""
        return self.waist.typed[name](arguments)

    async def acall(self, name: str, arguments: dict[str, Any]) -> Any:
        """Call a function with Python values, on the running loop. A stream is a Stream."""
        return await self.waist.async_typed[name](arguments)

    def call_json(self, name: str, arguments: dict[str, Any], *, home: Home | None = None) -> Any:
        """Call a function with JSON values; blocks until it returned. A stream is a BlockingStream of JSON.

        ``home`` is the foreign host that calls: its callbacks run on this thread meanwhile.
        """
        entry = self.waist.json[name]
        if home is None:
            return entry(arguments)
        try:
            return entry(arguments, home)
        finally:
            if home.parked:
                home.run_parked()

    async def acall_json(self, name: str, arguments: dict[str, Any]) -> Any:
        """Call a function with JSON values, on the running loop. A stream is a Stream of JSON."""
        return await self.waist.async_json[name](arguments)

    def forget(self, name: str | None = None) -> int:
        """Drop what ``memoize`` keeps for the function ``name``, or for all; gives how many results there were."""
        return self.waist.forget(name)

    def run(self, work: Work, caller: Caller | None = None, home: Home | None = None) -> Any:
        """Run a coroutine on the session's loop and wait for it, from any other thread."""
        return self.portal.call(work, caller, home, group=self.tickets)

    # --- what belongs to the session

    def service(self, bridge: str) -> Service:
        """The implementation of a bridge; made, and held to its contract, on first use.

        Raises BrokenInstallation when there is none or it is not complete.
        """
        found = self._services.get(bridge)
        if found is None:
            with self._lock:
                found = self._services.get(bridge) or self._make_service(bridge)
        return found

    def _make_service(self, bridge: str) -> Service:
        source = self._sources.get(bridge)
        if source is None:
            source = contract.maker(self.interface, bridge)
        service = source if isinstance(source, Service) else source(self)
        contract.check(self.interface.bridge(bridge), service)
        self._services[bridge] = service
        return service

    def callback_signature(self, name: str) -> CallbackSignature:
        """The checked signature of a callback type of the interface."""
        found = self._callback_signatures.get(name)
        if found is None:
            found = CallbackSignature(self.interface.callback(name), self)
            self._callback_signatures[name] = found
        return found

    def add_callback(self, function: Callable[[list[Any]], Any], home: Home) -> str:
        """Register a function of a foreign host; gives the id that stands for it in JSON."""
        id = f"{self.callback_prefix}callback_{next(self._numbers)}"
        self.foreign[id] = Foreign(id, function, home)
        return id

    def release_callback(self, id: str) -> bool:
        """Forget a function of a foreign host; calling it from now on fails. False for an unknown id."""
        found = self.foreign.pop(id, None)
        if isinstance(found, Foreign):
            found.released = True
        return found is not None

    def name_callback(self, callback: Callback[..., Any]) -> None:
        """Give a callback an id, for a result that holds it."""
        if not callback.id:
            callback.id = f"callback_{next(self._numbers)}"
            self.foreign[callback.id] = callback.function

    def running_loop(self) -> asyncio.AbstractEventLoop | None:
        """The loop on which the session's coroutines run."""
        if self.closed and not self.portal.started:
            return None
        return self.portal.loop

    def inner(self, handle: str) -> Session:
        """The session that was opened in this one and has this handle; raises SessionClosed when there is none."""
        for resource in self.handles:
            if resource.handle == handle and isinstance(resource, Session):
                return resource
        raise SessionClosed(f"the session {handle} is closed")

    def child(self, resource: str, handle: str) -> Session:
        """The same, with the kind of resource that it is to be; raises what an unknown handle of that kind does."""
        found = self.handles.get(resource, handle)
        if not isinstance(found, Session):
            raise InvalidHandle(resource=resource, handle=handle)
        return found

    def release(self, resource: Resource) -> None:
        """Take a resource's handle and close it; nothing happens the second time.

        Raises the BridgeError of a resource that does not end as it should; it is released all the same.
        """
        if not self.handles.remove(resource):
            return
        if not resource.closes_async:
            closing.tell(closing.close_now(resource))
        elif self.portal.is_this_thread:
            task = self.portal.loop.create_task(closing.close_and_log(resource))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        else:
            closing.tell(self.portal.call(lambda: closing.close(resource)))

    async def arelease(self, resource: Resource) -> None:
        """Take a resource's handle and close it; nothing happens the second time.

        Raises the BridgeError of a resource that does not end as it should; it is released all the same.
        """
        if self.handles.remove(resource):
            closing.tell(await closing.close(resource))

    # --- the session's own loop

    def attach(self) -> None:
        """Make the running loop the session's own, if it has none; raises Unsupported when it has another."""
        portal = self.portal
        if not portal.started:
            portal.attach()
            root: Session | None = self
            while root is not None:
                root.asynchronous = True
                root.waist.clear()
                root = root.parent
        elif not portal.is_this_thread:
            raise Unsupported(detail="the session runs on another event loop; open one session for each loop")

    def enter(self) -> asyncio.Task[Any] | None:
        """A call begins in the current task, which closing the session will cancel."""
        self.attach()
        task = asyncio.current_task()
        if task is None or task in self._tasks:
            return None
        self._tasks.add(task)
        return task

    def leave(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        self._cancelled.discard(task)

    def was_cancelled(self, task: asyncio.Task[Any]) -> bool:
        """Whether it was this session's close that cancelled the task."""
        return task in self._cancelled

    # --- the end

    def close(self, *, quietly: bool = False) -> None:
        """Cancel what runs, and release all that is left, newest first. Safe to call twice.

        Raises the first BridgeError of what did not end as it should, after all is released; the others, and with
        ``quietly`` that one too, are logged. On the session's own loop, closing goes on in the background, and all
        are logged; await ``aclose`` there. In a fork of the process that opened the session nothing is released.
        """
        if not self._begin_close():
            return
        if self.portal.is_this_thread:
            task = self.portal.loop.create_task(self._release_and_stop(quietly=True))
            self._cancelled.add(task)
            task.add_done_callback(self._cancelled.discard)
            return
        if self.portal.is_left_behind:
            return  # what is left is the other process's to release
        for stream in list(self.streams):
            if isinstance(stream, BlockingStream):
                stream.end()
        try:
            if self.portal.started or self._closes_async():
                error = self.portal.call(self._release_all)
            else:
                error = closing.at_once(self._release_all())
        finally:
            if self.parent is None:
                self.portal.stop()
        self._tell(error, quietly)

    async def aclose(self, *, quietly: bool = False) -> None:
        """Cancel what runs, and release all that is left, newest first. Safe to call twice.

        Raises the first BridgeError of what did not end as it should, after all is released; the others, and with
        ``quietly`` that one too, are logged.
        """
        if not self._begin_close():
            return
        if self.portal.started and not self.portal.is_this_thread:
            self.closed = False
            await asyncio.to_thread(self.close, quietly=quietly)
            return
        await self._release_and_stop(quietly)

    async def _release_and_stop(self, quietly: bool) -> None:
        try:
            error = await self._release_all()
        finally:
            if self.parent is None:
                self.portal.stop()
        self._tell(error, quietly)

    def _tell(self, error: BridgeError | None, quietly: bool) -> None:
        if error is None:
            return
        error.trace_id = error.trace_id or Caller().trace_id
        self.last_error = error
        if not quietly:
            raise error
        _log.warning("closing %r: %s", self.options.name or self.handle or "a session", error)

    def __del__(self) -> None:
        if getattr(self, "closed", True) or self.parent is not None or not self.portal.started:
            return
        warnings.warn(
            f"{self!r} was dropped without being closed; use `with`, or close it", ResourceWarning, 2
        )
        self.portal.stop(wait=False)

    def _begin_close(self) -> bool:
        with self._lock:
            if self.closed:
                return False
            self.closed = True
        self.waist.clear()
        if self.parent is not None:
            self.parent.handles.remove(self)
        return True

    @property
    def closes_async(self) -> bool:
        return not self.closed

    def _closes_async(self) -> bool:
        return any(resource.closes_async for resource in self.handles) or any(
            type(service)._aclose is not Service._aclose for service in self._services.values()
        )

    async def _release_all(self) -> BridgeError | None:
        """Release everything; gives the first error that a caller should see."""
        await self._cancel_calls()
        found: list[BridgeError | None] = []
        for stream in list(self.streams):
            if isinstance(stream, Stream):
                found.append(await closing.awaited(stream.aclose(), stream))
        for resource in self.handles.newest_first():
            if self.handles.remove(resource):
                found.append(await closing.close(resource))
        for service in reversed(list(self._services.values())):
            if type(service)._aclose is not Service._aclose:
                found.append(await closing.awaited(service._aclose(), service))
            found.append(closing.called(service._close, service))
        self.events.clear()
        self.foreign.clear()
        return closing.first(*found)

    async def _cancel_calls(self) -> None:
        for ticket in list(self.tickets):
            ticket.cancel(SessionClosed)
        tasks = self._tasks - {asyncio.current_task()} if self._tasks else set()
        for task in tasks:
            self._cancelled.add(task)
            task.cancel()
        while self.tickets or any(task in self._tasks for task in tasks):
            await asyncio.sleep(0)
