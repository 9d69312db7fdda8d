"""Constants, errors, callbacks, resources and events of a module."""

from __future__ import annotations

import string
from typing import Any, cast

from bridgegen.load.functions import ParameterReader
from bridgegen.load.reading import DOC_KEYS, Reader
from bridgegen.load.scope import Scope
from bridgegen.load.types import TypeReader
from bridgegen.model import (
    MISSING,
    AnyJson,
    Callback,
    Constant,
    ConstantGroup,
    Enum,
    EnumValue,
    Error,
    Event,
    Field,
    Name,
    Recovery,
    Resource,
    ScalarKind,
)

RECOVERIES = ("retry_once", "retry_with_backoff", "failover", "none")
_PYTHON_KINDS: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
}

_SAMPLE = {"integer": 1, "number": 1.5, "boolean": True, "null": None}


def _samples(fields: tuple[Field, ...]) -> list[dict[str, Any]]:
    """Fields that an error may have: all of them, and, since they may be absent, only those required."""
    full = {field.name: _SAMPLE.get(getattr(field.type, "kind", ""), "text") for field in fields}
    return [full, full | {field.name: "" for field in fields if not field.required}]


class MemberReader:
    """Lowers every section of a module but its types and functions."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._types = TypeReader(scope)

    def constants(self, module: Reader) -> tuple[list[Enum], list[ConstantGroup]]:
        """String groups, which are enumerations, and the groups of other values."""
        enums, groups = [], []
        for local, position, reader in module.entries("constants", "PascalCase", "constants group"):
            doc = reader.doc(summary_required=True)
            reader.only({"type", "values"} | DOC_KEYS)
            if not reader.require("type", "values"):
                continue
            name = Name(self._scope.module, local)
            kind = reader.choice("type", tuple(_PYTHON_KINDS), "string")
            values = self._values(reader, kind)
            if kind == "string":
                numbers = [self._scope.lock.number(f"values {name}", value.value) for value in values]
                enum_values = tuple(
                    EnumValue(value.name, value.value, number, value.doc, value.position)
                    for value, number in zip(values, numbers, strict=True)
                )
                enums.append(Enum(name, enum_values, doc, position, is_constant=True))
            else:
                groups.append(ConstantGroup(name, cast(ScalarKind, kind), tuple(values), doc, position))
        return enums, groups

    def _values(self, group: Reader, kind: str) -> list[Constant]:
        found: list[Constant] = []
        for local, position, reader in group.entries("values", "UPPER_CASE", "constant"):
            reader.only({"value"} | DOC_KEYS)
            doc = reader.doc()
            if not reader.require("value"):
                continue
            value = reader.scalar("value", _PYTHON_KINDS[kind], f"of type {kind}, as the group is")
            if value is None:
                continue
            twin = next((other for other in found if other.value == value), None)
            if twin and kind == "string":
                message = f"constant {local} has the value {value!r}, as {twin.name} already has"
                reader.error("constant-duplicate-value", message, reader.table.at("value"))
                continue
            found.append(Constant(local, value, doc, position))
        if not found:
            group.error("constant-empty", f"{group.what} has no values", group.table.at("values"))
        return found

    def errors(self, module: Reader) -> list[Error]:
        found = []
        for local, position, reader in module.entries("errors", "snake_case", "error"):
            name = Name(self._scope.module, local)
            doc = reader.doc(summary_required=True)
            reader.only({"message", "fields", "recovery", "http_status"} | DOC_KEYS)
            reader.require("message")
            fields = tuple(self._error_fields(reader))
            message = reader.text("message")
            self._check_message(reader, message, fields)
            recovery = cast(Recovery, reader.choice("recovery", RECOVERIES, "none"))
            status = reader.integer("http_status", 400)
            if not 400 <= status <= 599:
                text = f"http_status of {reader.what} must be between 400 and 599, not {status}"
                reader.error("error-http-status", text, reader.table.at("http_status"))
            number = self._scope.lock.number("errors", str(name))
            found.append(Error(name, number, message, fields, recovery, status, doc, position))
        return found

    def _error_fields(self, error: Reader) -> list[Field]:
        found = []
        for local, position, reader in error.entries("fields", "snake_case", "field"):
            expr = self._types.read(reader.table, reader.what, extra=frozenset({"required"}))
            required = "required" not in reader or reader.flag("required")
            found.append(Field(local, expr, required, MISSING, reader.doc(), position))
        return found

    def _check_message(self, reader: Reader, message: str, fields: tuple[Field, ...]) -> None:
        """The message is formatted over the fields: each placeholder must be one of them."""
        position = reader.table.at("message")
        try:
            placeholders = [name for _, name, _, _ in string.Formatter().parse(message) if name is not None]
        except ValueError as error:
            text = f"the message of {reader.what} is no format: {error}; a literal brace is written twice"
            reader.error("error-message", text, position)
            return
        known = {field.name for field in fields}
        for placeholder in placeholders:
            if placeholder not in known:
                text = f"the message of {reader.what} names {{{placeholder}}}, which is not one of its fields"
                reader.error("error-message", text, position)
                return
        for sample in _samples(fields):
            try:
                message.format_map(sample)
            except (ValueError, LookupError, TypeError) as error:
                text = f"the message of {reader.what} cannot be made for the fields {sample}: {error}"
                reader.error("error-message", text, position)
                return

    def callbacks(self, module: Reader) -> list[Callback]:
        found = []
        for local, position, reader in module.entries("callbacks", "PascalCase", "callback"):
            doc = reader.doc(summary_required=True)
            reader.only({"parameters", "result"} | DOC_KEYS)
            parameters = ParameterReader(self._scope, self._types, of_function=False).read(reader)
            result = reader.table.get("result")
            returned = None if result is None else self._types.read(result, f"the result of {reader.what}")
            found.append(Callback(Name(self._scope.module, local), parameters, returned, doc, position))
        return found

    def resources(self, module: Reader) -> list[Resource]:
        """Resources without their methods, which are known once the functions are."""
        found = []
        for local, position, reader in module.entries("resources", "PascalCase", "resource"):
            doc = reader.doc(summary_required=True)
            reader.only({"constructor", "release", "not_found", "session"} | DOC_KEYS)
            for key in ("constructor", "release"):
                self._check_function(reader, key)
            not_found = "runtime.invalid_handle"
            if text := reader.text("not_found"):
                error = self._scope.resolve(
                    text, "errors", "error", reader.table.entries["not_found"].position
                )
                not_found = str(error) if error else not_found
            name = Name(self._scope.module, local)
            found.append(
                Resource(
                    name=name,
                    constructor=reader.text("constructor"),
                    release=reader.text("release"),
                    not_found=not_found,
                    is_session=reader.flag("session"),
                    methods=(),
                    doc=doc,
                    position=position,
                )
            )
        return found

    def _check_function(self, reader: Reader, key: str) -> None:
        local = reader.text(key)
        if local and "." in local:
            message = f"{key} of {reader.what} must be a function of this module, not {local!r}"
            reader.error("resource-function", message, reader.table.entries[key].position)
        elif local:
            self._scope.resolve(local, "functions", "function", reader.table.entries[key].position)

    def events(self, module: Reader) -> list[Event]:
        found = []
        for local, position, reader in module.entries("events", "snake_case", "event"):
            doc = reader.doc(summary_required=True)
            reader.only({"when", "payload"} | DOC_KEYS)
            reader.require("when", "payload")
            node = reader.table.get("payload")
            payload = AnyJson() if node is None else self._types.read(node, f"the payload of {reader.what}")
            found.append(
                Event(f"{self._scope.module}.{local}", payload, reader.text("when").strip(), doc, position)
            )
        return found
