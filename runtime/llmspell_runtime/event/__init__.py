"""The event bridge: what happens in a session, told to whoever wants to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bridge_runtime.session import Session

    from llmspell_runtime.event.service import Events


def make_service(session: Session) -> Events:
    """The event service of ``session``."""
    from llmspell_runtime.event.service import Events

    return Events(session)
