"""Agents: models that keep a conversation and use tools."""

from __future__ import annotations

from bridge_runtime.session import Session

from llmspell_runtime.agent.service import Agents


def make_service(session: Session) -> Agents:
    """The agent service of a session."""
    return Agents(session)
