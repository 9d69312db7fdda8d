"""Sessions within sessions, many calls in one, and what went wrong last. Through the C library. Made by bridgegen; change the interface, not this file."""

from __future__ import annotations

from typing import Any

from bridge_cffi import ABSENT, Bridge


class SessionBridge(Bridge):
    """Sessions within sessions, many calls in one, and what went wrong last."""

    def open(self, options: Any = ABSENT) -> Any:
        """Open a session within this one."""
        arguments = {
            "options": options,
        }
        return self._session.call("session.open", arguments)

    def close(self, session: Any) -> Any:
        """Close a session that was opened here, and release all it holds."""
        arguments = {
            "session": session,
        }
        return self._session.call("session.close", arguments)

    def get_info(self, session: Any = ABSENT) -> Any:
        """What is known of a session."""
        arguments = {
            "session": session,
        }
        return self._session.call("session.get_info", arguments)

    def batch(self, calls: Any, options: Any = ABSENT) -> Any:
        """Many calls in one."""
        arguments = {
            "calls": calls,
            "options": options,
        }
        return self._session.call("session.batch", arguments)

    def get_metrics(self) -> Any:
        """What keeping results and making calls together has saved."""
        arguments = {}
        return self._session.call("session.get_metrics", arguments)

    def clear_cache(self, function: Any = ABSENT) -> Any:
        """Forget the results that are kept."""
        arguments = {
            "function": function,
        }
        return self._session.call("session.clear_cache", arguments)

    def convert(self, value: Any, source_type: Any, target_type: Any) -> Any:
        """Turn a value of one type into another."""
        arguments = {
            "value": value,
            "source_type": source_type,
            "target_type": target_type,
        }
        return self._session.call("session.convert", arguments)

    def register_conversion(
        self, source_type: Any, target_type: Any, converter: Any, cost: Any = ABSENT, name: Any = ABSENT
    ) -> Any:
        """Teach the session to turn one type into another."""
        arguments = {
            "source_type": source_type,
            "target_type": target_type,
            "converter": converter,
            "cost": cost,
            "name": name,
        }
        return self._session.call("session.register_conversion", arguments)

    def unregister_conversion(self, name: Any) -> Any:
        """Forget a conversion."""
        arguments = {
            "name": name,
        }
        return self._session.call("session.unregister_conversion", arguments)

    def list_conversions(self, source_type: Any = ABSENT, target_type: Any = ABSENT) -> Any:
        """The conversions that the session knows, in the order of their names."""
        arguments = {
            "source_type": source_type,
            "target_type": target_type,
        }
        return self._session.call("session.list_conversions", arguments)

    def find_conversion(self, source_type: Any, target_type: Any) -> Any:
        """The way that a conversion takes, without converting anything."""
        arguments = {
            "source_type": source_type,
            "target_type": target_type,
        }
        return self._session.call("session.find_conversion", arguments)

    def get_last_error(self, session: Any = ABSENT) -> Any:
        """The last error that a call of a session ended in."""
        arguments = {
            "session": session,
        }
        return self._session.call("session.get_last_error", arguments)
