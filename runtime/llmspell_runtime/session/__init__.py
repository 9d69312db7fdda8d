"""The session bridge: sessions within sessions, many calls in one, and what went wrong last."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bridge_runtime.session import Session

    from llmspell_runtime.session.service import Sessions


def make_service(session: Session) -> Sessions:
    """The session service of ``session``."""
    from llmspell_runtime.session.service import Sessions

    return Sessions(session)
