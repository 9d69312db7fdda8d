"""Functions as operations: body, answers, errors by status, permissions, examples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bridgegen.casing import snake
from bridgegen.jsonschema import expression_schema, properties_schema
from bridgegen.model import (
    MISSING,
    CallbackOf,
    Error,
    Example,
    Function,
    Interface,
    Json,
    ListOf,
    MapOf,
    Name,
    Nullable,
    Record,
    Ref,
    TypeExpr,
)
from bridgegen.targets.openapi.schemas import in_components, without_callbacks

_JSON = "application/json"
_EVENTS = "text/event-stream"
_ERROR = {"$ref": "#/components/schemas/Error"}


def path(function: Function) -> str:
    return f"/v1/{function.name.module}/{function.name.local}"


def needs_function(interface: Interface, function: Function) -> bool:
    """Whether a call cannot be made without passing in a function."""
    return any(p.required and _holds_required(interface, p.type, frozenset()) for p in function.parameters)


def _holds_required(interface: Interface, expr: TypeExpr, above: frozenset[Name]) -> bool:
    match expr:
        case CallbackOf():
            return True
        case Nullable() | ListOf() | MapOf():
            return False
        case Ref() if expr.name not in above:
            named = interface.type(expr.name)
            if isinstance(named, Record):
                inside = above | {expr.name}
                return any(f.required and _holds_required(interface, f.type, inside) for f in named.fields)
    return False


def operation(interface: Interface, function: Function, scheme: str) -> dict[str, Any]:
    """The operation object of one function."""
    found: dict[str, Any] = {
        "operationId": str(function.name),
        "tags": [function.name.module],
        "summary": function.doc.summary,
        "requestBody": _body(interface, function),
        "responses": _answers(interface, function),
        "security": [{scheme: list(function.permissions)}],
    }
    if function.doc.description:
        found["description"] = function.doc.description
    if function.doc.deprecated:
        found["deprecated"] = True
        found["x-use-instead"] = function.doc.deprecated
    if function.doc.stability != "stable":
        found["x-stability"] = function.doc.stability
    if function.emits:
        found["x-emits"] = list(function.emits)
    return found


def _body(interface: Interface, function: Function) -> dict[str, Any]:
    content: dict[str, Any] = {
        "schema": without_callbacks(properties_schema(function.parameters, in_components))
    }
    examples = {
        example.name: {
            "summary": example.summary or example.name,
            "value": shown(interface, example, example.arguments),
        }
        for example in function.examples
        if not _mentions_callback(example.arguments)
    }
    if examples:
        content["examples"] = examples
    required = any(parameter.required for parameter in function.parameters)
    return {"required": required, "content": {_JSON: content}}


def _answers(interface: Interface, function: Function) -> dict[str, Any]:
    answers = (
        {"200": _answer(interface, function)} if _gives(function) else {"204": {"description": "It is done."}}
    )
    return answers | _failures(interface, function)


def _gives(function: Function) -> bool:
    return function.result is not None or function.streams is not None


def _answer(interface: Interface, function: Function) -> dict[str, Any]:
    if function.streams is not None:
        item = expression_schema(function.streams, in_components)
        description = "The items as they come: the data of each event is one, as JSON; an event `error` ends it with an Error."
        return {"description": description, "content": {_EVENTS: {"schema": item}}}
    assert function.result is not None
    content: dict[str, Any] = {"schema": expression_schema(function.result, in_components)}
    examples = {
        example.name: {"summary": example.summary or example.name, "value": example.result}
        for example in function.examples
        if example.result is not MISSING
    }
    if examples:
        content["examples"] = examples
    return {"description": "What it returns.", "content": {_JSON: content}}


def _failures(interface: Interface, function: Function) -> dict[str, Any]:
    """Errors by their status: those the function declares, and those any call may end in."""
    codes = [*function.errors, "runtime.invalid_argument", "runtime.session_closed", "runtime.internal"]
    codes += ["runtime.permission_denied"] if function.permissions else []
    codes += ["runtime.cancelled", "runtime.timeout"] if function.is_async else []
    by_status: dict[int, list[Error]] = {}
    for code in dict.fromkeys(codes):
        error = interface.error(code)
        by_status.setdefault(error.http_status, []).append(error)
    return {str(status): _failure(errors) for status, errors in sorted(by_status.items())}


def _failure(errors: list[Error]) -> dict[str, Any]:
    described = "\n".join(f"- `{error.code}`: {error.doc.summary}" for error in errors)
    schema = {"allOf": [_ERROR, {"properties": {"code": {"enum": [error.code for error in errors]}}}]}
    return {"description": described, "content": {_JSON: {"schema": schema}}}


# --- examples -------------------------------------------------------------------------------------


def _mentions_callback(value: Json) -> bool:
    if isinstance(value, Mapping):
        return "$callback" in value or any(map(_mentions_callback, value.values()))
    return isinstance(value, list | tuple) and any(map(_mentions_callback, value))


def shown(interface: Interface, example: Example, value: Json) -> Json:
    """``value`` with the handles that its variables would hold."""
    return _replaced(value, _handles(interface, example))


def _handles(interface: Interface, example: Example) -> Mapping[str, str]:
    handles: dict[str, str] = {}
    made: dict[Name, int] = {}
    for step in example.given:
        resource = interface.function(step.function).constructs
        if resource is not None:
            made[resource] = made.get(resource, 0) + 1
            if step.bind:
                handles[step.bind] = f"{snake(resource.local)}_{made[resource]}"
    return handles


def _replaced(value: Json, handles: Mapping[str, str]) -> Json:
    if isinstance(value, str) and value.startswith("$"):
        return value[1:] if value.startswith("$$") else handles.get(value[1:], value)
    if isinstance(value, Mapping):
        return {key: _replaced(item, handles) for key, item in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [_replaced(item, handles) for item in value]
    return value
