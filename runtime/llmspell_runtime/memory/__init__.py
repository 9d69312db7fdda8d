"""The memory bridge: JSON values in spaces of a type, a scope and an owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bridge_runtime.session import Session

    from llmspell_runtime.memory.service import Memory


def make_service(session: Session) -> Memory:
    """The memory service of ``session``."""
    from llmspell_runtime.memory.service import Memory

    return Memory(session)
