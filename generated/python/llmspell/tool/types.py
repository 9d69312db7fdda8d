"""Types of tool."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import Annotated, Any, TypeAlias

from bridge_runtime.records import CallbackMark, Record
from pydantic import Field

from ..shared.types import ErrorInfo


class ExecutionMode(StrEnum):
    """Where and how a tool runs."""

    DIRECT = "direct"
    """Within the call that asked for it, which returns its value."""
    SANDBOXED = "sandboxed"
    """In a child process of its own, which is killed at its time or memory limit.

    The child sees nothing of the environment, and whatever it starts ends with it, but for what leaves
    its process group. It is a fence against tools that hang or eat memory, and none against code that
    means harm: that runs as the same user. Built-in tools and Python functions that a child process can
    import run this way. A handler that lives in the calling program (a Lua function, a C function
    pointer, a Python closure) cannot leave it, and is refused with `tool.not_sandboxable`.
    """
    ASYNC = "async"
    """As a task of its own; the call returns as soon as it has started, and `tool.wait` gives its outcome."""


class Category(StrEnum):
    """What a tool is about."""

    FILE = "file"
    """Reads or writes files."""
    HTTP = "http"
    """Talks to other machines."""
    SYSTEM = "system"
    """Looks at this machine or starts processes."""
    DATA = "data"
    """Computes with or transforms data."""
    AI = "ai"
    """Asks a model or an agent."""
    CUSTOM = "custom"
    """Anything else; what a tool is when it does not say."""


class Status(StrEnum):
    """How far an execution has come."""

    RUNNING = "running"
    """Started and not finished."""
    COMPLETED = "completed"
    """Finished; its value is there."""


class ToolDefinition(Record):
    """A tool to register."""

    name: Annotated[str, Field(max_length=64, min_length=1, pattern="^[A-Za-z_][A-Za-z0-9_-]*$")]
    """What a model calls it by; unique in the session."""
    description: str
    """What it does and when to use it; a model reads this."""
    parameters: dict[str, Any] | None = None
    """JSON Schema 2020-12 of the arguments; any object is accepted when it is left out."""
    handler: Annotated[ToolHandler, CallbackMark("tool.ToolHandler")]
    """Does the work."""
    category: Category = Category.CUSTOM
    """What it is about."""
    mode: ExecutionMode = ExecutionMode.DIRECT
    """How it runs when a call does not say."""
    tags: list[str] | None = None
    """Words that `tool.discover` finds it by."""
    timeout_seconds: Annotated[float | None, Field(gt=0.0)] = None
    """Longest time of one execution; 60 when left out."""


class ToolDescription(Record):
    """A tool without its handler, as a model, a file or a list shows it."""

    name: str
    """What a model calls it by."""
    description: str
    """What it does and when to use it."""
    parameters: dict[str, Any]
    """JSON Schema 2020-12 of the arguments."""
    category: Category
    """What it is about."""
    mode: ExecutionMode
    """How it runs when a call does not say."""
    tags: list[str]
    """Words that `tool.discover` finds it by."""
    timeout_seconds: float | None = None
    """Longest time of one execution."""
    built_in: bool
    """True for a tool that comes with the runtime."""


class ToolInfo(Record):
    """What is known of a tool beside its description."""

    name: str
    """What a model calls it by."""
    category: Category
    """What it is about."""
    mode: ExecutionMode
    """How it runs when a call does not say."""
    built_in: bool
    """True for a tool that comes with the runtime."""
    ready: bool
    """False for a loaded definition that waits for its handler."""
    sandboxable: bool
    """Whether it can run in a child process."""
    permissions: list[str]
    """Permissions that it may ask for."""
    calls: int
    """Executions that were started."""
    failures: int
    """Executions that ended in an error."""
    total_ms: float
    """Milliseconds spent in finished executions."""
    last_error: str | None = None
    """Code of the last error of an execution."""


class ToolQuery(Record):
    """What to look for among the tools."""

    text: str | None = None
    """Words to find in name, description, tags and category."""
    category: Category | None = None
    """Only tools of this category."""
    tags: list[str] | None = None
    """Only tools with all of these tags."""
    limit: Annotated[int, Field(ge=1)] = 20
    """Longest list to return."""


class ExecuteOptions(Record):
    """How to run a tool this once."""

    mode: ExecutionMode | None = None
    """Instead of the tool's own mode."""
    timeout_seconds: Annotated[float | None, Field(gt=0.0)] = None
    """Instead of the tool's own limit."""
    memory_bytes: Annotated[int | None, Field(ge=16777216)] = None
    """Memory of a sandboxed execution; 512 MiB when left out."""


class ToolResult(Record):
    """One execution of a tool."""

    tool: str
    """The tool that ran."""
    execution: str
    """Id of the execution, as events carry it: "execution_1"."""
    status: Status
    """How far it has come."""
    value: Any = None
    """What the handler returned; absent while it runs."""
    duration_ms: float | None = None
    """Milliseconds it took; absent while it runs."""


class ArgumentIssue(Record):
    """One fault of a tool's arguments."""

    path: str
    """JSON pointer to the faulty value; empty for the arguments as a whole."""
    message: str
    """What was given and what was expected."""


class ValidationResult(Record):
    """Whether arguments fit a tool's schema."""

    valid: bool
    """True when there is no fault."""
    issues: list[ArgumentIssue]
    """Every fault, in the order of their paths."""


class ToolStarted(Record):
    """A tool has begun."""

    name: str
    """The tool."""
    execution: str
    """Id of the execution."""
    mode: ExecutionMode
    """How it runs."""
    arguments: dict[str, Any]
    """Its arguments; values under names like `password` or `authorization` are replaced by "[redacted]"."""


class ToolCompleted(Record):
    """A tool has finished."""

    name: str
    """The tool."""
    execution: str
    """Id of the execution."""
    duration_ms: float
    """Milliseconds it took."""
    value: Any
    """What the handler returned; redacted as the arguments are."""


class ToolFailed(Record):
    """A tool has ended in an error."""

    name: str
    """The tool."""
    execution: str
    """Id of the execution."""
    duration_ms: float
    """Milliseconds it took."""
    error: ErrorInfo
    """What the caller was told."""


ToolHandler: TypeAlias = Callable[[dict[str, Any]], Any | Awaitable[Any]]
"""Does a tool's work.

Called with (arguments).

Args:
    arguments: Arguments that fit the tool's schema.
"""
ToolDefinition.model_rebuild()
