"""Where the answers come from; connections to language models. Through the C library. Made by bridgegen; change the interface, not this file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bridge_cffi import ABSENT, Bridge


class ProviderBridge(Bridge):
    """Where the answers come from; connections to language models."""

    def create(self, config: Any) -> Any:
        """Make a provider."""
        arguments = {
            "config": config,
        }
        return self._session.call("provider.create", arguments)

    def destroy(self, provider: Any) -> Any:
        """Close a provider."""
        arguments = {
            "provider": provider,
        }
        return self._session.call("provider.destroy", arguments)

    def configure(self, provider: Any, changes: Any) -> Any:
        """Change a provider."""
        arguments = {
            "provider": provider,
            "changes": changes,
        }
        return self._session.call("provider.configure", arguments)

    def list(self) -> Any:
        """All providers of the session."""
        arguments = {}
        return self._session.call("provider.list", arguments)

    def get(self, name: Any) -> Any:
        """The provider of a name."""
        arguments = {
            "name": name,
        }
        return self._session.call("provider.get", arguments)

    def get_info(self, provider: Any) -> Any:
        """What a provider is and how it does."""
        arguments = {
            "provider": provider,
        }
        return self._session.call("provider.get_info", arguments)

    def discover(self, types: Any = ABSENT) -> Any:
        """Which providers this session could use, found by asking."""
        arguments = {
            "types": types,
        }
        return self._session.call("provider.discover", arguments)

    def chat(self, provider: Any, messages: Any, options: Any = ABSENT) -> Any:
        """Have a model answer a conversation."""
        arguments = {
            "provider": provider,
            "messages": messages,
            "options": options,
        }
        return self._session.call("provider.chat", arguments)

    def stream(self, provider: Any, messages: Any, options: Any = ABSENT) -> Iterator[Any]:
        """Have a model answer a conversation, piece by piece."""
        arguments = {
            "provider": provider,
            "messages": messages,
            "options": options,
        }
        return self._session.stream("provider.stream", arguments)

    def embed(self, provider: Any, texts: Any, model: Any = ABSENT) -> Any:
        """Vectors for texts."""
        arguments = {
            "provider": provider,
            "texts": texts,
            "model": model,
        }
        return self._session.call("provider.embed", arguments)

    def get_models(self, provider: Any) -> Any:
        """The models a provider serves."""
        arguments = {
            "provider": provider,
        }
        return self._session.call("provider.get_models", arguments)

    def count_tokens(self, provider: Any, text: Any, model: Any = ABSENT) -> Any:
        """How many tokens a text has."""
        arguments = {
            "provider": provider,
            "text": text,
            "model": model,
        }
        return self._session.call("provider.count_tokens", arguments)
