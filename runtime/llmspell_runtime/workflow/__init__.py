"""The workflow bridge: steps that agents, tools, handlers and other workflows do, in an order that is written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bridge_runtime.session import Session

    from llmspell_runtime.workflow.service import Workflows


def make_service(session: Session) -> Workflows:
    """The workflow service of ``session``."""
    from llmspell_runtime.workflow.service import Workflows

    return Workflows(session)
