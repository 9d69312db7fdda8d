"""What happens in a session, told to whoever wants to know. Through the C library. Made by bridgegen; change the interface, not this file."""

from __future__ import annotations

from typing import Any

from bridge_cffi import ABSENT, Bridge


class EventBridge(Bridge):
    """What happens in a session, told to whoever wants to know."""

    def emit(self, type: Any, data: Any, options: Any = ABSENT) -> Any:
        """Tell the subscribers that something happened."""
        arguments = {
            "type": type,
            "data": data,
            "options": options,
        }
        return self._session.call("event.emit", arguments)

    def subscribe(self, pattern: Any, callback: Any, options: Any = ABSENT) -> Any:
        """Have a callback called for every event whose type matches a pattern."""
        arguments = {
            "pattern": pattern,
            "callback": callback,
            "options": options,
        }
        return self._session.call("event.subscribe", arguments)

    def unsubscribe(self, subscription: Any) -> Any:
        """End a subscription."""
        arguments = {
            "subscription": subscription,
        }
        return self._session.call("event.unsubscribe", arguments)

    def list_subscriptions(self) -> Any:
        """The session's subscriptions, oldest first."""
        arguments = {}
        return self._session.call("event.list_subscriptions", arguments)

    def filter(self, criteria: Any = ABSENT, limit: Any = ABSENT, path: Any = ABSENT) -> Any:
        """The recorded events that meet criteria, oldest first."""
        arguments = {
            "criteria": criteria,
            "limit": limit,
            "path": path,
        }
        return self._session.call("event.filter", arguments)

    def record(self, enabled: Any = ABSENT, options: Any = ABSENT) -> Any:
        """Start or stop recording events."""
        arguments = {
            "enabled": enabled,
            "options": options,
        }
        return self._session.call("event.record", arguments)

    def list_recordings(self) -> Any:
        """The session's recordings, that in memory first."""
        arguments = {}
        return self._session.call("event.list_recordings", arguments)

    def flush(self, path: Any = ABSENT) -> Any:
        """Wait until everything that was recorded is on the disk."""
        arguments = {
            "path": path,
        }
        return self._session.call("event.flush", arguments)

    def replay(self, criteria: Any = ABSENT, callback: Any = ABSENT, options: Any = ABSENT) -> Any:
        """Send recorded events again, oldest first."""
        arguments = {
            "criteria": criteria,
            "callback": callback,
            "options": options,
        }
        return self._session.call("event.replay", arguments)

    def clear(self, criteria: Any = ABSENT, path: Any = ABSENT) -> Any:
        """Drop recorded events."""
        arguments = {
            "criteria": criteria,
            "path": path,
        }
        return self._session.call("event.clear", arguments)
