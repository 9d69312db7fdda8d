"""The JSON Schema bundle: every named type, and the arguments and result of every function."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from bridgegen.diagnostics import Diagnostic
from bridgegen.jsonschema import Schema, definitions, documented, expression_schema, properties_schema
from bridgegen.model import Function, Interface
from bridgegen.target import Capabilities, File, Unit


class JsonSchemaTarget:
    name = "jsonschema"
    capabilities = Capabilities(
        title="JSON Schema",
        unsupported={"functions": "only the shapes of arguments and results are described"},
    )

    def names(self, interface: Interface) -> Mapping[str, str]:
        return {
            f"type {named.name}": str(named.name) for module in interface.modules for named in module.types
        }

    def check(self, interface: Interface) -> Sequence[Diagnostic]:
        return ()

    def units(self, interface: Interface) -> Sequence[Unit]:
        return (Unit("bundle", None, lambda: (_bundle(interface),)),)


def _bundle(interface: Interface) -> File:
    defs: dict[str, Schema] = dict(definitions(interface))
    for module in interface.modules:
        for function in module.functions:
            defs[f"{function.name}.arguments"] = documented(
                properties_schema(function.parameters), function.doc
            )
            if result := _result(function):
                defs[f"{function.name}.{'item' if function.streams else 'result'}"] = result
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{interface.name}:{interface.version}",
        "title": f"{interface.name} {interface.version}",
        "description": interface.doc.summary,
        "$defs": defs,
    }
    return File(f"{interface.name}.schema.json", json.dumps(document, indent=2, ensure_ascii=False) + "\n")


def _result(function: Function) -> Schema | None:
    expr = function.streams or function.result
    return None if expr is None else expression_schema(expr)


TARGET = JsonSchemaTarget()
