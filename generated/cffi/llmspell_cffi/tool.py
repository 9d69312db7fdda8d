"""What a model may do besides talking, and the functions that do it. Through the C library. Made by bridgegen; change the interface, not this file."""

from __future__ import annotations

from typing import Any

from bridge_cffi import ABSENT, Bridge


class ToolBridge(Bridge):
    """What a model may do besides talking, and the functions that do it."""

    def register(self, definition: Any) -> Any:
        """Add a tool to the session."""
        arguments = {
            "definition": definition,
        }
        return self._session.call("tool.register", arguments)

    def unregister(self, name: Any) -> Any:
        """Remove a tool from the session."""
        arguments = {
            "name": name,
        }
        return self._session.call("tool.unregister", arguments)

    def execute(self, name: Any, arguments_: Any, options: Any = ABSENT) -> Any:
        """Run a tool."""
        arguments = {
            "name": name,
            "arguments": arguments_,
            "options": options,
        }
        return self._session.call("tool.execute", arguments)

    def wait(self, execution: Any, timeout_seconds: Any = ABSENT) -> Any:
        """The outcome of an asynchronous execution."""
        arguments = {
            "execution": execution,
            "timeout_seconds": timeout_seconds,
        }
        return self._session.call("tool.wait", arguments)

    def discover(self, query: Any = ABSENT) -> Any:
        """Find tools by words, category and tags, best match first."""
        arguments = {
            "query": query,
        }
        return self._session.call("tool.discover", arguments)

    def list(self, category: Any = ABSENT) -> Any:
        """The session's tools, in the order of their names."""
        arguments = {
            "category": category,
        }
        return self._session.call("tool.list", arguments)

    def get(self, name: Any) -> Any:
        """A tool's description."""
        arguments = {
            "name": name,
        }
        return self._session.call("tool.get", arguments)

    def exists(self, name: Any) -> Any:
        """Whether a tool of this name is registered."""
        arguments = {
            "name": name,
        }
        return self._session.call("tool.exists", arguments)

    def validate(self, name: Any, arguments_: Any) -> Any:
        """Check arguments against a tool's schema without running it."""
        arguments = {
            "name": name,
            "arguments": arguments_,
        }
        return self._session.call("tool.validate", arguments)

    def get_schema(self, name: Any) -> Any:
        """The JSON Schema of a tool's arguments."""
        arguments = {
            "name": name,
        }
        return self._session.call("tool.get_schema", arguments)

    def get_info(self, name: Any) -> Any:
        """How a tool runs, what it may ask for and how it has done so far."""
        arguments = {
            "name": name,
        }
        return self._session.call("tool.get_info", arguments)

    def attach(self, name: Any, handler: Any) -> Any:
        """Give a loaded definition its handler."""
        arguments = {
            "name": name,
            "handler": handler,
        }
        return self._session.call("tool.attach", arguments)

    def save(self, path: Any, names: Any = ABSENT) -> Any:
        """Write tool definitions, without their handlers, to a file."""
        arguments = {
            "path": path,
            "names": names,
        }
        return self._session.call("tool.save", arguments)

    def load(self, path: Any) -> Any:
        """Add the tool definitions of a file, to be given handlers with tool.attach."""
        arguments = {
            "path": path,
        }
        return self._session.call("tool.load", arguments)
