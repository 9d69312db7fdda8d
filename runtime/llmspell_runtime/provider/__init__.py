"""Providers: connections to language models, over HTTP or scripted."""

from __future__ import annotations

from bridge_runtime.session import Session

from llmspell_runtime.provider.service import Providers


def make_service(session: Session) -> Providers:
    """The provider service of a session."""
    return Providers(session)
