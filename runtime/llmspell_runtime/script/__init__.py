"""The script bridge: a spell's text run with this session's functions, and handlers by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bridge_runtime.session import Session

    from llmspell_runtime.script.service import Scripts


def make_service(session: Session) -> Scripts:
    """The script service of ``session``."""
    from llmspell_runtime.script.service import Scripts

    return Scripts(session)
