"""One OpenAPI 3.1 document: a POST for each function, its arguments by name in the body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from bridgegen import json_text
from bridgegen.diagnostics import Diagnostic
from bridgegen.jsonschema import type_schema
from bridgegen.model import Interface, Module, Permission
from bridgegen.target import Capabilities, File, Joined, Part
from bridgegen.targets.openapi.operations import needs_function, operation, path
from bridgegen.targets.openapi.schemas import ERROR, in_components, without_callbacks

_SESSION = "session"
_INDENT = 2
_PLANNED = "this document describes a service that does not exist yet; nothing answers these requests"


class OpenApiTarget:
    name = "openapi"
    capabilities = Capabilities(
        title="HTTP",
        unsupported={
            "callbacks": "a function of the caller cannot cross HTTP; functions that need one are left out"
        },
        planned="the OpenAPI document describes a service that does not exist yet",
    )

    def names(self, interface: Interface) -> Mapping[str, str]:
        return {
            f"function {function.name}": path(function)
            for module in interface.bridges
            for function in module.functions
            if not needs_function(interface, function)
        }

    def check(self, interface: Interface) -> Sequence[Diagnostic]:
        return ()

    def units(self, interface: Interface) -> Sequence[Joined]:
        parts = [
            Part(module.name, (module.name,), partial(_part, interface, module))
            for module in interface.modules
        ]
        return (Joined("openapi", parts, partial(_file, interface)),)


def _part(interface: Interface, module: Module) -> tuple[str, str, list[str]]:
    """A module's members of ``paths`` and of ``components.schemas``, and the functions that are left out."""
    called = [function for function in module.functions if not needs_function(interface, function)]
    paths = {path(function): {"post": operation(interface, function, _SESSION)} for function in called}
    schemas = {
        str(named.name): without_callbacks(type_schema(named, in_components)) for named in module.types
    }
    left_out = [str(function.name) for function in module.functions if function not in called]
    return json_text.members(paths, _INDENT, 1), json_text.members(schemas, _INDENT, 2), left_out


def _file(interface: Interface, parts: Sequence[tuple[str, str, list[str]]]) -> Sequence[File]:
    """The OpenAPI document of what the modules bring."""
    left_out = [name for _, _, names in parts for name in names]
    error = json_text.members({"Error": ERROR}, _INDENT, 2)
    found: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {
            "title": interface.name,
            "version": interface.version,
            "summary": interface.doc.summary,
            "description": "\n\n".join(
                filter(None, (interface.doc.description, f"**Planned:** {_PLANNED}."))
            ),
        },
        "servers": [{"url": "/", "description": "Where the service will run."}],
        "tags": [{"name": module.name, "description": module.doc.summary} for module in interface.bridges],
        "paths": json_text.Written(tuple(paths for paths, _, _ in parts)),
        "components": {
            "schemas": json_text.Written((error, *(schemas for _, schemas, _ in parts))),
            "securitySchemes": {_SESSION: _session(interface.permissions)},
        },
    }
    if left_out:
        found["x-left-out"] = {
            "functions": left_out,
            "reason": OpenApiTarget.capabilities.unsupported["callbacks"],
        }
    return (File("openapi.json", json_text.document(found, _INDENT)),)


def _session(permissions: Sequence[Permission]) -> dict[str, Any]:
    """The key of a session; what it was granted is held against the roles that an operation names."""
    return {
        "type": "http",
        "scheme": "bearer",
        "description": "The token of a session, which was opened with permissions; an operation lists those it needs.",
        "x-permissions": {permission.name: permission.summary for permission in permissions},
    }


TARGET = OpenApiTarget()
