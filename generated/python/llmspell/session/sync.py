"""Sessions within sessions, many calls in one, and what went wrong last. For synchronous programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from bridge_runtime import clients

from ..shared.types import ErrorInfo
from .types import (
    BatchCall,
    BatchOptions,
    BatchOutcome,
    ConversionInfo,
    ConversionPath,
    Converter,
    SessionInfo,
    SessionMetrics,
    SessionOptions,
)

if TYPE_CHECKING:
    from ..session_ import Session


class SessionBridge(clients.Bridge):
    """Sessions within sessions, many calls in one, and what went wrong last.

    A session owns its agents, tools, memory, subscriptions and permissions, and shares none of them. A
    session that is opened here is a child: it may do at most what its parent may, and closes with it.
    """

    def open(self, *, name: str | None = None, permissions: dict[str, Any] | None = None) -> Session:
        """Open a session within this one.

        Args:
            name: What to call it; its handle when left out.
            permissions: Each permission with true or a list: {"fs.read": ["data"], "llm": true}. All that the parent has
                when left out; never more.

        Returns:
            A session that another one has opened.

        Raises:
            PermissionExceeded: A session was to get a permission that its parent does not have.
            TooDeep: Sessions within sessions go too deep.
        """
        options = clients.optional(SessionOptions, name=name, permissions=permissions)
        from ..session_ import Session

        result = self.core.call("session.open", {"options": options})
        return Session.of(result)

    def close(self, session: Session | str) -> None:
        """Close a session that was opened here, and release all it holds.

        Args:
            session: The session.

        Raises:
            NotFound: No session has this handle; it was closed, or never was.
            provider.ScriptUnfinished: A scripted provider goes, and some of its steps were never reached.
        """
        self.core.call("session.close", {"session": session})

    def get_info(self, session: Session | str | None = None) -> SessionInfo:
        """What is known of a session.

        Args:
            session: A session that was opened here; this one when left out.

        Raises:
            NotFound: No session has this handle; it was closed, or never was.
        """
        result: SessionInfo = self.core.call("session.get_info", {"session": session})
        return result

    def batch(
        self,
        calls: Sequence[BatchCall | dict[str, Any]],
        *,
        stop_on_error: bool | None = None,
        concurrency: int | None = None,
    ) -> list[BatchOutcome]:
        """Many calls in one.

        Every call is checked, permitted and hooked as if it were made alone, and has an outcome of its own,
        in the order of the calls. Functions that take or give a stream or a callback cannot be part of a
        batch, nor can another batch.

        Args:
            calls: The calls.
            stop_on_error: Leave out the calls after the first that fails. Default: False.
            concurrency: How many calls may be under way at once. Default: 1.

        Returns:
            A list. Each: What came of one call of a batch.
        """
        options = clients.optional(BatchOptions, stop_on_error=stop_on_error, concurrency=concurrency)
        result: list[BatchOutcome] = self.core.call("session.batch", {"calls": calls, "options": options})
        return result

    def get_metrics(self) -> SessionMetrics:
        """What keeping results and making calls together has saved.

        Returns:
            What a session has saved.
        """
        result: SessionMetrics = self.core.call("session.get_metrics", {})
        return result

    def clear_cache(self, function: str | None = None) -> int:
        """Forget the results that are kept.

        The next call of each function is made again. What is kept ends with the session in any case.

        Args:
            function: The full name of one function: "provider.count_tokens"; all when left out.

        Raises:
            NotMemoized: The function keeps no results, or there is none of this name.
        """
        result: int = self.core.call("session.clear_cache", {"function": function})
        return result

    def convert(self, value: Any, source_type: str, target_type: str) -> Any:
        """Turn a value of one type into another.

        Types of the interface are named with their module, `tool.ToolResult`; `text` is any string; other names are the
        program's own, and may be any JSON. The way of least cost is taken, over several conversions where there is none
        that leads there directly, and the value is checked against each type on the way. A type converts to itself.
        `session.list_conversions` tells what is known, `session.find_conversion` which way is taken.

        Args:
            value: The value.
            source_type: What it is: "tool.ToolResult".
            target_type: What it is to become: "shared.Message".

        Raises:
            UnknownConversion: Nothing converts between these types.
            ConversionFailed: The value is not of the type it is said to be, or cannot be converted.
        """
        result: Any = self.core.call(
            "session.convert", {"value": value, "source_type": source_type, "target_type": target_type}
        )
        return result

    def register_conversion(
        self,
        source_type: str,
        target_type: str,
        converter: Converter,
        cost: float = 1.0,
        name: str | None = None,
    ) -> str:
        """Teach the session to turn one type into another.

        The conversion is used by its cost wherever it lies on the cheapest way, also in the middle of a
        longer one. Those that every session knows cost 10 and more, but for the ones that only call a value
        by a wider type: one of your own at its usual cost of 1 goes before them. Names that begin with a
        module of the interface must be types of it.

        Args:
            source_type: From: "shop.Order".
            target_type: To: "text".
            converter: Makes one of the other.
            cost: What taking it costs; ways are compared by the sum of their costs.
            name: What to call it; "shop.Order to text" when left out.

        Raises:
            InvalidConversion: There can be no conversion between these types.
            ConversionExists: A conversion of this name is registered already.
        """
        result: str = self.core.call(
            "session.register_conversion",
            {
                "source_type": source_type,
                "target_type": target_type,
                "converter": converter,
                "cost": cost,
                "name": name,
            },
        )
        return result

    def unregister_conversion(self, name: str) -> None:
        """Forget a conversion.

        Args:
            name: The conversion.

        Raises:
            ConversionNotFound: No conversion has this name.
        """
        self.core.call("session.unregister_conversion", {"name": name})

    def list_conversions(
        self, source_type: str | None = None, target_type: str | None = None
    ) -> list[ConversionInfo]:
        """The conversions that the session knows, in the order of their names.

        Args:
            source_type: Only those from this type.
            target_type: Only those to this type.

        Returns:
            A list. Each: One way from a type to another.
        """
        result: list[ConversionInfo] = self.core.call(
            "session.list_conversions", {"source_type": source_type, "target_type": target_type}
        )
        return result

    def find_conversion(self, source_type: str, target_type: str) -> ConversionPath:
        """The way that a conversion takes, without converting anything.

        Of several ways that cost as much, the one of fewer steps; of several as short, the one whose names
        come first.

        Args:
            source_type: From.
            target_type: To.

        Returns:
            The way from a type to another.

        Raises:
            UnknownConversion: Nothing converts between these types.
        """
        result: ConversionPath = self.core.call(
            "session.find_conversion", {"source_type": source_type, "target_type": target_type}
        )
        return result

    def get_last_error(self, session: Session | str | None = None) -> ErrorInfo | None:
        """The last error that a call of a session ended in.

        Args:
            session: A session that was opened here; this one when left out.

        Returns:
            An error as data, as it stands in events and results. None when there is none.

        Raises:
            NotFound: No session has this handle; it was closed, or never was.
        """
        result: ErrorInfo | None = self.core.call("session.get_last_error", {"session": session})
        return result
