"""Errors of agent, by their codes."""

from __future__ import annotations

from typing import cast

from bridge_runtime.errors import BridgeError


class NotFound(BridgeError):
    """No agent has this handle."""

    code = "agent.not_found"
    template = "no agent {agent!r}; make one with agent.create, or see agent.list"
    http_status = 404
    field_names = ("agent",)

    def __init__(
        self,
        message: str | None = None,
        *,
        agent: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "agent": agent,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def agent(self) -> str:
        """What was asked for."""
        return cast("str", self.fields["agent"])


class Busy(BridgeError):
    """The agent runs already."""

    code = "agent.busy"
    template = "agent {agent!r} is running; wait for the run to end, cancel it, or make another agent"
    http_status = 409
    field_names = ("agent",)

    def __init__(
        self,
        message: str | None = None,
        *,
        agent: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "agent": agent,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def agent(self) -> str:
        """The agent's name."""
        return cast("str", self.fields["agent"])


class UnknownTool(BridgeError):
    """An agent is given a tool that the session does not have."""

    code = "agent.unknown_tool"
    template = "agent {agent!r} cannot use tool {tool!r}, which is not registered; register it first with tool.register"
    http_status = 422
    field_names = (
        "agent",
        "tool",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        agent: str,
        tool: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "agent": agent,
            "tool": tool,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def agent(self) -> str:
        """The agent's name."""
        return cast("str", self.fields["agent"])

    @property
    def tool(self) -> str:
        """The tool."""
        return cast("str", self.fields["tool"])


class StepLimit(BridgeError):
    """The model still asks for tools after the most steps that are allowed."""

    code = "agent.step_limit"
    template = "agent {agent!r} came to no answer in {limit} steps; raise max_steps, or look at what its tools answer"
    http_status = 422
    field_names = (
        "agent",
        "limit",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        agent: str,
        limit: int,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "agent": agent,
            "limit": limit,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def agent(self) -> str:
        """The agent's name."""
        return cast("str", self.fields["agent"])

    @property
    def limit(self) -> int:
        """The most steps."""
        return cast("int", self.fields["limit"])


class InvalidOutput(BridgeError):
    """The model did not give an answer that fits the schema."""

    code = "agent.invalid_output"
    template = "agent {agent!r} gave no valid answer in {attempts} attempts; the last one: {reason}"
    recovery = "retry_once"
    http_status = 502
    field_names = (
        "agent",
        "attempts",
        "reason",
        "text",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        agent: str,
        attempts: int,
        reason: str,
        text: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "agent": agent,
            "attempts": attempts,
            "reason": reason,
            "text": text,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def agent(self) -> str:
        """The agent's name."""
        return cast("str", self.fields["agent"])

    @property
    def attempts(self) -> int:
        """How often it answered."""
        return cast("int", self.fields["attempts"])

    @property
    def reason(self) -> str:
        """What is wrong with the last answer."""
        return cast("str", self.fields["reason"])

    @property
    def text(self) -> str:
        """The last answer."""
        return cast("str", self.fields["text"])


class InvalidHandoff(BridgeError):
    """An agent cannot hand its conversation to itself."""

    code = "agent.invalid_handoff"
    template = "agent {agent!r} cannot hand off to itself; give another agent as target"
    http_status = 422
    field_names = ("agent",)

    def __init__(
        self,
        message: str | None = None,
        *,
        agent: str,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "agent": agent,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def agent(self) -> str:
        """The agent's name."""
        return cast("str", self.fields["agent"])


class NestedTooDeep(BridgeError):
    """Agents call agents as tools without end."""

    code = "agent.nested_too_deep"
    template = "agent {agent!r} would be {limit} agents deep in tool calls; agents may be calling each other in a circle"
    http_status = 422
    field_names = (
        "agent",
        "limit",
    )

    def __init__(
        self,
        message: str | None = None,
        *,
        agent: str,
        limit: int,
        cause: BaseException | None = None,
    ) -> None:
        fields = {
            "agent": agent,
            "limit": limit,
        }
        super().__init__(message, fields=fields, cause=cause)

    @property
    def agent(self) -> str:
        """The agent's name."""
        return cast("str", self.fields["agent"])

    @property
    def limit(self) -> int:
        """How deep is allowed."""
        return cast("int", self.fields["limit"])
