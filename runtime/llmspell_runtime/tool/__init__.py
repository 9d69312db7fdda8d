"""The tool bridge: what a model may do besides talking."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bridge_runtime.session import Session

    from llmspell_runtime.tool.service import Tools


def make_service(session: Session) -> Tools:
    """The tool service of ``session``."""
    from llmspell_runtime.tool.service import Tools

    return Tools(session)
