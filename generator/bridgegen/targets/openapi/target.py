"""One OpenAPI 3.1 document: a POST for each function, its arguments by name in the body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, TypedDict

from bridgegen import json_text
from bridgegen.jsonschema import type_schema
from bridgegen.model import Interface, Module, Permission
from bridgegen.target import Capabilities, File, Joined, Part, each
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

    def names(self, interface: Interface) -> Sequence[Part]:
        return each(interface.bridges, partial(_names, interface))

    def check(self, interface: Interface) -> Sequence[Part]:
        return ()

    def units(self, interface: Interface) -> Sequence[Joined[File]]:
        parts = each(interface.modules, partial(_part, interface))
        return (Joined("openapi", parts, partial(_file, interface)),)


def _names(interface: Interface, module: Module) -> Mapping[str, str]:
    called = (function for function in module.functions if not needs_function(interface, function))
    return {f"function {function.name}": path(function) for function in called}


class _Part(TypedDict):
    """What a module brings to the document."""

    tags: list[dict[str, str]]
    paths: str
    """Its members of ``paths``."""
    schemas: str
    """Its members of ``components.schemas``."""
    left_out: list[str]
    """The functions that cannot cross HTTP."""


def _part(interface: Interface, module: Module) -> _Part:
    called = [function for function in module.functions if not needs_function(interface, function)]
    paths = {path(function): {"post": operation(interface, function, _SESSION)} for function in called}
    schemas = {
        str(named.name): without_callbacks(type_schema(named, in_components)) for named in module.types
    }
    return _Part(
        tags=[{"name": module.name, "description": module.doc.summary}] if module.is_bridge else [],
        paths=json_text.members(paths, _INDENT, 1),
        schemas=json_text.members(schemas, _INDENT, 2),
        left_out=[str(function.name) for function in module.functions if function not in called],
    )


def _file(interface: Interface, parts: Sequence[_Part]) -> Sequence[File]:
    """The OpenAPI document of what the modules bring."""
    left_out = [name for part in parts for name in part["left_out"]]
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
        "tags": [tag for part in parts for tag in part["tags"]],
        "paths": json_text.Written(tuple(part["paths"] for part in parts)),
        "components": {
            "schemas": json_text.Written((error, *(part["schemas"] for part in parts))),
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
