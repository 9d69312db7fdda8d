"""What a model may do besides talking, and the functions that do it. For synchronous programs."""

from __future__ import annotations

import builtins
from typing import Any, Literal

from bridge_runtime import clients

from .types import (
    Category,
    ExecuteOptions,
    ExecutionMode,
    ToolDefinition,
    ToolDescription,
    ToolHandler,
    ToolInfo,
    ToolQuery,
    ToolResult,
    ValidationResult,
)


class ToolBridge(clients.Bridge):
    """What a model may do besides talking, and the functions that do it.

    A tool has a name, a description that a model reads, a JSON Schema of its arguments and a handler written in the
    language of the program that registers it. `calculator`, `file_read`, `file_write`, `http_request` and
    `system_info` are built in; each acts only within the session's permissions.

    Arguments are checked against the schema before the handler runs, and every fault is reported at
    once.
    """

    def register(
        self,
        *,
        name: str,
        description: str,
        parameters: dict[str, Any] | None = None,
        handler: ToolHandler,
        category: Category | str | None = None,
        mode: ExecutionMode | Literal["direct", "sandboxed", "async"] | None = None,
        tags: builtins.list[str] | None = None,
        timeout_seconds: float | None = None,
    ) -> None:
        """Add a tool to the session.

        The session's agents can use it from then on, by its name.

        Args:
            name: What a model calls it by; unique in the session.
            description: What it does and when to use it; a model reads this.
            parameters: JSON Schema 2020-12 of the arguments; any object is accepted when it is left out.
            handler: Does the work.
            category: What it is about. Default: 'custom'.
            mode: How it runs when a call does not say. Default: 'direct'.
            tags: Words that `tool.discover` finds it by.
            timeout_seconds: Longest time of one execution; 60 when left out.

        Raises:
            AlreadyExists: A tool of this name is registered already.
            InvalidSchema: The parameters are not a JSON Schema that tools can use.
        """
        definition = ToolDefinition(
            **clients.given(
                name=name,
                description=description,
                parameters=parameters,
                handler=handler,
                category=category,
                mode=mode,
                tags=tags,
                timeout_seconds=timeout_seconds,
            )
        )
        self.core.call("tool.register", {"definition": definition})

    def unregister(self, name: str) -> None:
        """Remove a tool from the session.

        A built-in tool can be removed too; the session does without it then. Executions under way go on.

        Args:
            name: The tool.

        Raises:
            NotFound: No tool has this name.
        """
        self.core.call("tool.unregister", {"name": name})

    def execute(
        self,
        name: str,
        arguments: dict[str, Any],
        *,
        mode: ExecutionMode | Literal["direct", "sandboxed", "async"] | None = None,
        timeout_seconds: float | None = None,
        memory_bytes: int | None = None,
    ) -> ToolResult:
        """Run a tool.

        The arguments are checked first. With mode `direct` or `sandboxed` the call returns when the tool has finished,
        with its value; with `async` it returns as soon as the tool has started, and `tool.wait` gives the outcome.
        A built-in tool asks for its permissions when it runs: `file_read` for `fs.read`, `file_write` for `fs.write`,
        `http_request` for `net`, `system_info` for `process`.

        Args:
            name: The tool.
            arguments: Its arguments.
            mode: Instead of the tool's own mode.
            timeout_seconds: Instead of the tool's own limit.
            memory_bytes: Memory of a sandboxed execution; 512 MiB when left out.

        Returns:
            One execution of a tool.

        Raises:
            NotFound: No tool has this name.
            InvalidArguments: The arguments do not fit the tool's schema.
            InvalidResult: The handler returned what is not JSON, or too much of it.
            ExecutionFailed: The handler failed.
            TimedOut: The tool took longer than its limit.
            SandboxKilled: A sandboxed execution reached a limit other than time, or died.
            NotSandboxable: The tool's handler cannot run in another process.
            NoHandler: The tool was loaded from a file and nobody has attached its handler.
            BadExpression: The calculator cannot evaluate this.
            FileFailed: A file could not be read or written.
            RequestFailed: An HTTP request got no answer, or one that cannot be used.
            hook.Rejected: A hook has refused the call, or its result.
            hook.Failed: A hook has failed, and its policy is to fail the call.
            hook.TimedOut: A hook took longer than its limit, and its policy is to fail the call.
            hook.Replaced: A hook has put an error of its own in place of another, which is its cause.
            hook.RateLimited: A rate-limiting hook lets no more calls pass for now.
            hook.NestedTooDeep: A handler seems to call itself without end.
        """
        options = clients.optional(
            ExecuteOptions, mode=mode, timeout_seconds=timeout_seconds, memory_bytes=memory_bytes
        )
        result: ToolResult = self.core.call(
            "tool.execute", {"name": name, "arguments": arguments, "options": options}
        )
        return result

    def wait(self, execution: str, timeout_seconds: float | None = None) -> ToolResult:
        """The outcome of an asynchronous execution.

        Waits until it has finished. The outcome of each of the last 256 finished executions can be asked
        for again.

        Args:
            execution: The id that `tool.execute` returned.
            timeout_seconds: Stop waiting after this long; the tool goes on.

        Returns:
            One execution of a tool.

        Raises:
            UnknownExecution: No execution has this id, or its outcome was given out too long ago.
            InvalidArguments: The arguments do not fit the tool's schema.
            InvalidResult: The handler returned what is not JSON, or too much of it.
            ExecutionFailed: The handler failed.
            TimedOut: The tool took longer than its limit.
            SandboxKilled: A sandboxed execution reached a limit other than time, or died.
            NotSandboxable: The tool's handler cannot run in another process.
            BadExpression: The calculator cannot evaluate this.
            FileFailed: A file could not be read or written.
            RequestFailed: An HTTP request got no answer, or one that cannot be used.
            hook.Rejected: A hook has refused the call, or its result.
            hook.Failed: A hook has failed, and its policy is to fail the call.
            hook.TimedOut: A hook took longer than its limit, and its policy is to fail the call.
            hook.Replaced: A hook has put an error of its own in place of another, which is its cause.
            hook.RateLimited: A rate-limiting hook lets no more calls pass for now.
            hook.NestedTooDeep: A handler seems to call itself without end.
        """
        result: ToolResult = self.core.call(
            "tool.wait", {"execution": execution, "timeout_seconds": timeout_seconds}
        )
        return result

    def discover(
        self,
        *,
        text: str | None = None,
        category: Category | str | None = None,
        tags: builtins.list[str] | None = None,
        limit: int | None = None,
    ) -> builtins.list[ToolDescription]:
        """Find tools by words, category and tags, best match first.

        A tool matches when all of its filters fit and every word of `text` occurs in its name, tags,
        category or description; a word in the name counts more than one in the description.

        Args:
            text: Words to find in name, description, tags and category.
            category: Only tools of this category.
            tags: Only tools with all of these tags.
            limit: Longest list to return. Default: 20.

        Returns:
            A list. Each: A tool without its handler, as a model, a file or a list shows it.
        """
        query = clients.optional(ToolQuery, text=text, category=category, tags=tags, limit=limit)
        result: builtins.list[ToolDescription] = self.core.call("tool.discover", {"query": query})
        return result

    def list(self, category: Category | str | None = None) -> builtins.list[ToolDescription]:
        """The session's tools, in the order of their names.

        Args:
            category: Only tools of this category.

        Returns:
            A list. Each: A tool without its handler, as a model, a file or a list shows it.
        """
        result: builtins.list[ToolDescription] = self.core.call("tool.list", {"category": category})
        return result

    def get(self, name: str) -> ToolDescription:
        """A tool's description.

        Args:
            name: The tool.

        Returns:
            A tool without its handler, as a model, a file or a list shows it.

        Raises:
            NotFound: No tool has this name.
        """
        result: ToolDescription = self.core.call("tool.get", {"name": name})
        return result

    def exists(self, name: str) -> bool:
        """Whether a tool of this name is registered.

        Args:
            name: The name.
        """
        result: bool = self.core.call("tool.exists", {"name": name})
        return result

    def validate(self, name: str, arguments: dict[str, Any]) -> ValidationResult:
        """Check arguments against a tool's schema without running it.

        Args:
            name: The tool.
            arguments: The arguments to check.

        Returns:
            Whether arguments fit a tool's schema.

        Raises:
            NotFound: No tool has this name.
        """
        result: ValidationResult = self.core.call("tool.validate", {"name": name, "arguments": arguments})
        return result

    def get_schema(self, name: str) -> dict[str, Any]:
        """The JSON Schema of a tool's arguments.

        Args:
            name: The tool.

        Raises:
            NotFound: No tool has this name.
        """
        result: dict[str, Any] = self.core.call("tool.get_schema", {"name": name})
        return result

    def get_info(self, name: str) -> ToolInfo:
        """How a tool runs, what it may ask for and how it has done so far.

        Args:
            name: The tool.

        Returns:
            What is known of a tool beside its description.

        Raises:
            NotFound: No tool has this name.
        """
        result: ToolInfo = self.core.call("tool.get_info", {"name": name})
        return result

    def attach(self, name: str, handler: ToolHandler) -> None:
        """Give a loaded definition its handler.

        A handler that is there already is replaced.

        Args:
            name: The tool.
            handler: Does the work.

        Raises:
            NotFound: No tool has this name.
        """
        self.core.call("tool.attach", {"name": name, "handler": handler})

    def save(self, path: str, names: builtins.list[str] | None = None) -> int:
        """Write tool definitions, without their handlers, to a file.

        The file is JSON with a format version. It is replaced as a whole, so that a reader never sees half
        of it.

        Args:
            path: The file.
            names: The tools to write; all but the built-in ones when left out.

        Raises:
            NotFound: No tool has this name.
            FileFailed: A file could not be read or written.
        """
        result: int = self.core.call("tool.save", {"path": path, "names": names})
        return result

    def load(self, path: str) -> builtins.list[str]:
        """Add the tool definitions of a file, to be given handlers with tool.attach.

        When one of them cannot be added, none is.

        Args:
            path: A file that tool.save wrote.

        Raises:
            AlreadyExists: A tool of this name is registered already.
            InvalidSchema: The parameters are not a JSON Schema that tools can use.
            FileFailed: A file could not be read or written.
            InvalidFile: The file does not hold tool definitions of a version that is known here.
        """
        result: builtins.list[str] = self.core.call("tool.load", {"path": path})
        return result
