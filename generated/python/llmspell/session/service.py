"""What an implementation of session provides."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, Generic, TypeVar

from bridge_runtime.callbacks import Callback
from bridge_runtime.resources import Resource
from bridge_runtime.service import Service

from ..shared.types import ErrorInfo
from .types import (
    BatchCall,
    BatchOptions,
    BatchOutcome,
    ConversionInfo,
    ConversionPath,
    SessionInfo,
    SessionMetrics,
    SessionOptions,
)

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
    async def convert(self, value: Any, source_type: str, target_type: str) -> Any:
        """Turn a value of one type into another.

        Types of the interface are named with their module, `tool.ToolResult`; `text` is any string; other names are the
        program's own, and may be any JSON. The way of least cost is taken, over several conversions where there is none
        that leads there directly, and the value is checked against each type on the way. A type converts to itself.
        `session.list_conversions` tells what is known, `session.find_conversion` which way is taken.

        Raises session.unknown_conversion, session.conversion_failed.
        """

    @abstractmethod
    def register_conversion(
        self,
        source_type: str,
        target_type: str,
        converter: Callback[[Any], Any],
        cost: float = 1.0,
        name: str | None = None,
    ) -> str:
        """Teach the session to turn one type into another.

        The conversion is used by its cost wherever it lies on the cheapest way, also in the middle of a
        longer one. Those that every session knows cost 10 and more, but for the ones that only call a value
        by a wider type: one of your own at its usual cost of 1 goes before them. Names that begin with a
        module of the interface must be types of it.

        Raises session.invalid_conversion, session.conversion_exists.
        """

    @abstractmethod
    def unregister_conversion(self, name: str) -> None:
        """Forget a conversion.

        Raises session.conversion_not_found.
        """

    @abstractmethod
    def list_conversions(
        self, source_type: str | None = None, target_type: str | None = None
    ) -> list[ConversionInfo]:
        """The conversions that the session knows, in the order of their names."""

    @abstractmethod
    def find_conversion(self, source_type: str, target_type: str) -> ConversionPath:
        """The way that a conversion takes, without converting anything.

        Of several ways that cost as much, the one of fewer steps; of several as short, the one whose names
        come first.

        Raises session.unknown_conversion.
        """

    @abstractmethod
    def get_last_error(self, session: SessionT | None = None) -> ErrorInfo | None:
        """The last error that a call of a session ended in.

        Raises session.not_found.
        """
