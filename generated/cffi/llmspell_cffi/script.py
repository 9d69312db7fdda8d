"""Text that runs with a session's functions, and functions that are known by name. Through the C library. Made by bridgegen; change the interface, not this file."""

from __future__ import annotations

from typing import Any

from bridge_cffi import ABSENT, Bridge


class ScriptBridge(Bridge):
    """Text that runs with a session's functions, and functions that are known by name."""

    def register_handler(self, name: Any, handler: Any, description: Any = ABSENT) -> Any:
        """Make a function known by a name."""
        arguments = {
            "name": name,
            "handler": handler,
            "description": description,
        }
        return self._session.call("script.register_handler", arguments)

    def unregister_handler(self, name: Any) -> Any:
        """Forget a handler."""
        arguments = {
            "name": name,
        }
        return self._session.call("script.unregister_handler", arguments)

    def list_handlers(self) -> Any:
        """The session's handlers, in the order in which they were registered."""
        arguments = {}
        return self._session.call("script.list_handlers", arguments)

    def call_handler(self, name: Any, input: Any = ABSENT) -> Any:
        """What a handler makes of an input."""
        arguments = {
            "name": name,
            "input": input,
        }
        return self._session.call("script.call_handler", arguments)
