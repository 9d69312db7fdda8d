"""The functions that a session knows by name: what steps of workflows and other scripts call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from bridge_runtime.callbacks import Foreign
from bridge_runtime.errors import BridgeError, CallbackFailed, Cancelled, SessionClosed
from llmspell.script.errors import HandlerExists, HandlerFailed, HandlerNotFound
from llmspell.script.types import HandlerInfo

if TYPE_CHECKING:
    from bridge_runtime.callbacks import Callback

    Handler: TypeAlias = Callback[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Entry:
    handler: Handler
    info: HandlerInfo

    @property
    def is_live(self) -> bool:
        """False for a function of a script that has ended: its handler went with it."""
        return not (isinstance(self.handler.function, Foreign) and self.handler.function.released)


class Handlers:
    """Handlers by their names, in the order in which they were registered."""

    def __init__(self) -> None:
        self._entries: dict[str, _Entry] = {}

    def add(self, name: str, handler: Handler, description: str | None) -> None:
        """Raises HandlerExists."""
        if self.get(name) is not None:
            raise HandlerExists(handler=name)
        self._entries[name] = _Entry(handler, HandlerInfo(name=name, description=description))

    def remove(self, name: str) -> None:
        """Raises HandlerNotFound."""
        if self.get(name) is None:
            raise HandlerNotFound(handler=name)
        del self._entries[name]

    def get(self, name: str) -> Handler | None:
        """The handler called ``name``; None when there is none."""
        entry = self._entries.get(name)
        return entry.handler if entry is not None and entry.is_live else None

    def all(self) -> list[HandlerInfo]:
        return [entry.info for entry in self._entries.values() if entry.is_live]

    async def call(self, name: str, value: Any) -> Any:
        """What the handler makes of ``value``. Raises HandlerNotFound, and HandlerFailed with the handler's own error."""
        handler = self.get(name)
        if handler is None:
            raise HandlerNotFound(handler=name)
        try:
            return await handler(value)
        except (Cancelled, SessionClosed):
            raise
        except BridgeError as error:
            told = error.fields.get("detail") if isinstance(error, CallbackFailed) else None
            raise HandlerFailed(handler=name, reason=str(told or error)) from error
