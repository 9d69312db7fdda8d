"""Functions and ready-made helpers that take part in what the session does. Through the C library. Made by bridgegen; change the interface, not this file."""

from __future__ import annotations

from typing import Any

from bridge_cffi import ABSENT, Bridge


class HookBridge(Bridge):
    """Functions and ready-made helpers that take part in what the session does."""

    def register(self, definition: Any) -> Any:
        """Have a handler take part in the calls of a point."""
        arguments = {
            "definition": definition,
        }
        return self._session.call("hook.register", arguments)

    def install(self, built_in: Any) -> Any:
        """Put a ready-made hook in place."""
        arguments = {
            "built_in": built_in,
        }
        return self._session.call("hook.install", arguments)

    def compose(self, hooks: Any, options: Any = ABSENT) -> Any:
        """Have several hooks stand as one, with one handle."""
        arguments = {
            "hooks": hooks,
            "options": options,
        }
        return self._session.call("hook.compose", arguments)

    def unregister(self, hook: Any) -> Any:
        """Remove a hook."""
        arguments = {
            "hook": hook,
        }
        return self._session.call("hook.unregister", arguments)

    def execute(self, point: Any, payload: Any, work: Any = ABSENT) -> Any:
        """Pass a point, with a program's own work inside or with nothing."""
        arguments = {
            "point": point,
            "payload": payload,
            "work": work,
        }
        return self._session.call("hook.execute", arguments)

    def list(self, filter: Any = ABSENT) -> Any:
        """The session's hooks, from the outside in."""
        arguments = {
            "filter": filter,
        }
        return self._session.call("hook.list", arguments)

    def enable(self, hook: Any) -> Any:
        """Have a hook called again."""
        arguments = {
            "hook": hook,
        }
        return self._session.call("hook.enable", arguments)

    def disable(self, hook: Any) -> Any:
        """Have a hook not called any more, until it is enabled again."""
        arguments = {
            "hook": hook,
        }
        return self._session.call("hook.disable", arguments)

    def get_info(self, hook: Any) -> Any:
        """A hook and what it has done."""
        arguments = {
            "hook": hook,
        }
        return self._session.call("hook.get_info", arguments)
