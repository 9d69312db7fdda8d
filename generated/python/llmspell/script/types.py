"""Types of script."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import Annotated, Any, TypeAlias

from bridge_runtime.records import Record
from pydantic import Field

from ..shared.types import ErrorInfo


class Engine(StrEnum):
    """What a script is written in."""

    LUA = "lua"
    """Lua 5.4. The interface is `require("llmspell")`; the result is what the script returns."""
    JAVASCRIPT = "javascript"
    """An ECMAScript module. The interface is `import llmspell from "llmspell"`; the result is the default
    export.
    """
    EXPR = "expr"
    """One expression of CEL, the Common Expression Language, over its variables; it calls nothing."""


class ExecutionMode(StrEnum):
    """Where a script runs."""

    DIRECT = "direct"
    """On a thread of this process.

    For scripts that you trust. It starts at once. Its memory is limited, and a watchdog ends most
    scripts that compute for ever; a script that means harm can still occupy a thread until the process
    ends.
    """
    SANDBOXED = "sandboxed"
    """In a child process of its own, which is killed at its time, memory or output limit.

    Its calls cross to the session and are held to its permissions; the process itself has an empty
    environment.
    """


class ExecuteOptions(Record):
    """How to run a script."""

    name: Annotated[str, Field(max_length=200, min_length=1)] = "script"
    """What messages and events call it; the file's path for a file."""
    input: Any = None
    """Any JSON value: the variable `input` of the script."""
    variables: dict[str, Any] | None = None
    """More variables of the script by their names: letters, digits and underscores."""
    mode: ExecutionMode = ExecutionMode.SANDBOXED
    """Where it runs; expressions are safe in both."""
    permissions: dict[str, Any] | None = None
    """Run it in a session of its own with these, never more than this one has: {"fs.read": ["data"]}. Left
    out, it acts as this session.
    """
    timeout_seconds: Annotated[float | None, Field(gt=0.0, le=86400.0)] = None
    """Longest time, starting and waiting included; 60 when left out."""
    memory_bytes: Annotated[int | None, Field(ge=8388608, le=8589934592)] = None
    """Memory of its values; 128 MiB when left out."""
    output_bytes: Annotated[int | None, Field(ge=0, le=16777216)] = None
    """What it may print; 1 MiB when left out."""


class ScriptResult(Record):
    """What came of a script."""

    engine: Engine
    """What it was written in."""
    mode: ExecutionMode
    """Where it ran."""
    value: Any
    """What it returned (Lua), exported by default (JavaScript) or evaluates to; null for nothing."""
    output: str
    """What it printed."""
    duration_ms: float
    """Milliseconds from start to end."""


class ScriptIssue(Record):
    """One reason why a script cannot run."""

    message: str
    """What is wrong."""
    line: int | None = None
    """Where, from 1; absent when the engine does not say."""
    column: int | None = None
    """Where in the line, from 1; absent when the engine does not say."""
    excerpt: str | None = None
    """The line, and under it a caret when the column is known."""


class ScriptValidation(Record):
    """Whether a script can be read."""

    valid: bool
    """True when there is no issue."""
    issues: list[ScriptIssue]
    """What is wrong; engines stop at the first."""
    names: list[str] | None = None
    """The variables that an expression speaks of, in order; absent for scripts."""


class EngineInfo(Record):
    """An engine and what it can do here."""

    engine: Engine
    """The engine."""
    available: bool
    """Whether it is installed."""
    install: str | None = None
    """What to do when it is not; absent when it is."""
    library: str
    """The library that it stands on."""
    library_version: str | None = None
    """Its version; absent when it is not installed."""
    language_version: str | None = None
    """The language's version, where the library tells it."""
    suffixes: list[str]
    """Files that it runs: [".lua"]."""
    modes: list[ExecutionMode]
    """Where it can run on this machine."""
    calls_functions: bool
    """Whether its scripts can call the functions of the interface."""


class HandlerInfo(Record):
    """A registered handler."""

    name: str
    """What it is called by."""
    description: str | None = None
    """What it does; as it was registered."""


class ScriptStarted(Record):
    """A script has begun."""

    script: str
    """What it is called."""
    engine: Engine
    """What it is written in."""
    mode: ExecutionMode
    """Where it runs."""


class ScriptCompleted(Record):
    """A script has finished."""

    script: str
    """What it is called."""
    engine: Engine
    """What it is written in."""
    duration_ms: float
    """Milliseconds it took."""


class ScriptEnded(Record):
    """A script has ended in an error."""

    script: str
    """What it is called."""
    engine: Engine
    """What it is written in."""
    duration_ms: float
    """Milliseconds it took."""
    error: ErrorInfo
    """What the caller was told."""


ScriptHandler: TypeAlias = Callable[[Any], Any | Awaitable[Any]]
"""Does the work of a handler.

Called with (input).

Args:
    input: Any JSON value.
"""
