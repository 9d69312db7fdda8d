"""What an implementation of session provides."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, Generic, TypeVar

from bridge_runtime.resources import Resource
from bridge_runtime.service import Service

from ..shared.types import ErrorInfo
from .types import BatchCall, BatchOptions, BatchOutcome, SessionInfo, SessionMetrics, SessionOptions

SessionT = TypeVar("SessionT", bound=Resource)


class SessionService(Service, Generic[SessionT]):
    """Sessions within sessions, many calls in one, and what went wrong last.

    A session owns its agents, tools, memory, subscriptions and permissions, and shares none of them. A
    session that is opened here is a child: it may do at most what its parent may, and closes with it.
    """

    @abstractmethod
    def open(self, options: SessionOptions | None = None) -> SessionT:
        """Open a session within this one.

        Raises session.permission_exceeded, session.too_deep.
        """

    @abstractmethod
    async def close(self, session: SessionT) -> None:
        """Close a session that was opened here, and release all it holds.

        Raises session.not_found, provider.script_unfinished.
        """

    @abstractmethod
    def get_info(self, session: SessionT | None = None) -> SessionInfo:
        """What is known of a session.

        Raises session.not_found.
        """

    @abstractmethod
    async def batch(self, calls: list[BatchCall], options: BatchOptions | None = None) -> list[BatchOutcome]:
        """Many calls in one.

        Every call is checked, permitted and hooked as if it were made alone, and has an outcome of its own,
        in the order of the calls. Functions that take or give a stream or a callback cannot be part of a
        batch, nor can another batch.
        """

    @abstractmethod
    def get_metrics(self) -> SessionMetrics:
        """What keeping results and making calls together has saved."""

    @abstractmethod
    def clear_cache(self, function: str | None = None) -> int:
        """Forget the results that are kept.

        The next call of each function is made again. What is kept ends with the session in any case.

        Raises session.not_memoized.
        """

    @abstractmethod
    def convert(self, value: Any, source_type: str, target_type: str) -> Any:
        """Turn a value of one type of the interface into another.

        Types are named with their module: `tool.ToolResult`. The value is checked against the first type,
        what comes out against the second. A type converts to itself. Known besides: `tool.ToolResult`,
        `memory.MemoryMatch`, `event.Event`, `shared.ErrorInfo` and `text` to `shared.Message`;
        `shared.Message` to `text`; `tool.ToolDescription` to `shared.ToolSpec`.

        Raises session.unknown_conversion, session.conversion_failed.
        """

    @abstractmethod
    def get_last_error(self, session: SessionT | None = None) -> ErrorInfo | None:
        """The last error that a call of a session ended in.

        Raises session.not_found.
        """
