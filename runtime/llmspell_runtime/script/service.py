"""The script service: the bridge's functions over a book of handlers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bridge_runtime.values import UNSET, Unset
from llmspell.script.service import ScriptService
from llmspell.script.types import HandlerInfo

from llmspell_runtime.script.handlers import Handlers

if TYPE_CHECKING:
    from bridge_runtime.callbacks import Callback
    from bridge_runtime.session import Session


class Scripts(ScriptService):
    """The scripts and handlers of one session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.handlers = Handlers()
        """What was registered by name; the other bridges look here."""

    def register_handler(
        self, name: str, handler: Callback[[Any], Any], description: str | None = None
    ) -> None:
        self.handlers.add(name, handler, description)

    def unregister_handler(self, name: str) -> None:
        self.handlers.remove(name)

    def list_handlers(self) -> list[HandlerInfo]:
        return self.handlers.all()

    async def call_handler(self, name: str, input: Any | Unset | None = UNSET) -> Any:
        return await self.handlers.call(name, None if input is UNSET else input)
