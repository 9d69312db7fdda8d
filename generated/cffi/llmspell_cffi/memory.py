"""JSON values and conversations that outlive a call, found again by key, by words and by meaning. Through the C library. Made by bridgegen; change the interface, not this file."""

from __future__ import annotations

from typing import Any

from bridge_cffi import ABSENT, Bridge


class MemoryBridge(Bridge):
    """JSON values and conversations that outlive a call, found again by key, by words and by meaning."""

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
        """Find entries, best match first."""
        arguments = {
            "query": query,
            "options": options,
        }
        return self._session.call("memory.search", arguments)

    def set_embedder(self, embedder: Any, space: Any = ABSENT) -> Any:
        """Say what makes the vectors of a memory."""
        arguments = {
            "embedder": embedder,
            "space": space,
        }
        return self._session.call("memory.set_embedder", arguments)

    def remove_embedder(self, space: Any = ABSENT) -> Any:
        """Forget what makes the vectors of a memory."""
        arguments = {
            "space": space,
        }
        return self._session.call("memory.remove_embedder", arguments)

    def index(self, options: Any = ABSENT) -> Any:
        """Make the vectors that a memory lacks."""
        arguments = {
            "options": options,
        }
        return self._session.call("memory.index", arguments)

    def create_conversation(self, options: Any) -> Any:
        """Begin a conversation, or go on with one that is kept in a file."""
        arguments = {
            "options": options,
        }
        return self._session.call("memory.create_conversation", arguments)

    def close_conversation(self, conversation: Any) -> Any:
        """Let go of a conversation."""
        arguments = {
            "conversation": conversation,
        }
        return self._session.call("memory.close_conversation", arguments)

    def add_messages(self, conversation: Any, messages: Any) -> Any:
        """Add messages to a conversation, and bring it back within its budget."""
        arguments = {
            "conversation": conversation,
            "messages": messages,
        }
        return self._session.call("memory.add_messages", arguments)

    def get_messages(self, conversation: Any, all: Any = ABSENT) -> Any:
        """What a model is to be shown of a conversation."""
        arguments = {
            "conversation": conversation,
            "all": all,
        }
        return self._session.call("memory.get_messages", arguments)

    def get_info(self, conversation: Any) -> Any:
        """What a conversation holds."""
        arguments = {
            "conversation": conversation,
        }
        return self._session.call("memory.get_info", arguments)

    def compact(self, conversation: Any) -> Any:
        """Bring a conversation within its budget now, and say when that fails."""
        arguments = {
            "conversation": conversation,
        }
        return self._session.call("memory.compact", arguments)

    def clear_messages(self, conversation: Any) -> Any:
        """Forget all messages of a conversation, its summary and system prompt included."""
        arguments = {
            "conversation": conversation,
        }
        return self._session.call("memory.clear_messages", arguments)

    def list_conversations(self, space: Any = ABSENT) -> Any:
        """The names of the conversations that are kept in persistent memory."""
        arguments = {
            "space": space,
        }
        return self._session.call("memory.list_conversations", arguments)

    def delete_conversation(self, name: Any, space: Any = ABSENT) -> Any:
        """Delete a conversation from persistent memory."""
        arguments = {
            "name": name,
            "space": space,
        }
        return self._session.call("memory.delete_conversation", arguments)
