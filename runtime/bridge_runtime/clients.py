"""Base classes of the generated facades: bridges, resources and streams of sync and async sessions."""

from __future__ import annotations

from collections.abc import AsyncIterator
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from bridge_runtime.values import UNSET

if TYPE_CHECKING:
    from typing import Self

    from bridge_runtime.resources import Resource as Live
    from bridge_runtime.session import Session as Core
    from bridge_runtime.streams import Stream

ItemT = TypeVar("ItemT")


def given(**fields: Any) -> dict[str, Any]:
    """The fields that were given: all that are not ``UNSET``."""
    return {name: value for name, value in fields.items() if value is not UNSET}


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
        """Its id, the same on every surface: "agent_1"."""
        return self._live.handle

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
        self._stream: Stream[ItemT] | None = None
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
