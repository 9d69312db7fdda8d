"""The tools that come with the runtime, as data; their code is imported when one first runs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

if TYPE_CHECKING:
    from bridge_runtime.permissions import Permissions

Run: TypeAlias = "Callable[[Mapping[str, Any], Permissions], Awaitable[Any]]"


@dataclass(frozen=True, slots=True)
class BuiltIn:
    """One built-in tool."""

    name: str
    description: str
    category: str
    parameters: Mapping[str, Any]
    code: str
    """Where its function is: "package.module:name"."""
    permissions: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    def load(self) -> Run:
        """The function that does its work, given arguments that fit and the permissions to act within."""
        module, _, name = self.code.partition(":")
        return cast(Run, getattr(import_module(module), name))


async def calculator(arguments: Mapping[str, Any], permissions: Permissions) -> dict[str, Any]:
    """Evaluates ``expression``; needs no permission."""
    from llmspell_runtime.tool.calculator import calculate

    return calculate(arguments["expression"])


def failure(arguments: Mapping[str, Any], error: Exception) -> tuple[str, dict[str, Any]] | None:
    """The declared error, as code and fields without the tool's name, that a failure of a built-in tool means."""
    reason = str(error)
    match type(error).__name__:
        case "CalculationError":
            return "tool.bad_expression", {"expression": arguments.get("expression", ""), "reason": reason}
        case "FileFailure" | "FileMissing":
            return "tool.file_failed", {"path": arguments.get("path", ""), "reason": reason}
        case "RequestFailure":
            method = arguments.get("method", "GET")
            return "tool.request_failed", {
                "method": method,
                "url": arguments.get("url", ""),
                "reason": reason,
            }
    return None


def _object(required: list[str], **properties: Mapping[str, Any]) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**schema, "required": required} if required else schema


_PATH: Final = {
    "type": "string",
    "minLength": 1,
    "description": "The file; relative to the working directory.",
}
_MAX_BYTES: Final = {"type": "integer", "minimum": 1, "maximum": 4194304, "description": "Largest size accepted; 1 MiB when left out."}  # fmt: skip

BUILT_IN: Final[Mapping[str, BuiltIn]] = {
    tool.name: tool
    for tool in (
        BuiltIn(
            name="calculator",
            description=(
                "Evaluate an arithmetic expression: + - * / // % **, comparisons, and, or, not, if-else; pi, e, tau; "
                "abs, round, min, max, sum, mean, median, sqrt, exp, log, sin, cos, factorial, gcd and their like."
            ),
            category="data",
            parameters=_object(
                ["expression"],
                expression={"type": "string", "minLength": 1, "description": "Such as (3 + 4) * sqrt(2)."},
            ),
            code="llmspell_runtime.tool.built_in:calculator",
            tags=("arithmetic", "math"),
        ),
        BuiltIn(
            name="file_read",
            description="Read a file as text, or as base64.",
            category="file",
            parameters=_object(
                ["path"],
                path=_PATH,
                encoding={
                    "type": "string",
                    "enum": ["utf-8", "base64"],
                    "description": "utf-8 when left out.",
                },
                max_bytes=_MAX_BYTES,
            ),
            code="llmspell_runtime.tool.file_access:file_read",
            permissions=("fs.read",),
            tags=("read", "text"),
        ),
        BuiltIn(
            name="file_write",
            description="Write text, or bytes given as base64, to a file.",
            category="file",
            parameters=_object(
                ["path"],
                path=_PATH,
                text={"type": "string", "description": "What to write, as text."},
                base64={"type": "string", "description": "What to write, as base64; instead of text."},
                mode={
                    "type": "string",
                    "enum": ["replace", "create", "append"],
                    "description": "Replace the file (when left out), refuse when there is one, or add to its end.",
                },
            ),
            code="llmspell_runtime.tool.file_access:file_write",
            permissions=("fs.write",),
            tags=("write", "text"),
        ),
        BuiltIn(
            name="http_request",
            description="Send an HTTP request and get status, headers and body of the answer.",
            category="http",
            parameters=_object(
                ["url"],
                url={"type": "string", "minLength": 1, "description": "An http or https address."},
                method={
                    "type": "string",
                    "enum": ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"],
                    "description": "GET when left out.",
                },
                headers={
                    "type": "object",
                    "additionalProperties": {"type": "string"},
                    "description": "Headers.",
                },
                body={"type": "string", "description": "The body, as text."},
                json={"description": "The body, as JSON; instead of body."},
                timeout_seconds={
                    "type": "number",
                    "exclusiveMinimum": 0,
                    "maximum": 600,
                    "description": "30 when left out.",
                },
                max_bytes=_MAX_BYTES,
            ),
            code="llmspell_runtime.tool.http_request:http_request",
            permissions=("net",),
            tags=("web", "fetch", "api"),
        ),
        BuiltIn(
            name="system_info",
            description="Facts about this machine: system, processors, memory, local time, runtime.",
            category="system",
            parameters=_object(
                [],
                sections={
                    "type": "array",
                    "items": {"type": "string", "enum": ["os", "cpu", "memory", "time", "runtime"]},
                    "uniqueItems": True,
                    "description": "Only these; all when left out.",
                },
            ),
            code="llmspell_runtime.tool.system_info:system_info",
            permissions=("process",),
            tags=("machine", "time"),
        ),
    )
}
"""Every built-in tool by its name."""
