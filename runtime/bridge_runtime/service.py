"""The base of generated services: one abstract method per function of a bridge."""

from __future__ import annotations

from abc import ABC
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bridge_runtime.session import Session


class Service(ABC):
    """An implementation of one bridge, made once per session."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def close(self) -> None:
        """Called when the session closes, after its resources were released; for a pool, a file, a cache."""

    async def aclose(self) -> None:
        """Like ``close``, where closing has to wait; called before it, when the session has an event loop."""
