"""One OpenAPI 3.1 document: a POST for each function, its arguments by name in the body."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from bridgegen.diagnostics import Diagnostic
from bridgegen.jsonschema import definitions
from bridgegen.model import Interface, Permission
from bridgegen.target import Capabilities, File, Unit
from bridgegen.targets.openapi.operations import needs_function, operation, path
from bridgegen.targets.openapi.schemas import ERROR, in_components, without_callbacks

_SESSION = "session"


class OpenApiTarget:
    name = "openapi"
    capabilities = Capabilities(
        title="HTTP",
        unsupported={
            "callbacks": "a function of the caller cannot cross HTTP; functions that need one are left out"
        },
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

    def units(self, interface: Interface) -> Sequence[Unit]:
        return (Unit("openapi", None, lambda: (File("openapi.json", _text(document(interface))),)),)


def _text(value: Any) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def document(interface: Interface) -> dict[str, Any]:
    """The OpenAPI document as JSON."""
    functions = [function for module in interface.bridges for function in module.functions]
    schemas = {
        name: without_callbacks(schema) for name, schema in definitions(interface, in_components).items()
    }
    left_out = [str(function.name) for function in functions if needs_function(interface, function)]
    found: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {
            "title": interface.name,
            "version": interface.version,
            "summary": interface.doc.summary,
            "description": interface.doc.description,
        },
        "servers": [{"url": "/", "description": "Where the service runs."}],
        "tags": [{"name": module.name, "description": module.doc.summary} for module in interface.bridges],
        "paths": {
            path(function): {"post": operation(interface, function, _SESSION)}
            for function in functions
            if not needs_function(interface, function)
        },
        "components": {
            "schemas": {"Error": ERROR, **schemas},
            "securitySchemes": {_SESSION: _session(interface.permissions)},
        },
    }
    if left_out:
        found["x-left-out"] = {
            "functions": left_out,
            "reason": OpenApiTarget.capabilities.unsupported["callbacks"],
        }
    return found


def _session(permissions: Sequence[Permission]) -> dict[str, Any]:
    """The key of a session; what it was granted is held against the roles that an operation names."""
    return {
        "type": "http",
        "scheme": "bearer",
        "description": "The token of a session, which was opened with permissions; an operation lists those it needs.",
        "x-permissions": {permission.name: permission.summary for permission in permissions},
    }


TARGET = OpenApiTarget()
