"""The testing bridge: scenarios, doubles, assertions, and what they have covered."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bridge_runtime.session import Session

    from llmspell_runtime.testing.service import Tests


def make_service(session: Session) -> Tests:
    """The testing service of ``session``."""
    from llmspell_runtime.testing.service import Tests

    return Tests(session)
