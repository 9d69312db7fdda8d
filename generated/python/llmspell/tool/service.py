"""What an implementation of tool provides."""

from __future__ import annotations

import builtins
from abc import abstractmethod
from typing import Any

from bridge_runtime.callbacks import Callback
from bridge_runtime.service import Service

from .types import (
    Category,
    ExecuteOptions,
    ToolDefinition,
    ToolDescription,
    ToolInfo,
    ToolQuery,
    ToolResult,
    ValidationResult,
)


class ToolService(Service):
    """What a model may do besides talking, and the functions that do it.

    A tool has a name, a description that a model reads, a JSON Schema of its arguments and a handler written in the
    language of the program that registers it. `calculator`, `file_read`, `file_write`, `http_request` and
    `system_info` are built in; each acts only within the session's permissions.

    Arguments are checked against the schema before the handler runs, and every fault is reported at
    once.
    """

    @abstractmethod
    def register(self, definition: ToolDefinition) -> None:
        """Add a tool to the session.

        The session's agents can use it from then on, by its name.

        Raises tool.already_exists, tool.invalid_schema.
        """

    @abstractmethod
    def unregister(self, name: str) -> None:
        """Remove a tool from the session.

        A built-in tool can be removed too; the session does without it then. Executions under way go on.

        Raises tool.not_found.
        """

    @abstractmethod
    async def execute(
        self, name: str, arguments: dict[str, Any], options: ExecuteOptions | None = None
    ) -> ToolResult:
        """Run a tool.

        The arguments are checked first. With mode `direct` or `sandboxed` the call returns when the tool has finished,
        with its value; with `async` it returns as soon as the tool has started, and `tool.wait` gives the outcome.
        A built-in tool asks for its permissions when it runs: `file_read` for `fs.read`, `file_write` for `fs.write`,
        `http_request` for `net`, `system_info` for `process`.

        Raises tool.not_found, tool.invalid_arguments, tool.invalid_result, tool.execution_failed, tool.timed_out, tool.sandbox_killed, tool.not_sandboxable, tool.no_handler, tool.bad_expression, tool.file_failed, tool.request_failed, hook.rejected, hook.failed, hook.timed_out, hook.replaced, hook.rate_limited, hook.nested_too_deep.
        """

    @abstractmethod
    async def wait(self, execution: str, timeout_seconds: float | None = None) -> ToolResult:
        """The outcome of an asynchronous execution.

        Waits until it has finished. The outcome of each of the last 256 finished executions can be asked
        for again.

        Raises tool.unknown_execution, tool.invalid_arguments, tool.invalid_result, tool.execution_failed, tool.timed_out, tool.sandbox_killed, tool.not_sandboxable, tool.bad_expression, tool.file_failed, tool.request_failed, hook.rejected, hook.failed, hook.timed_out, hook.replaced, hook.rate_limited, hook.nested_too_deep.
        """

    @abstractmethod
    def discover(self, query: ToolQuery | None = None) -> builtins.list[ToolDescription]:
        """Find tools by words, category and tags, best match first.

        A tool matches when all of its filters fit and every word of `text` occurs in its name, tags,
        category or description; a word in the name counts more than one in the description.
        """

    @abstractmethod
    def list(self, category: Category | None = None) -> builtins.list[ToolDescription]:
        """The session's tools, in the order of their names."""

    @abstractmethod
    def get(self, name: str) -> ToolDescription:
        """A tool's description.

        Raises tool.not_found.
        """

    @abstractmethod
    def exists(self, name: str) -> bool:
        """Whether a tool of this name is registered."""

    @abstractmethod
    def validate(self, name: str, arguments: dict[str, Any]) -> ValidationResult:
        """Check arguments against a tool's schema without running it.

        Raises tool.not_found.
        """

    @abstractmethod
    def get_schema(self, name: str) -> dict[str, Any]:
        """The JSON Schema of a tool's arguments.

        Raises tool.not_found.
        """

    @abstractmethod
    def get_info(self, name: str) -> ToolInfo:
        """How a tool runs, what it may ask for and how it has done so far.

        Raises tool.not_found.
        """

    @abstractmethod
    def attach(self, name: str, handler: Callback[[dict[str, Any]], Any]) -> None:
        """Give a loaded definition its handler.

        A handler that is there already is replaced.

        Raises tool.not_found.
        """

    @abstractmethod
    async def save(self, path: str, names: builtins.list[str] | None = None) -> int:
        """Write tool definitions, without their handlers, to a file.

        The file is JSON with a format version. It is replaced as a whole, so that a reader never sees half
        of it.

        Raises tool.not_found, tool.file_failed.
        """

    @abstractmethod
    async def load(self, path: str) -> builtins.list[str]:
        """Add the tool definitions of a file, to be given handlers with tool.attach.

        When one of them cannot be added, none is.

        Raises tool.already_exists, tool.invalid_schema, tool.file_failed, tool.invalid_file.
        """
