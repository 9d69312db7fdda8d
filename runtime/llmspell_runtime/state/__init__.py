"""The state bridge: named values that programs share, change and go back in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bridge_runtime.session import Session

    from llmspell_runtime.state.service import States


def make_service(session: Session) -> States:
    """The state service of ``session``."""
    from llmspell_runtime.state.service import States

    return States(session)
