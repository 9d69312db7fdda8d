"""Text that runs with a session's functions, and functions that are known by name. Through the C library. Made by bridgegen; change the interface, not this file."""

from __future__ import annotations

from typing import Any

from bridge_cffi import ABSENT, Bridge


class ScriptBridge(Bridge):
    """Text that runs with a session's functions, and functions that are known by name."""

    def execute(self, engine: Any, source: Any, options: Any = ABSENT) -> Any:
        """Run a script's text."""
        arguments = {
            "engine": engine,
            "source": source,
            "options": options,
        }
        return self._session.call("script.execute", arguments)

    def execute_file(self, path: Any, engine: Any = ABSENT, options: Any = ABSENT) -> Any:
        """Run a script file."""
        arguments = {
            "path": path,
            "engine": engine,
            "options": options,
        }
        return self._session.call("script.execute_file", arguments)

    def validate(self, engine: Any, source: Any) -> Any:
        """Check that a script can be read, without running it."""
        arguments = {
            "engine": engine,
            "source": source,
        }
        return self._session.call("script.validate", arguments)

    def list_engines(self) -> Any:
        """The engines, those that are not installed too."""
        arguments = {}
        return self._session.call("script.list_engines", arguments)

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

    def call_handler(self, name: Any, input: Any) -> Any:
        """What a handler makes of an input."""
        arguments = {
            "name": name,
            "input": input,
        }
        return self._session.call("script.call_handler", arguments)
