"""The JSON Schema bundle: every named type, and the arguments and result of every function."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from bridgegen import json_text
from bridgegen.jsonschema import Schema, documented, expression_schema, properties_schema, type_schema
from bridgegen.model import Function, Interface, Module
from bridgegen.target import Capabilities, File, Joined, Part, each

_INDENT = 2


class JsonSchemaTarget:
    name = "jsonschema"
    capabilities = Capabilities(
        title="JSON Schema",
        unsupported={"functions": "only the shapes of arguments and results are described"},
    )

    def names(self, interface: Interface) -> Sequence[Part]:
        return each(interface.modules, _names)

    def check(self, interface: Interface) -> Sequence[Part]:
        return ()

    def units(self, interface: Interface) -> Sequence[Joined[File]]:
        return (Joined("bundle", each(interface.modules, _part), partial(_bundle, interface)),)


def _names(module: Module) -> dict[str, str]:
    return {f"type {named.name}": str(named.name) for named in module.types}


def _part(module: Module) -> tuple[str, str]:
    """The definitions of a module's types, and of its functions' arguments and results."""
    types = {str(named.name): type_schema(named) for named in module.types}
    functions: dict[str, Schema] = {}
    for function in module.functions:
        arguments = documented(properties_schema(function.parameters), function.doc)
        functions[f"{function.name}.arguments"] = arguments
        if result := _result(function):
            functions[f"{function.name}.{'item' if function.streams else 'result'}"] = result
    return json_text.members(types, _INDENT, 1), json_text.members(functions, _INDENT, 1)


def _bundle(interface: Interface, parts: Sequence[tuple[str, str]]) -> Sequence[File]:
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{interface.name}:{interface.version}",
        "title": f"{interface.name} {interface.version}",
        "description": interface.doc.summary,
        "$defs": json_text.Written((*(types for types, _ in parts), *(functions for _, functions in parts))),
    }
    return (File(f"{interface.name}.schema.json", json_text.document(document, _INDENT)),)


def _result(function: Function) -> Schema | None:
    expr = function.streams or function.result
    return None if expr is None else expression_schema(expr)


TARGET = JsonSchemaTarget()
