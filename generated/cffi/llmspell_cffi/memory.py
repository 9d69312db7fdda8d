"""JSON values that outlive a call, kept apart by type and scope. Through the C library. Made by bridgegen; change the interface, not this file."""

from __future__ import annotations

from typing import Any

from bridge_cffi import ABSENT, Bridge


class MemoryBridge(Bridge):
    """JSON values that outlive a call, kept apart by type and scope."""

    def store(self, key: Any, value: Any, options: Any = ABSENT) -> Any:
        """Keep a value under a key."""
        arguments = {
            "key": key,
            "value": value,
            "options": options,
        }
        return self._session.call("memory.store", arguments)

    def retrieve(self, key: Any, space: Any = ABSENT) -> Any:
        """The value that a key holds."""
        arguments = {
            "key": key,
            "space": space,
        }
        return self._session.call("memory.retrieve", arguments)

    def delete(self, key: Any, space: Any = ABSENT) -> Any:
        """Forget a key."""
        arguments = {
            "key": key,
            "space": space,
        }
        return self._session.call("memory.delete", arguments)

    def list_keys(self, filter: Any = ABSENT) -> Any:
        """The keys of a memory, in their order."""
        arguments = {
            "filter": filter,
        }
        return self._session.call("memory.list_keys", arguments)

    def clear(self, space: Any = ABSENT) -> Any:
        """Forget everything in a memory."""
        arguments = {
            "space": space,
        }
        return self._session.call("memory.clear", arguments)

    def get_stats(self, space: Any = ABSENT) -> Any:
        """What a memory holds and how it has been used."""
        arguments = {
            "space": space,
        }
        return self._session.call("memory.get_stats", arguments)

    def persist(self, file: Any, space: Any = ABSENT) -> Any:
        """Write a memory's entries to a file."""
        arguments = {
            "file": file,
            "space": space,
        }
        return self._session.call("memory.persist", arguments)

    def load(self, file: Any, space: Any = ABSENT) -> Any:
        """Read entries that memory.persist wrote into a memory."""
        arguments = {
            "file": file,
            "space": space,
        }
        return self._session.call("memory.load", arguments)

    def search(self, query: Any, options: Any = ABSENT) -> Any:
        """Find entries by words, best match first."""
        arguments = {
            "query": query,
            "options": options,
        }
        return self._session.call("memory.search", arguments)
