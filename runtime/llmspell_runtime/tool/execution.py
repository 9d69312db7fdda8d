"""One execution of a tool: its handler, its limits, and what goes wrong as the bridge's errors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import anyio
from bridge_runtime.errors import BridgeError, CallbackFailed, Cancelled, SessionClosed
from bridge_runtime.values import InvalidJson, write_json
from llmspell.tool.constants import Limit
from llmspell.tool.errors import (
    ExecutionFailed,
    InvalidResult,
    NotSandboxable,
    SandboxKilled,
    TimedOut,
)
from llmspell.tool.types import ExecuteOptions, ExecutionMode

from llmspell_runtime.tool.built_in import failure

if TYPE_CHECKING:
    from bridge_runtime.permissions import Permissions

    from llmspell_runtime.tool.registry import Tool


@dataclass(frozen=True, slots=True)
class Limits:
    """How one execution runs: its mode and what it may use."""

    mode: ExecutionMode
    timeout_seconds: float
    memory_bytes: int


def limits_of(tool: Tool, options: ExecuteOptions | None) -> Limits:
    """What the call says, else what the tool says, else the bridge's limits. Raises NotSandboxable."""
    mode = (options.mode if options else None) or tool.description.mode
    timeout = (options.timeout_seconds if options else None) or tool.description.timeout_seconds
    memory = options.memory_bytes if options else None
    if mode == ExecutionMode.SANDBOXED and tool.built_in is None and not tool.importable:
        reason = (
            "its handler lives in the calling program, not in a Python module that a child process can import"
        )
        raise NotSandboxable(tool=tool.name, reason=reason)
    return Limits(mode, timeout or Limit.TIMEOUT_SECONDS, memory or Limit.SANDBOX_MEMORY_BYTES)


class Runner:
    """Runs tools within a session's permissions."""

    def __init__(
        self, permissions: Permissions, error_class: Callable[[str], type[BridgeError] | None]
    ) -> None:
        self._permissions, self._error_class = permissions, error_class

    async def run(self, tool: Tool, arguments: dict[str, Any], limits: Limits) -> Any:
        """The value of ``tool`` for arguments that fit; raises the bridge's errors."""
        if limits.mode == ExecutionMode.SANDBOXED:
            value = await self._sandboxed(tool, arguments, limits)
        else:
            with anyio.move_on_after(limits.timeout_seconds) as scope:
                value = await self._here(tool, arguments)
            if scope.cancelled_caught:
                raise TimedOut(tool=tool.name, seconds=limits.timeout_seconds)
        return checked(tool, value)

    async def _here(self, tool: Tool, arguments: dict[str, Any]) -> Any:
        if tool.handler is None:
            assert tool.built_in is not None
            return await self._built_in(tool, arguments)
        try:
            return await tool.handler(arguments)
        except (Cancelled, SessionClosed):
            raise
        except BridgeError as error:
            reason = (
                str(error.fields.get("detail") or error) if isinstance(error, CallbackFailed) else str(error)
            )
            raise ExecutionFailed(tool=tool.name, reason=reason) from error

    async def _built_in(self, tool: Tool, arguments: dict[str, Any]) -> Any:
        assert tool.built_in is not None
        try:
            return await tool.built_in.load()(arguments, self._permissions)
        except BridgeError:
            raise
        except Exception as error:
            known = failure(arguments, error)
            if known is None:
                raise
            raise self._declared(tool, *known) from None

    def _declared(self, tool: Tool, code: str, fields: dict[str, Any]) -> BridgeError:
        """The error of this code, with the tool's name where it has a field for it."""
        found = self._error_class(code) or ExecutionFailed
        names = found.field_names
        return found(**{name: fields.get(name, tool.name if name == "tool" else "") for name in names})

    async def _sandboxed(self, tool: Tool, arguments: dict[str, Any], limits: Limits) -> Any:
        from llmspell_runtime.tool import sandbox

        request: dict[str, Any] = {"tool": tool.name, "arguments": arguments}
        if tool.built_in is not None and tool.handler is None:
            request |= {"permissions": self._permissions.to_json()}
        else:
            request |= sandbox.importing(tool.importable)
        try:
            answer = await sandbox.run_sandboxed(
                request, timeout_seconds=limits.timeout_seconds, memory_bytes=limits.memory_bytes
            )
        except sandbox.SandboxTimeout:
            raise TimedOut(tool=tool.name, seconds=limits.timeout_seconds) from None
        except sandbox.SandboxStopped as error:
            raise SandboxKilled(tool=tool.name, reason=str(error)) from None
        except sandbox.SandboxUnavailable as error:
            raise NotSandboxable(tool=tool.name, reason=str(error)) from None
        if "error" not in answer:
            return answer["value"]
        told = answer["error"]
        if "message" in told:  # a bridge error, which travels whole
            found = self._error_class(told["code"])
            raise BridgeError.from_json(told, {told["code"]: found} if found else None)
        raise self._declared(tool, told["code"], told["fields"])


def checked(tool: Tool, value: Any) -> Any:
    """``value`` when it is JSON of a size that is allowed; raises InvalidResult."""
    try:
        size = len(write_json(value).encode("utf-8"))
    except InvalidJson as error:
        raise InvalidResult(tool=tool.name, reason=str(error)) from None
    if size > Limit.RESULT_BYTES:
        raise InvalidResult(tool=tool.name, reason=f"{size} bytes as JSON; {Limit.RESULT_BYTES} are allowed")
    return value
