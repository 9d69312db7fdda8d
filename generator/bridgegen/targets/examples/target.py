"""Every example with what it must give: what the conformance runner compares each surface with."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from bridgegen.diagnostics import Diagnostic
from bridgegen.model import MISSING, Example, Function, Interface
from bridgegen.target import Capabilities, File, Unit


class ExamplesTarget:
    name = "examples"
    capabilities = Capabilities(title="Examples")

    def names(self, interface: Interface) -> Mapping[str, str]:
        return {}

    def check(self, interface: Interface) -> Sequence[Diagnostic]:
        return ()

    def units(self, interface: Interface) -> Sequence[Unit]:
        return (Unit("examples", None, lambda: (_document(interface),)),)


def _document(interface: Interface) -> File:
    functions = {
        str(function.name): _function(function)
        for module in interface.bridges
        for function in module.functions
    }
    document = {"interface": interface.name, "version": interface.version, "functions": functions}
    return File("examples.json", json.dumps(document, indent=1, ensure_ascii=False) + "\n")


def _function(function: Function) -> dict[str, Any]:
    position = function.position
    return {
        "source": f"{position.file}:{position.line}",
        "examples": {example.name: _expected(example) for example in function.examples},
    }


def _expected(example: Example) -> dict[str, Any]:
    """The outcome as a conformance program prints it, and what is not compared."""
    outcome: dict[str, Any] = {}
    if example.error is not None:
        outcome["error"] = dict(example.error)
    if example.stream is not None:
        outcome["stream"] = list(example.stream)
    if not outcome:
        outcome["result"] = None if example.result is MISSING else example.result
    expected: dict[str, Any] = {"outcome": outcome, "volatile": list(example.volatile)}
    if example.events is not None:
        expected["events"] = [
            {"type": event.type} | ({} if event.data is MISSING else {"data": event.data})
            for event in example.events
        ]
    if example.callbacks is not None:
        expected["calls"] = list(example.callbacks)
    return expected


TARGET = ExamplesTarget()
