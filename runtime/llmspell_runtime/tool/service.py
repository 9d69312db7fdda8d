"""The tool service: the bridge's functions over a registry, a runner and background executions."""

from __future__ import annotations

import asyncio
import builtins
import time
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import anyio.to_thread
from bridge_runtime.errors import BridgeError, Cancelled
from llmspell.tool.errors import FileFailed, InvalidArguments, InvalidFile, NoHandler
from llmspell.tool.service import ToolService
from llmspell.tool.types import (
    ArgumentIssue,
    Category,
    ExecuteOptions,
    ExecutionMode,
    Status,
    ToolDefinition,
    ToolDescription,
    ToolInfo,
    ToolQuery,
    ToolResult,
    ValidationResult,
)

from llmspell_runtime.files import FileFailure, read_file, write_file
from llmspell_runtime.hook.points import TOOL_CALL, hooked, through
from llmspell_runtime.tool import definitions
from llmspell_runtime.tool.background import Background
from llmspell_runtime.tool.execution import Limits, Runner, checked, limits_of
from llmspell_runtime.tool.redaction import redacted
from llmspell_runtime.tool.registry import Registry, Tool, shown
from llmspell_runtime.tool.schemas import ANY_OBJECT, Issue

if TYPE_CHECKING:
    from bridge_runtime.callbacks import Callback
    from bridge_runtime.session import Session


class Tools(ToolService):
    """The tools of one session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._registry = Registry()
        self._runner = Runner(session.permissions, session.interface.error)
        self._background = Background()
        self._numbers = count(1)

    def register(self, definition: ToolDefinition) -> None:
        given = definition.model_dump(exclude_unset=True, exclude={"handler"})
        description = ToolDescription.model_validate(
            {
                "parameters": dict(ANY_OBJECT),
                "category": Category.CUSTOM,
                "mode": ExecutionMode.DIRECT,
                "tags": [],
                "built_in": False,
                **given,
            }
        )
        self._registry.add([Tool(description, cast("Callback[[dict[str, Any]], Any]", definition.handler))])

    def unregister(self, name: str) -> None:
        self._registry.remove(name)

    def attach(self, name: str, handler: Callback[[dict[str, Any]], Any]) -> None:
        self._registry.find(name).handler = handler

    async def execute(
        self, name: str, arguments: dict[str, Any], options: ExecuteOptions | None = None
    ) -> ToolResult:
        tool = self._registry.find(name)
        self._require_fit(tool, arguments)
        if not tool.is_ready:
            raise NoHandler(tool=name)
        limits = limits_of(tool, options)
        execution = f"execution_{next(self._numbers)}"
        run = self._run_hooked if hooked(self.session, TOOL_CALL) else self._run
        work = run(tool, arguments, limits, execution)
        if limits.mode != ExecutionMode.ASYNC:
            return await work
        self._background.start(execution, work)
        return ToolResult(tool=name, execution=execution, status=Status.RUNNING)

    def _require_fit(self, tool: Tool, arguments: dict[str, Any]) -> None:
        issues = tool.checker.issues(arguments)
        if issues:
            reason = "; ".join(
                f"{issue.path}: {issue.message}" if issue.path else issue.message for issue in issues
            )
            raise InvalidArguments(tool=tool.name, reason=reason, issues=[_issue(issue) for issue in issues])

    async def _run_hooked(
        self, tool: Tool, arguments: dict[str, Any], limits: Limits, execution: str
    ) -> ToolResult:
        """Run a tool with the hooks at ``tool_call`` around it."""
        payload = {
            "tool": tool.name,
            "arguments": arguments,
            "execution": execution,
            "mode": limits.mode.value,
            "timeout_seconds": limits.timeout_seconds,
        }
        ran: ToolResult | None = None

        async def work(payload: Any) -> Any:
            nonlocal ran
            if payload["arguments"] is not arguments:
                self._require_fit(tool, payload["arguments"])
            timeout = payload.get("timeout_seconds", limits.timeout_seconds)
            ran = await self._run(
                tool, payload["arguments"], replace(limits, timeout_seconds=timeout), execution
            )
            return ran.value

        began = time.perf_counter()
        value = await through(self.session, TOOL_CALL, payload, work)
        if ran is not None and ran.value is value:
            return ran
        return ToolResult(
            tool=tool.name,
            execution=execution,
            status=Status.COMPLETED,
            value=checked(tool, value),
            duration_ms=_elapsed(began),
        )

    async def _run(self, tool: Tool, arguments: dict[str, Any], limits: Limits, execution: str) -> ToolResult:
        """Run a tool and tell of it: to its record, and to whoever listens."""
        about = {"name": tool.name, "execution": execution}
        if self.session.events.hears("tool.start"):
            more = {"mode": limits.mode, "arguments": redacted(arguments)}
            self.session.events.emit("tool.start", {**about, **more})
        tool.record.calls += 1
        began = time.perf_counter()
        try:
            value = await self._runner.run(tool, arguments, limits)
        except BaseException as error:
            self._failed(tool, about, _elapsed(began), error)
            raise
        took = _elapsed(began)
        tool.record.total_ms += took
        if self.session.events.hears("tool.complete"):
            self.session.events.emit(
                "tool.complete", {**about, "duration_ms": took, "value": redacted(value)}
            )
        return ToolResult(
            tool=tool.name, execution=execution, status=Status.COMPLETED, value=value, duration_ms=took
        )

    def _failed(self, tool: Tool, about: dict[str, Any], took: float, error: BaseException) -> None:
        if isinstance(error, asyncio.CancelledError):
            error = Cancelled()
        code = error.code if isinstance(error, BridgeError) else "runtime.internal"
        tool.record.failures += 1
        tool.record.last_error = code
        tool.record.total_ms += took
        if self.session.events.hears("tool.error"):
            shown_error = (
                error
                if isinstance(error, BridgeError)
                else BridgeError(f"{type(error).__name__} in the tool")
            )
            data = {**about, "duration_ms": took, "error": redacted(shown_error.to_json())}
            self.session.events.emit("tool.error", data)

    async def wait(self, execution: str, timeout_seconds: float | None = None) -> ToolResult:
        return await self._background.wait(execution, timeout_seconds)

    def discover(self, query: ToolQuery | None = None) -> list[ToolDescription]:
        return [shown(tool) for tool in self._registry.search(query)]

    def list(self, category: Category | None = None) -> list[ToolDescription]:
        return [shown(tool) for tool in self._registry.of(category)]

    def get(self, name: str) -> ToolDescription:
        return shown(self._registry.find(name))

    def exists(self, name: str) -> bool:
        return name in self._registry

    def validate(self, name: str, arguments: dict[str, Any]) -> ValidationResult:
        issues = self._registry.find(name).checker.issues(arguments)
        return ValidationResult(valid=not issues, issues=[_issue(issue) for issue in issues])

    def get_schema(self, name: str) -> dict[str, Any]:
        return shown(self._registry.find(name)).parameters

    def get_info(self, name: str) -> ToolInfo:
        return self._registry.find(name).info()

    async def save(self, path: str, names: builtins.list[str] | None = None) -> int:
        real = self.session.permissions.require_path("fs.write", path)
        if names is None:
            tools = [tool for tool in self._registry.all() if tool.built_in is None]
        else:
            tools = [self._registry.find(name) for name in dict.fromkeys(names)]
        await anyio.to_thread.run_sync(_write, real, path, [shown(tool) for tool in tools])
        return len(tools)

    async def load(self, path: str) -> builtins.list[str]:
        real = self.session.permissions.require_path("fs.read", path)
        found = await anyio.to_thread.run_sync(_read, real, path)
        self._registry.add(Tool(description) for description in found)
        return [description.name for description in found]

    async def _aclose(self) -> None:
        await self._background.cancel_all()


def _elapsed(began: float) -> float:
    return round((time.perf_counter() - began) * 1000, 3)


def _issue(issue: Issue) -> ArgumentIssue:
    return ArgumentIssue(path=issue.path, message=issue.message)


def _write(path: Path, given: str, tools: list[ToolDescription]) -> None:
    try:
        write_file(path, definitions.write(tools))
    except FileFailure as error:
        raise FileFailed(path=given, reason=str(error)) from None


def _read(path: Path, given: str) -> list[ToolDescription]:
    try:
        return definitions.read(read_file(path, definitions.MAX_FILE_BYTES))
    except FileFailure as error:
        raise FileFailed(path=given, reason=str(error)) from None
    except definitions.NotDefinitions as error:
        raise InvalidFile(path=given, reason=str(error)) from None
