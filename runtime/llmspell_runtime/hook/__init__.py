"""The hook bridge: functions that take part in what the session does."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bridge_runtime.session import Session

    from llmspell_runtime.hook.service import Hooks


def make_service(session: Session) -> Hooks:
    """The hook service of ``session``."""
    from llmspell_runtime.hook.service import Hooks

    return Hooks(session)
