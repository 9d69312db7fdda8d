"""Text that runs with a session's functions, and functions that are known by name. For asynchronous programs."""

from __future__ import annotations

from typing import Any

from bridge_runtime import clients
from bridge_runtime.values import UNSET, Unset

from .types import HandlerInfo, ScriptHandler


class AsyncScriptBridge(clients.AsyncBridge):
    """Text that runs with a session's functions, and functions that are known by name.

    A handler is a function of the calling program that the session knows by a name: steps of workflows,
    scripts and other programs of the session call it, in whatever language it was written.
    """

    async def register_handler(
        self, name: str, handler: ScriptHandler, description: str | None = None
    ) -> None:
        """Make a function known by a name.

        It stays until it is unregistered or the session closes.

        Args:
            name: What to call it by; unique in the session.
            handler: The function.
            description: What it does.

        Raises:
            HandlerExists: A handler of this name is registered already.
        """
        await self.core.acall(
            "script.register_handler", {"name": name, "handler": handler, "description": description}
        )

    async def unregister_handler(self, name: str) -> None:
        """Forget a handler.

        Args:
            name: The handler.

        Raises:
            HandlerNotFound: No handler has this name.
        """
        await self.core.acall("script.unregister_handler", {"name": name})

    async def list_handlers(self) -> list[HandlerInfo]:
        """The session's handlers, in the order in which they were registered.

        Returns:
            A list. Each: A registered handler.
        """
        result: list[HandlerInfo] = await self.core.acall("script.list_handlers", {})
        return result

    async def call_handler(self, name: str, input: Any | Unset | None = UNSET) -> Any:
        """What a handler makes of an input.

        Args:
            name: The handler.
            input: Any JSON value; null when left out.

        Raises:
            HandlerNotFound: No handler has this name.
            HandlerFailed: A handler ended in an error, which is this one's cause.
        """
        result: Any = await self.core.acall("script.call_handler", {"name": name, "input": input})
        return result
