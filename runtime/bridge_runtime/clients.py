"""Base classes of the generated facades: sessions, bridges, resources, streams and event types."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, overload

from bridge_runtime.streams import BlockingStream as Stream
from bridge_runtime.values import UNSET

if TYPE_CHECKING:
    from typing import Self

    from bridge_runtime.events import Event, Subscription
    from bridge_runtime.records import Record
    from bridge_runtime.resources import Resource as Live
    from bridge_runtime.session import ServiceSource
    from bridge_runtime.session import Session as Core
    from bridge_runtime.signatures import Checked
    from bridge_runtime.spec import Interface
    from bridge_runtime.streams import Stream as CoreStream

__all__ = [
    "AsyncBridge",
    "AsyncResource",
    "AsyncSession",
    "AsyncStream",
    "Bridge",
    "EventType",
    "Resource",
    "Session",
    "Stream",
    "given",
    "optional",
]

ItemT = TypeVar("ItemT")
PayloadT = TypeVar("PayloadT")
RecordT = TypeVar("RecordT", bound="Record")


def given(**fields: Any) -> dict[str, Any]:
    """The fields that were given: all that are not ``UNSET``."""
    return {name: value for name, value in fields.items() if value is not UNSET}


def optional(record: type[RecordT], **fields: Any) -> RecordT | None:
    """A record of the fields that were given; None when none was."""
    absent = record.__absent_when_none__
    for name, value in fields.items():
        if value is not UNSET and (value is not None or name not in absent):
            made = record(**fields)
            return made if made.model_fields_set else None
    return None


class EventType(str, Generic[PayloadT]):
    """The type of an event, "desk.start", which knows the payload it carries."""

    __slots__ = ()


class _Session:
    """What a synchronous and an asynchronous session have in common."""

    _interface: ClassVar[Interface]
    _asynchronous: ClassVar[bool]

    core: Core
    """The session below this facade, which every other surface could share."""

    def __init__(
        self,
        *,
        permissions: Mapping[str, Any] | None = None,
        record_events: bool = False,
        limits: Mapping[str, Any] | None = None,
        name: str = "",
        services: Mapping[str, ServiceSource] | None = None,
    ) -> None:
        """Open a session.

        Args:
            permissions: What its calls may do: permission to True, or to the list of what is allowed
                (``{"fs.read": ["."]}``). The interface's defaults when not given.
            record_events: Keep every event, for ``runtime.recorded_events``.
            limits: ``call_seconds`` and ``handles``; no limit when not given.
            name: For logs.
            services: Implementations to use in place of the interface's own, bridge by bridge: a service,
                or a function that makes one for a session.

        Raises:
            InvalidArgument: An option is not what it must be.
        """
        from bridge_runtime.session import Session as Core

        options = {"record_events": record_events, "name": name, "permissions": permissions, "limits": limits}
        self.core = Core(self._interface, options, services=services, asynchronous=self._asynchronous)

    @classmethod
    def of(cls, core: Core) -> Self:
        """The facade of a session that is there already, such as one that another session opened."""
        self = cls.__new__(cls)
        self.core = core
        return self

    @property
    def handle(self) -> str:
        """Its id among the resources of the session that opened it; empty for one that a program opened."""
        return self.core.handle

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.core.options.name or self.handle or hex(id(self.core))}>"

    @overload
    def on(
        self, event: EventType[PayloadT], receiver: Callable[[Event[PayloadT]], object]
    ) -> Subscription: ...

    @overload
    def on(self, event: str, receiver: Callable[[Event[Any]], object]) -> Subscription: ...

    def on(self, event: str, receiver: Callable[[Event[Any]], object]) -> Subscription:
        """Call ``receiver`` with every later event of a type, or of a pattern (``"desk.*"``).

        It runs on the thread that emits the event, so it should be quick and must not wait for this session.
        ``subscription.cancel()`` ends it.
        """
        from bridge_runtime.events import Event

        payloads = _Payloads(self.core.interface)

        def receive(happened: Event[Any]) -> None:
            receiver(Event(happened.type, payloads.typed(happened), happened.sequence))

        return self.core.events.subscribe(str(event), receive)


class _Payloads:
    """Makes payloads the records that the interface declares; an implementation may emit plain dicts."""

    def __init__(self, interface: Interface) -> None:
        self._interface = interface
        self._checked: dict[str, Checked | None] = {}

    def typed(self, event: Event[Any]) -> Any:
        if not isinstance(event.data, dict):
            return event.data
        if event.type not in self._checked:
            self._checked[event.type] = self._find(event.type)
        checked = self._checked[event.type]
        return event.data if checked is None else checked.validate(event.data)

    def _find(self, type: str) -> Checked | None:
        from bridge_runtime.signatures import Checked

        module = type.partition(".")[0]
        known = self._interface.bridge(module).events if module in self._interface.modules else {}
        return Checked(known[type].payload, f"the payload of {type}") if type in known else None


class Session(_Session):
    """A synchronous session: calls block until they are done."""

    _asynchronous = False

    def close(self) -> None:
        """Cancel what runs, and release all that is left, newest first. Safe to call twice.

        Raises the first error of what did not end as it should, after all is released.
        """
        self.core.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.core.close(quietly=error is not None)  # the body's own error is the one to see


class AsyncSession(_Session):
    """An asynchronous session: calls are awaited, on one event loop."""

    _asynchronous = True

    async def aclose(self) -> None:
        """Cancel what runs, and release all that is left, newest first. Safe to call twice.

        Raises the first error of what did not end as it should, after all is released.
        """
        await self.core.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.core.aclose(quietly=error is not None)  # the body's own error is the one to see


class Bridge:
    """The functions of one bridge, in a synchronous session."""

    __slots__ = ("core",)

    def __init__(self, core: Core) -> None:
        self.core = core
        """The session these functions are called in."""


class AsyncBridge(Bridge):
    """The functions of one bridge, in an asynchronous session."""

    __slots__ = ()


class Resource:
    """A live thing of a session, behind its handle."""

    __slots__ = ("_live", "core")

    def __init__(self, core: Core, live: Live) -> None:
        self.core = core
        self._live = live

    @classmethod
    def of(cls, core: Core, live: Live) -> Self:
        """The facade of a live object of ``core``."""
        return cls(core, live)

    @property
    def handle(self) -> str:
        """Its id, the same on every surface: "desk_1"."""
        return self._live.handle

    @property
    def is_live(self) -> bool:
        """False once it was released, by its own function or at the session's close."""
        return self.core.handles.spec_of(self._live) is not None

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.handle}>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Resource) and other._live is self._live

    def __hash__(self) -> int:
        return hash(self._live)


class AsyncResource(Resource):
    """A live thing of an asynchronous session, behind its handle."""

    __slots__ = ()


class AsyncStream(Generic[ItemT]):
    """The items of one streaming call; the call is made when the first item is asked for.

    ``async for`` gives the items; ``aclose``, or ``async with``, ends the call early.
    """

    __slots__ = ("_arguments", "_core", "_name", "_stream", "finished")

    def __init__(self, core: Core, name: str, arguments: dict[str, Any]) -> None:
        self._core, self._name, self._arguments = core, name, arguments
        self._stream: CoreStream[ItemT] | None = None
        self.finished = False

    def __aiter__(self) -> AsyncIterator[ItemT]:
        return self

    async def __anext__(self) -> ItemT:
        if self.finished:
            raise StopAsyncIteration
        try:
            if self._stream is None:
                self._stream = await self._core.acall(self._name, self._arguments)
            assert self._stream is not None
            return await self._stream.__anext__()
        except BaseException:
            self.finished = self._stream is None or self._stream.finished
            raise

    async def aclose(self) -> None:
        """End the call; what the implementation holds for it is let go before this returns."""
        self.finished = True
        if self._stream is not None:
            await self._stream.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()
