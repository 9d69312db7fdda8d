"""Text that runs with a session's functions, and functions that are known by name. For synchronous programs."""

from __future__ import annotations

from typing import Any, Literal

from bridge_runtime import clients
from bridge_runtime.values import UNSET, Unset

from .types import (
    Engine,
    EngineInfo,
    ExecuteOptions,
    ExecutionMode,
    HandlerInfo,
    ScriptHandler,
    ScriptResult,
    ScriptValidation,
)


class ScriptBridge(clients.Bridge):
    """Text that runs with a session's functions, and functions that are known by name.

    `script.execute` runs a text in Lua or JavaScript, or evaluates an expression in CEL. The text sees the interface as
    any program in its language does, within the permissions of the session, and gives back one JSON value. Unless the
    caller trusts it, it runs in a process of its own, which is killed at its limits.

    A handler is a function that the session knows by a name: steps of workflows, scripts and other
    programs of the session call it, in whatever language it was written.
    """

    def execute(
        self,
        engine: Engine | Literal["lua", "javascript", "expr"],
        source: str,
        *,
        name: str | None = None,
        input: Any | Unset | None = UNSET,
        variables: dict[str, Any] | None = None,
        mode: ExecutionMode | Literal["direct", "sandboxed"] | None = None,
        permissions: dict[str, Any] | None = None,
        timeout_seconds: float | None = None,
        memory_bytes: int | None = None,
        output_bytes: int | None = None,
    ) -> ScriptResult:
        """Run a script's text.

        The script finds `input` and the variables as globals. What it prints is collected. It may call
        every function of the interface that its session may; what it leaves behind in the session (an
        agent, what it stored) stays, but its own functions end with it: a handler that it registered is
        gone, and a tool or subscription with a handler of its own fails from then on. With `permissions` it
        runs in a session of its own, which is closed after it.

        Args:
            engine: What it is written in.
            source: The text.
            name: What messages and events call it; the file's path for a file. Default: 'script'.
            input: Any JSON value: the variable `input` of the script.
            variables: More variables of the script by their names: letters, digits and underscores.
            mode: Where it runs; expressions are safe in both. Default: 'sandboxed'.
            permissions: Run it in a session of its own with these, never more than this one has: {"fs.read": ["data"]}. Left
                out, it acts as this session.
            timeout_seconds: Longest time, starting and waiting included; 60 when left out.
            memory_bytes: Memory of its values; 128 MiB when left out.
            output_bytes: What it may print; 1 MiB when left out.

        Returns:
            What came of a script.

        Raises:
            SyntaxError: The text is no script of its language.
            Failed: The script ended in an error that it did not catch; one of a call is this one's cause.
            TimedOut: The script took longer than its limit.
            LimitExceeded: The script reached a limit other than time.
            InvalidVariable: A name cannot be a variable of a script.
            EngineUnavailable: The engine is not installed.
            SandboxUnavailable: No process can be started for a sandboxed script.
            SandboxKilled: The process of a sandboxed script ended before the script did.
            session.PermissionExceeded: A session was to get a permission that its parent does not have.
            session.TooDeep: Sessions within sessions go too deep.
        """
        options = clients.optional(
            ExecuteOptions,
            name=name,
            input=input,
            variables=variables,
            mode=mode,
            permissions=permissions,
            timeout_seconds=timeout_seconds,
            memory_bytes=memory_bytes,
            output_bytes=output_bytes,
        )
        result: ScriptResult = self.core.call(
            "script.execute", {"engine": engine, "source": source, "options": options}
        )
        return result

    def execute_file(
        self,
        path: str,
        engine: Engine | Literal["lua", "javascript", "expr"] | None = None,
        *,
        name: str | None = None,
        input: Any | Unset | None = UNSET,
        variables: dict[str, Any] | None = None,
        mode: ExecutionMode | Literal["direct", "sandboxed"] | None = None,
        permissions: dict[str, Any] | None = None,
        timeout_seconds: float | None = None,
        memory_bytes: int | None = None,
        output_bytes: int | None = None,
    ) -> ScriptResult:
        """Run a script file.

        As `script.execute`. The script is one file: it cannot load others that lie beside it.

        Args:
            path: The file.
            engine: What it is written in; its suffix tells when it is left out.
            name: What messages and events call it; the file's path for a file. Default: 'script'.
            input: Any JSON value: the variable `input` of the script.
            variables: More variables of the script by their names: letters, digits and underscores.
            mode: Where it runs; expressions are safe in both. Default: 'sandboxed'.
            permissions: Run it in a session of its own with these, never more than this one has: {"fs.read": ["data"]}. Left
                out, it acts as this session.
            timeout_seconds: Longest time, starting and waiting included; 60 when left out.
            memory_bytes: Memory of its values; 128 MiB when left out.
            output_bytes: What it may print; 1 MiB when left out.

        Returns:
            What came of a script.

        Raises:
            SyntaxError: The text is no script of its language.
            Failed: The script ended in an error that it did not catch; one of a call is this one's cause.
            TimedOut: The script took longer than its limit.
            LimitExceeded: The script reached a limit other than time.
            InvalidVariable: A name cannot be a variable of a script.
            EngineUnavailable: The engine is not installed.
            SandboxUnavailable: No process can be started for a sandboxed script.
            SandboxKilled: The process of a sandboxed script ended before the script did.
            session.PermissionExceeded: A session was to get a permission that its parent does not have.
            session.TooDeep: Sessions within sessions go too deep.
            UnknownSuffix: A file's name does not say what it is written in.
            FileFailed: A file could not be read.
        """
        options = clients.optional(
            ExecuteOptions,
            name=name,
            input=input,
            variables=variables,
            mode=mode,
            permissions=permissions,
            timeout_seconds=timeout_seconds,
            memory_bytes=memory_bytes,
            output_bytes=output_bytes,
        )
        result: ScriptResult = self.core.call(
            "script.execute_file", {"path": path, "engine": engine, "options": options}
        )
        return result

    def validate(
        self, engine: Engine | Literal["lua", "javascript", "expr"], source: str
    ) -> ScriptValidation:
        """Check that a script can be read, without running it.

        Args:
            engine: What it is written in.
            source: The text.

        Returns:
            Whether a script can be read.

        Raises:
            EngineUnavailable: The engine is not installed.
        """
        result: ScriptValidation = self.core.call("script.validate", {"engine": engine, "source": source})
        return result

    def list_engines(self) -> list[EngineInfo]:
        """The engines, those that are not installed too.

        Returns:
            A list. Each: An engine and what it can do here.
        """
        result: list[EngineInfo] = self.core.call("script.list_engines", {})
        return result

    def register_handler(self, name: str, handler: ScriptHandler, description: str | None = None) -> None:
        """Make a function known by a name.

        It stays until it is unregistered or the session closes; one of a script also ends with the script.

        Args:
            name: What to call it by; unique in the session.
            handler: The function.
            description: What it does.

        Raises:
            HandlerExists: A handler of this name is registered already.
        """
        self.core.call(
            "script.register_handler", {"name": name, "handler": handler, "description": description}
        )

    def unregister_handler(self, name: str) -> None:
        """Forget a handler.

        Args:
            name: The handler.

        Raises:
            HandlerNotFound: No handler has this name.
        """
        self.core.call("script.unregister_handler", {"name": name})

    def list_handlers(self) -> list[HandlerInfo]:
        """The session's handlers, in the order in which they were registered.

        Returns:
            A list. Each: A registered handler.
        """
        result: list[HandlerInfo] = self.core.call("script.list_handlers", {})
        return result

    def call_handler(self, name: str, input: Any) -> Any:
        """What a handler makes of an input.

        Args:
            name: The handler.
            input: Any JSON value.

        Raises:
            HandlerNotFound: No handler has this name.
            HandlerFailed: A handler ended in an error, which is this one's cause.
        """
        result: Any = self.core.call("script.call_handler", {"name": name, "input": input})
        return result
