"""The target ``c``: headers for users, sources for the library, programs that prove both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any

import jinja2

from bridgegen.diagnostics import Diagnostic
from bridgegen.model import Function, Interface, Module, Position
from bridgegen.target import Capabilities, File, Unit
from bridgegen.targets.c.comments import one_line
from bridgegen.targets.c.functions import CFunction
from bridgegen.targets.c.names import CORE, CORE_CONSTANTS, repeated
from bridgegen.targets.c.plan import ModulePlan, Planner, planner_of
from bridgegen.targets.c.programs import generic_program, typed_program
from bridgegen.templating import environment

ABI_VERSION = 1
"""Of the core's own functions and rules; goes up when a program must be compiled again."""

_WIDTH = 110


class CTarget:
    name = "c"
    capabilities = Capabilities(title="C", settings={"prefix": r"[a-z][a-z0-9]*(_[a-z0-9]+)*"})

    def names(self, interface: Interface) -> Mapping[str, str]:
        planner = planner_of(interface)
        names = planner.names
        made: dict[str, str] = {}
        for error in interface.errors():
            made[f"error {error.code}"] = names.status(error.code, error.doc)
        for module in interface.modules:
            for kind, named in _named(module):
                made[f"{kind} {named.name}"] = names.type(named.name, named.doc)
            for function in module.functions:
                made[f"function {function.name}"] = names.function(function)
        return made

    def check(self, interface: Interface) -> Sequence[Diagnostic]:
        planner = planner_of(interface)
        positions: dict[str, Position | None] = {}
        entries = []
        told = [name for name, count in Counter(self.names(interface).values()).items() if count > 1]
        for entity, name, position in _global_names(planner):
            positions.setdefault(entity, position)
            entries.append((entity, name))
        return [
            Diagnostic(
                "name-collision",
                f"{first} and {second} would both be {name} in C; give one another name with `rename: {{c: …}}`",
                positions[second] or positions[first],
            )
            for name, first, second in repeated(entries)
            if name not in told  # the pipeline says it of what names() has
        ]

    def units(self, interface: Interface) -> Sequence[Unit]:
        planner = planner_of(interface)
        units = [Unit("core", None, lambda: _core(planner))]
        for module in interface.modules:
            units.append(Unit(module.name, (module.name,), partial(_module, planner, module)))
        for bridge in interface.bridges:
            units.append(
                Unit(f"conformance/{bridge.name}", (bridge.name,), partial(_conformance, planner, bridge))
            )
        return units


def _named(module: Module) -> Iterator[tuple[str, Any]]:
    """What becomes a C type, with the word for its kind; records and constants of one module share a scope."""
    from bridgegen.model import Alias

    yield from (("type", named) for named in module.types if not isinstance(named, Alias))
    yield from (("callback", callback) for callback in module.callbacks)
    yield from (("resource", resource) for resource in module.resources if not resource.is_session)


def _global_names(planner: Planner) -> Iterator[tuple[str, str, Position | None]]:
    """Every name at file scope that the headers make: entity, name, where it was declared."""
    names = planner.names
    for stem in sorted(CORE):
        yield f"the core's {names.joined(stem)}", names.joined(stem), None
    for stem in sorted(CORE_CONSTANTS):
        yield f"the core's {names.constant(stem)}", names.constant(stem), None
    for error in planner.interface.errors():
        yield f"the error {error.code}", names.status(error.code, error.doc), error.position
    for shape in planner.container_shapes:
        entry = [shape.entry] if shape.kind == "map" else []
        for name in (shape.c, f"{shape.c}_free", *entry):
            yield f"the container {shape.c}", name, None
    for module in planner.interface.modules:
        yield from _types(planner, module)
        for about, name, _ in planner.macros(module):
            yield f"a constant of {module.name} ({about.strip('/* ')})", name, module.position
        for enum in planner.enums(module):
            for name, _, _ in enum.values:
                yield f"a value of {enum.c}", name, module.position
        for function in module.functions:
            yield from _function_names(planner, function)


def _types(planner: Planner, module: Module) -> Iterator[tuple[str, str, Position | None]]:
    suffixes = {
        "type": ("", "_init", "_free", "_kind"),
        "callback": ("", "_init", "_function"),
        "resource": ("", "_free", "_id", "_from_id"),
    }
    for kind, named in _named(module):
        c = planner.names.type(named.name, named.doc)
        for suffix in suffixes[kind]:
            yield f"the {kind} {named.name}", c + suffix, named.position


def _function_names(planner: Planner, function: Function) -> Iterator[tuple[str, str, Position | None]]:
    suffixes = ("", "_start", "_next", "_close") if function.streams is not None else ("",)
    for suffix in suffixes:
        yield f"the function {function.name}", planner.names.function(function) + suffix, function.position


def _signature(head: str, parameters: Iterable[str]) -> str:
    """``head(parameters)``, broken between parameters where it is too long for one line."""
    listed = list(parameters)
    line = f"{head}({', '.join(listed)})"
    if len(line) <= _WIDTH:
        return line
    lines = [""]
    for parameter in listed:
        if lines[-1] and len(lines[-1]) + len(parameter) + 6 > _WIDTH:
            lines.append("")
        lines[-1] += ("" if not lines[-1] else ", ") + parameter
    return f"{head}(\n    " + ",\n    ".join(lines) + ")"


def prototype(planner: Planner) -> Callable[..., str]:
    """What writes a function's declaration (with its visibility) or the head of its definition."""

    def written(name: str, parameters: Iterable[str], declaration: bool = True) -> str:
        head = f"{planner.names.upper}_API " if declaration else ""
        return _signature(f"{head}{planner.names.prefix}_status {name}", parameters)

    return written


def function_type(planner: Planner) -> Callable[[str, Iterable[str]], str]:
    """What writes the type of a callback's function."""
    return lambda name, parameters: _signature(f"typedef {planner.names.prefix}_status (*{name})", parameters)


def behind(planner: Planner, plan: ModulePlan) -> Iterator[str]:
    """The declarations of the functions that Python writes for one module."""
    status = f"{planner.names.prefix}_status"
    for function in plan.functions:
        receives = [
            "char **result" if function.result and function.result.shape.kind == "handle" else text
            for text in (function.result.declarations() if function.result else [])
        ]
        parameters = ["int64_t session", *function.parameters_behind]
        if function.streams:
            yield f"{status} {function.behind}({', '.join([*parameters, 'char **stream'])});"
            yield f"{status} {function.behind}_next({', '.join(['int64_t session', 'const char *stream', *receives])});"
        else:
            yield f"{status} {function.behind}({', '.join([*parameters, *receives])});"


def cast_places(function: CFunction, places: list[str]) -> list[str]:
    """The places of a result as the function behind takes them: a handle is the string of its id."""
    if function.result and function.result.shape.kind == "handle":
        return [f"(char **){places[0]}", *places[1:]]
    return list(places)


@cache
def _environment() -> jinja2.Environment:
    jinja = environment("c")
    jinja.filters["comment"] = one_line
    jinja.globals["cast"] = cast_places
    return jinja


def _render(planner: Planner, template: str, **values: Any) -> str:
    writers = {"prototype": prototype(planner), "function_type": function_type(planner)}
    text = _environment().get_template(template).render(**planner.shared(), **writers, **values)
    return _single_blank_lines(text)


def _single_blank_lines(text: str) -> str:
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text


def _core(planner: Planner) -> Sequence[File]:
    p = planner.names.prefix
    errors = planner.statuses()
    plain = planner.plain_containers
    headers = [planner.names.header(module) for module in planner.interface.modules]
    return (
        File(f"include/{p}.h", _render(planner, "umbrella.h.j2", headers=headers)),
        File(
            f"include/{p}/core.h",
            _render(planner, "core.h.j2", errors=errors, containers=plain, abi_version=ABI_VERSION),
        ),
        File("source/core.c", _render(planner, "core.c.j2", errors=errors, containers=planner.containers)),
    )


def _module(planner: Planner, module: Module) -> Sequence[File]:
    p, plan = planner.names.prefix, planner.module(module)
    return (
        File(f"include/{p}/{plan.header}.h", _render(planner, "bridge.h.j2", plan=plan)),
        File(
            f"source/{plan.header}_behind.h",
            _render(planner, "behind.h.j2", plan=plan, behind=list(behind(planner, plan))),
        ),
        File(f"source/{plan.header}.c", _render(planner, "bridge.c.j2", plan=plan)),
    )


def _conformance(planner: Planner, module: Module) -> Sequence[File]:
    name = planner.names.header(module)
    typed = _render(
        planner, "conformance.c.j2", module=module, program=typed_program(planner, module), way="with structs"
    )
    generic = _render(
        planner,
        "conformance.c.j2",
        module=module,
        program=generic_program(planner, module),
        way="with JSON through the generic call",
    )
    return (File(f"conformance/{name}.c", typed), File(f"conformance/{name}_generic.c", generic))


TARGET = CTarget()
