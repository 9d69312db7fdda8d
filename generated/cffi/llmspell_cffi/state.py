"""Named, structured values that programs share, change and go back in. Through the C library. Made by bridgegen; change the interface, not this file."""

from __future__ import annotations

from typing import Any

from bridge_cffi import ABSENT, Bridge


class StateBridge(Bridge):
    """Named, structured values that programs share, change and go back in."""

    def create(self, config: Any) -> Any:
        """Make a state."""
        arguments = {
            "config": config,
        }
        return self._session.call("state.create", arguments)

    def open(self, name: Any) -> Any:
        """The state of a name."""
        arguments = {
            "name": name,
        }
        return self._session.call("state.open", arguments)

    def close(self, state: Any) -> Any:
        """Let go of a state; its value, its snapshots and its name are gone."""
        arguments = {
            "state": state,
        }
        return self._session.call("state.close", arguments)

    def list(self) -> Any:
        """The session's states, in the order of their names."""
        arguments = {}
        return self._session.call("state.list", arguments)

    def get_info(self, state: Any) -> Any:
        """A state's name, revision and size."""
        arguments = {
            "state": state,
        }
        return self._session.call("state.get_info", arguments)

    def get(self, state: Any, path: Any = ABSENT, options: Any = ABSENT) -> Any:
        """What is at a path."""
        arguments = {
            "state": state,
            "path": path,
            "options": options,
        }
        return self._session.call("state.get", arguments)

    def set(self, state: Any, path: Any, value: Any, options: Any = ABSENT) -> Any:
        """Put a value at a path."""
        arguments = {
            "state": state,
            "path": path,
            "value": value,
            "options": options,
        }
        return self._session.call("state.set", arguments)

    def delete(self, state: Any, path: Any, options: Any = ABSENT) -> Any:
        """Take away what is at a path."""
        arguments = {
            "state": state,
            "path": path,
            "options": options,
        }
        return self._session.call("state.delete", arguments)

    def update(self, state: Any, changes: Any, options: Any = ABSENT) -> Any:
        """Make several changes as one; all of them or none."""
        arguments = {
            "state": state,
            "changes": changes,
            "options": options,
        }
        return self._session.call("state.update", arguments)

    def transform(self, state: Any, transform: Any, options: Any = ABSENT) -> Any:
        """Filter, flatten, sanitize or prune a state, or look at it like that."""
        arguments = {
            "state": state,
            "transform": transform,
            "options": options,
        }
        return self._session.call("state.transform", arguments)

    def merge(self, state: Any, other: Any, options: Any = ABSENT) -> Any:
        """Merge another value into a state."""
        arguments = {
            "state": state,
            "other": other,
            "options": options,
        }
        return self._session.call("state.merge", arguments)

    def snapshot(self, state: Any, name: Any = ABSENT) -> Any:
        """Keep the value as it is now."""
        arguments = {
            "state": state,
            "name": name,
        }
        return self._session.call("state.snapshot", arguments)

    def restore(self, state: Any, snapshot: Any, options: Any = ABSENT) -> Any:
        """Go back to a snapshot."""
        arguments = {
            "state": state,
            "snapshot": snapshot,
            "options": options,
        }
        return self._session.call("state.restore", arguments)

    def list_snapshots(self, state: Any) -> Any:
        """The snapshots of a state, oldest first."""
        arguments = {
            "state": state,
        }
        return self._session.call("state.list_snapshots", arguments)

    def drop_snapshot(self, state: Any, snapshot: Any) -> Any:
        """Let go of a snapshot."""
        arguments = {
            "state": state,
            "snapshot": snapshot,
        }
        return self._session.call("state.drop_snapshot", arguments)

    def persist(self, state: Any, file: Any, options: Any = ABSENT) -> Any:
        """Write a state to a file."""
        arguments = {
            "state": state,
            "file": file,
            "options": options,
        }
        return self._session.call("state.persist", arguments)

    def load(self, file: Any, options: Any = ABSENT) -> Any:
        """Make a state of a file that state.persist wrote."""
        arguments = {
            "file": file,
            "options": options,
        }
        return self._session.call("state.load", arguments)
