"""Models that keep a conversation and use tools. Through the C library. Made by bridgegen; change the interface, not this file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bridge_cffi import ABSENT, Bridge


class AgentBridge(Bridge):
    """Models that keep a conversation and use tools."""

    def create(self, config: Any) -> Any:
        """Make an agent."""
        arguments = {
            "config": config,
        }
        return self._session.call("agent.create", arguments)

    def destroy(self, agent: Any) -> Any:
        """Remove an agent."""
        arguments = {
            "agent": agent,
        }
        return self._session.call("agent.destroy", arguments)

    def run(self, agent: Any, input: Any, options: Any = ABSENT) -> Any:
        """Answer an input."""
        arguments = {
            "agent": agent,
            "input": input,
            "options": options,
        }
        return self._session.call("agent.run", arguments)

    def run_structured(self, agent: Any, input: Any, schema: Any, options: Any = ABSENT) -> Any:
        """Answer an input with JSON that fits a schema."""
        arguments = {
            "agent": agent,
            "input": input,
            "schema": schema,
            "options": options,
        }
        return self._session.call("agent.run_structured", arguments)

    def stream(self, agent: Any, input: Any, options: Any = ABSENT) -> Iterator[Any]:
        """Answer an input, piece by piece."""
        arguments = {
            "agent": agent,
            "input": input,
            "options": options,
        }
        return self._session.stream("agent.stream", arguments)

    def configure(self, agent: Any, changes: Any) -> Any:
        """Change an agent."""
        arguments = {
            "agent": agent,
            "changes": changes,
        }
        return self._session.call("agent.configure", arguments)

    def use_conversation(self, agent: Any, conversation: Any) -> Any:
        """Give an agent another conversation."""
        arguments = {
            "agent": agent,
            "conversation": conversation,
        }
        return self._session.call("agent.use_conversation", arguments)

    def get_state(self, agent: Any) -> Any:
        """What an agent does now."""
        arguments = {
            "agent": agent,
        }
        return self._session.call("agent.get_state", arguments)

    def get_info(self, agent: Any) -> Any:
        """What an agent is and what it has done."""
        arguments = {
            "agent": agent,
        }
        return self._session.call("agent.get_info", arguments)

    def get_messages(self, agent: Any) -> Any:
        """An agent's conversation."""
        arguments = {
            "agent": agent,
        }
        return self._session.call("agent.get_messages", arguments)

    def list(self) -> Any:
        """All agents of the session."""
        arguments = {}
        return self._session.call("agent.list", arguments)

    def reset(self, agent: Any) -> Any:
        """Forget an agent's conversation."""
        arguments = {
            "agent": agent,
        }
        return self._session.call("agent.reset", arguments)

    def handoff(self, agent: Any, target: Any, input: Any, options: Any = ABSENT) -> Any:
        """Give a conversation to another agent and let it go on."""
        arguments = {
            "agent": agent,
            "target": target,
            "input": input,
            "options": options,
        }
        return self._session.call("agent.handoff", arguments)

    def as_tool(self, agent: Any, settings: Any = ABSENT) -> Any:
        """Make an agent usable as a tool by others."""
        arguments = {
            "agent": agent,
            "settings": settings,
        }
        return self._session.call("agent.as_tool", arguments)
