"""The conformance programs: every example of a bridge, as C with structs and as C with JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass

from bridgegen.model import Example, Function, Interface, Module
from bridgegen.targets.c.bodies import Body
from bridgegen.targets.c.generic_bodies import GenericBody
from bridgegen.targets.c.literals import Inexpressible, quoted
from bridgegen.targets.c.plan import Planner
from bridgegen.targets.c.printers import Printers
from bridgegen.targets.c.typed_bodies import TypedBody


@dataclass(frozen=True, slots=True)
class Block:
    """One example: the functions it needs, its body, how it is run."""

    title: str
    callbacks: tuple[str, ...]
    function: str
    lines: tuple[str, ...]
    run: str


@dataclass(frozen=True, slots=True)
class Program:
    helpers: tuple[str, ...]
    blocks: tuple[Block, ...]


def typed_program(planner: Planner, module: Module) -> Program:
    """Every example of a module through its typed functions."""
    printers = Printers(planner)
    blocks = [
        _block(planner, function, example, TypedBody(planner, printers, function, example))
        for function in module.functions
        for example in function.examples
    ]
    return Program(tuple(printers.functions), tuple(blocks))


def generic_program(planner: Planner, module: Module) -> Program:
    """Every example of a module through the generic call."""
    blocks = [
        _block(planner, function, example, GenericBody(planner, function, example))
        for function in module.functions
        for example in function.examples
    ]
    return Program((), tuple(blocks))


def _options(interface: Interface, example: Example) -> str:
    permissions = {**interface.default_grants, **example.grants}
    return json.dumps({"permissions": permissions, "record_events": True}, ensure_ascii=False)


def _block(planner: Planner, function: Function, example: Example, body: Body) -> Block:
    name = f"{function.name.module}_{function.name.local}_{example.name}"
    try:
        body.write()
    except Inexpressible as problem:
        text = quoted(f"C has no way to write {problem}")
        body.lines = [f"(void)session;\nexample_cannot(example, {text});"]
        body.callbacks = []
    arguments = ", ".join(
        [quoted(str(function.name)), quoted(example.name), quoted(_options(planner.interface, example)), name]
    )
    lines = [line for line in "\n".join(body.lines).splitlines() if line]
    if not any("session" in line for line in lines):
        lines.insert(0, "(void)session;")
    title = f"{function.name}, {example.name}: {example.summary}"
    return Block(title, tuple(body.callbacks), name, tuple(lines), f"example_run({arguments});")
