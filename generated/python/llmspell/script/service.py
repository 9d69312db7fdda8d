"""What an implementation of script provides."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from bridge_runtime.callbacks import Callback
from bridge_runtime.service import Service
from bridge_runtime.values import UNSET, Unset

from .types import HandlerInfo


class ScriptService(Service):
    """Text that runs with a session's functions, and functions that are known by name.

    A handler is a function of the calling program that the session knows by a name: steps of workflows,
    scripts and other programs of the session call it, in whatever language it was written.
    """

    @abstractmethod
    def register_handler(
        self, name: str, handler: Callback[[Any], Any], description: str | None = None
    ) -> None:
        """Make a function known by a name.

        It stays until it is unregistered or the session closes.

        Raises script.handler_exists.
        """

    @abstractmethod
    def unregister_handler(self, name: str) -> None:
        """Forget a handler.

        Raises script.handler_not_found.
        """

    @abstractmethod
    def list_handlers(self) -> list[HandlerInfo]:
        """The session's handlers, in the order in which they were registered."""

    @abstractmethod
    async def call_handler(self, name: str, input: Any | Unset | None = UNSET) -> Any:
        """What a handler makes of an input.

        Raises script.handler_not_found, script.handler_failed.
        """
