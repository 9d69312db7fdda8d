"""Every example with what it must give: what the conformance runner compares each surface with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from bridgegen import json_text
from bridgegen.model import MISSING, Example, Function, Interface, Module
from bridgegen.target import Capabilities, File, Joined, Part, each

_INDENT = 1


class ExamplesTarget:
    name = "examples"
    capabilities = Capabilities(title="Examples")

    def names(self, interface: Interface) -> Sequence[Part]:
        return ()

    def check(self, interface: Interface) -> Sequence[Part]:
        return ()

    def units(self, interface: Interface) -> Sequence[Joined[File]]:
        return (Joined("examples", each(interface.bridges, _part), partial(_document, interface)),)


def _part(module: Module) -> str:
    """A module's members of ``functions``."""
    functions = {str(function.name): _function(function) for function in module.functions}
    return json_text.members(functions, _INDENT, 1)


def _document(interface: Interface, parts: Sequence[str]) -> Sequence[File]:
    document = {
        "interface": interface.name,
        "version": interface.version,
        "functions": json_text.Written(tuple(parts)),
    }
    return (File("examples.json", json_text.document(document, _INDENT)),)


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
    plain: dict[str, Any] = _plain(expected)
    return plain


def _plain(value: Any) -> Any:
    """``value`` with each literal dollar written once, as programs print it."""
    if isinstance(value, str):
        return value[1:] if value.startswith("$$") else value
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value


TARGET = ExamplesTarget()
