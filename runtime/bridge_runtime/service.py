"""The base of generated services: one abstract method per function of a bridge."""

from __future__ import annotations

from abc import ABC
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import Self

    from bridge_runtime.session import Session


class Service(ABC):  # noqa: B024 - its abstract methods are the generated subclass's
    """An implementation of one bridge, made once per session.

    Functions of a bridge become methods, so the base keeps to ``session`` and names with an underscore.
    """

    def __new__(cls, *arguments: Any, **options: Any) -> Self:
        if getattr(cls, "__abstractmethods__", None):
            from bridge_runtime import contract

            contract.refuse(cls, arguments)
        return super().__new__(cls)

    def __init__(self, session: Session) -> None:
        self.session = session

    def _close(self) -> None:  # noqa: B027 - there may be nothing to close
        """Called when the session closes, after its resources were released."""

    async def _aclose(self) -> None:  # noqa: B027
        """Awaited just before ``_close``; override where closing has to wait."""
